import Foundation
import GRDB
package import TaskLedger

/// The event log of one ledger in SQLite: append-only, chained, safe for several processes.
///
/// Neither the database's nor the digests' types show in the interface. Rollback journal and
/// `synchronous=FULL`, because ledgers live on shared folders; every append is one immediate
/// transaction that reads the head again and decides again.
package struct LedgerStore: Sendable {
  /// The folder of the ledger.
  package let folder: LedgerFolder
  /// How long a writer waits for another, in seconds.
  package static let patience = 15
  let queue: DatabaseQueue

  /// Whether a store may write.
  package enum Access: Sendable, Hashable {
    /// Only reading; nothing in the folder is touched.
    case reading
    /// Reading and appending.
    case writing
  }

  /// Opens the ledger of a folder.
  ///
  /// - Throws: ``StoreError/ledgerMissing(folder:)``, ``StoreError/notALedger(file:)``,
  ///   ``StoreError/newerFormat(file:)`` or what the disk says.
  package init(opening folder: LedgerFolder, for access: Access) throws(StoreError) {
    guard folder.hasLedger else { throw .ledgerMissing(folder: folder.name) }
    self.folder = folder
    queue = try Self.translated(folder.database) {
      let queue = try DatabaseQueue(
        path: folder.database, configuration: Self.configuration(for: access))
      try queue.read { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
          throw StoreError.notALedger(file: folder.database)
        }
        if try Schema.migrator.hasBeenSuperseded(db) {
          throw StoreError.newerFormat(file: folder.database)
        }
      }
      if access == .writing { try Schema.migrator.migrate(queue) }
      return queue
    }
  }

  /// Makes the ledger of a folder with its first entries; a half-made ledger is never left behind.
  package static func create(
    in folder: LedgerFolder, recordedAt: Instant, actor: String, effective: CivilDate,
    events: [LedgerEvent]
  ) throws(StoreError) -> LogHead {
    try build(in: folder) { db in
      try insert(
        events, after: LogHead(sequence: 0, digest: EventChain.origin),
        recordedAt: recordedAt, actor: actor, effective: effective, in: db
      ).head
    }
  }

  /// Builds a ledger beside its place and moves it there whole.
  static func build(in folder: LedgerFolder, _ fill: (Database) throws -> LogHead)
    throws(StoreError) -> LogHead
  {
    guard !folder.hasLedger else { throw .ledgerExists(folder: folder.name) }
    try folder.make()
    let draft = folder.database + ".new-\(ProcessInfo.processInfo.processIdentifier)"
    defer {
      for suffix in ["", "-journal"] { unlink(draft + suffix) }
    }
    try FileSystem.withDescriptor(draft, O_WRONLY | O_CREAT | O_EXCL) { _ in }
    let head = try translated(folder.database) {
      let queue = try DatabaseQueue(path: draft, configuration: configuration(for: .writing))
      try Schema.migrator.migrate(queue)
      let head = try queue.inTransactionReturning(fill)
      try queue.close()
      return head
    }
    guard link(draft, folder.database) == 0 else {
      if errno == EEXIST { throw .ledgerExists(folder: folder.name) }
      // A share without hard links: moving is as good, because nothing is there yet.
      guard rename(draft, folder.database) == 0 else {
        throw FileSystem.error(at: folder.database, number: errno)
      }
      try FileSystem.syncFolder(folder.path)
      return head
    }
    try FileSystem.syncFolder(folder.path)
    return head
  }

  static func configuration(for access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(TimeInterval(patience))
    configuration.prepareDatabase { db in
      if access == .writing {
        try db.execute(sql: "PRAGMA synchronous = FULL")
      }
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
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
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else {
      return .inputOutput(path: file, reason: "\(error)")
    }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(seconds: patience)
    case .SQLITE_FULL: .diskFull
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .permissionDenied(path: file)
    case .SQLITE_CANTOPEN:
      access(file, R_OK) == 0
        ? .inputOutput(path: file, reason: error.message ?? "SQLITE_CANTOPEN")
        : FileSystem.error(at: file, number: errno)
    case .SQLITE_NOTADB: .notALedger(file: file)
    case .SQLITE_CORRUPT: .damaged(file: file, detail: error.message ?? "SQLITE_CORRUPT")
    case .SQLITE_ERROR where error.message?.contains("no such table") == true:
      .damaged(file: file, detail: error.message ?? "")
    default: .inputOutput(path: file, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
