import Foundation
import GRDB
import Synchronization

/// The head of a log that is asked for again and again: the file stays open for reading as long as it
/// is the same file.
///
/// A file put in the place of the one that is open (a ledger restored, a folder exchanged) is opened
/// and checked as at first. Nothing but the head is read here: whoever finds that it moved opens the
/// log anew, with every check of ``LedgerStore``.
package final class LogWatch: Sendable {
  private let folder: LedgerFolder
  private let kept = Mutex<Open?>(nil)

  private struct Open {
    var file: FileIdentity
    var store: LedgerStore
  }

  /// Which file a path names.
  private struct FileIdentity: Equatable {
    var device: UInt64
    var number: UInt64

    init(_ path: String) throws(StoreError) {
      var status = stat()
      guard stat(path, &status) == 0 else { throw FileSystem.error(at: path, number: errno) }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// Watches the log of a folder; nothing is opened yet.
  package init(_ folder: LedgerFolder) { self.folder = folder }

  /// The head of the log as it is now.
  ///
  /// - Throws: ``StoreError`` as for opening a ledger.
  package func head() throws(StoreError) -> LogHead {
    let result: Result<LogHead, StoreError> = kept.withLock { kept in
      do throws(StoreError) {
        return .success(try Self.head(of: folder, &kept))
      } catch {
        // The next one opens it anew, which says what is wrong or takes back an unfinished commit.
        kept = nil
        return .failure(error)
      }
    }
    if case .success(let head) = result { return head }
    return try LedgerStore(opening: folder, for: .reading).head()
  }

  private static func head(of folder: LedgerFolder, _ kept: inout Open?) throws(StoreError)
    -> LogHead
  {
    if let open = kept, try FileIdentity(folder.database) == open.file {
      // What lies beside the file may be new.
      _ = try DatabaseFile(path: folder.database).check()
      return try open.store.head()
    }
    kept = nil
    // Asked before it is opened: a file exchanged meanwhile is found out the next time.
    let file = try? FileIdentity(folder.database)
    let store = try LedgerStore(opening: folder, for: .reading)
    let head = try store.head()
    // A log in write-ahead mode is a copy in memory, which no later entry reaches.
    if let file, !store.isWriteAhead { kept = Open(file: file, store: store) }
    return head
  }
}
