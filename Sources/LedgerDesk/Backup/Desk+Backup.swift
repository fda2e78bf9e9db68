import Foundation
import LedgerStore
package import TaskLedger

extension Desk {
  /// Backs the ledger up (备份) into one container, which is read again before it gets its name.
  ///
  /// - Parameters:
  ///   - target: The whole path of the container; nothing may be there yet.
  ///   - allowsDamage: Whether a damaged ledger is backed up too, with the damage named in it.
  ///   - takesAccounts: Whether the accounts of the page go along, without sessions and links.
  ///   - moment: When.
  ///   - dryRun: Whether to say what would go into it without writing.
  /// - Returns: What it says of itself, and what should be said beside it.
  /// - Throws: ``DeskError``; nothing is left behind then.
  package func backUp(
    to target: String, allowsDamage: Bool, takesAccounts: Bool = false, at moment: Moment,
    dryRun: Bool
  ) throws(DeskError) -> (manifest: BackupManifest, notes: [Diagnostic]) {
    try OutputFile.requireNoRecord(target)
    guard !FileManager.default.fileExists(atPath: target) else {
      throw DeskError([.backupExists((target as NSString).lastPathComponent)], kind: .refused)
    }
    let writer = BackupWriter(
      desk: self, today: moment.today, store: try store(for: .reading),
      allowsDamage: allowsDamage, takesAccounts: takesAccounts)
    let plan = dryRun ? try writer.preview() : try writer.write(to: target)
    return (plan.manifest, plan.notes)
  }

  /// Restores a backup (恢复) into the folder of the desk, which must be missing or empty.
  ///
  /// - Parameters:
  ///   - file: The whole path of the container.
  ///   - allowsDamage: Whether a backup is restored that says itself that the ledger was damaged.
  ///   - takesAccounts: Whether accounts in it are restored too: whoever made the backup can then log
  ///     in to the page.
  ///   - dryRun: Whether to check the container without restoring.
  /// - Returns: What the backup says of itself.
  /// - Throws: ``DeskError``; nothing is left behind then.
  package func restore(
    from file: String, allowsDamage: Bool, takesAccounts: Bool = false, dryRun: Bool
  ) throws(DeskError) -> BackupManifest {
    let restorer = BackupRestorer(
      file: file, target: try requiredFolder(), allowsDamage: allowsDamage,
      takesAccounts: takesAccounts)
    return dryRun ? try restorer.preview() : try restorer.restore()
  }
}
