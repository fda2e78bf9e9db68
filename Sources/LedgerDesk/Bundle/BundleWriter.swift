import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// Makes a submission: papers, the ledger as a workbook, evidence by clause, and what proves them.
struct BundleWriter {
  let desk: Desk
  let asOf: CivilDate
  /// A school's own templates.
  let templates: String?
  /// The forms of the papers besides Markdown; nil for Word where pandoc is there.
  let formats: [PaperFormat]?
  /// Whether a placeholder replaces missing and changed files.
  let allowsMissing: Bool
  /// Whether the school's internal log goes with it.
  let withLog: Bool

  /// A submission as it is about to be written.
  struct Plan {
    var manifest: BundleManifest
    var entries: [ZipEntry]
    var notes: [Diagnostic]
    /// How much evidence counts, as the papers in it say.
    var evidence: EvidenceCount
  }

  /// What goes into the submission; nothing is written.
  func plan() throws(DeskError) -> Plan {
    let store = try desk.store(for: .reading)
    let printer = try PaperPrinter(
      desk, today: asOf, templates: templates)
    var (input, said) = try printer.input(asOf: asOf)
    // A submission goes with the whole log, and so do its papers.
    input.headCode = printer.head.code
    guard input.ledger.list != nil, !input.ledger.liveItems.isEmpty else {
      throw DeskError([.bundleWithoutItems()], kind: .refused)
    }
    let vault = EvidenceVault(folder: store.folder)
    let pieces = input.ledger.itemsInOrder.flatMap { state in
      state.evidence.map { BundlePiece($0, of: state.item, damaged: input.damagedEvidence, vault) }
    }
    let absent = pieces.filter(\.isAbsent)
    guard absent.isEmpty || allowsMissing else {
      throw DeskError(
        absent.map(\.finding) + [.bundleRefusesMissing(absent.count)], kind: .integrity)
    }
    var files = BundleFiles()
    var notes = absent.map(\.finding) + said
    try addPapers(input, printer, to: &files, &notes)
    try addData(input, printer, store, to: &files)
    var manifest = BundleManifest(
      of: input, program: desk.programVersion, head: printer.head, pieces, own: printer.own)
    manifest.files = files.listed
    for piece in pieces {
      guard let path = piece.path else { continue }
      if piece.isAbsent {
        files.add(path, Array(piece.placeholder.utf8))
      } else {
        files.add(path, fileAt: vault.path(of: piece.evidence.digest), piece.evidence.digest)
      }
    }
    files.add(
      BundleFile.manifest,
      Array(try JSONDocument(kind: BundleManifest.kind, manifest).text().utf8))
    files.add(BundleFile.sums, Array(files.sums.utf8))
    return Plan(
      manifest: manifest, entries: files.entries, notes: notes,
      evidence: EvidenceCount(pieces.filter { $0.condition != .void }.map(\.evidence)))
  }

  /// The papers, each in all its forms.
  private func addPapers(
    _ input: ReportInput, _ printer: PaperPrinter, to files: inout BundleFiles,
    _ notes: inout [Diagnostic]
  ) throws(DeskError) {
    for (paper, name) in BundleFile.papers(of: input) {
      let text = try printer.text(paper, input)
      files.add(name + ".md", Array(text.utf8))
      for (format, bytes) in try printed(text, printer.converter(paper, on: asOf), &notes) {
        files.add("\(name).\(format.rawValue)", bytes)
      }
    }
  }

  /// The ledger as a workbook, as its log, as figures and as rows, and what the school changed of the
  /// templates.
  private func addData(
    _ input: ReportInput, _ printer: PaperPrinter, _ store: LedgerStore, to files: inout BundleFiles
  ) throws(DeskError) {
    files.add(
      BundleFile.workbook, try LedgerWorkbook.bytes(of: input, file: BundleFile.workbook))
    let events = try self.events(of: store, through: printer.head.sequence)
    if withLog { files.add(BundleFile.events, Array(events.utf8)) }
    let origin = events.split(separator: "\n").first.flatMap(StoredEntry.init(line:))?.digest ?? ""
    let figures = DeclaredFigures(
      input, origin: origin, head: (printer.head.sequence, printer.head.digest))
    files.add(
      BundleFile.figures,
      Array(try JSONDocument(kind: DeclaredFigures.kind, figures).text().utf8))
    for part in printer.own.parts { files.add(part.path, part.bytes) }
    files.add(BundleFile.rows, try rows(of: events, from: store.folder.database))
  }

