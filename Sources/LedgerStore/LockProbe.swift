import Foundation
import TaskLedger

/// Whether a disk or share keeps locks, on which writers rely to wait for each other.
enum LockProbe {
  /// A byte far behind any content and behind those the database locks.
  private static let place: off_t = 1 << 40

  /// Tries locks on a file; its content is not touched, and every lock is given back.
  static func findings(on path: String) -> [FolderFinding] {
    let first = open(path, O_RDWR | O_CLOEXEC)
    let second = open(path, O_RDWR | O_CLOEXEC)
    defer {
      for descriptor in [first, second] where descriptor >= 0 { close(descriptor) }
    }
    // Who may not write needs no locks of its own.
    guard first >= 0, second >= 0 else { return [] }
    let refused = lock(first)
    if refused != 0 {
      // Held by another doctor: then locks work.
      if refused == EAGAIN || refused == EACCES || refused == EINVAL { return [] }
      return [.locksRefused(reason: Diagnostic.systemReason(refused))]
    }
    return lock(second) == 0 ? [.locksWithoutEffect] : []
  }

  /// Asks for a lock that belongs to the open file and not to the process, without waiting.
  ///
  /// - Returns: 0, or the number of the system.
  private static func lock(_ descriptor: Int32) -> Int32 {
    var request = flock()
    request.l_type = Int16(F_WRLCK)
    request.l_whence = Int16(SEEK_SET)
    request.l_start = place
    request.l_len = 1
    #if canImport(Darwin)
      let setOpenFileLock: Int32 = 90
    #else
      let setOpenFileLock: Int32 = 37
    #endif
    return fcntl(descriptor, setOpenFileLock, &request) == 0 ? 0 : errno
  }
}
