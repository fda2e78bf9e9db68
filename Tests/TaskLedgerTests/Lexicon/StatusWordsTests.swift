import TaskLedger
import Testing

/// The words by which staff know states, moves, lights and roles.
///
/// Source: product description, The closing machine and Days and counts; the glossary: one Chinese term
/// an English word, and 办结 is never 销号.
struct StatusWordsTests {
  @Test(arguments: Phase.allCases)
  func `a state is read from its words and its stored name`(phase: Phase) {
    #expect(Phase(words: phase.words) == phase)
    #expect(Phase(words: phase.rawValue) == phase)
    #expect(Phase(words: phase.words + "了") == nil)
  }

  @Test(arguments: ItemStatus.allCases)
  func `a status is read from the words of lists and of papers`(status: ItemStatus) {
    for words in [status.words, status.paperWords, status.rawValue] {
      #expect(ItemStatus(words: words) == status)
    }
  }

  @Test(arguments: ["", "办结", "逾期", "漏期", "报送日未办妥", "Closed", "销号", "closed ", "已销号 "])
  func `overlays and other words are no state`(words: String) {
    #expect(Phase(words: words) == nil)
    #expect(ItemStatus(words: words) == nil)
  }

  @Test func `a lapsed closure is a status and no state`() {
    #expect(ItemStatus(words: "失效") == .stale)
    #expect(ItemStatus(words: "销号失效") == .stale)
    #expect(Phase(words: "失效") == nil)
    #expect(ItemStatus(.closed, isStale: true) == .stale)
    for phase in Phase.allCases where phase != .closed {
      #expect(ItemStatus(phase, isStale: true) == ItemStatus(phase, isStale: false))
      #expect(ItemStatus(phase, isStale: false).rawValue == phase.rawValue)
    }
  }

  /// Words of one kind, each of which must name one thing.
  private static let kinds: [(kind: String, words: [String])] = [
    ("states", Phase.allCases.map(\.words)), ("statuses", ItemStatus.allCases.map(\.words)),
    ("statuses in papers", ItemStatus.allCases.map(\.paperWords)),
    ("moves", Transition.allCases.map(\.words)), ("lights", Light.allCases.map(\.words)),
    ("what lights say", Light.allCases.map(\.meaning)),
    ("roles", Member.Role.allCases.map(\.words)),
    ("fields", PlanDifference.Field.allCases.map(\.words)),
    ("texts", RequiredText.allCases.map(\.words)),
    ("entries", LedgerEvent.Name.allCases.map(\.words)),
    ("parts of a review", ReviewBasis.Part.allCases.map(\.words)),
  ]

  @Test func `no two things of one kind have the same words`() {
    for (kind, words) in Self.kinds {
      #expect(Set(words).count == words.count, "\(kind)")
      #expect(!words.contains(""), "\(kind)")
    }
  }

  @Test(
    arguments: [
      ("2020-12-31", "晚于任务列表的时限 2020-06-30 和报送日 2020-10-15"),
      ("2020-10-15", "晚于任务列表的时限 2020-06-30"), ("2020-06-30", nil),
    ] as [(CivilDate, String?)])
  func `a later day is named with each day that it passes`(until: CivilDate, words: String?) throws
  {
    let ledger = MoreTimeTests.withHandIn.ledger
    let state = try #require(ledger["1.1"])
    #expect(ledger.lateness(of: state, until: until)?.words == words)
    // The school's own item has no day of the list.
    let own = try #require(ledger["S1"])
    #expect(ledger.lateness(of: own, until: "2020-10-15") == nil)
    #expect(ledger.lateness(of: own, until: "2020-10-16")?.words == "晚于报送日 2020-10-15")
  }

  @Test func `a target day says which of two days it is`() {
    #expect(TargetDay.Source.handIn.words == "报送日")
    #expect(TargetDay.Source.due.words == "时限")
  }

  @Test(arguments: [
    (MissingPart.start, "尚未认领"), (.evidence, "缺佐证材料"), (.measureEvidence([1, 3]), "第 1、3 条"),
    (.answerToReturn("缺名单\n缺照片"), "缺名单 缺照片"), (.deadline(round: nil), "未载明"),
    (.deadline(round: 2), "第 2 轮"),
    (.signOfLife("2020-09"), "2020年9月"), (.missedDay("2020-09-25"), "2020-09-25"),
    (.confirmation([.yearAssumed, .cellShifted]), "year-assumed、cell-shifted"),
  ])
  func `what is missing is said with its place`(part: MissingPart, said: String) {
    #expect(part.words.contains(said))
    #expect(!part.words.contains("\n"))
  }
}

/// What an entry says in one line of the history.
///
/// Source: product description, The closing machine (nothing is ever deleted: history shows both).
struct EventWordsTests {
  private static func details(_ event: ItemEvent) -> String {
    LedgerEvent.item("1.1", event).details
  }

  private static func details(_ event: LedgerEventKind) -> String {
    LedgerEvent.ledger(event).details
  }

  @Test
  func `figures tell their value, a reason that widens a limit and one that takes the figure away`()
  {
    func said(_ value: String, _ reason: String?) -> String {
      Self.details(.factRecorded(FactRecorded(name: "工作人员", value: value, exemption: reason)))
    }
    #expect(said("31", nil) == "工作人员 31")
    #expect(said("45", "三个校区") == "工作人员 45；放宽：三个校区")
    #expect(said("", "没有学生会") == "工作人员 不适用：没有学生会")
  }

