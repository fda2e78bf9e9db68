import Foundation
import LedgerStore
import TaskLedger

/// A folder beside a target, in which something is made before it appears.
enum DraftFolder {
  /// A path that nobody else uses, on the disk of the target.
  static func path(beside target: String) -> String {
    let parent = (target as NSString).deletingLastPathComponent
    let name = (target as NSString).lastPathComponent
    return parent + "/.\(name).\(UUID().uuidString)"
  }

  /// Makes it, open to the owner only; its parent must be there.
  static func make(_ path: String) throws(StoreError) {
    guard mkdir(path, 0o700) == 0 else {
      let number = errno
      let parent = (path as NSString).deletingLastPathComponent
      throw number == ENOENT
        ? .inputOutput(path: parent, reason: Diagnostic.systemReason(number))
        : FileSystem.error(at: parent, number: number)
    }
  }

  /// Removes it with all that is in it.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
