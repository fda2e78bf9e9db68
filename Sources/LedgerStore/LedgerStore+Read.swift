import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Which entries a reader needs.
  package enum Scope: Sendable, Hashable {
    /// The whole log.
    case whole
    /// The entries of some items and those that concern the ledger as a whole.
    case items(Set<ItemID>)
  }

  /// Reads entries in order.
  package func entries(_ scope: Scope = .whole) throws(StoreError) -> [EventEnvelope] {
    try read { db in try Self.entries(scope, in: db) }
  }

  /// Reads the head of the log.
  package func head() throws(StoreError) -> LogHead {
    try readOnce(Self.head)
  }

  static func head(in db: Database) throws -> LogHead {
    let query = try db.cachedStatement(
      sql: "SELECT sequence, digest FROM event ORDER BY sequence DESC LIMIT 1")
    let row = try Row.fetchOne(query)
    guard let row else { return LogHead(sequence: 0, digest: EventChain.origin) }
    return LogHead(sequence: try row.integer(0), digest: try row.text(1))
  }

  static func entries(_ scope: Scope, in db: Database) throws -> [EventEnvelope] {
    var result: [EventEnvelope] = []
    try forEachEntry(scope, in: db) { result.append($0) }
    return result
  }

  /// The fold of the entries of a scope.
  static func folded(_ scope: Scope, in db: Database) throws -> Ledger {
    var ledger = Ledger()
    try forEachEntry(scope, in: db) { ledger.apply($0) }
    return ledger
  }

  static func forEachEntry(
    _ scope: Scope, through last: Int? = nil, in db: Database, _ body: (EventEnvelope) -> Void
  ) throws {
    var sql = "SELECT \(EntryReader.columns) FROM event WHERE sequence <= ?"
    var arguments: StatementArguments = [last ?? Int.max]
    if case .items(let items) = scope {
      let ids = items.sorted().map(\.description)
      let places = ids.map { _ in "?" }.joined(separator: ", ")
      sql += " AND (item IS NULL OR item IN (\(places)))"
      arguments += StatementArguments(ids)
    }
    var reader = EntryReader()
    try StoredRow.forEach(sql + " ORDER BY sequence", arguments: arguments, in: db) { row in
      body(try reader.entry(row))
      return true
    }
  }
}

extension LedgerStore {
  /// Reads where the log stood after an entry.
  package func head(at sequence: Int) throws(StoreError) -> LogHead {
    try read { db in
      let digest = try String.fetchOne(
        db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [sequence])
      return LogHead(sequence: sequence, digest: digest ?? EventChain.origin)
    }
  }
}
