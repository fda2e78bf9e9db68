import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// A table without headings below the plan's: the rest of it, or something else.
struct ContinuedTableTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// What stands below a plan of two items, and whether it goes on with them.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    /// The words between the tables; nil where there are none.
    var between: String?
    var rows: [String]
    /// The items below; none where the table is left alone.
    var items: [String] = []

    init(_ name: String, between: String? = nil, _ rows: [String], items: [String] = []) {
      (testDescription, self.between, self.rows, self.items) = (name, between, rows, items)
    }
  }

  private static let page = "青禾学院学生会改革任务分解表"

  private static let below: [Case] = [
    // Below words of another kind numbers that go on are not enough.
    Case("no day and no department", between: page, ["3|会议纪要|盖章||", "4|现场照片|存档||"]),
    Case(
      "departments alone", between: page, ["3|{1.3}|起草|校团委|", "4|{1.4}|宣讲|学工部|"],
      items: ["1.3", "1.4"]),
    Case("a number is left out", between: page, ["4|{1.3}|起草|校团委|2020年8月"]),
    Case("the number comes again", between: page, ["2|{1.3}|起草|校团委|2020年8月"]),
    Case("no numbers", between: page, ["|{1.3}|起草|校团委|2020年8月"]),
    Case("days that are none", between: page, ["3|{1.3}|起草|校团委|一式两份"]),
    Case("names that are no departments", between: page, ["3|{1.3}|起草|0.8万元|2020年8月"]),
    Case(
      "some days unreadable", between: page,
      ["3|{1.3}|起草|校团委|2020年8月", "4|{1.4}|起草|校团委|视情况"], items: ["1.3", "1.4"]),
    // Right below, what the columns hold decides, and numbers that go on make up for one of them.
    Case("no numbers, right below", ["|{1.3}|起草|校团委|2020年8月"], items: ["1.3"]),
    Case("a number left out, right below", ["4|{1.3}|起草|校团委|2020年8月"], items: ["1.3"]),
    Case("one column other, numbers go on", ["3|{1.3}|起草|0.8万元|2020年8月"], items: ["1.3"]),
    Case("two columns other, numbers go on", ["3|{1.3}|起草|0.8万元|一式两份"]),
    Case("one column other, no numbers, like a clause", ["|{1.3}|起草|校团委|视情况"], items: ["1.3"]),
    Case("one column other, no numbers, like no clause", ["|摄影作品展|布置|校团委|视情况"]),
    Case("days where the contents were", ["3|2020年8月|起草|学术讲座|主楼"]),
    Case("departments where the contents were", ["|校团委|起草|校团委|2020年8月"], items: []),
    // Another width is another table.
    Case("a column more", ["3|{1.3}|起草|校团委|2020年8月|无"]),
    Case("a column less", ["3|{1.3}|校团委|2020年8月"]),
  ]

  @Test(arguments: below)
  func `what its columns and numbers say decides`(case: Case) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      2|{1.2}|宣讲|学工部|2020年9月

      \(`case`.between.map { $0 + "\n" } ?? "")\(`case`.rows.joined(separator: "\n"))
      """)
    #expect(plan.ids == ["1.1", "1.2"] + `case`.items)
    #expect(plan.said("table-left-alone").isEmpty == !`case`.items.isEmpty)
  }

  @Test(arguments: ["（续表）", "续表1", "— 5 —", "第5页 共8页", "5", "5/8"])
  func `words of the page stand apart from nothing`(mark: String) throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      \(mark)
      |{1.2}|宣讲|学工部|2020年9月
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-07-31", "2020-09-30"])
  }

  @Test(arguments: ["续聘人员安排如下", "第5次会议", "佐证材料", "2020年9月1日"])
  func `other words do`(words: String) throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      \(words)
      |{1.2}|宣讲|学工部|2020年9月
      """)
    #expect(plan.ids == ["1.1"])
    #expect(plan.said("table-left-alone").count == 1)
  }

  @Test func `a table goes on with the one that went on before`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      （续表）
      2|{1.2}|宣讲|学工部|2020年9月
      青禾学院学生会改革任务分解表
      3|{1.3}|宣讲|学工部|2020年10月
      """)
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.dues == ["2020-07-31", "2020-09-30", "2020-10-31"])
    #expect(plan.items.map(\.ordinal) == ["1", "2", "3"])
  }

  @Test func `merged cells do not reach over from the table before`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      （续表）
      2|{1.2}|宣讲||
      3|{1.3}|宣讲|学工部|2020年9月
      """)
    #expect(plan.dues == ["2020-07-31", nil, "2020-09-30"])
    #expect(plan.items[1].departments.all.isEmpty)
    #expect(plan.items[1].flags.isSuperset(of: [.deadlineMissing, .departmentMissing]))
  }

  @Test func `what is left is warned of with the words of its columns`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      2|{1.2}|宣讲|学工部|2020年9月
      青禾学院学生会改革经费安排
      3|会议费|动员大会|0.8万元|年底结算
      """)
    let said = try #require(plan.said("table-left-alone").first)
    #expect(said.severity == .warning)
    #expect(said.message.contains("会议费"))
  }

  @Test func `below an annex nothing goes on, though its numbers do`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草办法|校团委|2020年7月
      2|{1.2}|宣讲|学工部|2020年9月
      附件：分工表
      3|{1.3}|宣讲|学工部|2020年9月
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.said("table-left-alone").count == 1)
  }
}
