import TaskLedger
import Testing

/// The closing machine as a table, tried exhaustively: every phase with every move.
struct TransitionTests {
  /// A phase with what leads to it.
  struct Start: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var id: ItemID
    var phase: Phase
    var isStale = false
    var given: [Happening]
  }

  static let begun: [Happening] = [.started("2.1"), .attached("证-2.1-01")]
  static let starts: [Start] = [
    Start(testDescription: "pending", id: "2.1", phase: .pending, given: []),
    Start(testDescription: "in progress", id: "2.1", phase: .inProgress, given: begun),
    Start(
      testDescription: "submitted", id: "2.1", phase: .submitted,
      given: begun + [.submitted("2.1")]),
    Start(
      testDescription: "closed", id: "2.1", phase: .closed,
      given: begun + [.submitted("2.1"), .closed("2.1")]),
    Start(
      testDescription: "closed and stale", id: "2.1", phase: .closed, isStale: true,
      given: begun + [.submitted("2.1"), .closed("2.1"), .voided("证-2.1-01", "2020-07-24")]),
    Start(
      testDescription: "ongoing", id: "2.1", phase: .ongoing, given: begun + [.sustained("2.1")]),
    Start(
      testDescription: "withdrawn", id: "2.1", phase: .withdrawn,
      given: begun + [.withdrawn("2.1", "2020-07-23")]),
  ]

  /// What product.md draws, written out once more by hand.
  static let expected: [String: [Transition: Phase]] = [
    "pending": [.start: .inProgress, .withdraw: .withdrawn],
    "in progress": [.submit: .submitted, .sustain: .ongoing, .withdraw: .withdrawn],
    "submitted": [.close: .closed, .return: .inProgress, .withdraw: .withdrawn],
    "closed": [.reopen: .inProgress],
    "closed and stale": [
      .reopen: .inProgress, .submit: .submitted, .close: .closed, .return: .inProgress,
    ],
    "ongoing": [.submit: .submitted, .withdraw: .withdrawn],
    "withdrawn": [:],
  ]

  static func happening(_ move: Transition) -> Happening {
    switch move {
    case .start: .started("2.1", "2020-07-26")
    case .submit: .submitted("2.1", "2020-07-26")
    case .close: .closed("2.1", "2020-07-26")
    case .return: .returned("2.1", "2020-07-26")
    case .reopen: .reopened("2.1", "2020-07-26")
    case .sustain: .sustained("2.1", "2020-07-26")
    case .withdraw: .withdrawn("2.1", "2020-07-26")
    }
  }

  @Test(arguments: starts, Transition.allCases)
  func `a move leads where the table says, or changes nothing`(_ start: Start, _ move: Transition)
    throws
  {
    var history = History.imported
    for happening in start.given { history.record(happening) }
    let before = try #require(history.ledger[start.id])
    #expect(before.phase == start.phase)
    #expect(before.isStale == start.isStale)

    history.record(Self.happening(move))
    let after = try #require(history.ledger[start.id])
    if let target = Self.expected[start.testDescription]?[move] {
      #expect(after.phase == target)
      #expect(after.lastMoveOn == "2020-07-26")
      #expect(history.ledger.unplaced == [])
    } else {
      #expect(after == before)
      #expect(history.ledger.unplaced == [history.entries.count])
    }
  }

  @Test func `an event that fits nothing is listed and changes nothing`() {
    let strays: [Happening] = [
      .noted("1.3", "2020-07-22"), .voided("证-1.1-01", "2020-07-22"),
      .granted("1.1", until: "2020-09-30"), .refused("1.1"), .resolved(1, "2020-07-22"),
      .undone("1.1", 4, "2020-07-22", by: SampleSchool.office),
      .undone("1.3", 4, "2020-07-22", by: SampleSchool.office),
    ]
    var history = History.imported
    let before = history.ledger
    for stray in strays { history.record(stray) }
    #expect(history.ledger.unplaced == Array(9...15))
    #expect(history.ledger.items == before.items)
    #expect(history.ledger.gaps == before.gaps)
  }

  @Test func `reopening opens a round that keeps the one before`() throws {
    var history = History(Happening.imported + ClosingCommandTests.closed)
    let first = try #require(history.ledger["1.1"]?.round)
    history.record(.reopened("1.1", "2020-08-20"))
    let state = try #require(history.ledger["1.1"])
    #expect(state.rounds.count == 2)
    #expect(state.rounds.first == first)
    #expect(state.round.number == 2)
    #expect(state.round.startedOn == "2020-08-20")
    #expect(state.round.reopening?.finding == "名单不实")
    #expect(state.round.reopening?.basis == "督查反馈")
    #expect(state.round.reopening?.actor == SampleSchool.other)
    #expect(state.round.reopening?.on == "2020-08-20")
    #expect(state.closure == nil)
    #expect(state.submission == nil)
    #expect(ItemOnDay(state, on: "2020-08-20", handInDay: nil).isOverdue)
    #expect(state.originalDue == "2020-07-31")
  }

  @Test func `a second round closes on its own day`() throws {
    var history = History(Happening.imported + ClosingCommandTests.closed)
    history.record(.reopened("1.1", "2020-07-27"))
    history.record(.attached("证-1.1-02", "2020-08-01", digest: "b"))
    history.record(.submitted("1.1", "2020-08-02"))
    history.record(.closed("1.1", "2020-08-03"))
    let state = try #require(history.ledger["1.1"])
    #expect(state.isSoundlyClosed)
    #expect(ItemOnDay(state, on: "2020-12-31", handInDay: nil).isClosedLate)
    #expect(state.evidence.map(\.round) == [1, 2])
    #expect(history.ledger(asOf: "2020-07-26")["1.1"]?.isSoundlyClosed == true)
  }
}
