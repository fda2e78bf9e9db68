package import GRDB

/// The tables of a ledger file. A shipped migration is never edited.
package enum Schema {
  /// Marks the file as a ledger of xiaohao (`XHLG`).
  static let applicationID = 0x5848_4C47

  /// The migrations in order.
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(
        sql: """
          CREATE TABLE event (
            sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
            recordedAt TEXT NOT NULL CHECK (length(recordedAt) IN (20, 25)),
            effective TEXT NOT NULL CHECK (length(effective) = 10),
            actor TEXT NOT NULL CHECK (length(actor) >= 1),
            type TEXT NOT NULL CHECK (length(type) >= 1),
            item TEXT,
            payload TEXT NOT NULL CHECK (length(payload) >= 2),
            previous TEXT NOT NULL CHECK (length(previous) = 64),
            digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64)
          ) STRICT;
          CREATE INDEX eventByItem ON event (item, sequence);
          CREATE TRIGGER eventRefusesUpdate BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
          CREATE TRIGGER eventRefusesDelete BEFORE DELETE ON event
          BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
          CREATE TRIGGER eventKeepsChain BEFORE INSERT ON event
          WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM event)
            OR NEW.previous <> COALESCE(
              (SELECT digest FROM event ORDER BY sequence DESC LIMIT 1),
              '0000000000000000000000000000000000000000000000000000000000000000')
          BEGIN SELECT RAISE(ABORT, 'the entry does not continue the log'); END;
          """)
    }
    return migrator
  }
}