  @Test func `an indicator declared away and back is told apart, with its union`() {
    func said(_ unit: String?, _ reason: String?) -> String {
      Self.details(
        .indicatorExempted(IndicatorExempted(indicator: "6", unit: unit, reason: reason)))
    }
    #expect(said(nil, "高职没有研究生") == "指标 6 不适用：高职没有研究生")
    #expect(said("机电系", "不设学生会") == "指标 6（机电系） 不适用：不设学生会")
    #expect(said("机电系", nil) == "指标 6（机电系） 恢复适用")
    #expect(said(nil, nil) == "指标 6 恢复适用")
  }

  @Test func `a superior document is named where more time rests on it`() {
    let plain = ExtensionGranted(until: "2020-12-31", basis: "例会决定")
    #expect(Self.details(.extensionGranted(plain)) == "至 2020-12-31；依据：例会决定")
    let named = ExtensionGranted(until: "2020-12-31", basis: "例会决定", superior: "省发〔2020〕9号")
    #expect(Self.details(.extensionGranted(named)).hasSuffix("；上级文件：省发〔2020〕9号"))
    let revised = ItemRevised(changes: [.remark("见附件")], reason: "核对", superior: "省发〔2020〕9号")
    #expect(Self.details(.revised(revised)) == "备注改为「见附件」；理由：核对；上级文件：省发〔2020〕9号")
  }

  @Test func `a reopening tells the day of its round when it has one`() {
    let kept = ItemReopened(finding: "名单不实", basis: "督查反馈", due: .kept)
    #expect(Self.details(.reopened(kept)) == "名单不实；依据：督查反馈")
    let unset = ItemReopened(finding: "名单不实", basis: "督查反馈", due: .unset)
    #expect(Self.details(.reopened(unset)) == "名单不实；依据：督查反馈")
    let dated = ItemReopened(finding: "名单不实", basis: "督查反馈", due: .day("2020-09-30"))
    #expect(Self.details(.reopened(dated)) == "名单不实；依据：督查反馈；新一轮 2020-09-30 前")
  }

  @Test(arguments: [
    (ItemChange.deadline(.blank), "完成时限改为「未载明」"),
    (.deadline(Deadline(text: " 2020年\n9月 ", meaning: .vague)), "完成时限改为「 2020年 9月 」"),
    (.clause("3.1"), "对应条款改为 3.1"), (.clause(nil), "对应条款改为 无"), (.ordinal(nil), "序号改为「」"),
    (.ordinal("7"), "序号改为「7」"),
    (.measures([Measure(number: 1, text: "甲"), Measure(number: 2, text: "乙")]), "落实措施改为 2 条"),
    (.departments(DepartmentAssignment(lead: ["校团委"], supporting: ["学工部"])), "实施部门改为「校团委、学工部」"),
    (.responsiblePerson("李老师"), "责任人改为「李老师」"),
    (
      .evidence(EvidenceCorrection(number: "证-1.1-01", pages: 6, original: "档案室")),
      "证-1.1-01 改为页数 6、原件存放「档案室」"
    ),
    (
      .evidence(
        EvidenceCorrection(number: "证-1.1-01", caption: "纪要", documentNumber: "青职团〔2020〕3号")),
      "证-1.1-01 改为名称「纪要」、文号「青职团〔2020〕3号」"
    ),
  ])
  func `a correction tells the field and the new words`(change: ItemChange, words: String) {
    #expect(
      Self.details(.revised(ItemRevised(changes: [change], reason: "核对"))) == words + "；理由：核对")
  }

  @Test(arguments: [("", "未载明"), (" \n ", "未载明"), ("2020年\n9月", "2020年 9月"), ("长期坚持", "长期坚持")])
  func `a deadline is told as written, on one line`(text: String, words: String) {
    #expect(Deadline(text: text, meaning: .vague).words == words)
  }

  @Test func `an entry that was read from a cell names it`() {
    let event = LedgerEvent.item("1.1", .progressNoted(text: "召开推进会", source: "学工部.xlsx[任务!H4]"))
    #expect(event.tracedGist == "召开推进会（来自 学工部.xlsx[任务!H4]）")
    #expect(LedgerEvent.item("1.1", .progressNoted(text: "召开推进会")).tracedGist == "召开推进会")
  }

  @Test func `meetings, reminders and texts tell their numbers`() {
    #expect(
      Self.details(
        .meetingDecided(
          MeetingDecided(
            month: "2020-07", number: 2, item: nil, text: "月底前公示", owner: "学工部", due: nil)))
        == "2020-07 第 2 项：月底前公示；学工部")
    #expect(
      Self.details(
        .reminderSent(
          ReminderSent(
            number: 3, department: "学工部", kind: .supervision, items: ["1.1", "S1"],
            due: "2020-08-10")))
        == "督办单第 3 号，学工部，1.1、S1")
    #expect(
      Self.details(.textRecorded(TextRecorded(part: .task(3), paragraphs: ["甲", "乙"])))
        == "第 3 项任务，2 段")
    #expect(
      Self.details(
        .monthSealed(MonthSealed(month: "2020-07", through: 9, asOf: "2020-07-31", paper: "d")))
        == "2020-07，截至第 9 条")
  }
}
