import Foundation
import GRDB
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// Ledgers as an adversary hands them over: what lies beside the log, and what is in it besides.
struct ForeignDatabaseTests {
  private let cabinet: Cabinet
  private var database: String { cabinet.folder.database }

  init() throws { cabinet = try Cabinet() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cabinet.folder.path).sorted()
  }

  // MARK: - What lies beside the log

  /// A journal whose end names another file: a database that plays it back deletes that file.
  private func forgeJournal(naming victim: String) throws {
    var bytes = [UInt8](repeating: 0, count: 512)
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    bytes.replaceSubrange(0..<8, with: magic)
    func number(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
    }
    // No pages, sector size 512, page size 4096.
    bytes.replaceSubrange(16..<20, with: number(1))
    bytes.replaceSubrange(20..<24, with: number(512))
    bytes.replaceSubrange(24..<28, with: number(4096))
    let name = Array(victim.utf8)
    let sum = name.reduce(UInt32(0)) { $0 &+ UInt32(bitPattern: Int32(Int8(bitPattern: $1))) }
    bytes += number(262_145) + name + number(UInt32(name.count)) + number(sum) + magic
    try Data(bytes).write(to: URL(fileURLWithPath: database + "-journal"))
  }

  @Test(arguments: [LedgerStore.Access.reading, .inspecting, .writing])
  func `a journal that names another file is refused before the database is opened`(
    access: LedgerStore.Access
  ) throws {
    let victim = cabinet.root.appendingPathComponent("别人的文件").path
    try Data("重要".utf8).write(to: URL(fileURLWithPath: victim))
    try forgeJournal(naming: victim)
    #expect(throws: StoreError.journalForged(file: database + "-journal")) {
      try cabinet.open(access)
    }
    #expect(FileManager.default.fileExists(atPath: victim))
    let found = FolderExamination(of: cabinet.folder, today: cabinet.day)
    #expect(found.isDamaged)
    #expect(found.findings.contains(.unreadable(.journalForged(file: database + "-journal"))))
    #expect(FileManager.default.fileExists(atPath: victim))
  }

  @Test(arguments: ["ledger.sqlite", "ledger.sqlite-journal", "ledger.sqlite-wal"])
  func `a pipe as a file of the ledger is refused and not waited for`(name: String) throws {
    let path = cabinet.folder.path + "/" + name
    try? FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    for access in [LedgerStore.Access.reading, .inspecting, .writing] {
      #expect(throws: StoreError.self) { try cabinet.open(access) }
    }
    _ = FolderExamination(of: cabinet.folder, today: cabinet.day)
  }

  @Test func `a write-ahead log is refused, and a log that asks for one is only read`() throws {
    let head = try cabinet.open(.reading).head()
    let other = try DatabaseQueue(path: database)
    try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try other.close()
    let before = try names()
    #expect(throws: StoreError.writeAhead(file: database)) { try cabinet.open(.writing) }
    let store = try cabinet.open(.reading)
    #expect(try store.head() == head)
    #expect(store.verify().findings == [.writeAheadMode])
    #expect(try cabinet.open(.inspecting).head() == head)
    #expect(try names() == before)
    try Data([1]).write(to: URL(fileURLWithPath: database + "-wal"))
    for access in [LedgerStore.Access.reading, .inspecting, .writing] {
      #expect(throws: StoreError.writeAhead(file: database)) { try cabinet.open(access) }
    }
  }

  @Test func `inspecting leaves nothing beside a log, also where nobody may write`() throws {
    let before = try names()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: database))
    chmod(cabinet.folder.path, 0o500)
    defer { chmod(cabinet.folder.path, 0o700) }
    let store = try cabinet.open(.inspecting)
    #expect(store.verify().findings.isEmpty)
    #expect(try names() == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == bytes)
  }

  @Test func `inspecting does not take back what a stopped writer left`() throws {
    let folder = try cabinet.stoppedCopy()
    #expect(throws: StoreError.interrupted(file: folder.database)) {
      try LedgerStore(opening: folder, for: .inspecting)
    }
    #expect(FileManager.default.fileExists(atPath: folder.database + "-journal"))
  }

  // MARK: - What is in the log besides

  /// SQL that makes a foreign schema, and what it is called.
  struct Schema: CustomTestStringConvertible, Sendable {
    var name: String
    var sql: String
    var testDescription: String { name }

    init(_ name: String, _ sql: String) { (self.name, self.sql) = (name, sql) }

    /// An object written into the schema under a name that only the database may give.
    static func written(_ name: String, type: String, table: String, sql: String) -> Schema {
      Schema(
        name,
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES "
          + "('\(type)', '\(name)', '\(table)', 0, '\(sql)');")
    }
  }

  static let swallowing =
    "CREATE TRIGGER %@ BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END"
  static let endless =
    "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a FROM n"
  static let columns =
    "sequence, recordedAt, effective, actor, type, item, payload, previous, digest"

  @Test(arguments: [
    Schema("swallow", String(format: swallowing, "swallow")),
    .written(
      "sqlite_x", type: "trigger", table: "event", sql: String(format: swallowing, "sqlite_x")),
    .written(
      "sqlite_v", type: "view", table: "sqlite_v", sql: "CREATE VIEW sqlite_v AS \(endless)"),
    Schema(
      "event",
      "ALTER TABLE event RENAME TO kept; CREATE VIEW event AS SELECT \(columns) FROM kept "
        + "UNION ALL SELECT a, '', '', '', '', '', '', '', '' FROM (\(endless))"),
    Schema(
      "grdb_migrations",
      "DROP TABLE grdb_migrations; CREATE VIEW grdb_migrations(identifier) AS \(endless)"),
    Schema("searched", "CREATE VIRTUAL TABLE searched USING fts5(words)"),
    Schema(
      "eventKeepsChain",
      "DROP TRIGGER eventKeepsChain; " + String(format: swallowing, "eventKeepsChain")),
    Schema("extra", "CREATE TABLE extra (a)"),
  ])
  func `a foreign schema is found before the first row and nothing is written`(
    schema: Schema
  ) throws {
    try cabinet.meddle(schema.sql)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: database))
    for access in [LedgerStore.Access.reading, .inspecting] {
      do {
        let store = try cabinet.open(access)
        #expect(throws: StoreError.self) { try store.entries() }
        #expect(throws: StoreError.self) { try store.folded() }
        #expect(throws: StoreError.self) { try store.checkedFold(asOf: cabinet.day) }
        #expect(throws: StoreError.self) { try store.exportedEvents() }
        #expect(!store.verify().isSound)
      } catch {
        #expect(error is StoreError)
      }
    }
    #expect(throws: (any Error).self) { try cabinet.append(.start(cabinet.ids[0])) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == bytes)
  }

  @Test func `what is not in the log after the commit is not acknowledged`() throws {
    let store = try cabinet.open()
    let head = try store.head()
    // Put in behind the open store's back.
    try cabinet.meddle(
      "CREATE TRIGGER swallow BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END")
    #expect(throws: AppendError.store(.entryNotKept(sequence: head.sequence + 1))) {
      try cabinet.append(.start(cabinet.ids[0]), in: store)
    }
  }

  @Test func `statistics of the database are no foreign schema`() throws {
    try cabinet.meddle("ANALYZE")
    #expect(try cabinet.open(.writing).verify().findings.isEmpty)
    try cabinet.append(.start(cabinet.ids[0]))
  }
}
