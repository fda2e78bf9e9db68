import Foundation

/// How a program waits for another that holds the ledger.
///
/// The database's own waiting sleeps longer and longer, up to a tenth of a second, so that among
/// eight busy writers the one that has waited longest is the least likely to find a gap. Here it is
/// the other way round: who has waited for a second asks more often than who has just come, and
/// nobody asks at the same times as another.
enum BusyWait {
  /// Tries before a program counts as having waited long: about one second.
  private static let newcomerTries = 100

  /// How long to sleep before the next try, in milliseconds; nil to give up.
  ///
  /// - Parameters:
  ///   - tries: How often it was tried, from 0.
  ///   - spread: A number that differs from program to program.
  ///   - patience: How long to wait in all, in seconds.
  ///
  /// - Returns: How long to wait before asking again.
  static func delay(after tries: Int, spread: Int, patience: Int) -> Int? {
    let jitter = (spread + tries * 7) % 5
    if tries < newcomerTries { return 8 + jitter }
    // The first second is over, and each later try takes 4 milliseconds on average.
    let laterTries = (patience - 1) * 1000 / 4
    return tries < newcomerTries + laterTries ? 2 + jitter : nil
  }

  /// Sleeps before the next try; false to give up.
  static func sleep(after tries: Int, patience: Int) -> Bool {
    let spread = Int(ProcessInfo.processInfo.processIdentifier)
    guard let delay = delay(after: tries, spread: spread, patience: patience) else { return false }
    usleep(UInt32(delay) * 1000)
    return true
  }
}
