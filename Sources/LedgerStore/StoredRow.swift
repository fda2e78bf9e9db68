import Foundation
import GRDB
import GRDBSQLite
import TaskLedger

/// The row a statement stands on, read without copying; valid until the next step.
struct StoredRow {
  let statement: SQLiteStatement

  /// A whole number; 0 for what is none.
  func int(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

  /// The bytes of a text; nil for anything else.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT,
      let start = sqlite3_column_text(statement, Int32(column))
    else { return nil }
    return UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  /// A text; nil for anything else.
  func text(_ column: Int) -> String? {
    bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Steps through a query.
  ///
  /// - Parameters:
  ///   - sql: One query.
  ///   - arguments: Its arguments.
  ///   - db: The database, within its own access.
  ///   - body: Called with each row; false ends the stepping.
  /// - Throws: `DatabaseError`, or what the body throws.
  static func forEach(
    _ sql: String, arguments: StatementArguments = StatementArguments(), in db: Database,
    _ body: (StoredRow) throws -> Bool
  ) throws {
    let statement = try db.makeStatement(sql: sql)
    try statement.setArguments(arguments)
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: if try !body(StoredRow(statement: handle)) { return }
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
      }
    }
  }
}

/// Reads entries from rows, keeping what comes again from row to row.
struct EntryReader {
  /// The columns of an entry, in the order in which they are read.
  static let columns = "sequence, recordedAt, effective, actor, type, payload"

  private var payloads = PayloadReader()
  private var names = KnownTexts(
    LedgerEvent.Name.allCases.map { (Array($0.rawValue.utf8), $0) }, limit: 64)
  private var actors = KnownTexts<String>([], limit: 32)

  /// Reads the entry a row holds; its first columns are ``columns``.
  ///
  /// - Throws: ``StoreError/entryUnreadable(sequence:detail:)``.
  mutating func entry(_ row: StoredRow) throws -> EventEnvelope {
    let sequence = row.int(0)
    guard let recordedText = row.bytes(1), let effectiveText = row.bytes(2),
      let actor = row.bytes(3), let type = row.bytes(4), let payload = row.bytes(5)
    else { throw StoreError.entryUnreadable(sequence: sequence, detail: "NULL") }
    guard let recordedAt = Instant(utf8: recordedText),
      let effective = CivilDate(utf8: effectiveText)
    else {
      throw StoreError.entryUnreadable(
        sequence: sequence, detail: "\(row.text(1) ?? "") \(row.text(2) ?? "")")
    }
    guard let name = names[type] else {
      throw StoreError.entryTypeUnknown(sequence: sequence, type: row.text(4) ?? "NULL")
    }
    do {
      return EventEnvelope(
        sequence: sequence, recordedAt: recordedAt, effective: effective,
        actor: actors[actor, else: { String(decoding: $0, as: UTF8.self) }],
        event: try payloads.event(name, payload: payload))
    } catch {
      throw StoreError.entryUnreadable(sequence: sequence, detail: name.rawValue)
    }
  }
}

/// What a few texts that come again and again stand for, found by their bytes.
private struct KnownTexts<Meaning> {
  private var known: [(bytes: [UInt8], meaning: Meaning)]
  private let limit: Int

  init(_ known: [([UInt8], Meaning)], limit: Int) {
    self.known = known.map { (bytes: $0.0, meaning: $0.1) }
    self.limit = limit
  }

  subscript(_ bytes: UnsafeBufferPointer<UInt8>) -> Meaning? {
    for one in known where one.bytes.count == bytes.count {
      let isSame = one.bytes.withUnsafeBufferPointer { own in
        own.baseAddress.map { memcmp($0, bytes.baseAddress ?? $0, bytes.count) == 0 } ?? true
      }
      if isSame { return one.meaning }
    }
    return nil
  }

  subscript(
    _ bytes: UnsafeBufferPointer<UInt8>, else make: (UnsafeBufferPointer<UInt8>) -> Meaning
  ) -> Meaning {
    mutating get {
      if let meaning = self[bytes] { return meaning }
      let meaning = make(bytes)
      if known.count < limit { known.append((bytes: Array(bytes), meaning: meaning)) }
      return meaning
    }
  }
}
