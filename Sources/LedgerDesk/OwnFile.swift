import Foundation
import OfficeFiles

/// Reads what a school may put beside its ledger: templates, styles and tables.
///
/// Only plain files up to a size are read: a pipe or a device would never end.
enum OwnFile {
  /// The largest style sheet or reference document.
  static let limit = BackupManifest.ownFileLimit
  /// The largest template that is read; how much of it a paper may use is said where it is checked.
  static let templateLimit = 1 << 20

  /// The bytes of a file; nil when it is no plain file, too large or not readable. No link is followed:
  /// a ledger that came from elsewhere would put another file of this computer into a paper.
  static func bytes(at path: String, limit: Int = limit) -> [UInt8]? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? FileBytes.read(path, name: (path as NSString).lastPathComponent, limit: limit)
  }
}
