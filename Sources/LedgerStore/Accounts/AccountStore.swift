import Foundation
import GRDB
import TaskLedger

/// The accounts, sessions and log-ins of the page in `portal.sqlite` (0600), beside the ledger.
///
/// Nothing here is an entry of the ledger: passwords and sessions are taken away again, entries
/// never are. Tokens are kept as digests only. The clock is handed in.
package struct AccountStore: Sendable {
  /// The folder of the ledger.
  package let folder: LedgerFolder
  let queue: DatabaseQueue

  /// Opens the accounts of a ledger, and makes the file when it is not there.
  ///
  /// - Throws: ``StoreError/notALedger(file:)``, ``StoreError/newerFormat(file:)`` or what the disk
  ///   says.
  package init(opening folder: LedgerFolder) throws(StoreError) {
    self.folder = folder
    let path = folder.accounts
    // Made by hand, so that it is closed to others from its first moment on.
    try FileSystem.withDescriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW) {
      (descriptor) throws(StoreError) in
      try FileSystem.check(at: path) { fchmod(descriptor, 0o600) }
    }
    queue = try LedgerStore.translated(path) {
      let queue = try DatabaseQueue(
        path: path, configuration: LedgerStore.configuration(for: .writing))
      try queue.read { db in
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard id == AccountSchema.applicationID || id == 0 else {
          throw StoreError.notALedger(file: path)
        }
        let found = try SchemaCheck(db, file: path, kind: .accounts)
        guard found.isOwn else { throw StoreError.damaged(file: path, detail: "schema") }
      }
      try AccountSchema.migrator.migrate(queue)
      let made = try queue.read {
        try SchemaCheck($0, file: path, kind: .accounts)
      }
      guard made.isWhole else { throw StoreError.damaged(file: path, detail: "schema") }
      return queue
    }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try LedgerStore.translated(folder.accounts) { try queue.read(body) }
  }

  /// Reads with one statement, which sees one moment by itself.
  func readOnce<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try LedgerStore.translated(folder.accounts) { try queue.unsafeRead(body) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try LedgerStore.translated(folder.accounts) { try queue.inTransactionReturning(body) }
  }

  /// The digest under which a token is kept.
  static func digest(of token: String) -> String { EventChain.digest(of: token).description }

  /// A token nobody can guess: 32 random bytes in hexadecimal digits.
  package static func newToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let word = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - word.count) + word
    }.joined()
  }
}

extension AccountStore {
  /// All accounts, by name.
  package func accounts() throws(StoreError) -> [Account] {
    try read { db in
      try Row.fetchAll(db, sql: Self.accountQuery + " ORDER BY account.member").map(Self.account)
    }
  }

  /// The account of a member; nil when there is none.
  package func account(of member: String) throws(StoreError) -> Account? {
    try read { db in
      try Row.fetchOne(
        db, sql: Self.accountQuery + " WHERE account.member = ?", arguments: [member]
      ).map(Self.account)
    }
  }

  /// The account of a member, made when there is none.
  package func makeAccount(for member: String, at now: Int) throws(StoreError) -> Account {
    try write { db in
      try db.execute(
        sql: "INSERT INTO account (member, createdAt) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [member, now])
      guard
        let row = try Row.fetchOne(
          db, sql: Self.accountQuery + " WHERE account.member = ?", arguments: [member])
      else { throw StoreError.damaged(file: folder.accounts, detail: "account") }
      return Self.account(row)
    }
  }

  /// Sets a password and ends every session of the account.
  package func setPassword(_ password: PasswordRecord, of account: Int, at now: Int)
    throws(StoreError)
  {
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO password
            (account, salt, hash, rounds, blockSize, parallelism, setAt)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          account, Data(password.salt), Data(password.hash), password.rounds, password.blockSize,
          password.parallelism, now,
        ])
      try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [account])
      try db.execute(sql: "DELETE FROM link WHERE account = ?", arguments: [account])
    }
  }

  private static let accountQuery = """
    SELECT account.id, account.member, password.salt, password.hash, password.rounds,
      password.blockSize, password.parallelism
    FROM account LEFT JOIN password ON password.account = account.id
    """

  private static func account(_ row: Row) -> Account {
    var password: PasswordRecord?
    if let salt: Data = row["salt"], let hash: Data = row["hash"] {
      password = PasswordRecord(
        salt: [UInt8](salt), hash: [UInt8](hash), rounds: row["rounds"],
        blockSize: row["blockSize"], parallelism: row["parallelism"])
    }
    return Account(id: row["id"], member: row["member"], password: password)
  }
}

extension AccountStore {
  /// Makes a link that is opened once; earlier links for the same end with it.
  ///
  /// - Returns: The token that stands in the link.
  package func makeLink(for purpose: LinkPurpose, expiresAt: Int) throws(StoreError) -> String {
    let token = Self.newToken()
    try write { db in
      switch purpose {
      case .password(let account):
        try db.execute(sql: "DELETE FROM link WHERE account = ?", arguments: [account])
        try db.execute(
          sql: "INSERT INTO link (tokenDigest, account, expiresAt) VALUES (?, ?, ?)",
          arguments: [Self.digest(of: token), account, expiresAt])
      case .setup:
        try db.execute(sql: "DELETE FROM link WHERE account IS NULL")
        try db.execute(
          sql: "INSERT INTO link (tokenDigest, account, expiresAt) VALUES (?, NULL, ?)",
          arguments: [Self.digest(of: token), expiresAt])
      }
    }
    return token
  }

  /// What a link is for; nil when it is not known, was used or is over.
  package func purpose(ofLink token: String, at now: Int) throws(StoreError) -> LinkPurpose? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT account FROM link WHERE tokenDigest = ? AND expiresAt > ?",
        arguments: [Self.digest(of: token), now]
      ).map { row in
        let account: Int? = row["account"]
        return account.map { .password(account: $0) } ?? .setup
      }
    }
  }

  /// Uses a link up.
  ///
  /// - Returns: Whether it was still good; of two that use it at once only one hears yes.
  package func useLink(_ token: String, at now: Int) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(
        sql: "DELETE FROM link WHERE tokenDigest = ? AND expiresAt > ?",
        arguments: [Self.digest(of: token), now])
      return db.changesCount == 1
    }
  }
}

extension LedgerFolder {
  /// The accounts, sessions and log-ins of the page.
  package var accounts: String { path + "/portal.sqlite" }
}
