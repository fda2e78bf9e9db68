import TaskLedger
import Testing

/// The rules for gaps, meetings, sealed months and counted figures.
struct MeetingCommandTests {
  static let office = SampleSchool.office
  static let opened: [Happening] = [.meeting("2020-07", "2020-07-27")]
  static let sealed: [Happening] =
    opened + [.sealed("2020-07", through: 9, asOf: "2020-07-31", "2020-08-01")]

  static let gaps: [Scenario] = [
    Scenario(
      "the first gap is number 1",
      when: .raiseGap(text: "制度未公示", item: "1.1", owner: "学工部", due: "2020-08-10"),
      by: office,
      then: .events([
        .ledger(
          .gapRaised(
            GapRaised(number: 1, text: "制度未公示", item: "1.1", owner: "学工部", due: "2020-08-10")))
      ])),
    Scenario(
      "numbers go on after a resolution",
      given: [.gap(1, "2020-07-22"), .gap(2, "2020-07-22"), .resolved(1, "2020-07-23")],
      when: .raiseGap(text: "制度未公示", item: nil, owner: "学工部", due: nil),
      then: .events([.ledger(.gapRaised(GapRaised(number: 3, text: "制度未公示", owner: "学工部")))])),
    Scenario(
      "words, owner, due day and item are asked for at once", given: [.withdrawn("1.1")],
      when: .raiseGap(text: " ", item: "1.1", owner: "", due: "2020-07-27"),
      then: .refused([
        .entry(.textMissing(.gap)), .entry(.textMissing(.owner)),
        .gap(.dueInPast(due: "2020-07-27", effective: "2020-07-28")), .item(.notLive("1.1")),
      ])),
    Scenario(
      "an unknown item", when: .raiseGap(text: "制度未公示", item: "1.3", owner: "学工部", due: nil),
      then: .refused([.item(.unknown("1.3", nearest: ["1.2", "1.1", "2.2"]))])),
    Scenario(
      "resolve", given: [.gap(1, "2020-07-22")],
      when: .resolveGap(number: 1, resolution: "已公示"),
      then: .events([.ledger(.gapResolved(GapResolved(number: 1, resolution: "已公示")))])),
    Scenario(
      "resolve an unknown gap without words names both", given: [.gap(1, "2020-07-22")],
      when: .resolveGap(number: 2, resolution: ""),
      then: .refused([.entry(.textMissing(.resolution)), .gap(.unknown(2, undecided: [1]))])),
    Scenario(
      "resolve twice", given: [.gap(1, "2020-07-22"), .resolved(1, "2020-07-23")],
      when: .resolveGap(number: 1, resolution: "已公示"),
      then: .refused([.gap(.alreadyResolved(1, on: "2020-07-23"))])),
    Scenario(
      "resolve before it was raised", given: [.gap(1, "2020-07-22")],
      when: .resolveGap(number: 1, resolution: "已公示"), on: "2020-07-21", today: "2020-07-28",
      then: .refused([
        .gap(.beforeRaised(1, raised: "2020-07-22", effective: "2020-07-21"))
      ])),
  ]

  static func seal(
    _ month: CivilMonth = "2020-07", through: Int = 9, asOf: CivilDate = "2020-07-31"
  ) -> LedgerCommand {
    .sealMonth(month, through: through, asOf: asOf, paper: "d")
  }

