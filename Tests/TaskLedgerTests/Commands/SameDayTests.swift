import TaskLedger
import Testing

/// What may count on a day may count on that very day: the edges of the rules about days.
///
/// Source: product description, The closing machine and Papers (a month is sealed after its last day).
struct SameDayTests {
  static let office = SampleSchool.office

  static let rows: [Scenario] = [
    Scenario(
      "a further round may be due on the day it begins", given: ClosingCommandTests.closed,
      when: .reopen("1.1", finding: "名单不实", basis: "督查反馈", due: "2020-07-28"),
      then: .events([
        .item(
          "1.1",
          .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: .day("2020-07-28"))))
      ])),
    Scenario(
      "and not on the day before", given: ClosingCommandTests.closed,
      when: .reopen("1.1", finding: "名单不实", basis: "督查反馈", due: "2020-07-27"),
      then: .refused([.item(.roundDueInPast("1.1", due: "2020-07-27", on: "2020-07-28"))])),
    Scenario(
      "a gap may be due on the day it is raised",
      when: .raiseGap(text: "制度未公示", item: nil, owner: "学工部", due: "2020-07-28"),
      then: .events([
        .ledger(
          .gapRaised(GapRaised(number: 1, text: "制度未公示", owner: "学工部", due: "2020-07-28")))
      ])),
    Scenario(
      "a gap may be resolved on the day it was raised",
      given: [.gap(1, "2020-07-28"), .gap(2, "2020-07-22")],
      when: .resolveGap(number: 1, resolution: "已公示"),
      then: .events([.ledger(.gapResolved(GapResolved(number: 1, resolution: "已公示")))])),
    Scenario(
      "a month is not over on its last day", given: [.meeting("2020-07", "2020-07-27")],
      when: MeetingCommandTests.seal(), on: "2020-07-31",
      then: .refused([
        .meeting(.monthNotOver("2020-07", lastDay: "2020-07-31", today: "2020-07-31"))
      ])),
    Scenario(
      "a seal may count on the day the meeting was opened",
      given: [.meeting("2020-07", "2020-07-27")], when: MeetingCommandTests.seal(),
      on: "2020-07-27", today: "2020-08-01",
      then: .events([
        .ledger(
          .monthSealed(MonthSealed(month: "2020-07", through: 9, asOf: "2020-07-31", paper: "d")))
      ])),
    Scenario(
      "the month after the sealed one may be opened",
      given: MeetingCommandTests.sealed, when: .openMeeting("2020-08"), on: "2020-08-03",
      then: .events([.ledger(.meetingOpened("2020-08"))])),
    Scenario(
      "more time that no longer moves the day is not granted",
      given: [
        .asked("1.1", until: "2020-08-31"),
        .revised("1.1", "2020-07-24", .deadline(SampleSchool.deadline("2020-08-31"))),
      ], when: .grantExtension("1.1", basis: "例会"), by: office,
      then: .refused([.extension(.notLater("1.1", due: "2020-08-31", until: "2020-08-31"))])),
    Scenario(
      "more time may be asked for on the due day",
      when: .requestExtension("1.1", until: "2020-08-01", reason: "推迟", progress: "已拟稿"),
      on: "2020-07-31",
      then: .events([
        .item(
          "1.1",
          .extensionRequested(
            ExtensionRequested(until: "2020-08-01", reason: "推迟", progress: "已拟稿")))
      ])),
    Scenario(
      "other words for the same day give no more time",
      when: .revise("1.1", changes: [.deadline(Self.sameDay)], reason: "核对原文"),
      then: .events([
        .item("1.1", .revised(ItemRevised(changes: [.deadline(sameDay)], reason: "核对原文")))
      ]
      )),
    Scenario(
      "evidence may be dated today",
      when: .attach("1.1", SampleSchool.file("a", measure: 1, date: "2020-07-28")),
      then: .events([
        RecordCommandTests.attached(
          "证-1.1-01", SampleSchool.file("a", measure: 1, date: "2020-07-28"))
      ])),
  ]

  private static let sameDay = DeadlineLanguage.read("2020年7月底前", year: nil)

  @Test(arguments: rows)
  func `the day itself is told from the one before`(_ row: Scenario) { row.check() }

  static func fact(
    _ value: String = "40", exemption: String? = nil, countedOn: CivilDate? = nil,
    source: String? = nil
  ) -> LedgerCommand {
    .recordFact(
      name: "会议次数", value: value, evidence: nil, exemption: exemption, countedOn: countedOn,
      source: source)
  }

  static func recorded(
    _ value: String = "40", exemption: String? = nil, countedOn: CivilDate? = nil,
    source: String? = nil
  ) -> Scenario.Outcome {
    .events([
      .ledger(
        .factRecorded(
          FactRecorded(
            name: "会议次数", value: value, exemption: exemption, countedOn: countedOn, source: source))
      )
    ])
  }

  static let facts: [Scenario] = [
    Scenario(
      "counted on an earlier day", when: fact(countedOn: "2020-07-27"),
      then: recorded(countedOn: "2020-07-27")),
    Scenario("counted on the day it counts", when: fact(countedOn: "2020-07-28"), then: recorded()),
    Scenario(
      "counted today, for an earlier day", when: fact(countedOn: "2020-07-28"), on: "2020-07-20",
      today: "2020-07-28", then: recorded(countedOn: "2020-07-28")),
    Scenario(
      "counted on a day to come", when: fact(countedOn: "2020-07-29"),
      then: .refused([.entry(.dateInFuture("2020-07-29", today: "2020-07-28"))])),
    Scenario(
      "the word 不适用 is no part of the reason", when: fact("", exemption: "不适用（没有研究生）"),
      then: recorded("", exemption: "没有研究生")),
    Scenario(
      "a blank reason and a blank source are none", when: fact(exemption: " ", source: "\u{3000}"),
      then: recorded()),
    Scenario(
      "where a figure is from is kept", when: fact(source: "院系.xlsx[表1!B3]"),
      then: recorded(source: "院系.xlsx[表1!B3]")),
  ]

  @Test(arguments: facts)
  func `a figure counts on its own day, for its own reason`(_ row: Scenario) { row.check() }

  @Test(
    arguments: [
      ("2020-05-06", "2020-07-20", "2020-07-28", "2020-07-20"),
      ("2020-07-25", "2020-07-20", "2020-07-28", "2020-07-25"),
      ("2020-05-06", "2020-07-30", "2020-07-28", "2020-07-28"),
      ("2020-07-29", "2020-07-20", "2020-07-28", "2020-07-29"),
    ] as [(CivilDate, CivilDate, CivilDate, CivilDate)])
  func `evidence counts from its own day, but not from before its items were there`(
    date: CivilDate, imported: CivilDate, today: CivilDate, counts: CivilDate
  ) {
    #expect(Evidence.countsFrom(date, imported: imported, today: today) == counts)
  }

  @Test func `whoever imports need not be known, whoever works must`() throws {
    var occasion = Occasion(actor: "某某", today: "2020-07-28")
    occasion.departments = MoreTimeTests.directory
    let ledger = History.imported.ledger
    #expect(
      try decide(
        .importPlan(SampleSchool.header(), items: SampleSchool.items, update: false), in: ledger,
        on: occasion) == [])
    #expect(
      throws: LedgerRejection(.plan(.ledgerAlreadyOpened(school: SampleSchool.name)))
    ) {
      try decide(
        .open(school: "另一所", reviewers: ["校团委"], list: SampleSchool.list), in: ledger, on: occasion)
    }
    #expect(throws: LedgerRejection(.member(.unknownActor("某某", nearest: [])))) {
      try decide(.note("1.1", text: "召开推进会"), in: ledger, on: occasion)
    }
  }
}
