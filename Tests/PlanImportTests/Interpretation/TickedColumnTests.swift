import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Columns headed by periods or departments, whose cells are ticked.
struct TickedColumnTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func plan(_ headings: String, _ cells: [String], issued: String = "2020年3月1日") throws
    -> PlanSupport.Imported
  {
    let clauses = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3"]
    let rows = zip(1..., zip(clauses, cells)).map { "\($0)|{\($1.0)}|校团委|\($1.1)" }
    return try support.plan(
      """
      青禾学院学生会深化改革实施方案
      \(issued)
      序号|改革内容|责任部门|\(headings)
      \(rows.joined(separator: "\n"))
      """)
  }

  // MARK: - Periods

  /// Headings of periods, the cells below them, and the day and the words they give.
  struct Case: CustomTestStringConvertible {
    var headings: String
    var cells: String
    var due: String?
    var text: String
    var testDescription: String { "\(headings) // \(cells)" }
  }

  private static let cases: [Case] = [
    Case(headings: "6月|7月|8月", cells: "√||", due: "2020-06-30", text: "6月"),
    Case(headings: "6月|7月|8月", cells: "√|√|", due: "2020-07-31", text: "6月至7月"),
    Case(headings: "6月|7月|8月", cells: "√||√", due: "2020-08-31", text: "6月、8月"),
    Case(headings: "6月|7月|8月", cells: "||", due: nil, text: ""),
    // What crosses a month out is no tick.
    Case(headings: "6月|7月|8月", cells: "√|×|—", due: "2020-06-30", text: "6月"),
    Case(headings: "6月|7月|8月", cells: "□|☑|□", due: "2020-07-31", text: "7月"),
    Case(headings: "6月|7月|8月", cells: "否|是|无", due: "2020-07-31", text: "7月"),
    // The month that says done is the one.
    Case(headings: "6月|7月|8月", cells: "启动|推进|完成", due: "2020-08-31", text: "8月"),
    Case(headings: "6月|7月|8月", cells: "启动|完成|推进", due: "2020-07-31", text: "7月"),
    Case(headings: "6月|7月|8月", cells: "|启动|推进", due: "2020-08-31", text: "7月至8月"),
    Case(headings: "一季度|二季度|三季度", cells: "|●|", due: "2020-06-30", text: "二季度"),
    Case(headings: "上半年|下半年", cells: "|★", due: "2020-12-31", text: "下半年"),
    Case(headings: "2020年6月|2020年9月", cells: "|V", due: "2020-09-30", text: "2020年9月"),
    Case(headings: "2020.06|2020.09", cells: "|√", due: "2020-09-30", text: "2020.09"),
    Case(headings: "2020-06|2020-09", cells: "√|", due: "2020-06-30", text: "2020-06"),
    Case(headings: "6月底|9月底", cells: "✓|", due: "2020-06-30", text: "6月底"),
    Case(headings: "6月上旬|6月中旬|6月下旬", cells: "|1|", due: "2020-06-20", text: "6月中旬"),
  ]

  @Test(
    .bug(id: "16", "the counts of a total left all ticked columns unread"),
    arguments: ["合计|2项||0|1|1", "小计|||0|1|1"])
  func `the counts of a total below ticked columns change nothing`(total: String) throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年3月1日
      序号|改革内容|责任部门|6月|7月|8月
      1|{1.1}|校团委||√|
      2|{1.2}|校团委|||√
      \(total)
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-07-31", "2020-08-31"])
  }

  @Test(arguments: cases)
  func `the ticked periods are the deadline`(case: Case) throws {
    let plan = try plan(`case`.headings, [`case`.cells])
    let item = try #require(plan.items.first)
    #expect(item.deadline.due?.description == `case`.due)
    #expect(item.deadline.text == `case`.text)
    #expect(item.departments.lead == ["校团委"])
    #expect(item.content == (try support.words("1.1")))
  }

  @Test func `a column of days and ticks beside each other`() throws {
    let plan = try plan("6月|7月|备注", ["√||每周报", "|√|"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.remark) == ["每周报", ""])
  }

  @Test func `one heading of a period alone is none of them`() throws {
    let plan = try plan("6月", ["√", "√"])
    #expect(plan.dues == [nil, nil])
    #expect(plan.said("column-unread").count == 1)
  }

  @Test func `words below periods that are no ticks leave them unread and said`() throws {
    let plan = try plan("6月|7月", ["起草方案初稿|报校党委会审定", "广泛征求意见|印发各单位执行"])
    #expect(plan.dues == [nil, nil])
    #expect(plan.said("column-unread").contains { $0.message.contains("「6月」") })
  }

  @Test(.bug(id: "import", "15日前 below 7月 was read as 7月, and 不涉及 as a tick"))
  func `other words among ticks are kept beside the period`() throws {
    for (cells, text, due) in [
      ("|15日前|", "7月（15日前）", "2020-07-15"), ("||10日前完成", "8月（10日前完成）", "2020-08-10"),
      ("不涉及||", "6月（不涉及）", nil), ("√|暂缓|", "6月至7月（暂缓）", nil),
    ] as [(String, String, String?)] {
      let plan = try plan("6月|7月|8月", ["√|√|√", "√|√|√", cells])
      #expect(plan.dues == ["2020-08-31", "2020-08-31", due])
      #expect(plan.items.last?.deadline.text == text)
      #expect(plan.items.last?.flags.contains(.deadlineUnreadable) == (due == nil))
    }
  }

  @Test func `where other words are more than a few the periods are not read, and said`() throws {
    let plan = try plan("6月|7月", ["√|", "|√", "√|", "|√", "√|√", "甲乙|丙丁"])
    #expect(plan.dues.allSatisfy { $0 == nil })
    #expect(plan.said("column-unread").contains { $0.message.contains("「6月」") })
  }

  @Test func `words on how far the work is are ticks, however long they are`() throws {
    let ticks = Array(repeating: "√|√|√", count: 6)
    let plan = try plan("6月|7月|8月", ticks + ["动员部署阶段工作|全面组织实施|总结并完成自评"])
    #expect(plan.dues.allSatisfy { $0 == "2020-08-31" })
    #expect(plan.items.last?.deadline.text == "8月")
  }

  @Test func `a year over the months is theirs, and none is assumed`() throws {
    let plan = try support.plan(
      """
      2020年11月1日
      序号|改革内容|责任部门|2020年*2|2021年*2
      ^|^|^|11月|12月|1月|2月
      1|{1.1}|校团委|√|||
      2|{1.2}|校团委|||√|√
      """)
    #expect(plan.dues == ["2020-11-30", "2021-02-28"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.yearAssumed) })
  }

  @Test func `months behind the last of a year are those of the next, and that is said`() throws {
    let plan = try support.plan(
      """
      2020年9月1日
      序号|改革内容|责任部门|2020年10月|11月|12月|1月|3月|4月
      1|{1.1}|校团委|√|||||
      2|{1.2}|校团委||||√||
      3|{1.3}|校团委|||||√|
      4|{1.4}|校团委||||||√
      """)
    #expect(plan.dues == ["2020-10-31", "2021-01-31", "2021-03-31", "2021-04-30"])
    #expect(plan.items.map { $0.flags.contains(.yearAssumed) } == [false, true, true, true])
  }

  // MARK: - Departments

  private func departments(_ cells: [String], legend: String = "") throws -> PlanSupport.Imported {
    let clauses = ["1.1", "1.2", "1.3", "1.4"]
    let rows = zip(1..., zip(clauses, cells)).map { "\($0)|{\($1.0)}|2020年6月|\($1.1)" }
    return try support.plan(
      """
      2020年3月1日
      \(legend)
      序号|改革内容|完成时限|校团委|学工部|教务处
      \(rows.joined(separator: "\n"))
      """)
  }

  /// Marks below three departments, and who leads and takes part.
  struct Marks: CustomTestStringConvertible {
    var cells: [String]
    var legend = ""
    var lead: [String]
    var supporting: [String] = []
    var testDescription: String { cells.joined(separator: " // ") + legend }
  }

  private static let marks: [Marks] = [
    Marks(cells: ["√|√|"], lead: ["校团委", "学工部"]),
    Marks(cells: ["★|☆|"], lead: ["校团委"], supporting: ["学工部"]),
    Marks(cells: ["牵头|配合|参与"], lead: ["校团委"], supporting: ["学工部", "教务处"]),
    Marks(cells: ["主|协|"], lead: ["校团委"], supporting: ["学工部"]),
    // A tick beside the sign of the lead takes part.
    Marks(cells: ["★|√|√"], lead: ["校团委"], supporting: ["学工部", "教务处"]),
    // One sign alone divides nothing.
    Marks(cells: ["▲|▲|"], lead: ["校团委", "学工部"]),
    Marks(cells: ["△|△|"], lead: ["校团委", "学工部"]),
    Marks(cells: ["★||☆", "√|×|"], lead: ["校团委"], supporting: ["教务处"]),
    // The legend has the last word on signs.
    Marks(
      cells: ["○|●|"], legend: "注：○表示牵头部门，●表示配合部门。", lead: ["校团委"], supporting: ["学工部"]),
    Marks(cells: ["√|☆|"], legend: "√为主责，☆为协办", lead: ["校团委"], supporting: ["学工部"]),
    // Letters and figures are signs where the legend says so.
    Marks(
      cells: ["A|B|", "B||A"], legend: "注：A表示牵头，B表示配合。", lead: ["校团委"], supporting: ["学工部"]),
    Marks(cells: ["1|2|2"], legend: "1—牵头，2—参与", lead: ["校团委"], supporting: ["学工部", "教务处"]),
    Marks(cells: ["R||S"], legend: "R（负责）、S（协助）", lead: ["校团委"], supporting: ["教务处"]),
  ]

  @Test(arguments: marks)
  func `the marked departments answer`(marks: Marks) throws {
    let item = try #require(departments(marks.cells, legend: marks.legend).items.first)
    #expect(item.departments.lead == marks.lead)
    #expect(item.departments.supporting == marks.supporting)
    #expect(item.deadline.due?.description == "2020-06-30")
  }

  @Test(.bug(id: "import", "不涉及 below a department made it take part"))
  func `other words among marks are kept beside the name and asked about`() throws {
    let plan = try departments(["★|☆|☆", "★|☆|不涉及", "★|☆|☆", "☆|★|☆"])
    #expect(plan.items.allSatisfy { !$0.departments.lead.isEmpty })
    #expect(
      plan.items.map { $0.flags.contains(.departmentDoubtful) } == [false, true, false, false])
    #expect(plan.items[1].departments.all.contains("教务处") == false)
  }

  @Test func `letters that no legend explains name nobody`() throws {
    let plan = try departments(["A|B|", "B|A|"], legend: "注：A表示牵头。")
    #expect(plan.items.allSatisfy { $0.departments.all.isEmpty })
  }

  @Test func `a row without a mark names nobody`() throws {
    let plan = try departments(["★|☆|", "||", "-|×|否"])
    #expect(plan.items.map(\.departments.all) == [["校团委", "学工部"], [], []])
    #expect(plan.items.map { $0.flags.contains(.departmentMissing) } == [false, true, true])
  }
}
