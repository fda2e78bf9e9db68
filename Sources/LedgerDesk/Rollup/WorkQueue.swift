import Synchronization

/// Work taken piece by piece by several threads.
final class WorkQueue<Outcome: Sendable>: Sendable {
  private struct State {
    var next = 0
    var outcomes: [Outcome?]
    var done = 0
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(outcomes: Array(repeating: nil, count: count))) }

  func take() -> Int? {
    state.withLock { state in
      guard state.next < state.outcomes.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ outcome: Outcome, at index: Int) {
    state.withLock { state in
      state.outcomes[index] = outcome
      state.done += 1
    }
  }

  var finished: Int { state.withLock { $0.done } }
  var results: [Outcome?] { state.withLock { $0.outcomes } }
}
