import CSQLite
import Foundation
import GRDBSQLite
import Synchronization

/// The file of a log and what lies beside it, looked at before the database acts on them.
///
/// A database does more than read when it is opened: it plays back a journal, deletes what a
/// journal names, and takes over a write-ahead log. All that is the program's own only when the
/// program wrote it, so a file that it never writes is refused first.
struct DatabaseFile {
  /// The path of the database.
  let path: String

  /// The largest database that is read into memory.
  static let copyLimit = 256 << 20

  /// The end of a journal that names another journal: a log is never written together with another
  /// database, so none of the program's own journals has it.
  private static let superJournalMark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Looks at the files without opening the database's own, which would give back its locks.
  ///
  /// - Returns: Whether an empty write-ahead log lies there; one with content is refused.
  /// - Throws: ``StoreError`` when a file is none, or was not written by this program.
  func check() throws(StoreError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSystem.error(at: path, number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    try checkJournal()
    guard lstat(path + "-wal", &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else {
      throw .writeAhead(file: path)
    }
    return true
  }

  private func checkJournal() throws(StoreError) {
    let journal = path + "-journal"
    let descriptor = open(journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    let number = errno
    guard descriptor >= 0 else {
      // Whoever may not read it is told so by the database.
      if number == ENOENT || number == EACCES { return }
      throw .notAFile(path: journal)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: journal)
    }
    var end = [UInt8](repeating: 0, count: 8)
    guard status.st_size >= 8, pread(descriptor, &end, 8, status.st_size - 8) == 8 else { return }
    if end == Self.superJournalMark { throw .journalForged(file: journal) }
  }

  /// Whether the header of an open database asks for a write-ahead log.
  ///
  /// The bytes are read through the database, before its first statement.
  static func isWriteAhead(_ connection: OpaquePointer?) -> Bool {
    guard let file = handle(of: connection), let read = file.pointee.pMethods.pointee.xRead else {
      return false
    }
    var header = [UInt8](repeating: 0, count: 100)
    guard read(file, &header, 100, 0) == SQLITE_OK else { return false }
    return header[18] > 1 || header[19] > 1
  }

  private static func handle(of connection: OpaquePointer?) -> UnsafeMutablePointer<sqlite3_file>? {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
      file?.pointee.pMethods != nil
    else { return nil }
    return file
  }

  /// The bytes of the database as of one moment, without touching anything in its folder.
  ///
  /// - Throws: ``StoreError`` when it is too large, a writer holds it for too long or was stopped in
  ///   the middle.
  func bytes() throws(StoreError) -> [UInt8] {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      let file = Self.handle(of: connection)
    else { throw FileSystem.error(at: path, number: access(path, R_OK) == 0 ? EIO : errno) }
    let methods = file.pointee.pMethods.pointee
    guard let lock = methods.xLock, let unlock = methods.xUnlock, let read = methods.xRead,
      let measure = methods.xFileSize, let look = methods.xCheckReservedLock
    else { throw .locksRefused(file: path) }
    var tries = 0
    while lock(file, SQLITE_LOCK_SHARED) != SQLITE_OK {
      guard BusyWait.sleep(after: tries, patience: LedgerStore.patience) else {
        throw .busy(seconds: LedgerStore.patience)
      }
      tries += 1
    }
    defer { _ = unlock(file, SQLITE_LOCK_NONE) }
    var isHeld: Int32 = 0
    _ = look(file, &isHeld)
    if isHeld == 0, hasContent(path + "-journal") { throw .interrupted(file: path) }
    var size: sqlite3_int64 = 0
    guard measure(file, &size) == SQLITE_OK else { throw FileSystem.error(at: path, number: EIO) }
    guard size <= Self.copyLimit else {
      throw .tooLarge(file: path, bytes: Int(size), limit: Self.copyLimit)
    }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    guard size == 0 || read(file, &bytes, Int32(size), 0) == SQLITE_OK else {
      throw FileSystem.error(at: path, number: EIO)
    }
    return bytes
  }

  /// Whether a journal holds something to be played back: a finished one begins with zeros.
  private func hasContent(_ journal: String) -> Bool {
    let descriptor = open(journal, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var first: UInt8 = 0
    return read(descriptor, &first, 1) == 1 && first != 0
  }
}

/// How many steps a connection may still make, so that no database can keep a reader for ever.
///
/// Sendable because only the connection's own queue touches it.
final class StepBudget: @unchecked Sendable {
  /// The steps of the database between two looks.
  private static let stride: Int32 = 100_000
  private var looks = 4000

  /// Stops watching a connection.
  func end(_ connection: OpaquePointer?) { sqlite3_progress_handler(connection, 0, nil, nil) }

  /// Watches a connection; the budget must live as long.
  func watch(_ connection: OpaquePointer?) {
    sqlite3_progress_handler(
      connection, Self.stride,
      { context in
        guard let context else { return 0 }
        let budget = Unmanaged<StepBudget>.fromOpaque(context).takeUnretainedValue()
        budget.looks -= 1
        return budget.looks < 0 ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}

/// The bytes of a database until its one connection has taken them. The closure that hands them over
/// lives as long as the connection's queue, which may be until all other work is done.
package final class DatabaseContent: Sendable {
  private let bytes: Mutex<[UInt8]>

  /// Keeps the bytes.
  package init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

  /// The bytes, which are then no longer kept.
  package func take() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }
}

extension LedgerStore {
  /// Shuts a connection against what a foreign schema could do.
  static func harden(_ connection: OpaquePointer?) {
    _ = sqliteConfigure(connection, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = sqliteConfigure(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    // A log has no views.
    _ = sqliteConfigure(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0)
  }

  /// Puts the bytes of a database into a connection that has none, to be read only.
  static func load(_ bytes: [UInt8], into connection: OpaquePointer?) throws(StoreError) {
    let size = sqlite3_int64(bytes.count)
    guard size > 0, let memory = sqlite3_malloc64(sqlite3_uint64(size)) else {
      throw .notALedger(file: "")
    }
    memory.copyMemory(from: bytes, byteCount: bytes.count)
    let content = memory.assumingMemoryBound(to: UInt8.self)
    if bytes.count >= 100 {
      // What the write-ahead log asked for holds nothing that counts; a copy in memory has none.
      content[18] = 1
      content[19] = 1
    }
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE) | UInt32(SQLITE_DESERIALIZE_READONLY)
    guard sqlite3_deserialize(connection, "main", content, size, size, flags) == SQLITE_OK else {
      throw .notALedger(file: "")
    }
  }
}
