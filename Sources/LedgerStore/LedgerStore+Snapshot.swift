import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// The format of the ledgers this program writes, such as `v1`.
  package static var format: String { Schema.migrator.migrations.last ?? "" }

  /// Writes a consistent copy of the database while others may write, and checks it together with
  /// the evidence of this ledger.
  ///
  /// - Parameters:
  ///   - copy: A folder with no ledger in it; only its database is written (0600).
  ///   - departments: The departments that the school knows, by which reviewers are recognised.
  /// - Returns: What is in the copy and what is not as it should be; evidence is read where it
  ///   lies.
  /// - Throws: ``StoreError`` when the database is too damaged to be copied or the copy cannot be
  ///   written.
  package func snapshot(
    into copy: LedgerFolder, departments: DepartmentDirectory = DepartmentDirectory([])
  ) throws(StoreError) -> IntegrityReport {
    // A foreign schema is not copied.
    _ = try head()
    try Self.translated(copy.database) {
      // Readers may copy too: the statement only takes a shared lock here.
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy.database])
      }
    }
    chmod(copy.database, 0o600)
    let store = try LedgerStore(opening: copy, for: .reading)
    var report = store.walked(departments: departments)
    checkEvidence(in: folder, &report)
    return report
  }
}
