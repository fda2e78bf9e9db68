import Foundation

/// Work taken piece by piece by several threads.
///
/// Sendable because everything that changes is read and written under the lock.
final class WorkQueue<Outcome: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var next = 0
  private var outcomes: [Outcome?]
  private var done = 0

  init(count: Int) { outcomes = Array(repeating: nil, count: count) }

  func take() -> Int? {
    lock.withLock {
      guard next < outcomes.count else { return nil }
      next += 1
      return next - 1
    }
  }

  func put(_ outcome: Outcome, at index: Int) {
    lock.withLock {
      outcomes[index] = outcome
      done += 1
    }
  }

  var finished: Int { lock.withLock { done } }
  var results: [Outcome?] { lock.withLock { outcomes } }
}
