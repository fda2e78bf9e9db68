package import GRDB

/// The tables of the accounts' file. A shipped migration is never edited.
package enum AccountSchema {
  /// Marks the file as accounts of xiaohao (`XHPT`).
  static let applicationID = 0x5848_5054

  /// The migrations in order.
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(
        sql: """
          CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            member TEXT NOT NULL UNIQUE CHECK (length(member) >= 1),
            createdAt INTEGER NOT NULL
          ) STRICT;
          CREATE TABLE password (
            account INTEGER PRIMARY KEY REFERENCES account (id),
            salt BLOB NOT NULL CHECK (length(salt) >= 16),
            hash BLOB NOT NULL CHECK (length(hash) >= 32),
            rounds INTEGER NOT NULL,
            blockSize INTEGER NOT NULL,
            parallelism INTEGER NOT NULL,
            setAt INTEGER NOT NULL
          ) STRICT;
          CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            tokenDigest TEXT NOT NULL UNIQUE CHECK (length(tokenDigest) = 64),
            account INTEGER NOT NULL REFERENCES account (id),
            startedAt INTEGER NOT NULL,
            lastUsedAt INTEGER NOT NULL,
            address TEXT NOT NULL
          ) STRICT;
          CREATE INDEX sessionByAccount ON session (account);
          CREATE TABLE link (
            tokenDigest TEXT PRIMARY KEY CHECK (length(tokenDigest) = 64),
            account INTEGER REFERENCES account (id),
            expiresAt INTEGER NOT NULL
          ) STRICT;
          CREATE TABLE failure (
            kind TEXT NOT NULL CHECK (kind IN ('account', 'address')),
            name TEXT NOT NULL,
            count INTEGER NOT NULL,
            lastAt INTEGER NOT NULL,
            PRIMARY KEY (kind, name)
          ) STRICT;
          CREATE TABLE logIn (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            member TEXT NOT NULL,
            address TEXT NOT NULL,
            outcome TEXT NOT NULL
          ) STRICT;
          CREATE INDEX logInByMember ON logIn (member, address, outcome);
          CREATE TABLE draft (
            account INTEGER NOT NULL REFERENCES account (id),
            form TEXT NOT NULL,
            field TEXT NOT NULL,
            text TEXT NOT NULL,
            savedAt INTEGER NOT NULL,
            PRIMARY KEY (account, form, field)
          ) STRICT;
          """)
    }
    return migrator
  }
}
