import TaskLedger
import Testing

/// What a front end may offer is what the rules do not refuse for where the item stands.
struct AllowedMoveTests {
  static let histories = [
    History.imported, CommandSequenceTests.evidenceReady,
    History(Happening.imported + ClosingCommandTests.submitted),
    History(Happening.imported + ClosingCommandTests.closed),
    History(Happening.imported + ClosingCommandTests.stale),
  ]

  @Test(arguments: histories.indices, Transition.allCases)
  func `a move is allowed where no rule refuses it for the state`(
    index: Int, move: Transition
  ) throws {
    var history = Self.histories[index]
    let state = try #require(history.ledger["1.1"])
    var isRefused = false
    do throws(LedgerRejection) {
      try history.run(.move(move, of: "1.1"), by: SampleSchool.office, on: "2020-07-28")
    } catch {
      isRefused = error.reasons.contains { reason in
        switch reason {
        case .item(.phaseWrong), .review(.closureStands): true
        default: false
        }
      }
    }
    #expect(state.allows(move) == !isRefused)
  }
}
