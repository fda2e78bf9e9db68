import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Reads every entry in order, all of one moment, without keeping them.
  ///
  /// - Parameter body: Called with each entry.
  /// - Returns: The head of the log as it was read.
  /// - Throws: ``StoreError`` when an entry cannot be read, or what the disk says.
  package func forEachEntry(
    _ body: (EventEnvelope) -> Void
  ) throws(StoreError) -> LogHead {
    try read { db in
      let head = try Self.head(in: db)
      try Self.forEachEntry(.whole, in: db, body)
      return head
    }
  }

  /// The fold of the log as of a day, with the head of the whole log.
  ///
  /// - Parameters:
  ///   - day: The day; nil for all entries.
  ///   - last: The last entry that counts; nil for the head.
  ///   - later: Called with each entry that counts only after the day, in order.
  /// - Returns: The ledger, and the head of the whole log.
  /// - Throws: ``StoreError`` when an entry cannot be read, or what the disk says.
  package func folded(
    asOf day: CivilDate? = nil, through last: Int? = nil,
    later: (EventEnvelope) -> Void = { _ in }
  ) throws(StoreError) -> (ledger: Ledger, head: LogHead) {
    try read { db in
      let head = try Self.head(in: db)
      var ledger = Ledger(asOf: day)
      try Self.forEachEntry(.whole, through: last, in: db) { entry in
        if day.map({ entry.effective <= $0 }) ?? true {
          ledger.apply(entry)
        } else {
          later(entry)
        }
      }
      return (ledger, head)
    }
  }
}
