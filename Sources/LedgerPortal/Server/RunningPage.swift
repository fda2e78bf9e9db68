import Foundation
import LedgerStore
import Synchronization

/// The page of a ledger that is running: its address as a browser needs it, in a file beside the
/// ledger that stays locked for as long as the page is served.
///
/// The system gives the lock back when the program ends, however it ends.
final class RunningPage: Sendable {
  private let path: String
  private let descriptor = Mutex<Int32>(-1)

  /// The page of a ledger; nothing is said yet.
  init(of folder: LedgerFolder) { path = Self.path(in: folder) }

  deinit {
    let held = descriptor.withLock { $0 }
    if held >= 0 { close(held) }
  }

  /// Says where the page is; a second page of the same ledger leaves what the first said.
  func announce(_ address: String) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    guard flock(file, LOCK_EX | LOCK_NB) == 0, ftruncate(file, 0) == 0 else {
      close(file)
      return
    }
    let bytes = Array(address.utf8)
    _ = write(file, bytes, bytes.count)
    descriptor.withLock { $0 = file }
  }

  /// Where the page of a ledger is; nil when none is running.
  static func address(in folder: LedgerFolder) -> String? {
    let file = open(path(in: folder), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard flock(file, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(validating: bytes.prefix(count), as: UTF8.self) : nil
  }

  private static func path(in folder: LedgerFolder) -> String { folder.path + "/portal-address" }
}
