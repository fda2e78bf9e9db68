import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Walks the chain, folds the log, re-hashes all evidence and looks for what does not belong.
  ///
  /// - Parameter anchor: The short code on a paper; the ledger must contain that entry unchanged.
  /// - Returns: What was walked and what is not as it should be.
  package func verify(anchor: String? = nil) -> IntegrityReport {
    var report = IntegrityReport()
    var ledger = Ledger()
    do {
      try queue.read { db in
        for problem in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        where problem != "ok" {
          report.findings.append(.databaseDamaged(detail: problem))
        }
        try checkProtections(db, &report)
        var isAnchored = anchor == nil
        var reader = EntryReader()
        try StoredRow.forEach(
          "SELECT \(EntryReader.columns), item, previous, digest FROM event ORDER BY sequence",
          in: db
        ) { row in
          walk(row, &reader, &report, &ledger)
          if let anchor, !isAnchored { isAnchored = report.head.code == anchor }
          return true
        }
        if let anchor, !isAnchored { report.findings.append(.anchorMissing(code: anchor)) }
      }
    } catch {
      report.findings.append(.databaseDamaged(detail: Self.detail(of: error)))
    }
    report.findings += ledger.unplaced.map { .entryUnplaced(sequence: $0) }
    checkEvidence(ledger, &report)
    return report
  }

  /// The evidence whose file is missing or changed, for the verdict and the papers.
  package func damagedEvidence(in ledger: Ledger) -> Set<EvidenceNumber> {
    let vault = EvidenceVault(folder: folder)
    var conditions: [EvidenceDigest: EvidenceVault.Condition] = [:]
    var damaged: Set<EvidenceNumber> = []
    for evidence in ledger.itemsInOrder.flatMap(\.validEvidence) {
      let condition =
        conditions[evidence.digest] ?? vault.condition(of: evidence.digest)
      conditions[evidence.digest] = condition
      if condition != .sound { damaged.insert(evidence.number) }
    }
    return damaged
  }

  private static func detail(of error: any Error) -> String {
    (error as? DatabaseError)?.message ?? "\(error)"
  }

  private func checkProtections(_ db: Database, _ report: inout IntegrityReport) throws {
    let expected = try DatabaseQueue()
    try Schema.migrator.migrate(expected)
    let query = "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'event' AND sql IS NOT NULL"
    let wanted = try expected.read { try Row.fetchAll($0, sql: query) }
    let found = Dictionary(
      try Row.fetchAll(db, sql: query).map { row -> (String, String) in (row[0], row[1]) },
      uniquingKeysWith: { first, _ in first })
    for row in wanted {
      let name: String = row[0]
      let sql: String = row[1]
      if found[name] != sql { report.findings.append(.protectionMissing(name: name)) }
    }
  }

  private func walk(
    _ row: StoredRow, _ reader: inout EntryReader, _ report: inout IntegrityReport,
    _ ledger: inout Ledger
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
      ledger.apply(entry)
      if case .itemClosed(let payload) = entry.event,
        let basis = ledger[payload.item]?.round.closures.last?.basis,
        EventChain.digest(of: basis.text) != payload.reviewed
      {
        report.findings.append(.reviewNotBound(sequence: sequence, item: payload.item))
      }
    } catch {
      report.findings.append(.entryUnreadable(sequence: sequence, detail: row.text(4) ?? "NULL"))
    }
  }

  private func checkEvidence(_ ledger: Ledger, _ report: inout IntegrityReport) {
    let vault = EvidenceVault(folder: folder)
    var expected: Set<String> = []
    var conditions: [EvidenceDigest: EvidenceVault.Condition] = [:]
    for state in ledger.itemsInOrder {
      for attached in state.evidence {
        let evidence = attached.evidence
        expected.insert(evidence.digest.description)
        var condition = conditions[evidence.digest]
        if condition == nil {
          condition = vault.condition(of: evidence.digest)
          conditions[evidence.digest] = condition
          report.evidenceCount += 1
          report.evidenceBytes += evidence.byteCount
        }
        switch condition {
        case .missing: report.findings.append(.evidenceMissing(evidence.number))
        case .changed: report.findings.append(.evidenceChanged(evidence.number))
        case .sound, nil: break
        }
      }
    }
    lookForStrangers(expected, &report)
  }

  private func lookForStrangers(_ expected: Set<String>, _ report: inout IntegrityReport) {
    let manager = FileManager.default
    func isLink(_ path: String) -> Bool {
      (try? manager.destinationOfSymbolicLink(atPath: path)) != nil
    }
    if isLink(folder.evidence) { report.findings.append(.evidenceLinked(name: "evidence")) }
    for name in ((try? manager.contentsOfDirectory(atPath: folder.evidence)) ?? []).sorted() {
      let path = folder.evidence + "/" + name
      if isLink(path) {
        report.findings.append(.evidenceLinked(name: name))
        continue
      }
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        report.findings.append(.evidenceExtra(name: name))
        continue
      }
      for file in ((try? manager.contentsOfDirectory(atPath: path)) ?? []).sorted() {
        if name == ".staging" {
          report.findings.append(.stagingLeftover(name: file))
        } else if isLink(path + "/" + file) {
          report.findings.append(.evidenceLinked(name: "\(name)/\(file)"))
        } else if !expected.contains(file) || file.prefix(2) != name {
          report.findings.append(.evidenceExtra(name: "\(name)/\(file)"))
        }
      }
    }
  }
}
