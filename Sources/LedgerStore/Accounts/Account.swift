/// An account of the page: who may log in, under the name of a member of the ledger.
///
/// Departments and roles are entries of the ledger and never stand here.
package struct Account: Sendable, Hashable {
  /// The number of the account.
  package let id: Int
  /// The member's name in the ledger.
  package let member: String
  /// The password as it is kept; nil until the member set one.
  package let password: PasswordRecord?
}

/// A password as it is kept: never itself, only what scrypt made of it.
package struct PasswordRecord: Sendable, Hashable {
  /// The salt.
  package let salt: [UInt8]
  /// What scrypt made of the password.
  package let hash: [UInt8]
  /// The cost N of scrypt.
  package let rounds: Int
  /// The block size r of scrypt.
  package let blockSize: Int
  /// The parallelism p of scrypt.
  package let parallelism: Int

  /// Creates a record.
  package init(salt: [UInt8], hash: [UInt8], rounds: Int, blockSize: Int, parallelism: Int) {
    self.salt = salt
    self.hash = hash
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }
}

/// A session of the page. The token itself is known to the browser alone.
package struct PortalSession: Sendable, Hashable {
  /// The number by which the administrator ends it.
  package let id: Int
  /// The account.
  package let account: Int
  /// The member's name.
  package let member: String
  /// When it began, in seconds since 1970.
  package let startedAt: Int
  /// When it was last used, to the minute.
  package let lastUsedAt: Int
  /// The address it was begun from.
  package let address: String
}

/// How long a session lasts.
package struct SessionLimits: Sendable, Hashable {
  /// How long it lasts without a request, in seconds.
  package var idle: Int
  /// How long it lasts at all, in seconds.
  package var absolute: Int

  /// Creates limits: two hours without a request, and a working day at all, unless told otherwise.
  package init(idle: Int = 2 * 3600, absolute: Int = 12 * 3600) {
    self.idle = idle
    self.absolute = absolute
  }
}

/// One line of the log of log-ins.
package struct LogInRecord: Sendable, Hashable {
  /// How it ended.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The password was right.
    case succeeded
    /// The password was wrong.
    case passwordWrong = "password-wrong"
    /// There is no such account; the typed name is not kept, as it may be a password.
    case nameUnknown = "name-unknown"
    /// It came too soon after wrong ones.
    case delayed
    /// A password was set by a link.
    case passwordSet = "password-set"
    /// The member logged out.
    case loggedOut = "logged-out"
    /// All sessions of the member were ended.
    case endedEverywhere = "ended-everywhere"
  }

  /// When, in seconds since 1970.
  package let at: Int
  /// The member's name; empty when it is not known.
  package let member: String
  /// Where the request came from.
  package let address: String
  /// How it ended.
  package let outcome: Outcome

  /// Creates a line.
  package init(at: Int, member: String, address: String, outcome: Outcome) {
    self.at = at
    self.member = member
    self.address = address
    self.outcome = outcome
  }
}

/// What a link that is opened once is for.
package enum LinkPurpose: Sendable, Hashable {
  /// Set the password of an account.
  case password(account: Int)
  /// Set up the page: name its first administrator.
  case setup
}
