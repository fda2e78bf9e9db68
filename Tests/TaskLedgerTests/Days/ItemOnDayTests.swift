import TaskLedger
import TestSupport
import Testing

/// The days and the status of an item, each with one definition.
struct ItemOnDayTests {
  static let handIn: CivilDate = "2020-10-15"

  static func dated(_ words: String, _ given: Happening...) -> History {
    var history = History.imported.after(
      .revised("1.2", "2020-07-20", .deadline(DeadlineLanguage.read(words, year: 2020))))
    for happening in given { history.record(happening) }
    return history
  }

  static func item(_ history: History, on day: CivilDate, _ id: ItemID = "1.2") throws -> ItemOnDay
  {
    ItemOnDay(
      try #require(history.ledger(asOf: day)[id]), on: day, handInDay: Self.handIn)
  }

  @Test(.bug(id: "counts", "sustained with a passed due day was settled and overdue at once"))
  func `what is dated and goes on is never settled while it is overdue`() throws {
    let history = Self.dated(
      "2020年8月底前，并长期坚持", .started("1.2"), .attached("证-1.2-01", "2020-10-08"),
      .sustained("1.2", "2020-10-08"))
    let item = try Self.item(history, on: "2020-10-10")
    #expect(item.status == .inProgress)
    #expect(item.overdueDays == 40)
    #expect(!item.isSettled)
  }

  @Test func `closed for its dated half it goes on by itself and wants signs of life`() throws {
    let history = Self.dated(
      "2020年8月底前，并长期坚持", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"),
      .closed("1.2", "2020-08-03"))
    #expect(try Self.item(history, on: "2020-08-31").isSettled)
    let september = try Self.item(history, on: "2020-09-30")
    #expect(!september.isSettled && september.light == .yellow && september.status == .closed)
    #expect(september.missing == [.signOfLife("2020-09")] + Self.flags(september))
    #expect(try Self.item(history, on: "2020-10-01").light == .red)
  }

  private static func flags(_ item: ItemOnDay) -> [MissingPart] {
    item.missing.filter { if case .confirmation = $0 { true } else { false } }
  }

  @Test(
    .bug(id: "counts", "the hand-in day was no day"),
    arguments: [
      ("2020年9月", "2020-09-30", TargetDay.Source.due), ("2020年12月", "2020-10-15", .handIn),
      ("", "2020-10-15", .handIn), ("2020年10月15日前", "2020-10-15", .due),
    ])
  func `the target day is the due day but no later than the hand-in`(
    words: String, day: String, source: TargetDay.Source
  ) throws {
    let target = try Self.item(Self.dated(words), on: "2020-08-01").target
    #expect(target?.day.description == day)
    #expect(target?.source == source)
  }

  @Test(
    .bug(id: "figures", "a count of days stood beside another day than its own"),
    arguments: [
      ("2020年9月", "2020-09-20", "2020-09-30（时限）"),
      ("2020年9月", "2020-10-08", "2020-09-30（时限，逾期8天）"),
      ("2020年10月", "2020-10-08", "2020-10-15（报送日）"),
      ("2020年10月", "2020-10-27", "2020-10-15（报送日；时限2020-10-31）"),
      ("2020年10月", "2020-11-08", "2020-10-15（报送日；时限2020-10-31，逾期8天）"),
      ("每月25日前", "2020-09-10", "2020-10-15（报送日），下一次2020-09-25"),
      ("每月25日前", "2020-10-27", "2020-10-15（报送日），下一次2020-11-25"),
      ("每学期", "2020-09-10", "2020-10-15（报送日）"), ("长期坚持", "2020-11-08", "2020-10-15（报送日）"),
    ] as [(String, CivilDate, String)])
  func `the words of the target day name the day that each count is from`(
    words: String, day: CivilDate, expected: String
  ) throws {
    let item = try Self.item(Self.dated(words), on: day)
    #expect(item.dayWords { "\($0)" } == expected)
  }

  @Test func `without a hand-in day the words of the deadline stand for the day`() throws {
    let state = try #require(Self.dated("长期坚持").ledger["1.2"])
    let item = ItemOnDay(state, on: "2020-08-01", handInDay: nil)
    #expect(item.dayWords { "\($0)" } == "长期坚持")
  }

  @Test(.bug(id: "figures", "past the hand-in no month told what was due in it"))
  func `an item has its own day in a month, also past its target`() throws {
    let history = Self.dated("2020年12月")
    for (day, months) in [
      ("2020-09-20", ["2020-10", "2020-12"]), ("2020-11-08", ["2020-10", "2020-12"]),
    ] as [(CivilDate, [CivilMonth])] {
      let item = try Self.item(history, on: day)
      let all: [CivilMonth] = ["2020-09", "2020-10", "2020-11", "2020-12", "2021-01"]
      #expect(all.filter(item.isDue(in:)) == months)
    }
  }

  @Test func `an item due later is urgent before the hand-in and unsettled after it`() throws {
    let history = Self.dated("2020年12月")
    let before = try Self.item(history, on: "2020-10-12")
    #expect(before.light == .yellow && before.isDue(within: 3) && !before.isOverdue)
    let after = try Self.item(history, on: "2020-10-16")
    #expect(after.light == .red && !after.isOverdue && after.isUnsettledAtHandIn)
    #expect(after.isPastTarget)
  }

  @Test(
    arguments: [
      ("2020-08-09", nil), ("2020-08-10", nil), ("2020-08-11", 1), ("2020-08-20", 10),
    ] as [(CivilDate, Int?)])
  func `closed on the due day is closed in time, a day later is late`(
    closedOn: CivilDate, late: Int?
  ) throws {
    let history = Self.dated(
      "2020年8月10日前", .started("1.2"), .attached("证-1.2-01"), .submitted("1.2", "2020-08-05"),
      .closed("1.2", closedOn))
    let item = try Self.item(history, on: "2020-09-30")
    #expect(item.due == "2020-08-10")
    #expect(item.isClosedLate == (late != nil))
    #expect(item.lateDays == late)
    let tally = Tally([item])
    #expect(tally.closedLate == (late == nil ? 0 : 1))
    #expect(tally.closedInTime == (late == nil ? 1 : 0))
  }

  @Test func `a day granted on a superior document is not capped`() throws {
    var history = Self.dated("2020年9月")
    history.record(.asked("1.2", until: "2020-12-31"))
    let payload = ExtensionGranted(until: "2020-12-31", basis: "例会", superior: "省发〔2020〕2号")
    history.record(
      Happening(
        .item("1.2", .extensionGranted(payload)), on: "2020-07-23", by: SampleSchool.office))
    #expect(try Self.item(history, on: "2020-08-01").target?.day == "2020-12-31")
    let plain = Self.dated(
      "2020年9月", .asked("1.2", until: "2020-12-31"), .granted("1.2", until: "2020-12-31"))
    #expect(try Self.item(plain, on: "2020-08-01").target?.day == "2020-10-15")
  }

  @Test(.bug(id: "counts", "recurring duties never fell due"))
  func `a recurring day without a sign of life is missed until one comes`() throws {
    let history = Self.dated("每月25日前", .noted("1.2", "2020-07-24"))
    #expect(try Self.item(history, on: "2020-07-31").isSettled == false)
    #expect(try Self.item(history, on: "2020-08-25").isMissed == false)
    let missed = try Self.item(history, on: "2020-08-26")
    #expect(missed.isMissed && missed.light == .red && !missed.isOverdue)
    #expect(missed.missing.contains(.missedDay("2020-08-25")))
    let later = history.after(.noted("1.2", "2020-08-28"))
    #expect(try Self.item(later, on: "2020-08-28").isMissed == false)
    #expect(try Self.item(later, on: "2020-08-28").missedCount == 1)
    let backDated = history.after(.noted("1.2", "2020-08-20", recordedOn: "2020-08-28"))
    #expect(try Self.item(backDated, on: "2020-08-28").missedCount == 0)
  }

  @Test func `starting is no sign of life`() throws {
    let history = History.imported.after(.started("2.1", "2020-09-01"))
    #expect(try Self.item(history, on: "2020-09-02", "2.1").light == .red)
  }

  @Test(.bug(id: "counts", "evidence dated back made a closure stale before it was recorded"))
  func `the past is not rewritten`() throws {
    let history = History(
      Happening.imported + ClosingCommandTests.ready
        + [
          .submitted("1.1", "2020-07-27"), .closed("1.1", "2020-07-28"),
          .attached("证-1.1-09", "2020-07-20", digest: "e", recordedOn: "2020-08-10"),
        ])
    #expect(try Self.item(history, on: "2020-07-28", "1.1").status == .closed)
    #expect(try Self.item(history, on: "2020-08-10", "1.1").status == .stale)
    let renewed = history.after(.closed("1.1", "2020-08-12"))
    #expect(try Self.item(renewed, on: "2020-08-12", "1.1").isClosedLate == false)
  }

  @Test func `a further round has its own day and counts its own evidence`() throws {
    let closed = History(
      Happening.imported + ClosingCommandTests.ready + [.submitted("1.1"), .closed("1.1")])
    var history = closed
    try history.run(
      .reopen("1.1", finding: "名单不实", basis: "督查", due: "2020-09-10"), by: SampleSchool.office,
      on: "2020-08-20")
    let state = try #require(history.ledger["1.1"])
    #expect(state.due == "2020-09-10")
    #expect(state.currentEvidence.isEmpty)
    #expect(throws: LedgerRejection(.evidence(.missing("1.1", measures: [1, 2])))) {
      try history.run(.submit("1.1", summary: "已整改"), by: SampleSchool.owner, on: "2020-08-21")
    }
    var open = closed
    try open.run(
      .reopen("1.1", finding: "名单不实", basis: "督查"), by: SampleSchool.office, on: "2020-08-20")
    let undated = ItemOnDay(
      try #require(open.ledger["1.1"]), on: "2020-08-21", handInDay: Self.handIn)
    #expect(undated.due == nil && undated.missing.contains(.deadline(round: 2)))
    #expect(undated.state.isRoundWithoutDay && undated.state.deadlineInForce.due == nil)
    #expect(undated.state.deadlineInForce.words == "第 2 轮时限未定")
    #expect(state.deadlineInForce.due == "2020-09-10" && !state.isRoundWithoutDay)
    #expect(state.originalDue != nil)
  }

  @Test func `counts by status add up, withdrawn included, dropped apart`() {
    let ledger = History(
      Happening.imported + ClosingCommandTests.closed
        + [.withdrawn("S1"), .dropped("1.2"), .started("2.1"), .sustained("2.1")]
    ).ledger
    let onDay = LedgerOnDay(ledger, on: "2020-08-01")
    #expect(onDay.counts.total == 4)
    #expect(onDay.counts[.closed] == 1 && onDay.counts[.withdrawn] == 1)
    #expect(onDay.counts[.ongoing] == 1 && onDay.counts[.pending] == 1)
    #expect(onDay.dropped.map(\.id) == ["1.2"])
  }

  @Test(.bug(id: "counts", "what was due on the last day stood in no paper of the month"))
  func `the month's last day still belongs to the month`() {
    let agenda = MeetingAgenda(
      of: "2020-07", in: LedgerOnDay(History.imported.ledger, on: "2020-07-31"))
    #expect(agenda.dueThisMonth == ["1.1"])
  }

  @Test func `pieces are counted by group, else by content, and files by content`() {
    func piece(_ number: EvidenceNumber, _ digest: EvidenceDigest, _ group: String?) -> Evidence {
      var piece = SampleSchool.evidence(number, SampleSchool.file(digest))
      piece.group = group
      return piece
    }
    let count = EvidenceCount([
      piece("证-1.1-01", "a", nil), piece("证-1.2-01", "a", nil),
      piece("证-1.1-02", "b", "照片"), piece("证-1.1-03", "c", "照片"),
    ])
    #expect(count.pieces == 2 && count.files == 3)
  }
}
