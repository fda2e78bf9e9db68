import GRDB
package import TaskLedger

extension LedgerStore {
  /// Makes a ledger of entries that are already numbered, in one transaction.
  ///
  /// - Parameters:
  ///   - folder: A folder without a ledger.
  ///   - entries: The log from its first entry on, without a gap.
  /// - Returns: The head of the new ledger.
  /// - Throws: ``StoreError``; nothing is left behind then.
  package static func create(in folder: LedgerFolder, of entries: some Sequence<EventEnvelope>)
    throws(StoreError) -> LogHead
  {
    try build(in: folder) { db in
      var head = LogHead(sequence: 0, digest: EventChain.origin)
      for entry in entries { head = try insert(entry, after: head, in: db) }
      return head
    }
  }
}
