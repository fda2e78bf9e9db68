import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// Reads many ledgers side by side; of each only its summary is kept.
struct RollupReader: Sendable {
  /// The day.
  let asOf: CivilDate
  /// What every school is measured by.
  let measure: CommonMeasure
  /// Whether evidence files are read and compared.
  let readsEvidence: Bool
  /// Where derived rows go; nil when none are asked for.
  let rows: RowFolder?
  /// The program that checks, with its version.
  let program: String

  /// The largest exported log that is read.
  private static let eventsLimit = 256 << 20

  /// What became of one source.
  enum Outcome: Sendable {
    /// A school's figures.
    case read(SchoolSummary)
    /// It cannot be read.
    case unreadable(Rollup.Fault)
    /// Nothing further can be written.
    case stopped(DeskError)

    /// The figures.
    var school: SchoolSummary? { if case .read(let school) = self { school } else { nil } }
    /// Why it cannot be read.
    var fault: Rollup.Fault? { if case .unreadable(let fault) = self { fault } else { nil } }
  }

  /// A school's figures with the rows of its log, unless they are there already.
  private typealias Reading = (school: SchoolSummary, rows: [UInt8]?)

  /// Reads all sources.
  ///
  /// - Parameters:
  ///   - sources: Where the ledgers are.
  ///   - progress: Called now and then, on the caller's thread, with how many have been read.
  /// - Returns: What became of each, in their order.
  /// - Throws: ``DeskError`` when rows cannot be written.
  func read(_ sources: [RollupSource], progress: (Int) -> Void) throws(DeskError) -> [Outcome] {
    let queue = WorkQueue<Outcome>(count: sources.count)
    let group = DispatchGroup()
    for _ in 0..<min(sources.count, max(1, ProcessInfo.processInfo.activeProcessorCount)) {
      DispatchQueue.global().async(group: group) {
        while let index = queue.take() { queue.put(read(sources[index], index), at: index) }
      }
    }
    while group.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
      progress(queue.finished)
    }
    let outcomes = queue.results.compactMap { $0 }
    for case .stopped(let error) in outcomes { throw error }
    return outcomes
  }

  private func read(_ source: RollupSource, _ index: Int) -> Outcome {
    let reading: Reading
    do throws(DeskError) {
      reading = try self.reading(of: source)
    } catch {
      let first = error.diagnostics.first
      return .unreadable(
        Rollup.Fault(
          source: source.name,
          reason: .unreadable(code: first?.code ?? "", message: first?.message ?? "")))
    }
    do throws(DeskError) {
      if let bytes = reading.rows { try rows?.stage(bytes, of: index) }
      return .read(reading.school)
    } catch {
      return .stopped(error)
    }
  }

  private func reading(of source: RollupSource) throws(DeskError) -> Reading {
    switch source.kind {
    case .ledger: return try reading(ofLedgerAt: source.path, source)
    case .bundleFolder:
      try requireSound(source)
      let file = { OwnFile.bytes(at: source.path + "/" + $0, limit: Self.eventsLimit) }
      let figures = file(BundleFile.figures)
      if let bytes = file(BundleFile.events) {
        return try reading(ofEvents: bytes, figures: figures, source)
      }
      guard let figures else {
        let isThere = [BundleFile.events, BundleFile.figures].contains {
          FileManager.default.fileExists(atPath: source.path + "/" + $0)
        }
        guard isThere else {
          throw DeskError([.notASubmission(source.name, [])], kind: .unreadableInput)
        }
        throw DeskError(
          StoreError.permissionDenied(path: source.name + "/" + BundleFile.events))
      }
      return try reading(ofFigures: figures, rows: file(BundleFile.rows), source)
    case .container:
      try requireSound(source)
      return try reading(ofContainer: source)
    case .link:
      throw DeskError([.rollupSourceIsLink(source.name)], kind: .unreadableInput)
    case .closed:
      throw DeskError(StoreError.permissionDenied(path: source.name))
    case .damagedList:
      throw DeskError(
        StoreError.damaged(file: source.name + "/" + CollectionRecord.list, detail: "JSON"))
    case .deep:
      throw DeskError([.rollupFolderDeep(source.name)], kind: .unreadableInput)
    case .missing, .other:
      throw DeskError([.rollupSourceMissing(source.name)], kind: .unreadableInput)
    }
  }

  /// Where evidence is read, a submission must agree with its own list of digests; what differs says
  /// why it is not counted.
  private func requireSound(_ source: RollupSource) throws(DeskError) {
    guard readsEvidence else { return }
    if source.kind == .container {
      let isBundle = try BackupReader.withArchive(at: source.path) { archive in
        !BundleSource.lists(among: archive.names).isEmpty
      }
      guard isBundle else { return }
    }
    let report = try BundleVerifier.report(at: source.path, program: program)
    guard !report.isSound else { return }
    throw DeskError(report.findings.filter { $0.severity == .error }, kind: .integrity)
  }

  private func reading(ofLedgerAt path: String, _ source: RollupSource) throws(DeskError)
    -> Reading
  {
    let folder = LedgerFolder(path: path)
    let (fold, damaged) = try DeskError.ofStore { () throws(StoreError) in
      let store = try LedgerStore(opening: folder, for: .inspecting)
      let fold = try store.checkedFold(asOf: asOf, keepsEntries: rows != nil)
      return (fold, readsEvidence ? store.damagedEvidence(in: fold.ledger) : [])
    }
    return try reading(
      fold, source, damaged: damaged, own: OwnParts(of: folder).data(list: fold.ledger.list))
  }

  /// A log is counted anew; what of its own the school uses stands in the figures beside it.
  private func reading(
    ofEvents bytes: [UInt8], figures: [UInt8]?, _ source: RollupSource
  ) throws(DeskError) -> Reading {
    let own = try figures.map { (bytes) throws(DeskError) in
      try reading(ofFigures: bytes, rows: nil, source).school.own
    }
    let fold = try ContainerLog.fold(
      ofEvents: bytes, of: source.name, asOf: asOf, keepsEntries: rows != nil)
    return try reading(fold, source, damaged: [], own: own ?? OwnData())
  }

  /// The figures that a school hands in without its log: declared, not recomputed.
  private func reading(
    ofFigures bytes: [UInt8], rows declared: [UInt8]?, _ source: RollupSource
  ) throws(DeskError) -> Reading {
    guard let figures = try? JSONDecoder().decode(DeclaredFigures.self, from: Data(bytes)),
      figures.contradictions.isEmpty
    else {
      throw DeskError(
        StoreError.damaged(file: source.name + "/" + BundleFile.figures, detail: "JSON"))
    }
    let school = SchoolSummary(declared: figures, source: source.name)
    guard rows != nil, let declared else { return (school, nil) }
    guard
      let checked = LedgerRows.declared(
        declared, school: figures.school, headDigest: figures.headDigest)
    else {
      throw DeskError(
        StoreError.damaged(file: source.name + "/" + BundleFile.rows, detail: "JSON"))
    }
    return (school, checked)
  }

  private func reading(ofContainer source: RollupSource) throws(DeskError) -> Reading {
    try BackupReader.withArchive(at: source.path) { (archive) throws(DeskError) in
      func bytes(_ part: String) throws(DeskError) -> [UInt8] {
        try ContainerLog.bytes(of: part, in: archive)
      }
      if let events = ContainerLog.part(BundleFile.events, in: archive) {
        let figures = ContainerLog.part(BundleFile.figures, in: archive)
        return try reading(
          ofEvents: try bytes(events),
          figures: try figures.map { (part) throws(DeskError) in try bytes(part) }, source)
      }
      if let figures = ContainerLog.part(BundleFile.figures, in: archive) {
        let rows = ContainerLog.part(BundleFile.rows, in: archive)
        return try reading(
          ofFigures: try bytes(figures),
          rows: try rows.map { (part) throws(DeskError) in try bytes(part) }, source)
      }
      guard let database = ContainerLog.part(BackupManifest.database, in: archive) else {
        throw DeskError([.notASubmission(source.name, archive.names)], kind: .unreadableInput)
      }
      var read = try ContainerLog.withDatabase(database, in: archive, of: source.name) {
        (folder) throws(DeskError) in try reading(ofLedgerAt: folder.path, source)
      }
      let own = try OwnParts(files: ownFiles(in: archive)).data(list: nil)
      read.school.own.codes.merge(own.codes) { _, own in own }
      return read
    }
  }

  /// What a backup brings of the school's own, by its path in the ledger's folder.
  private func ownFiles(in archive: ZipArchive) throws(DeskError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in archive.names {
      guard case .own(let folder, let file) = BackupPath(name),
        OwnParts.isOwn(folder + "/" + file)
      else { continue }
      files[folder + "/" + file] = try ContainerLog.bytes(
        of: name, in: archive, limit: OwnFile.limit)
    }
    return files
  }

  private func reading(
    _ fold: CheckedFold, _ source: RollupSource, damaged: Set<EvidenceNumber>, own: OwnData
  ) throws(DeskError) -> Reading {
    let tables = try measure.tables(of: fold.ledger.list?.set)
    let school = SchoolSummary(
      ReportInput(
        ledger: fold.ledger, asOf: asOf, headCode: fold.head.code, damagedEvidence: damaged,
        indicators: tables.indicators, profile: tables.profile, own: own),
      source: source.name, origin: fold.origin,
      head: (sequence: fold.head.sequence, digest: fold.head.digest), later: fold.later.count)
    guard let rows, !rows.holds(school: school.school, headDigest: school.headDigest) else {
      return (school, nil)
    }
    return (school, try fold.rows(by: measure).bytes)
  }
}

extension CheckedFold {
  /// The rows of the whole log, whose entries were kept.
  func rows(by measure: CommonMeasure) throws(DeskError) -> LedgerRows {
    try LedgerRows(of: entries, origin: origin, head: head, by: measure)
  }
}
