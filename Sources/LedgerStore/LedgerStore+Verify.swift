import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Walks the chain, folds the log, re-hashes all evidence and looks for what does not belong.
  ///
  /// - Parameters:
  ///   - anchor: The short code on a paper, or more digits of the same digest; the ledger must
  ///     contain that entry unchanged.
  ///   - departments: The departments that the school knows, by which reviewers are recognised.
  /// - Returns: What was walked and what is not as it should be.
  package func verify(
    anchor: String? = nil, departments: DepartmentDirectory = DepartmentDirectory([])
  ) -> IntegrityReport {
    var report = walked(anchor: anchor, departments: departments)
    checkEvidence(in: folder, &report)
    let unlisted = UnlistedEvidence.found(in: folder, besides: report.digests)
    // Whoever attaches while this runs has moved the file into its place before naming it.
    let named = unlisted.isEmpty ? [] : (try? evidenceDigests(after: report.head.sequence)) ?? []
    report.findings += unlisted.filter { finding in
      guard case .evidenceExtra(let name) = finding else { return true }
      return !named.contains { name.hasSuffix("/\($0)") }
    }
    return report
  }

  /// Walks the chain, folds the log and replays the rules; evidence is only collected, not read.
  func walked(anchor: String? = nil, departments: DepartmentDirectory) -> IntegrityReport {
    var report = IntegrityReport()
    var replay = RuleReplay(departments: departments) { EventChain.digest(of: $0) }
    if isWriteAhead { report.findings.append(.writeAheadMode) }
    do {
      try queue.read { db in
        let budget = StepBudget()
        budget.watch(db.sqliteConnection)
        defer { budget.end(db.sqliteConnection) }
        let schema = try SchemaCheck(db, file: folder.database)
        report.findings += schema.missing.map { .protectionMissing(name: $0) }
        report.findings += schema.strange.map { .schemaStrange(name: $0) }
        guard schema.isReadable else { return }
        for problem in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        where problem != "ok" {
          report.findings.append(.databaseDamaged(detail: problem))
        }
        var isAnchored = anchor == nil
        var reader = EntryReader()
        try StoredRow.forEach(
          "SELECT \(EntryReader.columns), item, previous, digest FROM event ORDER BY sequence",
          in: db
        ) { row in
          walk(row, &reader, &report, &replay)
          if let anchor, !isAnchored { isAnchored = report.head.fits(anchor) }
          return true
        }
        if let anchor, !isAnchored { report.findings.append(.anchorMissing(code: anchor)) }
      }
    } catch {
      report.findings.append(.databaseDamaged(detail: Self.detail(of: error)))
    }
    report.school = replay.ledger.school
    let broken = Set(report.brokenEntries)
    report.findings += replay.ledger.unplaced.filter { !broken.contains($0) }
      .map { .entryUnplaced(sequence: $0) }
    return report
  }

  private func evidenceDigests(after sequence: Int) throws(StoreError) -> [EvidenceDigest] {
    try entries().filter { $0.sequence > sequence }.compactMap(\.event.storedFile)
  }

  /// The evidence whose file is missing or changed, for the verdict and the papers.
  package func damagedEvidence(in ledger: Ledger) -> Set<EvidenceNumber> {
    let vault = EvidenceVault(folder: folder)
    // A file that many items show is read once.
    var isSound: [EvidenceDigest: Bool] = [:]
    var damaged: Set<EvidenceNumber> = []
    for evidence in ledger.itemsInOrder.flatMap(\.validEvidence) {
      let sound = isSound[evidence.digest] ?? (vault.condition(of: evidence.digest) == .sound)
      isSound[evidence.digest] = sound
      if !sound { damaged.insert(evidence.number) }
    }
    return damaged
  }

  private static func detail(of error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  private func walk(
    _ row: StoredRow, _ reader: inout EntryReader, _ report: inout IntegrityReport,
    _ replay: inout RuleReplay
  ) {
    let sequence = row.int(0)
    report.entryCount += 1
    if sequence != report.head.sequence + 1 {
      report.findings.append(
        .sequenceBroken(expected: report.head.sequence + 1, found: sequence))
    }
    guard let recordedAt = row.bytes(1), let effective = row.bytes(2), let actor = row.bytes(3),
      let type = row.bytes(4), let payload = row.bytes(5), let previous = row.bytes(7),
      let digest = row.text(8)
    else {
      report.findings.append(.entryUnreadable(sequence: sequence, detail: "NULL"))
      report.head = LogHead(sequence: sequence, digest: row.text(8) ?? "")
      return
    }
    if !previous.elementsEqual(report.head.digest.utf8) {
      report.findings.append(.chainBroken(sequence: sequence))
    }
    let computed = EventChain.digest(
      of: [previous, nil, recordedAt, effective, actor, type, payload], sequence: sequence)
    if computed != digest { report.findings.append(.entryChanged(sequence: sequence)) }
    report.head = LogHead(sequence: sequence, digest: digest)
    do {
      let entry = try reader.entry(row)
      if entry.event.item?.description != row.text(6) {
        report.findings.append(.entryChanged(sequence: sequence))
      }
      report.findings += replay.take(entry).map { .ruleBroken(sequence: sequence, $0) }
      // Against the entry in front alone: one clock set back gives one finding.
      if let last = report.previousRecorded, entry.recordedAt.seconds < last.seconds - 3600 {
        report.findings.append(.clockWentBack(sequence: sequence))
      }
      report.previousRecorded = entry.recordedAt
      if entry.recordedAt.seconds > report.lastRecorded?.seconds ?? Int.min {
        report.lastRecorded = entry.recordedAt
      }
      // What was taken back or dropped later stays in the log, and so must its file.
      if case .item(_, .evidenceAttached(let evidence)) = entry.event {
        report.evidence.append(evidence)
      } else if case .ledger(.monthSealed(let seal)) = entry.event {
        report.papers.append(seal)
      }
      if case .item(let id, .closed(let payload)) = entry.event,
        let closure = replay.ledger[id]?.closure, closure.sequence == sequence,
        EventChain.digest(of: closure.basis.text) != payload.reviewed
      {
        report.findings.append(.reviewNotBound(sequence: sequence, item: id))
      }
    } catch {
      report.findings.append(.entryUnreadable(sequence: sequence, detail: row.text(4) ?? "NULL"))
    }
  }

  /// Reads every evidence file the log names once, from a ledger's folder.
  func checkEvidence(in folder: LedgerFolder, _ report: inout IntegrityReport) {
    let vault = EvidenceVault(folder: folder)
    for evidence in report.evidence {
      let condition =
        report.conditions[evidence.digest] ?? vault.condition(of: evidence.digest)
      if report.conditions.updateValue(condition, forKey: evidence.digest) == nil {
        report.evidenceBytes += evidence.byteCount
      }
      switch condition {
      case .missing: report.findings.append(.evidenceMissing(evidence.number))
      case .changed: report.findings.append(.evidenceChanged(evidence.number))
      case .sound: break
      }
    }
    for sealed in report.papers {
      let condition = vault.condition(of: sealed.paper)
      report.conditions[sealed.paper] = condition
      switch condition {
      case .missing: report.findings.append(.paperMissing(sealed.month))
      case .changed: report.findings.append(.paperChanged(sealed.month))
      case .sound: break
      }
    }
  }
}
