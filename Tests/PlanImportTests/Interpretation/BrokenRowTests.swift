import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Rows that a page break divided: what is joined and what stands for itself.
struct BrokenRowTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func items(_ above: String, _ below: String) throws -> [Item] {
    try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任单位|完成时限|责任人|备注
      1|{1.1}|起草|校团委|2020年6月|张三|
      \(above)
      \(below)
      """
    ).items
  }

  private static let first = "2|推动学生会回归服务同学的本来职责"
  private static let rest = "|和机构规模，取消多余的层级。"

  @Test func `every cell that breaks off goes on in the row below`() throws {
    let items = try items(
      "\(Self.first)|1.起草方案；2.广泛征求|校团委、|2020年|张三、|每月",
      "\(Self.rest)|各系意见。|学工部|8月底前|李四|报送")
    #expect(items.count == 2)
    let item = try #require(items.last)
    #expect(item.content == "推动学生会回归服务同学的本来职责和机构规模，取消多余的层级。")
    #expect(item.measures.map(\.text) == ["起草方案；", "广泛征求各系意见。"])
    #expect(item.departments.lead == ["校团委", "学工部"])
    #expect(item.deadline.text == "2020年8月底前" && item.deadline.due?.description == "2020-08-31")
    #expect(item.responsiblePerson == "张三、李四")
    #expect(item.remark == "每月\n报送")
    #expect(!item.flags.contains(.cellShifted))
  }

  @Test(arguments: [
    // The row below has nothing but the rest of the content.
    ("\(first)|起草。|校团委|2020年8月||", "\(rest)|||||", 1),
    // A measure that is whole is followed by another.
    ("\(first)|1.起草。|校团委|2020年8月||", "\(rest)|2.报送。||||", 2),
    ("\(first)|1.起草|校团委|2020年8月||", "\(rest)|2.报送。||||", 2),
    // The same number printed again is no number of its own.
    ("\(first)|起草。|校团委|2020年8月||", "2\(rest)|||||", 1),
  ])
  func `what only goes on is joined`(above: String, below: String, measures: Int) throws {
    let items = try items(above, below)
    #expect(items.count == 2)
    #expect(items.last?.content == "推动学生会回归服务同学的本来职责和机构规模，取消多余的层级。")
    #expect(items.last?.measures.count == measures)
    #expect(items.last?.deadline.due?.description == "2020-08-31")
  }

  @Test(arguments: [
    // A day, a department or a person that is whole stands above a second one.
    ("\(first)|起草。|校团委|2020年8月||", "\(rest)|||9月||"),
    ("\(first)|起草。|校团委|2020年8月||", "\(rest)||学工部|||"),
    ("\(first)|起草。|校团委|2020年8月|张三|", "\(rest)||||李四|"),
    // The content above ends, or is short; the one below does not end, or has a number.
    ("2|推动学生会回归服务同学的本来职责。|起草。|校团委|2020年8月||", "\(rest)|||||"),
    ("2|推动学生会回归服务同学|起草。|校团委|2020年8月||", "\(rest)|||||"),
    ("\(first)|起草。|校团委|2020年8月||", "|和机构规模，取消多余的层级|||||"),
    ("\(first)|起草。|校团委|2020年8月||", "|（3）和机构规模，取消多余的层级。|||||"),
    ("\(first)|起草。|校团委|2020年8月||", "3\(rest)|||||"),
  ])
  func `what may be an item of its own is one`(above: String, below: String) throws {
    let items = try items(above, below)
    #expect(items.count == 3)
    #expect(items[1].deadline.due?.description == "2020-08-31")
  }

  @Test func `a row without a number divides no row of another table`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|起草|校团委|2020年6月
      \(Self.first)|起草|校团委|2020年8月
      以上任务由校团委统筹，2020年10月底前完成。
      序号|改革内容|落实措施|责任单位|完成时限
      \(Self.rest)|||
      """)
    #expect(plan.items.count == 3)
    #expect(plan.items[1].content == "推动学生会回归服务同学的本来职责")
  }
}
