import GRDB
import TaskLedger

/// How long a log-in must wait after wrong ones: nothing for the first few, then twice as long each
/// time, up to a limit. Nobody is ever locked out.
package struct LogInDelay: Sendable, Hashable {
  /// How many wrong ones are free.
  package var freeFailures: Int
  /// The longest wait in seconds.
  package var longest: Int

  /// The delay of an account.
  package static let account = LogInDelay(freeFailures: 4, longest: 60)
  /// The delay of an address, behind which a whole house may sit.
  package static let address = LogInDelay(freeFailures: 20, longest: 300)

  /// Creates a delay.
  package init(freeFailures: Int, longest: Int) {
    self.freeFailures = freeFailures
    self.longest = longest
  }

  /// The wait after a number of wrong ones, in seconds.
  package func seconds(after failures: Int) -> Int {
    let over = failures - freeFailures
    return over < 0 ? 0 : over > 16 ? longest : min(longest, 1 << over)
  }
}

extension AccountStore {
  /// After how many seconds without a wrong one they are forgotten.
  package static let failureMemory = 24 * 3600

  /// How many seconds a log-in must still wait; 0 when it may be tried.
  ///
  /// Who logged in from the same address before does not wait for what others tried on the account,
  /// so that nobody can keep a member out by typing wrong passwords.
  package func delay(ofMember member: String?, from address: String, at now: Int)
    throws(StoreError) -> Int
  {
    try read { db in
      var wait = try Self.wait(
        db, kind: "address", name: address, delay: .address, at: now)
      if let member {
        let isKnown =
          try Bool.fetchOne(
            db,
            sql: """
              SELECT EXISTS (SELECT 1 FROM logIn
                WHERE member = ? AND address = ? AND outcome = 'succeeded')
              """, arguments: [member, address]) ?? false
        if !isKnown {
          wait = max(
            wait, try Self.wait(db, kind: "account", name: member, delay: .account, at: now))
        }
      }
      return wait
    }
  }

  private static func wait(
    _ db: Database, kind: String, name: String, delay: LogInDelay, at now: Int
  ) throws -> Int {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT count, lastAt FROM failure WHERE kind = ? AND name = ?",
        arguments: [kind, name])
    else { return 0 }
    let (count, lastAt): (Int, Int) = (row["count"], row["lastAt"])
    guard now - lastAt < failureMemory else { return 0 }
    return max(0, lastAt + delay.seconds(after: count) - now)
  }

  /// Writes a line into the log of log-ins, and counts or forgets wrong ones.
  package func note(_ record: LogInRecord) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO logIn (at, member, address, outcome) VALUES (?, ?, ?, ?)",
        arguments: [record.at, record.member, record.address, record.outcome.rawValue])
      switch record.outcome {
      case .passwordWrong, .nameUnknown:
        try Self.countFailure(db, kind: "address", name: record.address, at: record.at)
        if !record.member.isEmpty {
          try Self.countFailure(db, kind: "account", name: record.member, at: record.at)
        }
      case .succeeded, .passwordSet:
        // The address keeps its count: one right password among many wrong ones proves nothing.
        try db.execute(
          sql: "DELETE FROM failure WHERE kind = 'account' AND name = ?",
          arguments: [record.member])
      case .delayed, .loggedOut, .endedEverywhere: break
      }
    }
  }

  private static func countFailure(_ db: Database, kind: String, name: String, at now: Int) throws {
    try db.execute(
      sql: """
        INSERT INTO failure (kind, name, count, lastAt) VALUES (?, ?, 1, ?)
        ON CONFLICT (kind, name) DO UPDATE SET
          count = CASE WHEN excluded.lastAt - lastAt < ? THEN count + 1 ELSE 1 END,
          lastAt = excluded.lastAt
        """, arguments: [kind, name, now, failureMemory])
  }

  /// The last lines of the log of log-ins, the newest first.
  package func logIns(limit: Int) throws(StoreError) -> [LogInRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT at, member, address, outcome FROM logIn ORDER BY id DESC LIMIT ?",
        arguments: [limit]
      ).map { row in
        let name: String = row["outcome"]
        guard let outcome = LogInRecord.Outcome(rawValue: name) else {
          throw StoreError.damaged(file: folder.accounts, detail: name)
        }
        return LogInRecord(
          at: row["at"], member: row["member"], address: row["address"], outcome: outcome)
      }
    }
  }
}
