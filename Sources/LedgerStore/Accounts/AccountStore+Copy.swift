import Foundation
import GRDB

extension AccountStore {
  /// Writes a consistent copy of the accounts of a ledger while others may write: members, passwords,
  /// drafts and the log of log-ins. Sessions and links stay behind, because whoever held one would be
  /// logged in again wherever the copy is put.
  ///
  /// - Parameters:
  ///   - folder: The ledger.
  ///   - copy: A folder without accounts; its file is closed to others.
  /// - Returns: Whether the ledger has accounts.
  /// - Throws: ``StoreError`` when they cannot be read or copied.
  package static func copy(of folder: LedgerFolder, into copy: LedgerFolder) throws(StoreError)
    -> Bool
  {
    guard access(folder.accounts, F_OK) == 0 else { return false }
    let store = try AccountStore(opening: folder)
    try LedgerStore.translated(copy.accounts) {
      try store.queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy.accounts])
      }
    }
    try AccountStore(opening: copy).endEverything()
    return true
  }

  /// Ends every session, every link and every delay.
  package func endEverything() throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM session; DELETE FROM link; DELETE FROM failure")
    }
  }
}
