import Foundation
import LedgerReports
import LedgerStore
package import TaskLedger

/// Checks a submission by itself: no ledger, no templates and no school are needed.
///
/// What it carries enough for is reckoned again and compared; what cannot be is named.
package struct BundleVerifier {
  let source: BundleSource
  /// The program and its version: papers are laid out again where the same one made them.
  let program: String
  var findings: [Diagnostic] = []
  private var sums: [String: String] = [:]
  /// Whether the papers were laid out again.
  var hasComparedPapers = false

  /// What was found.
  package struct Report {
    /// What is wrong or should be known, in order.
    package var findings: [Diagnostic]
    /// What the submission says of itself; nil when that cannot be read.
    package var manifest: BundleManifest?
    /// The number of files, as it was said when they were packed.
    package var fileCount: Int
    /// Whether everything agrees.
    package var isSound: Bool { manifest != nil && !findings.contains { $0.severity == .error } }
  }

  /// Checks a container or a folder.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - program: The program that checks, with its version.
  /// - Returns: What was found.
  /// - Throws: ``DeskError`` when it is no submission, or a newer program made it.
  package static func report(at path: String, program: String) throws(DeskError) -> Report {
    try BundleSource.with(path) { (source) throws(DeskError) in
      var verifier = BundleVerifier(source: source, program: program)
      return try verifier.run(name: (path as NSString).lastPathComponent)
    }
  }

  private init(source: BundleSource, program: String) {
    self.source = source
    self.program = program
  }

  private mutating func run(name: String) throws(DeskError) -> Report {
    guard source.names.contains(BundleFile.sums) else {
      throw DeskError([.notABundle(name)], kind: .unreadableInput)
    }
    checkFiles()
    let manifest = try readManifest()
    if let manifest {
      checkFiles(of: manifest)
      let own = checkOwn(manifest)
      let figures = checkFigures(manifest)
      if source.names.contains(BundleFile.events) {
        if let entries = checkEvents(manifest) {
          let ledger = replayed(entries, manifest, own)
          checkEvidence(manifest, ledger)
          recompute(manifest, figures, entries, ledger, own)
        }
      } else {
        checkIndex(manifest)
        if let figures { recompute(manifest, figures, own) }
        findings.append(.bundleWithoutLog())
      }
      checkConclusion(manifest, own)
    }
    return Report(
      findings: findings, manifest: manifest, fileCount: source.names.count)
  }

  // MARK: - Files and digests

  /// Every file is in the list of digests with its own, and the list names no other.
  private mutating func checkFiles() {
    let text = source.text(BundleFile.sums) ?? ""
    for (place, line) in text.unicodeScalars.split(separator: "\n").enumerated() {
      let digest = String(line.prefix(64))
      let path = String(line.dropFirst(66))
      let gap = line.dropFirst(64).prefix(2)
      guard EvidenceDigest(digest) != nil, String(gap) == "  ", !path.isEmpty,
        sums.updateValue(digest, forKey: path) == nil
      else {
        findings.append(.bundleSumUnreadable(line: place + 1))
        continue
      }
    }
    findings += source.strange.map { .bundleFileExtra($0) }
    for name in source.names where name != BundleFile.sums {
      guard let wanted = sums[name] else {
        findings.append(.bundleFileExtra(name))
        continue
      }
      if source.digest(name) != wanted { findings.append(.bundleFileChanged(name)) }
    }
    let present = Set(source.names)
    findings += sums.keys.filter { !present.contains($0) }.sorted().map { .bundleFileMissing($0) }
  }

  // MARK: - What it says of itself

  private struct Version: Decodable {
    var schemaVersion: Int
    var kind: String
  }

  private mutating func readManifest() throws(DeskError) -> BundleManifest? {
    let data = Data(source.text(BundleFile.manifest)?.utf8 ?? "".utf8)
    guard let version = try? JSONDecoder().decode(Version.self, from: data),
      version.kind == BundleManifest.kind, version.schemaVersion >= 1
    else {
      findings.append(.bundleManifestUnreadable())
      return nil
    }
    guard version.schemaVersion <= BundleManifest.format else {
      throw DeskError([.bundleNewer()], kind: .unreadableInput)
    }
    guard let manifest = try? JSONDecoder().decode(BundleManifest.self, from: data) else {
      findings.append(.bundleManifestUnreadable())
      return nil
    }
    return manifest
  }

  /// The manifest for programs and the list of digests speak of the same files.
  private mutating func checkFiles(of manifest: BundleManifest) {
    var known: Set<String> = [BundleFile.manifest]
    for file in manifest.files {
      known.insert(file.path)
      if sums[file.path] != file.sha256 { findings.append(.bundleManifestDiffers(file.path)) }
    }
    for piece in manifest.evidence {
      guard let path = piece.path else { continue }
      known.insert(path)
      if piece.condition == .included, sums[path] != piece.sha256 {
        findings.append(.bundleManifestDiffers(path))
      }
    }
    findings += sums.keys.filter { !known.contains($0) }.sorted().map { .bundleManifestDiffers($0) }
  }

  // MARK: - The figures

  /// What can be reckoned again from the figures alone: they agree with each other and with the
  /// manifest.
  private mutating func checkFigures(_ manifest: BundleManifest) -> DeclaredFigures? {
    // Submissions of earlier programs carry the log and no figures.
    guard source.names.contains(BundleFile.figures) else {
      if !source.names.contains(BundleFile.events) {
        findings.append(.bundleFileMissing(BundleFile.figures))
      }
      return nil
    }
    let data = Data(source.text(BundleFile.figures)?.utf8 ?? "".utf8)
    guard let figures = try? JSONDecoder().decode(DeclaredFigures.self, from: data) else {
      findings.append(.bundleFiguresUnreadable())
      return nil
    }
    findings += figures.contradictions.map { .bundleFiguresDiffer($0) }
    if figures.headDigest != manifest.head.digest || figures.school != manifest.school {
      findings.append(.bundleHeadDiffers(figures.headCode, manifest.head.code))
    }
    let live = figures.items.filter { $0.status != ItemStatus.withdrawn.rawValue }
    for (name, one, other) in [
      (Diagnostic.bundleItems, live.count, manifest.counts.items),
      (Diagnostic.bundleOverdue, live.count(where: \.overdue), manifest.counts.overdue),
      (Diagnostic.bundleOpen, live.count { !$0.settled }, manifest.counts.open),
      (Diagnostic.bundleReasons, figures.reasons.isEmpty ? 1 : 0, manifest.verdict.passes ? 1 : 0),
    ] where one != other {
      findings.append(.bundleFiguresDiffer("\(name)（\(one)、\(other)）"))
    }
    return figures
  }

  /// Without the log, the index names the evidence of the manifest.
  private mutating func checkIndex(_ manifest: BundleManifest) {
    let index = source.text(BundleFile.index) ?? ""
    for row in manifest.evidence {
      if !index.contains(row.number) { findings.append(.bundleEvidenceDiffers(row.number)) }
      if row.condition == .missing || row.condition == .changed {
        findings.append(.bundleEvidenceAbsent(row.number))
      }
    }
  }

  // MARK: - The log

  /// The entries, whose chain ends where the papers say.
  private mutating func checkEvents(_ manifest: BundleManifest) -> [EventEnvelope]? {
    let text = source.text(BundleFile.events) ?? ""
    var head = LogHead(sequence: 0, digest: EventChain.origin)
    var entries: [EventEnvelope] = []
    for line in text.unicodeScalars.split(separator: "\n") {
      guard let stored = StoredEntry(line: Substring(line)), stored.follows(head) else {
        findings.append(.bundleChainBroken(at: head.sequence + 1))
        return nil
      }
      head = LogHead(sequence: stored.sequence, digest: stored.digest)
      guard let envelope = stored.envelope else {
        findings.append(.bundleEntryUnknown(stored.sequence, type: stored.type))
        return nil
      }
      entries.append(envelope)
    }
    guard head.digest == manifest.head.digest, head.code == manifest.head.code,
      CivilDate(manifest.asOf) != nil
    else {
      findings.append(.bundleHeadDiffers(head.code, manifest.head.code))
      return nil
    }
    return entries
  }

  // MARK: - The evidence

  /// The manifest, the index and the log name the same evidence.
  private mutating func checkEvidence(
    _ manifest: BundleManifest, _ ledger: Ledger
  ) {
    let index = source.text(BundleFile.index) ?? ""
    var rows: [String: BundleManifest.Evidence] = [:]
    for row in manifest.evidence where rows.updateValue(row, forKey: row.number) != nil {
      findings.append(.bundleEvidenceDiffers(row.number))
    }
    if ledger.school != manifest.school || ledger.liveItems.count != manifest.counts.items {
      findings.append(.bundleHeadDiffers(ledger.school, manifest.school))
    }
    for attached in ledger.itemsInOrder.flatMap(\.evidence) {
      let evidence = attached.evidence
      let row = rows.removeValue(forKey: "\(evidence.number)")
      let isVoid = attached.voidReason != nil
      guard let row, row.sha256 == evidence.digest.description, row.bytes == evidence.byteCount,
        (row.condition == .void) == isVoid, index.contains("\(evidence.number)")
      else {
        findings.append(.bundleEvidenceDiffers("\(evidence.number)"))
        continue
      }
      if row.condition == .missing || row.condition == .changed {
        findings.append(.bundleEvidenceAbsent(row.number))
      }
    }
    findings += rows.keys.sorted().map { .bundleEvidenceDiffers($0) }
  }
}
