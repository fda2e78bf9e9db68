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

  private static func command(_ move: Transition) -> LedgerCommand {
    switch move {
    case .start: .start("1.1")
    case .submit: .submit("1.1", summary: "已完成")
    case .close: .close("1.1", opinion: "同意")
    case .return: .return("1.1", reason: "缺签到表")
    case .reopen: .reopen("1.1", finding: "不实", basis: "督查")
    case .sustain: .sustain("1.1")
    case .withdraw: .withdraw("1.1", basis: "上级文件")
    }
  }

  @Test(arguments: histories.indices, Transition.allCases)
  func `a move is allowed where no rule refuses it for the state`(
    index: Int, move: Transition
  ) throws {
    var history = Self.histories[index]
    let state = try #require(history.ledger["1.1"])
    var isRefused = false
    do throws(LedgerRejection) {
      try history.run(Self.command(move), by: SampleSchool.office, on: "2020-07-28")
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
