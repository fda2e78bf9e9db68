import PlanImport
import TaskLedger
import Testing

/// Days in titles and in lines above a table: those by which all below is to be done, and all others.
struct TitleDayTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  @Test(
    .bug(id: "16", "the day of a form became the deadline of every row without one"),
    arguments: [
      "填表日期：2020年6月5日", "更新时间：2020年6月5日", "报送时间：2020年6月10日前", "统计截止时间：2020年6月5日",
      "2020年6月5日更新", "（经2020年5月20日第8次党委会审议通过）", "学生会改革任务推进表（截至2020年6月5日）",
      "请各部门于2020年6月10日前将进展报校团委", "2020年5月29日下午，学校召开推进会，确定以下任务：",
    ])
  func `a day of something else above a table is no deadline`(line: String) throws {
    let plan = try support.plan(
      """
      青禾学院学生会改革任务分解表
      \(line)
      序号|改革内容|完成时限|责任部门
      1|{4.1}|2020年7月|校团委
      2|{8.1}||学工部
      3|{6.1}|2020年10月|校学生会
      """)
    #expect(plan.ids == ["4.1", "8.1", "6.1"])
    #expect(plan.dues == ["2020-07-31", nil, "2020-10-31"])
    #expect(plan.items[1].flags.contains(.deadlineMissing))
  }

  @Test(
    arguments: [
      ("一、2020年6月10日党委会确定的任务", nil), ("一、2020年3月巡察反馈的问题", nil),
      ("一、2020年5月底已启动的任务", nil), ("一、2020年推进的任务", nil),
      ("一、2020年6月底前完成的任务", "2020-06-30"), ("一、2020年9月任务", "2020-09-30"),
    ] as [(String, String?)])
  func `a title gives its day to what is to be done by it`(title: String, due: String?) throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年5月28日
      序号|改革内容|完成时限|责任部门
      \(title)*4
      1|{4.1}||校团委
      2|{8.1}||学工部
      3|{6.1}|2020年10月|校学生会
      """)
    #expect(plan.dues == [due, due, "2020-10-31"])
  }

  @Test(.bug(id: "16", "a long title was cut before its bracket was read"))
  func `the bracket of a long title is read whole`() throws {
    let bracket = "（牵头单位：学工部；配合单位：校团委、组织部；完成时限：2020年12月15日前）"
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年5月28日
      三、重点任务
      （一）健全学生会组织运行保障和监督评价\(bracket)
      1.{4.1}。
      2.{4.2}。
      （二）健全学生会组织\(bracket)
      3.{8.1}。
      4.{8.2}。
      """)
    #expect(plan.dues == Array(repeating: "2020-12-15", count: 4))
    for item in plan.items {
      #expect(item.departments.lead == ["学工部"])
      #expect(item.departments.supporting == ["校团委", "组织部"])
    }
  }

  @Test(
    .bug(id: "16", "a month below 2021年度改革任务 was one of 2020"),
    arguments: [
      ("附件1：2020年度改革任务", "附件2：2021年度改革任务"), ("（一）2020年改革任务", "（二）2021年改革任务"),
      ("2020年改革任务", "2021年改革任务"),
    ])
  func `each table is of the year that its title names`(first: String, second: String) throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年5月28日
      \(first)
      序号|改革内容|完成时限|责任部门
      1|{1.1}|9月|校团委
      2|{1.3}|10月|宣传部
      \(second)
      序号|改革内容|完成时限|责任部门
      1|{7.4}|3月|校学生会
      2|{8.2}|9月|学工部
      """)
    #expect(plan.dues == ["2020-09-30", "2020-10-31", "2021-03-31", "2021-09-30"])
  }

  @Test(
    .bug(id: "16", "the year of a stored day that is not shown was taken"),
    arguments: [
      "=2024-06-30~06-30", "=2024-06-30~30-Jun", "=2024-06-30~Jun-30", "=2024-06-30~6月30日",
    ])
  func `a stored year that is not shown gives way to the plan's`(cell: String) throws {
    let item = try support.item(dueBy: cell)
    #expect(item.deadline.due?.description == "2020-06-30")
    #expect(item.deadline.isYearAssumed && item.flags.contains(.yearAssumed))
  }

  @Test(
    .bug(id: "16", "a row of signatures became an item"),
    arguments: [
      "主管领导：周明远|审核：王强|制表：张丽|日期：2020.6.5", "填报人签字：|张丽|部门领导签字：|王强",
      "编制：张丽|审核：王强|批准：李校长|2020.6.5", "分管领导：周明远|部门负责人：李红|经办人：张丽|",
    ])
  func `who signs below a table is no item`(row: String) throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年5月28日
      序号|改革内容|完成时限|责任部门
      1|{4.1}|2020年7月|校团委
      2|{8.1}|2020年6月|学工部
      \(row)
      """)
    #expect(plan.ids == ["4.1", "8.1"])
  }
}
