package import GRDB
import TaskLedger

/// Compares everything a database holds by kind, name, table and words with what a ledger, or the
/// accounts beside it, hold, before the first row is read: a trigger can swallow entries, a view can make them up, and a
/// table of another kind may never end.
package struct SchemaCheck {
  /// What is gone or changed.
  private(set) var missing: [String] = []
  /// What is no part of a ledger.
  private(set) var strange: [String] = []

  /// Whether rows may be read: the tables are those of a ledger and nothing was added.
  var isReadable: Bool {
    strange.isEmpty && missing.allSatisfy { !Self.needed.contains($0) && !changed.contains($0) }
  }
  /// Whether entries may be added.
  var isWhole: Bool { strange.isEmpty && missing.isEmpty }

  private var changed: Set<String> = []
  private static let needed: Set<String> = ["event", migrations]
  private static let migrations = "grdb_migrations"

  /// What a database is to be.
  package enum Kind {
    /// A ledger's.
    case ledger
    /// That of the accounts beside it.
    case accounts

    fileprivate var migrator: DatabaseMigrator {
      switch self {
      case .ledger: Schema.migrator
      case .accounts: AccountSchema.migrator
      }
    }

    /// The sign of a database that the migrator made, which a test holds against it: making one to
    /// compare with takes longer than reading a short log.
    package var sign: String {
      switch self {
      case .ledger: "55596deca5017b64146cc75c65592328980ca122d4b53b193c13d809f779580e"
      case .accounts: "5ec66f3983e3a6acbe2a56007917618b87d06fa2199e94e4c6d8cba8ac358bc7"
      }
    }
  }

  private struct Object: Hashable {
    var kind: String
    var name: String
    var table: String
    var sql: String
  }

  /// Whether nothing was added and nothing differs, though something may still be missing.
  var isOwn: Bool { strange.isEmpty && changed.isEmpty }

  /// Looks at a database.
  ///
  /// - Parameters:
  ///   - db: The database.
  ///   - file: Its path.
  ///   - kind: What it is to be.
  /// - Throws: `DatabaseError`, or ``StoreError/newerFormat(file:)`` when a newer program made it.
  init(_ db: Database, file: String, kind: Kind = .ledger) throws {
    let found = try Self.objects(db)
    let isLikeNew = Self.sign(of: found) == kind.sign
    let wanted = isLikeNew ? found : try Self.expected(kind)
    let migrations = wanted.first { $0.name == Self.migrations }
    // Which migrations were made is asked of a plain table alone.
    if let migrations, found.contains(migrations), try kind.migrator.hasBeenSuperseded(db) {
      throw StoreError.newerFormat(file: file)
    }
    guard !isLikeNew else { return }
    let names = Set(wanted.map(\.name))
    let lacking = Set(wanted).subtracting(found)
    missing = Set(lacking.map(\.name)).sorted()
    let extra = Set(found).subtracting(wanted)
    changed = Set(extra.map(\.name)).intersection(names)
    strange = Set(extra.map(\.name)).subtracting(names).sorted()
  }

  /// What a database holds; statistics are the database's own and hold no entries.
  private static func objects(_ db: Database) throws -> [Object] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 1000")
    return rows.map { row in
      func word(_ column: Int) -> String { String.fromDatabaseValue(row[column]) ?? "" }
      return Object(kind: word(0), name: word(1), table: word(2), sql: word(3))
    }.filter { !statistics.contains($0) }
  }

  private static let statistics: Set<Object> = [
    Object(
      kind: "table", name: "sqlite_stat1", table: "sqlite_stat1",
      sql: "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    Object(
      kind: "table", name: "sqlite_stat4", table: "sqlite_stat4",
      sql: "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
  ]

  /// What a database holds, as one digest in hexadecimal digits.
  package static func sign(of db: Database) throws -> String { sign(of: try objects(db)) }

  private static func sign(of objects: [Object]) -> String {
    // Each word behind its length, so that none can pass for two.
    let lines = objects.map { object in
      [object.kind, object.name, object.table, object.sql].map { "\($0.utf8.count):\($0)" }.joined()
    }
    return EventChain.digest(of: lines.sorted().joined()).description
  }

  private static func expected(_ kind: Kind) throws -> [Object] {
    let model = try DatabaseQueue()
    try kind.migrator.migrate(model)
    return try model.read(objects)
  }
}
