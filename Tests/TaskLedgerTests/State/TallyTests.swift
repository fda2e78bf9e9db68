import TaskLedger
import Testing

/// Counts and rates against original and granted days.
struct TallyTests {
  /// 1.1 closed late against its day but in time against the granted one, 1.2 open, 2.1 alive,
  /// 2.2 undated and closed, S1 overdue.
  static let history = History(
    Happening.imported + ClosingCommandTests.ready + [
      .asked("1.1", until: "2020-08-31"), .granted("1.1", until: "2020-08-31"),
      .submitted("1.1", "2020-08-10"), .closed("1.1", "2020-08-11"),
      .noted("2.1", "2020-09-02"), .started("2.2"), .attached("证-2.2-01"),
      .submitted("2.2"), .closed("2.2"),
    ])

  static func tally(_ change: (inout Tally) -> Void) -> Tally {
    var tally = Tally()
    change(&tally)
    return tally
  }

  @Test func `an empty ledger counts nothing`() {
    #expect(LedgerOnDay(Ledger(), on: "2020-09-10").tally() == Self.tally { _ in })
  }

  @Test func `against granted days`() {
    let expected = Self.tally {
      $0.total = 5
      $0.mustClose = 3
      $0.closed = 1
      $0.dueByDay = 2
      $0.closedInTime = 1
      $0.overdue = 1
      $0.standing = 1
      $0.standingAlive = 1
      $0.undated = 1
      $0.undatedClosed = 1
    }
    #expect(LedgerOnDay(Self.history.ledger, on: "2020-09-10").tally() == expected)
  }

  @Test func `against original days`() {
    let expected = Self.tally {
      $0.total = 5
      $0.mustClose = 3
      $0.closed = 1
      $0.dueByDay = 2
      $0.closedLate = 1
      $0.overdue = 1
      $0.standing = 1
      $0.standingAlive = 1
      $0.undated = 1
      $0.undatedClosed = 1
    }
    #expect(
      LedgerOnDay(Self.history.ledger, on: "2020-09-10").tally(.original) == expected)
  }

  @Test func `the due day itself is due and not overdue when closed`() throws {
    let history = History(
      Happening.imported + ClosingCommandTests.ready + [
        .submitted("1.1", "2020-07-31"), .closed("1.1", "2020-07-31"),
      ])
    let state = try #require(history.ledger["1.1"])
    let expected = Self.tally {
      $0.total = 1
      $0.mustClose = 1
      $0.closed = 1
      $0.dueByDay = 1
      $0.closedInTime = 1
    }
    #expect(Tally([ItemOnDay(state, on: "2020-07-31", handInDay: nil)]) == expected)
  }

  @Test func `an open item on its due day counts as due but is listed as overdue the day after`()
    throws
  {
    let state = try #require(History.imported.ledger["1.1"])
    #expect(!ItemOnDay(state, on: "2020-07-31", handInDay: nil).isOverdue)
    #expect(Tally([ItemOnDay(state, on: "2020-07-31", handInDay: nil)]).overdue == 0)
    #expect(Tally([ItemOnDay(state, on: "2020-08-01", handInDay: nil)]).overdue == 1)
  }

  @Test func `withdrawn and dropped items stay out`() {
    let ledger = Self.history.after(.withdrawn("S1"), .dropped("1.2")).ledger
    #expect(LedgerOnDay(ledger, on: "2020-09-10").tally().total == 3)
  }
}
