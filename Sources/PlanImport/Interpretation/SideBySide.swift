import Foundation

/// Pieces of work that do not depend on each other, done on all cores (多核).
///
/// The results come in the order of the pieces, whatever the number of cores.
package enum SideBySide {
  /// Does pieces of work that do not depend on each other.
  ///
  /// - Parameters:
  ///   - count: How many pieces there are; one alone is done on this thread.
  ///   - work: Does the piece of a number from 0, on any thread.
  /// - Returns: What each came to, in the order of their numbers.
  package static func map<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    guard count > 1 else { return (0..<count).map(work) }
    return Array(unsafeUninitializedCapacity: count) { results, filled in
      // Every piece writes its own place, and all end before this does.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: count) { index in
        results.initializeElement(at: index, to: work(index))
      }
      filled = count
    }
  }
}
