import GRDB
import Testing

import LedgerStore

struct SchemaSignTests {
  @Test func `a new ledger is known by its sign`() throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    #expect(try queue.read(SchemaCheck.sign) == SchemaCheck.Kind.ledger.sign)
  }

  @Test func `new accounts are known by their sign`() throws {
    let queue = try DatabaseQueue()
    try AccountSchema.migrator.migrate(queue)
    #expect(try queue.read(SchemaCheck.sign) == SchemaCheck.Kind.accounts.sign)
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END", "CREATE VIEW v AS SELECT 1",
    "CREATE INDEX i ON event (actor)", "DROP TRIGGER eventKeepsChain",
  ])
  func `a database with another object has another sign`(change: String) throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    try queue.write { try $0.execute(sql: change) }
    #expect(try queue.read(SchemaCheck.sign) != SchemaCheck.Kind.ledger.sign)
  }
}
