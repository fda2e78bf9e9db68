import GRDB
import TaskLedger

extension AccountStore {
  /// Begins a session with a token that was never used before; the one a browser held ends.
  ///
  /// - Returns: The token, for the browser alone.
  package func startSession(
    of account: Int, replacing earlier: String?, from address: String, at now: Int
  ) throws(StoreError) -> String {
    let token = Self.newToken()
    try write { db in
      if let earlier {
        try db.execute(
          sql: "DELETE FROM session WHERE tokenDigest = ?",
          arguments: [Self.digest(of: earlier)])
      }
      try db.execute(
        sql: """
          INSERT INTO session (tokenDigest, account, startedAt, lastUsedAt, address)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [Self.digest(of: token), account, now, now, address])
    }
    return token
  }

  /// The session of a token; nil when there is none or it is over. Its use is noted once a minute.
  package func session(of token: String, limits: SessionLimits, at now: Int) throws(StoreError)
    -> PortalSession?
  {
    let digest = Self.digest(of: token)
    let found = try readOnce { db in
      let query = try db.cachedStatement(
        sql: Self.sessionQuery + " WHERE session.tokenDigest = ?")
      return try Row.fetchOne(query, arguments: [digest]).map(Self.session)
    }
    guard let session = found else { return nil }
    guard Self.isGood(session, limits, now) else {
      try endSession(of: token)
      return nil
    }
    if now - session.lastUsedAt >= 60 {
      try write { db in
        try db.execute(
          sql: "UPDATE session SET lastUsedAt = ? WHERE id = ?", arguments: [now, session.id])
      }
    }
    return session
  }

  /// The sessions that are good, the last used first.
  package func sessions(limits: SessionLimits, at now: Int) throws(StoreError) -> [PortalSession] {
    try read { db in
      try Row.fetchAll(db, sql: Self.sessionQuery + " ORDER BY session.lastUsedAt DESC, session.id")
        .map(Self.session).filter { Self.isGood($0, limits, now) }
    }
  }

  /// Ends the session of a token.
  package func endSession(of token: String) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM session WHERE tokenDigest = ?", arguments: [Self.digest(of: token)])
    }
  }

  /// Ends every session of an account.
  ///
  /// - Returns: How many there were.
  package func endSessions(of account: Int) throws(StoreError) -> Int {
    try write { db in
      try db.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [account])
      return db.changesCount
    }
  }

  private static let sessionQuery = """
    SELECT session.id, session.account, account.member, session.startedAt, session.lastUsedAt,
      session.address
    FROM session JOIN account ON account.id = session.account
    """

  private static func session(_ row: Row) -> PortalSession {
    PortalSession(
      id: row["id"], account: row["account"], member: row["member"], startedAt: row["startedAt"],
      lastUsedAt: row["lastUsedAt"], address: row["address"])
  }

  private static func isGood(_ session: PortalSession, _ limits: SessionLimits, _ now: Int) -> Bool
  {
    now - session.startedAt < limits.absolute && now - session.lastUsedAt < limits.idle
  }
}