  /// The other forms of a paper; without pandoc none unless they were asked for.
  private func printed(
    _ text: String, _ converter: PaperConverter, _ notes: inout [Diagnostic]
  ) throws(DeskError) -> [(format: PaperFormat, bytes: [UInt8])] {
    var forms: [(PaperFormat, [UInt8])] = []
    for format in formats ?? [.docx] where format != .markdown {
      do throws(ConversionError) {
        let form = try converter.converted(text, to: format)
        forms.append((format, form.bytes))
        notes += form.notes.filter { !notes.contains($0) }
      } catch {
        if case .missing = error, formats == nil {
          if !notes.contains(.bundleMarkdownOnly()) { notes.append(.bundleMarkdownOnly()) }
          continue
        }
        let failure = error.diagnostics(instead: nil)
        throw DeskError(failure.diagnostics, kind: failure.kind)
      }
    }
    return forms
  }

  /// The entries of the log up to where the papers saw it.
  private func events(of store: LedgerStore, through last: Int) throws(DeskError) -> String {
    let all = try DeskError.ofStore { () throws(StoreError) in try store.exportedEvents() }
    return all.split(separator: "\n").prefix(last).map { $0 + "\n" }.joined()
  }

  /// The derived rows of the same entries, judged as every school is.
  private func rows(of events: String, from file: String) throws(DeskError) -> [UInt8] {
    let measure = try CommonMeasure()
    return try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore.checkedFold(
        ofLines: events.split(separator: "\n"), file: file, asOf: asOf,
        keepsEntries: true)
    }.rows(by: measure).bytes
  }
}

extension BundleWriter {
  /// Writes the submission beside its place, reads it back, and moves it there whole.
  ///
  /// - Parameters:
  ///   - plan: What goes into it.
  ///   - target: A file ending in `.zip`, or a folder; nothing may be there yet.
  /// - Throws: ``DeskError``; nothing is left behind then.
  func write(_ plan: Plan, to target: String) throws(DeskError) {
    let work = DraftFolder.path(beside: target)
    defer { DraftFolder.remove(work) }
    try DeskError.ofStore { () throws(StoreError) in try DraftFolder.make(work) }
    let isContainer = Self.isContainer(target)
    let draft = work + (isContainer ? "/bundle.zip" : "/bundle")
    if isContainer {
      do throws(ZipWriteError) {
        try ZipWriter.write(
          plan.entries, to: draft, named: (target as NSString).lastPathComponent)
      } catch {
        throw DeskError([error.diagnostic], kind: .disk)
      }
    } else {
      try unpack(plan.entries, to: draft)
    }
    let report = try BundleVerifier.report(at: draft, program: desk.programVersion)
    guard report.isSound else {
      throw DeskError(report.findings, kind: .integrity)
    }
    let isNamed = try DeskError.ofStore { () throws(StoreError) in
      let isNamed = try FileSystem.renameExclusively(draft, to: target)
      try FileSystem.syncFolder((target as NSString).deletingLastPathComponent)
      return isNamed
    }
    guard isNamed else {
      throw DeskError(
        [.bundleExists((target as NSString).lastPathComponent)], kind: .refused)
    }
  }

  /// Whether a submission of this name is one file.
  static func isContainer(_ target: String) -> Bool { target.lowercased().hasSuffix(".zip") }

