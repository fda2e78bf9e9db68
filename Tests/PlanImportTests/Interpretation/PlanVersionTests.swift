import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Of several lists in one document the one that counts is read, and the others are said.
struct PlanVersionTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func table(_ clauses: String..., due: String = "2020年6月", department: String = "校团委")
    -> String
  {
    "序号|改革内容|完成时限|责任单位\n"
      + clauses.enumerated().map { "\($0 + 1)|{\($1)}|\(due)|\(department)" }
      .joined(separator: "\n") + "\n"
  }

  /// Titles of two tables that say the same, and which of them is read.
  struct Pair: CustomTestStringConvertible {
    var first: String
    var second: String
    var readsFirst: Bool
    var testDescription: String { "\(first) / \(second)" }
  }

  private static let pairs: [Pair] = [
    Pair(first: "任务清单（征求意见稿）", second: "任务清单（定稿）", readsFirst: false),
    Pair(first: "任务清单（定稿）", second: "任务清单（征求意见稿）", readsFirst: true),
    Pair(first: "任务清单", second: "任务清单（修订）", readsFirst: false),
    Pair(first: "任务清单（旧版）", second: "任务清单", readsFirst: false),
    Pair(first: "任务清单", second: "任务清单（作废）", readsFirst: true),
    Pair(first: "院级学生会任务清单", second: "校级学生会任务清单", readsFirst: false),
    Pair(first: "校级学生会任务清单", second: "院级学生会任务清单", readsFirst: true),
    // A later version goes before the level, and nothing but the order is left in the end.
    Pair(first: "甲任务清单", second: "乙任务清单", readsFirst: true),
    Pair(first: "任务清单（2020年5月修订前）", second: "任务清单（修订后）", readsFirst: false),
    Pair(first: "任务清单（修订后）", second: "任务清单（2020年5月修订前）", readsFirst: true),
    Pair(first: "任务清单V1.0", second: "任务清单V2.0", readsFirst: false),
    Pair(first: "任务清单v1.10", second: "任务清单v1.9", readsFirst: true),
    Pair(first: "任务清单（第一版）", second: "任务清单（第二版）", readsFirst: false),
    Pair(first: "任务清单（第3版）", second: "任务清单（第2版）", readsFirst: true),
    Pair(first: "任务清单（5月10日稿）", second: "任务清单（5月28日稿）", readsFirst: false),
    Pair(first: "任务清单0510", second: "任务清单0528", readsFirst: false),
    Pair(first: "任务清单（5月10日）", second: "任务清单（5月28日）", readsFirst: false),
    Pair(first: "任务清单（一审稿）", second: "任务清单（二审稿）", readsFirst: false),
    Pair(first: "任务清单（三稿）", second: "任务清单（二稿）", readsFirst: true),
    Pair(first: "任务分工表1.0版", second: "任务分工表2.0版", readsFirst: false),
    // Neither is a version: 统一稿 names no number, and a ratio no edition.
    Pair(first: "统一稿任务清单", second: "统稿任务清单", readsFirst: true),
    Pair(first: "任务清单(旧)", second: "任务清单(新)", readsFirst: false),
    Pair(first: "原任务清单", second: "新任务清单", readsFirst: false),
    // What is withdrawn stays so, whatever its number.
    Pair(first: "任务清单V1.0", second: "任务清单V2.0（作废）", readsFirst: true),
    Pair(first: "2019年任务清单", second: "2020年任务清单", readsFirst: false),
    Pair(first: "2020年任务清单", second: "2019年任务清单（定稿）", readsFirst: true),
  ]

  @Test(arguments: pairs)
  func `of two that say the same one is read`(pair: Pair) throws {
    let plan = try support.plan(
      pair.first + "\n" + table("1.1", "1.2", due: "2020年6月") + pair.second + "\n"
        + table("1.1", "1.2", due: "2020年9月"))
    #expect(plan.ids == ["1.1", "1.2"])
    let due = pair.readsFirst ? "2020-06-30" : "2020-09-30"
    #expect(plan.dues == [due, due])
    let said = plan.said("plans-several")
    #expect(said.count == 1)
    let left = pair.readsFirst ? pair.second : pair.first
    #expect(said.first?.message.contains("「\(left)」") == true, "\(said.map(\.message))")
  }

  @Test(.bug(id: "read", "above a number of lists all were read and nothing was said"))
  func `lists that are too many to compare are read, and that is said`() throws {
    let plan = try support.plan(
      (1...201).map { "第\($0)份任务清单\n" + table("1.1") }.joined())
    #expect(plan.items.count == 201)
    #expect(plan.said("plans-several").count == 1)
    #expect(plan.said("plans-several").first?.message.contains(" 201 张") == true)
  }

  @Test func `lists of other contents are both read`() throws {
    let plan = try support.plan(
      "第一批任务清单\n" + table("1.1", "1.2") + "第二批任务清单\n" + table("2.1", "2.2"))
    #expect(plan.ids == ["1.1", "1.2", "2.1", "2.2"])
    #expect(plan.said("plans-several").isEmpty)
  }

  @Test func `lists that share less than most of their contents are both read`() throws {
    let plan = try support.plan(
      "第一批任务清单\n" + table("1.1", "1.2") + "第二批任务清单\n" + table("1.1", "2.1", "2.2"))
    #expect(plan.items.count == 5)
    #expect(plan.said("plans-several").isEmpty)
  }

  @Test func `one content is too little to tell a version by`() throws {
    let plan = try support.plan(
      "第一批任务清单\n" + table("1.1") + "第二批任务清单\n" + table("1.1", due: "2020年9月"))
    #expect(plan.items.count == 2)
  }

  @Test func `of lists of different years the newest is read, other contents or not`() throws {
    let plan = try support.plan(
      "2019年任务清单\n" + table("1.1", "1.2", due: "6月") + "2020年任务清单\n"
        + table("2.1", "2.2", due: "6月"))
    #expect(plan.ids == ["2.1", "2.2"])
    #expect(plan.dues == ["2020-06-30", "2020-06-30"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.yearAssumed) })
    #expect(plan.said("plans-several").count == 1)
  }

  @Test func `a day in a title is a deadline and makes no year of the list`() throws {
    let plan = try support.plan(
      "2019年12月底前完成的任务\n" + table("1.1", "1.2", due: "") + "2020年6月底前完成的任务\n"
        + table("2.1", "2.2", due: ""))
    #expect(plan.ids == ["1.1", "1.2", "2.1", "2.2"])
    #expect(plan.dues == ["2019-12-31", "2019-12-31", "2020-06-30", "2020-06-30"])
  }

  @Test func `what goes on with a list that is left is left too`() throws {
    let plan = try support.plan(
      "任务清单（初稿）\n" + table("1.1", "1.2") + "（续表）\n3|{1.3}|2020年6月|校团委\n任务清单（定稿）\n"
        + table("1.1", "1.2", "1.3", due: "2020年9月"))
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.dues == ["2020-09-30", "2020-09-30", "2020-09-30"])
  }

  // MARK: - Plans of different works

  private let foreign = """
    序号|改革内容|完成时限|责任单位
    1|修订专业人才培养方案，明确毕业要求|2020年7月|教务处
    2|补充专任教师，使生师比达到标准|2020年9月|人事处

    """

  @Test(
    .bug(id: "gen4", "a plan of another work in the same file was read into the same items"),
    arguments: [
      ("附件1：青禾学院学生会改革任务分工表", "附件2：青禾学院本科教学评估整改任务分工表"), ("学生会改革", "评估整改"),
    ], [true, false])
  func `of plans of different works the one that answers the list is read`(
    names: (own: String, other: String), isFirst: Bool
  ) throws {
    let own = names.own + "\n" + table("1.1", "1.2")
    let other = names.other + "\n" + foreign
    let plan = try support.plan(isFirst ? own + other : other + own)
    #expect(plan.ids == ["1.1", "1.2"])
    let said = plan.said("plans-several")
    #expect(said.count == 1)
    #expect(said.first?.message.contains("「\(names.other)」没有读入") == true)
  }

  @Test(arguments: ["附件2：校级特色任务清单", "附件2：院级改革任务清单", "附件2：学生会改革补充任务清单", "附件2：教务处整改任务"])
  func `what a school adds to its plan is read beside it`(title: String) throws {
    let plan = try support.plan("附件1：学生会改革任务分工表\n" + table("1.1", "1.2") + title + "\n" + foreign)
    #expect(plan.items.count == 4)
    #expect(plan.said("plans-several").isEmpty)
  }

  @Test func `where no plan answers the list none is left`() throws {
    let plan = try support.plan(
      "评估整改任务清单\n" + foreign + "巡察整改任务清单\n" + foreign.replacing("专业", with: "课程"))
    #expect(plan.items.count >= 2)
    #expect(plan.said("plans-several").allSatisfy { !$0.message.contains("不同的工作") })
  }

  // MARK: - A person's choice

  private func chosen(_ name: String) throws -> PlanSupport.Imported {
    var mapping = ColumnMapping()
    mapping.table = name
    var text =
      "任务清单（校级）\n" + table("1.1", "1.2") + "任务清单（院级）\n" + table("2.1", "2.2", due: "2020年9月")
    for clause in ["1.1", "1.2", "2.1", "2.2"] {
      text = text.replacing("{\(clause)}", with: try support.words(clause))
    }
    return try support.imported(Sheet.lines(text), mapping: mapping)
  }

  @Test(arguments: [
    ("院级", ["2.1", "2.2"]), ("任务清单（校级）", ["1.1", "1.2"]), ("任务清单 (院级)", ["2.1", "2.2"]),
  ])
  func `the table that a person names is read`(name: String, ids: [String]) throws {
    let plan = try chosen(name)
    #expect(plan.ids == ids)
    #expect(plan.said("plans-several").count == 1)
  }

  @Test func `words of both names choose both, and of none are refused with those that are`() throws
  {
    #expect(try chosen("任务清单").ids == ["1.1", "1.2", "2.1", "2.2"])
    #expect(
      throws: PlanReadError.tableUnknown(
        file: "方案.docx", table: "班级", known: ["任务清单（校级）", "任务清单（院级）"])
    ) { try chosen("班级") }
  }
}
