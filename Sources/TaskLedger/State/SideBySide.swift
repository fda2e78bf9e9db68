import Foundation

/// Work on many values that is done in stretches, side by side on all cores (多核).
///
/// The results come in the order of the stretches, so that what is made of them never depends on
/// the number of cores or on which of them was quicker.
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

  /// Does work on the places of a long list.
  ///
  /// - Parameters:
  ///   - count: How many places there are.
  ///   - size: How many places a stretch has.
  ///   - work: Does the work of a stretch, on any thread.
  /// - Returns: What each stretch came to, in order; empty for an empty list.
  package static func map<Result: Sendable>(
    stretchesOf count: Int, size: Int = 2048, _ work: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    map((count + size - 1) / size) { work($0 * size..<min(($0 + 1) * size, count)) }
  }
}
