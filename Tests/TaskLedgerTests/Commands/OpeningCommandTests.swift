import TaskLedger
import Testing

/// The rules for opening a ledger, naming reviewers and importing plans.
struct OfficeCommandTests {
  static let office = SampleSchool.office

  static let openings: [Scenario] = [
    Scenario(
      "open a ledger; blank names are left out",
      when: .open(school: SampleSchool.name, reviewers: [office, " "], list: SampleSchool.list),
      then: .events([
        .ledger(.opened(LedgerOpened(school: SampleSchool.name, reviewers: [office]))),
        .ledger(.listAdopted(SampleSchool.list)),
      ])),
    Scenario(
      "without school and reviewers names both",
      when: .open(school: "", reviewers: ["\u{200B}"], list: SampleSchool.list),
      then: .refused([.entry(.textMissing(.school)), .entry(.textMissing(.reviewers))])),
    Scenario(
      "import before a list is there",
      when: .importPlan(SampleSchool.header(), items: SampleSchool.items, update: false),
      then: .refused([.plan(.listMissing)])),
    Scenario(
      "a gap, a meeting and a fact need a ledger",
      when: .raiseGap(text: "", item: nil, owner: "", due: nil),
      then: .refused([
        .plan(.listMissing), .entry(.textMissing(.gap)), .entry(.textMissing(.owner)),
      ])),
  ]

  @Test(arguments: openings)
  func `an empty log follows its rules`(_ row: Scenario) { row.check(from: History()) }

  static let reviewers: [Scenario] = [
    Scenario(
      "open a second time",
      when: .open(school: "另一所", reviewers: [office], list: SampleSchool.list),
      then: .refused([.plan(.ledgerAlreadyOpened(school: SampleSchool.name))])),
    Scenario(
      "a reviewer names reviewers", when: .setReviewers(["校团委", ""], reason: "分工调整"),
      by: office,
      then: .events([
        .ledger(.reviewersChanged(ReviewersChanged(reviewers: ["校团委"], reason: "分工调整")))
      ])),
    Scenario(
      "anybody else, nobody and no reason name all", when: .setReviewers([], reason: ""),
      then: .refused([
        .entry(.textMissing(.reviewers)), .entry(.textMissing(.reason)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
      ])),
  ]

  @Test(arguments: reviewers)
  func `reviewers follow their rules`(_ row: Scenario) { row.check() }

  static var corrected: [Item] {
    var items = SampleSchool.items
    items[0].content = "改写的内容"
    items[0].remark = "见附件"
    items.remove(at: 4)
    return items + [
      SampleSchool.item("1.3", deadline: SampleSchool.deadline("2020-10-31"))
    ]
  }

  static var difference: PlanDifference {
    PlanDifference(from: History.imported.ledger, to: corrected)
  }

  static let imports: [Scenario] = [
    Scenario(
      "the same file adds nothing",
      when: .importPlan(SampleSchool.header(), items: SampleSchool.items, update: false),
      then: .events([])),
    Scenario(
      "the same items from another file add nothing",
      when: .importPlan(SampleSchool.header("e"), items: SampleSchool.items, update: false),
      then: .events([])),
    Scenario(
      "another plan needs to be told",
      when: .importPlan(SampleSchool.header("e"), items: corrected, update: false),
      then: .refused([.plan(.alreadyImported(difference))])),
    Scenario(
      "a corrected plan touches only what differs",
      when: .importPlan(SampleSchool.header("e"), items: corrected, update: true), by: office,
      then: .events([
        .ledger(.planImported(SampleSchool.header("e"))),
        .imported(corrected[0]),
        .imported(corrected[4]),
        .item("S1", .dropped(reason: "方案.docx")),
      ])),
    Scenario(
      "a plan with one item twice and one clause twice names both",
      when: .importPlan(
        SampleSchool.header("e"), items: SampleSchool.items + [SampleSchool.items[0], twin],
        update: true),
      then: .refused([.plan(.itemDuplicate("1.1")), .plan(.clauseTaken("1.1", by: "1.1"))])),
    Scenario(
      "a plan with a clause that the list does not have",
      when: .importPlan(
        SampleSchool.header("e"), items: [SampleSchool.item("7.7", deadline: .blank)],
        update: true),
      then: .refused([.plan(.clauseUnknown("7.7", nearest: ["3.1", "2.2", "2.1"]))])),
  ]

  static var twin: Item {
    var item = SampleSchool.items[0]
    item.id = "S9"
    return item
  }

  @Test(arguments: imports)
  func `importing follows its rules`(_ row: Scenario) { row.check() }

  @Test func `the difference names items and fields`() {
    var expected = PlanDifference(from: History.imported.ledger, to: SampleSchool.items)
    #expect(expected.isEmpty)
    expected.added = ["1.3"]
    expected.changed = [.init(item: "1.1", fields: [.content, .remark])]
    expected.gone = ["S1"]
    expected.untouched = 3
    #expect(Self.difference == expected)
  }

  @Test func `every compared field is told apart`() {
    var changed = SampleSchool.items[0]
    changed.ordinal = nil
    changed.content += "。"
    changed.measures = []
    changed.deadline = .blank
    changed.departments = DepartmentAssignment()
    changed.responsiblePerson = "李老师"
    changed.remark = "见附件"
    changed.clause = nil
    let difference = PlanDifference(
      from: History.imported.ledger, to: [changed] + SampleSchool.items.dropFirst())
    #expect(
      difference.changed == [.init(item: "1.1", fields: PlanDifference.Field.allCases)])
  }

  @Test func `a dropped item comes back with its history`() throws {
    var history = History.imported.after(.noted("S1", "2020-07-21"))
    try history.run(
      .importPlan(SampleSchool.header("e"), items: Self.corrected, update: true), by: Self.office,
      on: "2020-07-28")
    #expect(history.ledger["S1"]?.isLive == false)
    #expect(history.ledger.liveItems.map(\.id) == ["1.1", "1.2", "1.3", "2.1", "2.2"])
    try history.run(
      .importPlan(SampleSchool.header("f"), items: SampleSchool.items, update: true),
      by: Self.office, on: "2020-07-29")
    #expect(history.ledger["S1"]?.isLive == true)
    #expect(history.ledger["S1"]?.notes.map(\.text) == ["召开推进会"])
    #expect(history.ledger.liveItems.map(\.id) == ["1.1", "1.2", "2.1", "2.2", "S1"])
    #expect(history.ledger.unplaced == [])
  }
}