  static let meetings: [Scenario] = [
    Scenario(
      "open this month", when: .openMeeting("2020-07"),
      then: .events([.ledger(.meetingOpened("2020-07"))])),
    Scenario(
      "open a month to come", when: .openMeeting("2020-08"),
      then: .refused([.meeting(.monthInFuture("2020-08", today: "2020-07-28"))])),
    Scenario(
      "open twice", given: opened, when: .openMeeting("2020-07"),
      then: .refused([.meeting(.alreadyOpen("2020-07", on: "2020-07-27"))])),
    Scenario(
      "open a sealed month", given: sealed, when: .openMeeting("2020-07"), on: "2020-08-03",
      then: .refused([.meeting(.monthAlreadySealed("2020-07"))])),
    Scenario(
      "open a month behind a sealed one", given: sealed, when: .openMeeting("2020-06"),
      on: "2020-08-03",
      then: .refused([.meeting(.monthOutOfOrder("2020-06", lastSealed: "2020-07"))])),
    Scenario(
      "seal", given: opened, when: seal(), on: "2020-08-01",
      then: .events([
        .ledger(
          .monthSealed(MonthSealed(month: "2020-07", through: 9, asOf: "2020-07-31", paper: "d")))
      ])),
    Scenario(
      "seal what was not opened, on a day outside and with entries that are not there",
      when: seal(through: 9, asOf: "2020-08-01"), on: "2020-08-01",
      then: .refused([
        .meeting(.notOpened("2020-07")),
        .meeting(.sealDayOutsideMonth("2020-07", asOf: "2020-08-01")),
        .meeting(.sealThroughUnknown(through: 9, known: 1...8)),
      ])),
    Scenario(
      "seal a month that is not over", given: opened, when: seal(),
      then: .refused([
        .meeting(.monthNotOver("2020-07", lastDay: "2020-07-31", today: "2020-07-28")),
        .entry(.dateInFuture("2020-07-31", today: "2020-07-28")),
      ])),
    Scenario(
      "seal twice", given: sealed, when: seal(through: 10), on: "2020-08-03",
      then: .refused([.meeting(.monthAlreadySealed("2020-07"))])),
    Scenario(
      "seal before an earlier meeting is sealed",
      given: opened + [.meeting("2020-08", "2020-08-28")],
      when: seal("2020-08", through: 10, asOf: "2020-08-31"), on: "2020-09-01",
      then: .refused([.meeting(.earlierMonthOpen("2020-08", earlier: ["2020-07"]))])),
    Scenario(
      "seal with a paper that leaves out the last seal",
      given: sealed + [.meeting("2020-08", "2020-08-28")],
      when: seal("2020-08", through: 9, asOf: "2020-08-31"), on: "2020-09-01",
      then: .refused([.meeting(.sealThroughUnknown(through: 9, known: 10...11))])),
    Scenario(
      "seal before the meeting was opened", given: opened, when: seal(asOf: "2020-07-31"),
      on: "2020-07-26", today: "2020-08-02",
      then: .refused([
        .meeting(.sealBeforeMeeting("2020-07", opened: "2020-07-27", effective: "2020-07-26"))
      ])),
  ]

  static let facts: [Scenario] = [
    Scenario(
      "a value with its evidence", given: [.attached("证-1.1-01")],
      when: .recordFact(
        name: " 校级学生会工作人员 ", value: "40", evidence: "证-1.1-01", exemption: nil),
      then: .events([
        .ledger(.factRecorded(FactRecorded(name: "校级学生会工作人员", value: "40", evidence: "证-1.1-01")))
      ])),
    Scenario(
      "an exemption instead of a value",
      when: .recordFact(name: "研究生会主席团", value: "", evidence: nil, exemption: "没有研究生"),
      then: .events([
        .ledger(.factRecorded(FactRecorded(name: "研究生会主席团", value: "", exemption: "没有研究生")))
      ])),
    Scenario(
      "neither name, value, exemption nor known evidence",
      when: .recordFact(name: "", value: " ", evidence: "证-1.1-01", exemption: " "),
      then: .refused([
        .entry(.textMissing(.factName)), .entry(.textMissing(.factValue)),
        .evidence(.unknown("证-1.1-01")),
      ])),
    Scenario(
      "void evidence proves nothing",
      given: [.attached("证-1.1-01"), .voided("证-1.1-01", "2020-07-23")],
      when: .recordFact(name: "会议次数", value: "2", evidence: "证-1.1-01", exemption: nil),
      then: .refused([.evidence(.unknown("证-1.1-01"))])),
  ]

  @Test(arguments: gaps)
  func `gaps follow their rules`(_ row: Scenario) { row.check() }

  @Test(arguments: meetings)
  func `meetings and seals follow their rules`(_ row: Scenario) { row.check() }

  @Test(arguments: facts)
  func `counted figures follow their rules`(_ row: Scenario) { row.check() }
}
