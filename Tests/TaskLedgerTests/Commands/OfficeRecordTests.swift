import TaskLedger
import Testing

/// The rules for what the office records: its own words, decisions of meetings, reminders.
///
/// Source: product description, Papers (minutes, reminder, the office's own words).
struct OfficeRecordTests {
  static let office = SampleSchool.office
  static let refused: LedgerRejection.Reason =
    .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office]))
  static let meeting: Happening = .meeting("2020-07", "2020-07-27")
  static let sealed: [Happening] = [
    meeting, .sealed("2020-07", through: 9, asOf: "2020-07-31", "2020-08-01"),
  ]

  // MARK: - 文稿

  static func words(
    _ paragraphs: String..., part: OfficeText.Part = .task(1)
  ) -> TextRecorded { TextRecorded(part: part, paragraphs: paragraphs, source: "自评文稿.docx") }

  static func recorded(_ text: TextRecorded) -> Happening {
    Happening(.ledger(.textRecorded(text)), on: "2020-07-21", by: office)
  }

  static let texts: [Scenario] = [
    Scenario(
      "a text of a task, blank paragraphs left out",
      when: .recordText(words("机构减为六个。", " \u{3000}")),
      by: office, then: .events([recorded(words("机构减为六个。")).event])),
    Scenario(
      "nothing but blanks is no text", when: .recordText(words("", "\u{200B}")), by: office,
      then: .refused([.entry(.textMissing(.officeText))])),
    Scenario(
      "a task that the list does not have", when: .recordText(words("甲", part: .task(9))),
      by: office, then: .refused([.meeting(.taskUnknown(9, known: [1, 2, 3]))])),
    Scenario(
      "the same words again are nothing", given: [recorded(words("甲"))],
      when: .recordText(words("甲", "")), by: office, then: .events([])),
    Scenario(
      "other words take their place", given: [recorded(words("甲"))],
      when: .recordText(words("甲", "乙")), by: office,
      then: .events([recorded(words("甲", "乙")).event])),
    Scenario(
      "the same words for another part are new", given: [recorded(words("甲"))],
      when: .recordText(words("甲", part: .problems)), by: office,
      then: .events([recorded(words("甲", part: .problems)).event])),
    Scenario("a department does not", when: .recordText(words("甲")), then: .refused([refused])),
    Scenario(
      "a department does not, the same words either", given: [recorded(words("甲"))],
      when: .recordText(words("甲")), then: .refused([refused])),
    Scenario(
      "a member of the office does", given: [.member("张伟", "学工部", .office)],
      when: .recordText(words("甲")), by: "张伟", then: .events([recorded(words("甲")).event])),
    Scenario(
      "an owner and leader does not",
      given: [.member("张伟", "学工部"), .member("张伟", "学工部", .leader)], when: .recordText(words("甲")),
      by: "张伟", then: .refused([.entry(.actorMayNotReview(actor: "张伟", reviewers: [office]))])),
    Scenario(
      "a member of the office who left does not",
      given: [.member("张伟", "学工部", .office), .retired("张伟")], when: .recordText(words("甲")),
      by: "张伟", then: .refused([.entry(.actorMayNotReview(actor: "张伟", reviewers: [office]))])),
  ]

  @Test(arguments: texts)
  func `the office's own words follow their rules`(_ row: Scenario) { row.check() }

  @Test func `the last text of a part stands, with its file, day and writer`() throws {
    let ledger = History.imported.after(
      Self.recorded(Self.words("甲")), Self.recorded(Self.words("乙")),
      Self.recorded(Self.words("丙", part: .guidance))
    ).ledger
    let text = try #require(ledger.texts[.task(1)])
    #expect(text.paragraphs == ["乙"] && text.source == "自评文稿.docx")
    #expect(text.on == "2020-07-21" && text.actor == Self.office)
    #expect(ledger.texts.keys.sorted() == [.task(1), .guidance])
  }

  @Test func `parts are printed task by task, then results, problems, next steps and guidance`() {
    let parts: [OfficeText.Part] = [
      .guidance, .task(2), .nextSteps, .task(10), .results, .task(1), .problems,
    ]
    #expect(parts.sorted() == [.task(1), .task(2), .task(10)] + OfficeText.Part.whole)
  }

  // MARK: - 议定事项 and 出席

  static func decided(
    _ number: Int, month: CivilMonth = "2020-07", item: ItemID? = nil, due: CivilDate? = nil
  ) -> Happening {
    Happening(
      .ledger(
        .meetingDecided(
          MeetingDecided(
            month: month, number: number, item: item, text: "月底前公示", owner: "学工部", due: due))),
      on: "2020-07-28", by: office)
  }

  static func decide(
    _ month: CivilMonth = "2020-07", item: ItemID? = nil, text: String = "月底前公示",
    owner: String = "学工部", due: CivilDate? = nil
  ) -> LedgerCommand {
    .decideAtMeeting(month, item: item, text: text, owner: owner, due: due)
  }

  static let decisions: [Scenario] = [
    Scenario(
      "the first of a month is number 1", given: [meeting],
      when: decide(item: "1.1", due: "2020-07-28"), by: office,
      then: .events([decided(1, item: "1.1", due: "2020-07-28").event])),
    Scenario(
      "numbers go on within the month", given: [meeting, decided(1), decided(2)], when: decide(),
      by: office, then: .events([decided(3).event])),
    Scenario(
      "another month begins anew", given: sealed + [decided(1), .meeting("2020-08", "2020-08-03")],
      when: decide("2020-08"), by: office, on: "2020-08-03",
      then: .events([decided(1, month: "2020-08").event])),
    Scenario(
      "everything that is wrong is named", given: [.withdrawn("1.1")],
      when: decide(item: "1.1", text: " ", owner: "", due: "2020-07-27"),
      then: .refused([
        refused, .entry(.textMissing(.decision)), .entry(.textMissing(.owner)),
        .meeting(.notOpened("2020-07")),
        .gap(.dueInPast(due: "2020-07-27", effective: "2020-07-28")), .item(.notLive("1.1")),
      ])),
    Scenario(
      "a sealed month stays as it is", given: sealed, when: decide(), by: office,
      on: "2020-08-03", then: .refused([.meeting(.monthAlreadySealed("2020-07"))])),
    Scenario(
      "what became of a decision", given: [meeting, decided(1)],
      when: .settleDecision("2020-07", number: 1, result: "已公示"),
      then: .events([
        .ledger(.decisionSettled(DecisionSettled(month: "2020-07", number: 1, result: "已公示")))
      ])),
    Scenario(
      "of a decision that was not made", given: [meeting, decided(1), decided(2)],
      when: .settleDecision("2020-07", number: 3, result: ""),
      then: .refused([
        .entry(.textMissing(.resolution)), .meeting(.decisionUnknown("2020-07", 3, known: [1, 2])),
      ])),
    Scenario(
      "of a month without decisions", when: .settleDecision("2020-06", number: 1, result: "已公示"),
      then: .refused([.meeting(.decisionUnknown("2020-06", 1, known: []))])),
    Scenario(
      "who was there, blank names left out", given: [meeting],
      when: .attendMeeting("2020-07", names: ["李老师", " "]), by: office,
      then: .events([.ledger(.meetingAttended(MeetingAttended(month: "2020-07", names: ["李老师"])))])
    ),
    Scenario(
      "nobody was there, and no meeting", when: .attendMeeting("2020-07", names: [""]),
      then: .refused([
        refused, .meeting(.notOpened("2020-07")), .entry(.textMissing(.member)),
      ])),
  ]

  @Test(arguments: decisions)
  func `decisions of a meeting follow their rules`(_ row: Scenario) { row.check() }

  @Test func `a meeting keeps its decisions with what became of them, and each name once`() throws {
    func happening(_ event: LedgerEventKind) -> Happening {
      Happening(.ledger(event), on: "2020-08-10", by: Self.office)
    }
    let history = History.imported.after(
      Self.meeting, Self.decided(1), Self.decided(2),
      happening(.decisionSettled(DecisionSettled(month: "2020-07", number: 2, result: "已公示"))),
      happening(.meetingAttended(MeetingAttended(month: "2020-07", names: ["李老师", "张伟"]))),
      happening(.meetingAttended(MeetingAttended(month: "2020-07", names: ["张伟", "王强"]))),
      happening(.decisionSettled(DecisionSettled(month: "2020-07", number: 3, result: "已公示"))))
    let meeting = try #require(history.ledger.meetings["2020-07"])
    #expect(meeting.decisions.map(\.result) == [nil, "已公示"])
    #expect(meeting.decisions.map(\.settledOn) == [nil, "2020-08-10"])
    #expect(meeting.decisions.map(\.on) == ["2020-07-28", "2020-07-28"])
    #expect(meeting.attendance == ["李老师", "张伟", "王强"])
    #expect(meeting.openedOn == "2020-07-27")
    #expect(history.ledger.unplaced == [history.entries.count])
  }

  @Test func `an owner is recorded as the table of departments names it`() throws {
    var occasion = Occasion(actor: Self.office, today: "2020-07-28")
    occasion.departments = MoreTimeTests.directory
    let ledger = History.imported.after(Self.meeting).ledger
    #expect(
      try TaskLedger.decide(Self.decide(owner: "学生处"), in: ledger, on: occasion)
        == [Self.decided(1).event])
  }

  // MARK: - 督办

  static func sent(_ number: Int, _ items: [ItemID] = ["1.1"]) -> Happening {
    Happening(
      .ledger(
        .reminderSent(
          ReminderSent(
            number: number, department: "学工部", kind: .urging, items: items, due: "2020-08-10"))),
      on: "2020-07-28", by: office)
  }

  static func remind(_ department: String = "学工部", _ items: ItemID..., due: CivilDate)
    -> LedgerCommand
  {
    .remind(department: department, .urging, items: items, due: due)
  }

  static let reminders: [Scenario] = [
    Scenario(
      "the first is number 1", when: remind("学工部", "1.1", due: "2020-08-10"), by: office,
      then: .events([sent(1).event])),
    Scenario(
      "numbers go on over the ledger", given: [sent(1), sent(2)],
      when: remind("学工部", "1.1", "1.2", due: "2020-08-10"), by: office,
      then: .events([sent(3, ["1.1", "1.2"]).event])),
    Scenario(
      "an answer may be asked for on the day itself", when: remind("学工部", due: "2020-07-28"),
      by: office,
      then: .events([
        .ledger(
          .reminderSent(
            ReminderSent(number: 1, department: "学工部", kind: .urging, items: [], due: "2020-07-28"))
        )
      ])),
    Scenario(
      "everything that is wrong is named", given: [.dropped("1.2")],
      when: remind("", "1.1", "1.2", due: "2020-07-27"),
      then: .refused([
        refused, .entry(.textMissing(.department)),
        .gap(.dueInPast(due: "2020-07-27", effective: "2020-07-28")), .item(.notLive("1.2")),
      ])),
    Scenario(
      "the answer is the department's", given: [sent(1), sent(2)],
      when: .answerReminder(number: 2, text: "本周补齐"),
      then: .events([.ledger(.reminderAnswered(ReminderAnswered(number: 2, text: "本周补齐")))])),
    Scenario(
      "an answer to what was not sent", given: [sent(1)],
      when: .answerReminder(number: 2, text: "\n"),
      then: .refused([
        .entry(.textMissing(.answer)), .meeting(.reminderUnknown(2, known: [1])),
      ])),
  ]

  @Test(arguments: reminders)
  func `reminders follow their rules`(_ row: Scenario) { row.check() }

  @Test func `an answer stands with the reminder it answers`() {
    let answered = Happening(
      .ledger(.reminderAnswered(ReminderAnswered(number: 2, text: "本周补齐"))), on: "2020-08-01",
      by: SampleSchool.owner)
    let ledger = History.imported.after(Self.sent(1), Self.sent(2), answered).ledger
    #expect(ledger.reminders.map(\.answer) == [nil, "本周补齐"])
    #expect(ledger.reminders.map(\.answeredOn) == [nil, "2020-08-01"])
    #expect(ledger.reminders.map(\.on) == ["2020-07-28", "2020-07-28"])
    #expect(History.imported.after(answered).ledger.unplaced == [9])
  }
}
