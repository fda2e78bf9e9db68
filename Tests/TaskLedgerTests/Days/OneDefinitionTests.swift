import TaskLedger
import Testing

/// Counts, agendas and days take what they say of an item from one place.
///
/// Source: product description, Days and counts: one definition each.
struct OneDefinitionTests {
  private static func item(_ history: History, on day: CivilDate, _ id: ItemID = "1.2") throws
    -> ItemOnDay
  {
    try ItemOnDayTests.item(history, on: day, id)
  }

  private static let closed = History.imported.after(
    .started("S1"), .attached("证-S1-01"), .submitted("S1"), .closed("S1"))

  // MARK: - settled

  @Test func `what is soundly closed and does not go on stays settled, signs or none`() throws {
    for day: CivilDate in ["2020-07-31", "2020-09-30", "2021-12-31"] {
      let item = try Self.item(Self.closed, on: day, "S1")
      #expect(item.isSettled, "\(day)")
      #expect(!item.isPastTarget && !item.isUnsettledAtHandIn && !item.isDue(within: 100))
      #expect(!item.isDue(in: "2020-08") && item.missing == [])
    }
  }

  @Test(arguments: [("省厅通知", true), (" \u{3000}", false), ("", false)])
  func `what was withdrawn is settled on its basis alone`(basis: String, isSettled: Bool) throws {
    let history = History.imported.after(
      Happening(.item("S1", .withdrawn(basis: basis)), on: "2020-07-25", by: SampleSchool.office))
    let item = try Self.item(history, on: "2020-12-01", "S1")
    #expect(item.isSettled == isSettled)
    #expect(!item.isOverdue && !item.isPastTarget && !item.isUnsettledAtHandIn)
    #expect(!item.isDue(in: "2020-08") && !item.isDue(within: 0))
  }

  @Test func `the unsettled and the living are those of the plan, dropped ones in neither`() {
    let ledger = Self.closed.after(.withdrawn("1.1"), .dropped("1.2"))
    let onDay = LedgerOnDay(ledger.ledger, on: "2020-08-31")
    #expect(onDay.items.map(\.id) == ["1.1", "2.1", "2.2", "S1"])
    #expect(onDay.unsettled.map(\.id) == ["2.1", "2.2"])
    #expect(onDay.live.map(\.id) == ["2.1", "2.2", "S1"])
    #expect(onDay.counts[.submitted] == 0)
  }

  // MARK: - missing

