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
    try Self.translated(folder.database) {
      try queue.read { db in try Self.entries(scope, in: db) }
    }
  }

  /// Reads the head of the log.
  package func head() throws(StoreError) -> LogHead {
    try Self.translated(folder.database) { try queue.read(Self.head) }
  }

  /// Reads the entries and the head of the same moment.
  package func entriesAndHead() throws(StoreError) -> (entries: [EventEnvelope], head: LogHead) {
    try Self.translated(folder.database) {
      try queue.read { db in (try Self.entries(.whole, in: db), try Self.head(in: db)) }
    }
  }

  static func head(in db: Database) throws -> LogHead {
    let row = try Row.fetchOne(
      db, sql: "SELECT sequence, digest FROM event ORDER BY sequence DESC LIMIT 1")
    guard let row else { return LogHead(sequence: 0, digest: EventChain.origin) }
    return LogHead(sequence: try row.integer(0), digest: try row.text(1))
  }

  static func entries(_ scope: Scope, in db: Database) throws -> [EventEnvelope] {
    let columns = "sequence, recordedAt, effective, actor, type, payload"
    let cursor: RowCursor
    switch scope {
    case .whole:
      cursor = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM event ORDER BY sequence")
    case .items(let items):
      let ids = items.sorted().map(\.description)
      let places = ids.map { _ in "?" }.joined(separator: ", ")
      cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns) FROM event WHERE item IS NULL OR item IN (\(places))
          ORDER BY sequence
          """, arguments: StatementArguments(ids))
    }
    var result: [EventEnvelope] = []
    while let row = try cursor.next() { result.append(try envelope(row)) }
    return result
  }

  static func envelope(_ row: Row) throws -> EventEnvelope {
    let sequence = try row.integer(0)
    let recordedText = try row.text(1)
    let effectiveText = try row.text(2)
    let actor = try row.text(3)
    let typeText = try row.text(4)
    let payload = try row.text(5)
    guard let recordedAt = Instant(recordedText), let effective = CivilDate(effectiveText) else {
      throw StoreError.entryUnreadable(
        sequence: sequence, detail: "\(recordedText) \(effectiveText)")
    }
    guard let name = LedgerEvent.Name(rawValue: typeText) else {
      throw StoreError.entryTypeUnknown(sequence: sequence, type: typeText)
    }
    do {
      return EventEnvelope(
        sequence: sequence, recordedAt: recordedAt, effective: effective, actor: actor,
        event: try LedgerEvent(name: name, payload: payload))
    } catch {
      throw StoreError.entryUnreadable(sequence: sequence, detail: typeText)
    }
  }
}

extension LedgerStore {
  /// Reads where the log stood after an entry.
  package func head(at sequence: Int) throws(StoreError) -> LogHead {
    try Self.translated(folder.database) {
      try queue.read { db in
        let digest = try String.fetchOne(
          db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [sequence])
        return LogHead(sequence: sequence, digest: digest ?? EventChain.origin)
      }
    }
  }
}
