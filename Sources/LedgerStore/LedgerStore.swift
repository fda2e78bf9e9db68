import Foundation
import GRDB
import TaskLedger

/// The event log of one ledger in SQLite: append-only, chained, safe for several processes.
///
/// Neither the database's nor the digests' types show in the interface. Rollback journal, because
/// ledgers live on shared folders, and `synchronous=EXTRA`, because an acknowledged entry must
/// outlive a power cut; every append is one immediate transaction that reads the head again and
/// decides again.
package struct LedgerStore: Sendable {
  /// The folder of the ledger.
  package let folder: LedgerFolder
  /// How long a writer waits for another, in seconds.
  package static let patience = 15
  /// Is told of each step of an append; only tests look.
  package var onStep: StepObserver = { _ in }
  let queue: DatabaseQueue
  /// Whether another program made the log ask for a write-ahead log.
  private(set) var isWriteAhead = false
  /// Why no row may be read; nil for a ledger's own schema.
  private let refusal: StoreError?

  /// Whether a store may write.
  package enum Access: Sendable, Hashable {
    /// Only reading; nothing in the folder is touched, unless a writer was stopped in the middle:
    /// then what it had not finished is taken back first.
    case reading
    /// Reading what is not ours: nothing in the folder is touched, whatever state it is in, and
    /// what is read is bounded.
    case inspecting
    /// Reading and appending.
    case writing
  }

  /// Opens the ledger of a folder.
  ///
  /// - Throws: ``StoreError/ledgerMissing(folder:)``, ``StoreError/notALedger(file:)``,
  ///   ``StoreError/newerFormat(file:)`` or what the disk says.
  package init(opening folder: LedgerFolder, for access: Access) throws(StoreError) {
    try self.init(opening: folder, for: access, takingBack: true)
  }

  /// Opens the ledger of a folder; a reader may leave it as a stopped writer left it, and is
  /// refused then with ``StoreError/interrupted(file:)``.
  package init(
    opening folder: LedgerFolder, for access: Access, takingBack: Bool
  ) throws(StoreError) {
    switch folder.ledgerError {
    case 0: break
    // What may not be looked into is not called empty.
    case EACCES: throw .permissionDenied(path: folder.path)
    default: throw .ledgerMissing(folder: folder.name)
    }
    self.folder = folder
    let file = DatabaseFile(path: folder.database)
    let hasEmptyLog = try file.check()
    if hasEmptyLog, access == .writing { throw .writeAhead(file: folder.database) }
    var isWriteAhead = hasEmptyLog
    (queue, refusal) = try Self.translated(folder.database) {
      if access == .inspecting || hasEmptyLog { return try Self.copy(of: folder.database) }
      do {
        return try Self.queue(of: folder, for: access)
      } catch StoreError.writeAhead where access == .reading {
        isWriteAhead = true
        return try Self.copy(of: folder.database)
      } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK && takingBack
      {
        // A writer was stopped in the middle of a commit. Opening for writing takes back what it
        // had not finished; readers cannot.
        try Self.replayJournal(of: folder)
        return try Self.queue(of: folder, for: access)
      }
    }
    self.isWriteAhead = isWriteAhead
  }

  private static func queue(
    of folder: LedgerFolder, for access: Access
  ) throws -> (DatabaseQueue, StoreError?) {
    let queue = try DatabaseQueue(path: folder.database, configuration: configuration(for: access))
    let refusal = try refusal(of: queue, file: folder.database, for: access)
    if access == .writing { try Schema.migrator.migrate(queue) }
    return (queue, refusal)
  }

  /// A log that need not be a folder's own, read into memory and found to be one.
  static func inspected(_ path: String) throws(StoreError) -> DatabaseQueue {
    _ = try DatabaseFile(path: path).check()
    let (queue, refusal) = try translated(path) { try copy(of: path) }
    if let refusal { throw refusal }
    return queue
  }

  /// The database as of this moment, in memory.
  private static func copy(of path: String) throws -> (DatabaseQueue, StoreError?) {
    let content = DatabaseContent(try DatabaseFile(path: path).bytes())
    var configuration = Configuration()
    let budget = StepBudget()
    configuration.prepareDatabase { db in
      harden(db.sqliteConnection)
      try load(content.take(), into: db.sqliteConnection)
      budget.watch(db.sqliteConnection)
    }
    let queue = try DatabaseQueue(configuration: configuration)
    return (queue, try refusal(of: queue, file: path, for: .inspecting))
  }

  /// Whether the database is a ledger's, and why its rows may not be read all the same.
  private static func refusal(
    of queue: DatabaseQueue, file: String, for access: Access
  ) throws -> StoreError? {
    try queue.read { db in
      guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
        throw StoreError.notALedger(file: file)
      }
      let check = try SchemaCheck(db, file: file)
      let strange = StoreError.schemaStrange(file: file, names: check.strange + check.missing)
      if access == .writing, !check.isWhole { throw strange }
      return check.isReadable ? nil : strange
    }
  }

  /// Reads rows in one moment.
  func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    if let refusal { throw refusal }
    return try Self.translated(folder.database) { try queue.read(body) }
  }

  /// Reads with one statement, which sees one moment by itself.
  func readOnce<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    if let refusal { throw refusal }
    return try Self.translated(folder.database) { try queue.unsafeRead(body) }
  }

  /// Takes back what a stopped writer had not committed.
  static func replayJournal(of folder: LedgerFolder) throws {
    let queue = try DatabaseQueue(
      path: folder.database, configuration: configuration(for: .writing))
    do {
      _ = try queue.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
    } catch let error as DatabaseError
      where [.SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM].contains(error.resultCode)
    {
      throw StoreError.interrupted(file: folder.database)
    }
    try queue.close()
  }

  static func configuration(for access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access != .writing
    configuration.busyMode = .callback { BusyWait.sleep(after: $0, patience: patience) }
    configuration.prepareDatabase { db in
      // Before the first statement: that would take the write-ahead log over.
      if DatabaseFile.isWriteAhead(db.sqliteConnection) {
        throw StoreError.writeAhead(file: db.description)
      }
      harden(db.sqliteConnection)
      if access == .writing {
        // FULL does not sync the folder after the journal is deleted: a power cut just after the
        // commit could bring the journal back, and with it the state before.
        try db.execute(sql: "PRAGMA synchronous = EXTRA")
      }
    }
    return configuration
  }

  /// Runs a body and turns the database's errors into the store's.
  static func translated<Result>(
    _ file: String, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch {
      throw storeError(from: error, file: file)
    }
  }

  /// The store's word for an error of the database or the system.
  static func storeError(from error: any Error, file: String) -> StoreError {
    if let error = error as? StoreError {
      switch error {
      // Where only a connection is known, the file is added here.
      case .writeAhead: return .writeAhead(file: file)
      case .notALedger(""): return .notALedger(file: file)
      default: return error
      }
    }
    guard let error = error as? DatabaseError else {
      return .inputOutput(path: file, reason: "\(error)")
    }
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK: return .interrupted(file: file)
    case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_UNLOCK,
      .SQLITE_IOERR_CHECKRESERVEDLOCK:
      return .locksRefused(file: file)
    default: break
    }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(seconds: patience)
    case .SQLITE_FULL: .diskFull
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .permissionDenied(path: file)
    case .SQLITE_CANTOPEN:
      switch FileSystem.failure(of: { access(file, R_OK) }) {
      case 0: .inputOutput(path: file, reason: error.message ?? "SQLITE_CANTOPEN")
      case let number: FileSystem.error(at: file, number: number)
      }
    case .SQLITE_INTERRUPT: .endless(file: file)
    case .SQLITE_NOTADB: .notALedger(file: file)
    case .SQLITE_CORRUPT: .damaged(file: file, detail: error.message ?? "SQLITE_CORRUPT")
    case .SQLITE_ERROR where error.message?.contains("no such table") == true:
      .damaged(file: file, detail: error.message ?? "")
    default: .inputOutput(path: file, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