  @Test func `of what has evidence the measures without their own are missing`() throws {
    let begun = History.imported.after(.started("1.1"), .attached("证-1.1-01", measure: 2))
    #expect(
      try Self.item(begun, on: "2020-07-28", "1.1").missing == [.measureEvidence([1]), .statement])
    let both = begun.after(.attached("证-1.1-02", digest: "b", measure: 1))
    #expect(try Self.item(both, on: "2020-07-28", "1.1").missing == [.statement])
  }

  @Test func `the last return is answered first`() throws {
    func returned(_ reason: String, _ day: CivilDate) -> Happening {
      Happening(.item("S1", .closureReturned(reason: reason)), on: day, by: SampleSchool.office)
    }
    let history = History.imported.after(
      .started("S1"), .attached("证-S1-01"), .submitted("S1"), returned("缺名单", "2020-07-24"),
      .submitted("S1", "2020-07-25"), returned("名单未盖章", "2020-07-26"))
    #expect(
      try Self.item(history, on: "2020-07-28", "S1").missing
        == [.answerToReturn("名单未盖章"), .statement])
  }

  @Test func `a day that is not written is asked for, words that go on or are vague are not`()
    throws
  {
    let plain = History.imported
    let flag = MissingPart.confirmation([.deadlineMissing])
    #expect(
      try Self.item(plain, on: "2020-07-28", "2.2").missing
        == [.start, .evidence, .statement, .deadline(round: nil), flag])
    func without(_ words: String) throws -> Bool {
      let history = plain.after(
        .revised("2.2", "2020-07-21", .deadline(DeadlineLanguage.read(words, year: 2020))))
      return try Self.item(history, on: "2020-07-28", "2.2").missing.contains(.deadline(round: nil))
    }
    for words in ["适时", "2020年9月", "长期坚持", "每月25日前"] {
      #expect(try !without(words), "\(words)")
    }
    #expect(try without(""))
  }

  // MARK: - agenda and days

  @Test func `a meeting hears of missed days and of what was not settled at the hand-in`() {
    var ledger = ItemOnDayTests.dated("每月25日前").after(.started("2.1"), .sustained("2.1")).ledger
    ledger.list?.handIns = [
      HandIn(due: "2020-10-15", what: "自评报告"), HandIn(due: "2020-08-31", what: "推进计划"),
    ]
    #expect(ledger.list?.handInDay == "2020-10-15")
    let agenda = MeetingAgenda(of: "2020-10", in: LedgerOnDay(ledger, on: "2020-10-16"))
    #expect(agenda.missed == ["1.2"])
    #expect(agenda.silent == ["2.1"])
    #expect(agenda.unsettledAtHandIn == ["1.1", "1.2", "2.1", "2.2", "S1"])
    #expect(agenda.overdue.map(\.item) == ["1.1", "S1"])
    let before = MeetingAgenda(of: "2020-10", in: LedgerOnDay(ledger, on: "2020-10-15"))
    #expect(before.unsettledAtHandIn == [])
    #expect(LedgerOnDay(ledger, on: "2020-10-05").daysToHandIn == 10)
    #expect(LedgerOnDay(ledger, on: "2020-10-16").daysToHandIn == -1)
  }

  @Test func `the day that is shown is the next of several, else the target`() throws {
    let recurring = ItemOnDayTests.dated("每月25日前")
    #expect(try Self.item(recurring, on: "2020-07-28").nextDay == "2020-08-25")
    let dated = ItemOnDayTests.dated("2020年9月")
    #expect(try Self.item(dated, on: "2020-07-28").nextDay == "2020-09-30")
    #expect(
      try Self.item(ItemOnDayTests.dated("2020年12月"), on: "2020-07-28").nextDay == "2020-10-15")
  }

  @Test func `by itself an item changes on its granted day, however late that is`() throws {
    let history = ItemOnDayTests.dated(
      "2020年9月", .asked("1.2", until: "2020-12-01"), .granted("1.2", until: "2020-12-01"))
    #expect(try Self.item(history, on: "2020-10-16").nextChange == "2020-12-01")
    #expect(try Self.item(history, on: "2020-11-05").nextChange == "2020-12-01")
    #expect(try Self.item(history, on: "2020-12-01").nextChange == "2020-12-02")
    #expect(try Self.item(history, on: "2020-12-02").nextChange == nil)
  }

  @Test(
    arguments: [
      ("2020-10-15", "2020-10-15", TargetDay.Source.handIn), ("2020-10-16", "2020-11-30", .due),
    ] as [(CivilDate, CivilDate, TargetDay.Source)])
  func `a round that opened after the hand-in is not capped by it`(
    opened: CivilDate, target: CivilDate, source: TargetDay.Source
  ) throws {
    let reopened = Happening(
      .item(
        "S1",
        .reopened(ItemReopened(finding: "名单不实", basis: "督查", due: .day("2020-11-30")))),
      on: opened, by: SampleSchool.office)
    let item = try Self.item(Self.closed.after(reopened), on: "2020-10-20", "S1")
    #expect(item.target == TargetDay(day: target, source: source))
  }

  @Test func `counts of several schools add up part by part`() {
    var sum = Tally()
    let parts: [WritableKeyPath<Tally, Int>] = [
      \.total, \.mustClose, \.closed, \.dueByDay, \.closedInTime, \.closedLate, \.overdue,
      \.standing,
      \.standingAlive, \.undated, \.undatedClosed,
    ]
    var one = Tally()
    for (place, part) in parts.enumerated() { one[keyPath: part] = place + 1 }
    sum.add(one)
    sum.add(one)
    #expect(parts.map { sum[keyPath: $0] } == parts.indices.map { 2 * ($0 + 1) })
  }
}
