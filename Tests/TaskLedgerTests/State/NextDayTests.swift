import TaskLedger
import Testing

/// The next day of deadlines that have several or come back (下一次).
struct NextDayTests {
  private static func history(_ words: String) -> History {
    History.imported.after(
      .revised("2.2", "2020-07-21", .deadline(DeadlineLanguage.read(words, year: 2020))))
  }

  @Test(
    .bug(id: "desk", "an item with a recurring deadline showed no day"),
    arguments: [
      ("每学期", "2020-07-22", "2020-07-31"), ("每学期", "2020-08-01", "2021-01-31"),
      ("每月25日前", "2020-07-22", "2020-07-25"), ("每月25日前", "2020-07-26", "2020-08-25"),
      ("2020年5月、2020年10月", "2020-07-22", "2020-10-31"),
      ("2020年8月、2020年10月", "2020-07-22", "2020-08-31"), ("2020年8月", "2020-07-22", nil),
      ("全年持续推进", "2020-07-22", nil), ("适时", "2020-07-22", nil),
      ("2020年5月、2020年6月", "2020-07-22", nil),
    ])
  func `the next day is shown`(words: String, today: String, next: String?) throws {
    let state = try #require(Self.history(words).ledger["2.2"])
    let day = try #require(CivilDate(today))
    #expect(state.nextDay(onOrAfter: day)?.description == next)
  }

  @Test func `what comes back again and again is counted beside the rates`() throws {
    let ledger = Self.history("每学期").ledger
    let tally = LedgerOnDay(ledger, on: "2020-07-22").tally()
    #expect(tally.standing == 2)
    #expect(tally.undated == 0)
    #expect(
      tally.mustClose == LedgerOnDay(History.imported.ledger, on: "2020-07-22").tally().mustClose)
    #expect(ledger["2.2"]?.due == nil)
  }

  @Test func `a meeting hears of it in the month in which it is due`() {
    let ledger = Self.history("每月25日前").ledger
    #expect(
      MeetingAgenda(of: "2020-07", in: LedgerOnDay(ledger, on: "2020-07-22")).dueThisMonth.contains(
        "2.2"))
    #expect(
      MeetingAgenda(of: "2020-07", in: LedgerOnDay(ledger, on: "2020-07-26")).dueNextMonth.contains(
        "2.2"))
  }

  @Test func `a closed item has no next day`() throws {
    let history = Self.history("每学期").after(
      .started("2.2"), .attached("证-2.2-01", "2020-07-22"), .submitted("2.2"), .closed("2.2"))
    let state = try #require(history.ledger["2.2"])
    #expect(state.isSoundlyClosed)
    #expect(state.nextDay(onOrAfter: "2020-07-25") == nil)
  }

  @Test func `a granted day takes the place of several`() throws {
    let history = Self.history("2020年8月、2020年10月").after(
      .asked("2.2", until: "2020-12-15"), .granted("2.2", until: "2020-12-15"))
    let state = try #require(history.ledger["2.2"])
    #expect(state.due == "2020-12-15")
    #expect(state.nextDay(onOrAfter: "2020-08-20") == nil)
    #expect(ItemOnDay(state, on: "2020-08-20", handInDay: nil).nextDay == "2020-12-15")
  }

  @Test(
    arguments: [(RoundDue.unset, nil), (.day("2020-11-30"), "2020-11-30"), (.kept, "2020-10-31")]
      as [(RoundDue, CivilDate?)])
  func `a granted day ends with its round`(due: RoundDue, expected: CivilDate?) throws {
    let history = History(
      Happening.imported + ClosingCommandTests.ready
        + [
          .asked("1.1", until: "2020-10-31"), .granted("1.1", until: "2020-10-31"),
          .submitted("1.1"), .closed("1.1"),
          Happening(
            .item("1.1", .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: due))),
            on: "2020-07-25", by: SampleSchool.office),
        ])
    let state = try #require(history.ledger["1.1"])
    #expect(history.ledger.unplaced == [])
    #expect(state.phase == .inProgress)
    #expect(state.due == expected)
  }
}
