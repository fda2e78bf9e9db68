import TaskLedger
import Testing

/// Labels that name something else than the values of an item.
struct OtherLabelTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// Lines below an item, or the bracket behind it, and what a clerk reads.
  struct Case: CustomTestStringConvertible {
    var lines: String
    var lead: [String] = ["校团委"]
    var supporting: [String] = []
    var due: String? = "2020-06-30"
    var testDescription: String { lines }
  }

  private func plan(_ lines: String, _ separator: String) throws -> Item {
    try #require(
      support.plan(
        """
        青禾学院学生会深化改革实施方案
        2020年6月1日
        一、重点任务
        1.{1.1}\(separator)\(lines.replacing("/", with: "\n"))
        2.{1.2}
        3.{1.3}
        """
      ).items.first)
  }

  private static let cases: [Case] = [
    Case(lines: "（责任单位：校团委；完成时限：2020年6月底前；验收时间：2020年10月）"),
    Case(lines: "（责任单位：校团委；报送时间：2020年10月；完成时限：2020年6月底前）"),
    Case(lines: "（责任单位：校团委；完成时限：2020年6月底前；上级完成时限：2020年10月）"),
    Case(lines: "（责任单位：校团委；监督单位：纪委办公室；完成时限：2020年6月底前）"),
    Case(lines: "（责任单位：校团委；经费来源：专项经费；完成时限：2020年6月底前）"),
    Case(lines: "（责任单位：校团委；完成时限：2020年6月底前；文件依据：某发〔2020〕3号）"),
    Case(lines: "（责任单位：校团委；协作单位：学工部；完成时限：2020年6月底前）", supporting: ["学工部"]),
    Case(lines: "/牵头：校团委　配合：学工部　时间：2020年6月底前", supporting: ["学工部"]),
    Case(lines: "/主办：校团委　协办：学工部　限期：2020年6月底前", supporting: ["学工部"]),
    Case(lines: "/责任单位：校团委，每月25日前报送进展/完成时限：2020年6月底前"),
    Case(lines: "/责任单位：校团委/协作单位：学工部/完成时限：2020年6月底前", supporting: ["学工部"]),
    Case(lines: "/责任单位：校团委/参加单位：学工部/完成时限：2020年6月底前", supporting: ["学工部"]),
    Case(lines: "〔校团委牵头，学工部参加；2020年6月底前完成〕", supporting: ["学工部"]),
    Case(lines: "〖责任单位：校团委；完成时限：2020年6月底前〗"),
    Case(lines: "<责任单位：校团委；完成时限：2020年6月底前>"),
    Case(lines: "（责任部门为校团委、学工部，完成时间为2020年6月底前）", lead: ["校团委", "学工部"]),
    Case(lines: "（由校团委、学工部落实，于2020年6月底前完成）", lead: ["校团委", "学工部"]),
    Case(lines: "该项工作由校团委承担，须于2020年6月底前完成。"),
    // What looks alike and is something else.
    Case(lines: "相关经费由财务处承担。", lead: [], due: nil),
    Case(lines: "/活动时间：2020年6月底前", lead: [], due: nil),
    Case(lines: "/时间：2020年6月底前", lead: [], due: nil),
    Case(lines: "参照某发〔2020〕6号", lead: [], due: nil),
  ]

  @Test(arguments: cases)
  func `a second label ends the value before it`(case: Case) throws {
    let item = try plan(`case`.lines, "")
    #expect(item.departments.lead == `case`.lead)
    #expect(item.departments.supporting == `case`.supporting)
    #expect(item.deadline.due?.description == `case`.due)
  }

  /// A cell for departments and days, and what a clerk reads.
  @Test(arguments: [
    "责任单位：校团委；时间：2020年6月底前", "责任单位：校团委　进度：2020年6月底前",
    "责任单位：校团委/监督单位：纪委办公室、审计处/完成时限：2020年6月底前/检查时间：2020年10月",
    "①责任单位：校团委；②完成时限：2020年6月底前", "责任单位：校团委　启动时间：2020年3月　完成时间：2020年6月底前",
  ])
  func `a cell for two things leaves out what is neither`(cell: String) throws {
    let item = try #require(
      support.plan(
        """
        2020年6月1日
        序号|改革内容|分工与进度
        1|{1.1}|\(cell)
        2|{1.2}|2020年7月，学工部
        """
      ).items.first)
    #expect(item.departments == DepartmentAssignment(lead: ["校团委"]))
    #expect(item.deadline.due?.description == "2020-06-30")
  }
}
