import Foundation
import GRDB
import TaskLedger

extension LedgerStore {
  /// The kept fold, when it fits the log and holds nothing after a day or an entry.
  func keptFold(asOf day: CivilDate?, through last: Int, in db: Database) throws -> Ledger? {
    guard let kept = KeptFold(of: folder), kept.head.sequence <= last,
      day.map({ kept.latest <= $0 }) ?? true, try Self.holds(kept.head, in: db)
    else { return nil }
    return kept.ledger()
  }

  private static func holds(_ head: LogHead, in db: Database) throws -> Bool {
    try String.fetchOne(
      db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [head.sequence])
      == head.digest
  }

  /// Keeps the fold of a long log once enough has come since the last one.
  ///
  /// It is kept up to the end of the month before the latest day, so that it serves the paper of
  /// that month too; up to the head when too much has come since.
  ///
  /// - Returns: Whether it was kept now.
  /// - Throws: ``StoreError`` when the log cannot be read or the file cannot be written.
  package func keepFold() throws(StoreError) -> Bool {
    try Self.translated(folder.database) {
      try queue.read { db in
        let head = try Self.head(in: db)
        let kept = try KeptFold(of: folder).flatMap { try Self.holds($0.head, in: db) ? $0 : nil }
        guard head.sequence - (kept?.head.sequence ?? 0) >= longLog else { return false }
        let last = try lastToKeep(head.sequence, in: db)
        guard last > kept?.head.sequence ?? 0 else { return false }
        var ledger = Ledger()
        try forEachEntry(after: 0, through: last, in: db) { ledger.apply($0) }
        guard let latest = ledger.latestEffective,
          let digest = try String.fetchOne(
            db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [last])
        else { return false }
        try KeptFold.write(
          ledger, at: LogHead(sequence: last, digest: digest), latest: latest, in: folder)
        return true
      }
    }
  }

  /// Whether entries reached the next of the places at which the kept fold is looked at: a sixteenth
  /// entry of a long log. Looking at it takes longer than writing one entry.
  package func isTimeToKeep(from seen: LogHead, to head: LogHead) -> Bool {
    let step = max(1, longLog / 1250)
    return head.sequence / step > seen.sequence / step
  }

  private func lastToKeep(_ head: Int, in db: Database) throws -> Int {
    guard
      let latest = try String.fetchOne(db, sql: "SELECT MAX(effective) FROM event"),
      let next = try Int.fetchOne(
        db, sql: "SELECT MIN(sequence) FROM event WHERE effective >= ?",
        arguments: [latest.prefix(8) + "01"])
    else { return head }
    return head - (next - 1) < longLog ? next - 1 : head
  }
}