  private func unpack(_ entries: [ZipEntry], to folder: String) throws(DeskError) {
    try DeskError.ofStore { () throws(StoreError) in
      for entry in entries {
        let place = folder + "/" + entry.name
        try FileSystem.makeFolder((place as NSString).deletingLastPathComponent)
        let new = try NewFile(at: place)
        switch entry.content {
        case .bytes(let bytes):
          var failure: StoreError?
          bytes.withUnsafeBytes { buffer in
            do throws(StoreError) { try new.write(buffer) } catch { failure = error }
          }
          if let failure { throw failure }
        case .file(let source):
          try FileSystem.readPieces(ofFileAt: source) { (piece) throws(StoreError) in
            try new.write(piece)
          }
        }
        _ = try new.finish()
      }
      try FileSystem.syncTree(folder)
    }
  }
}

/// The files of a submission in the order in which they are written.
private struct BundleFiles {
  private var all: [(name: String, content: ZipEntry.Content, digest: EvidenceDigest)] = []

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    all.append((name, .bytes(bytes), EventChain.digest(of: bytes)))
  }

  mutating func add(_ name: String, fileAt path: String, _ digest: EvidenceDigest) {
    all.append((name, .file(path), digest))
  }

  var entries: [ZipEntry] { all.map { ZipEntry(name: $0.name, content: $0.content) } }

  /// What was made for the submission, as its manifest lists it; evidence is listed by its piece.
  var listed: [BundleManifest.File] {
    all.compactMap { file in
      guard case .bytes(let bytes) = file.content else { return nil }
      return BundleManifest.File(
        path: file.name, sha256: file.digest.description, bytes: bytes.count)
    }.sorted { $0.path < $1.path }
  }

  /// The digests as `sha256sum -c` reads them.
  var sums: String {
    all.map { "\($0.digest)  \($0.name)\n" }.sorted { $0.dropFirst(66) < $1.dropFirst(66) }
      .joined()
  }
}

/// One piece of evidence of a submission.
struct BundlePiece {
  let evidence: Evidence
  let condition: BundleManifest.Condition
  private let item: Item
  private let actor: String

  init(
    _ attached: ItemState.AttachedEvidence, of item: Item, damaged: Set<EvidenceNumber>,
    _ vault: EvidenceVault
  ) {
    let digest = attached.evidence.digest
    self.init(attached, of: item) {
      guard damaged.contains(attached.evidence.number) else { return .included }
      return vault.condition(of: digest) == .missing ? .missing : .changed
    }
  }

  /// A piece of which it is known what became of its file.
  init(
    _ attached: ItemState.AttachedEvidence, of item: Item,
    _ found: () -> BundleManifest.Condition
  ) {
    evidence = attached.evidence
    actor = attached.actor
    self.item = item
    condition = attached.voidReason == nil ? found() : .void
  }

  /// Whether its file cannot go along.
  var isAbsent: Bool { condition == .missing || condition == .changed }

  /// What is wrong with its file.
  var finding: Diagnostic {
    .integrity(
      condition == .missing
        ? .evidenceMissing(evidence.number) : .evidenceChanged(evidence.number))
  }

  /// The path of its file or of its placeholder; nil for void ones.
  var path: String? {
    if condition == .void { return nil }
    let folder = BundleName.folder(of: item) + "/"
    return isAbsent
      ? folder + BundleName.file(of: evidence, note: "（缺）", suffix: ".txt")
      : folder + BundleName.file(of: evidence)
  }

  /// The text that is packed in place of its file.
  var placeholder: String {
    let fact = condition == .missing ? "的文件缺失" : "的文件与登记时不同"
    return [
      "佐证 \(evidence.number)「\(PrintableText.line(evidence.title))」\(fact)，本次报送没有附上。",
      "登记的文件名：\(PrintableText.line(evidence.fileName))",
      "登记的 SHA-256：\(evidence.digest)", "",
    ].joined(separator: "\r\n")
  }

  /// What the manifest says of it.
  var entry: BundleManifest.Evidence {
    .init(
      number: "\(evidence.number)", item: "\(item.id)", clause: item.clause.map { "\($0)" },
      title: evidence.title, documentNumber: evidence.documentNumber,
      date: evidence.date?.description, department: actor, original: evidence.original,
      pages: evidence.pages, sha256: evidence.digest.description, bytes: evidence.byteCount,
      condition: condition, path: path)
  }
}
