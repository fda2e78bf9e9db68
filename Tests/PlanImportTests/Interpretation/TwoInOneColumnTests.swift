import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// One column under a heading for two things: who is what in its cells.
struct TwoInOneColumnTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func item(_ heading: String, _ cell: String) throws -> Item {
    try #require(
      support.plan(
        """
        2020年6月1日
        序号|改革内容|落实措施|\(heading)
        1|{1.1}|起草|\(cell)
        2|{1.2}|宣讲|2020年7月|学工部
        """
      ).items.first)
  }

  // MARK: - Departments and persons

  @Test(
    arguments: [
      ("校团委 张三", ["校团委"], "张三"), ("校团委（张三）、学工部（李四）", ["校团委", "学工部"], "张三、李四"),
      ("校团委：张三", ["校团委"], "张三"), ("张三（校团委）", ["校团委"], "张三"), ("校团委/张三", ["校团委"], "张三"),
      ("校团委、学工部 张三 李四", ["校团委", "学工部"], "张三、李四"), ("校团委\n张三", ["校团委"], "张三"),
      ("校团委 欧阳小明", ["校团委"], "欧阳小明"), ("校团委", ["校团委"], ""), ("张三", [], "张三"),
      // Short names of departments are no persons.
      ("图书馆 王五", ["图书馆"], "王五"), ("校医院、工会", ["校医院", "工会"], ""), ("各学院 张三", ["各学院"], "张三"),
      ("校团委 办公室负责同志", ["校团委", "办公室负责同志"], ""),
      ("信息中心 王五", ["信息中心"], "王五"), ("学生工作部（处） 张三", ["学生工作部（处）"], "张三"),
    ] as [(String, [String], String)])
  func `names of persons are told from names of departments`(
    cell: String, lead: [String], person: String
  ) throws {
    let item = try item("完成时限|责任单位及责任人", "2020年6月|\(cell.replacing("\n", with: "/"))")
    #expect(item.departments.lead == lead)
    #expect(item.responsiblePerson == person)
    #expect(item.deadline.due?.description == "2020-06-30")
  }

  @Test(
    .bug(id: "gen4", "numbers before the labels of a cell turned lead and supporting round"),
    arguments: [
      "①牵头单位：校团委；②配合单位：学工部；③完成时限：2020年6月底前",
      "（1）牵头单位：校团委/（2）配合单位：学工部/（3）完成时限：2020年6月底前",
      "1.牵头单位：校团委/2.配合单位：学工部/3.完成时限：2020年6月底前",
    ], ["分工与进度", "完成时限及责任部门"])
  func `numbers before labels are no part of them`(cell: String, heading: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|\(heading)
      1|{1.1}|起草|\(cell)
      2|{1.2}|宣讲|\(cell)
      """)
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"])
      #expect(item.departments.supporting == ["学工部"])
      #expect(item.deadline.due?.description == "2020-06-30")
      #expect(!item.flags.contains(.departmentDoubtful))
    }
  }

  @Test(arguments: ["①牵头：校团委；②配合：学工部", "①牵头单位：校团委/②配合单位：学工部"])
  func `so they are in a column of departments`(cell: String) throws {
    let item = try item("完成时限|责任单位", "2020年6月|\(cell)")
    #expect(item.departments.lead == ["校团委"])
    #expect(item.departments.supporting == ["学工部"])
  }

  // MARK: - Days and departments

  @Test(
    arguments: [
      ("校团委 2020年6月", ["校团委"], "2020-06-30"), ("2020年6月，校团委、学工部", ["校团委", "学工部"], "2020-06-30"),
      ("2020年6月底前完成/校团委", ["校团委"], "2020-06-30"), ("校团委（2020年6月）", ["校团委"], "2020-06-30"),
      ("长期坚持 校团委", ["校团委"], nil), ("2020年6月", [], "2020-06-30"), ("校团委", ["校团委"], nil),
      ("时限：2020年6月；部门：校团委", ["校团委"], "2020-06-30"),
      ("责任部门：校团委 完成时限：2020年6月", ["校团委"], "2020-06-30"),
    ] as [(String, [String], String?)])
  func `days are told from departments`(cell: String, lead: [String], due: String?) throws {
    let item = try item("完成时限及责任部门", cell)
    #expect(item.deadline.due?.description == due)
    #expect(item.departments.lead == lead)
    #expect(item.content == (try support.words("1.1")))
  }

  @Test(arguments: ["完成时限和责任部门", "责任部门/完成时限", "责任部门、时限", "完成时限（责任部门）", "责任部门＋完成时限", "部门与时间"])
  func `the heading may join them in any way`(heading: String) throws {
    let item = try item(heading, "校团委 2020年6月")
    #expect(item.deadline.due?.description == "2020-06-30")
    #expect(item.departments.lead == ["校团委"])
  }

  @Test(arguments: ["责任部门（单位）", "完成时限（年/月）", "责任单位（部门）", "牵头单位（处室）"])
  func `a heading that names one thing twice is that of one`(heading: String) throws {
    let isDay = heading.contains("时限")
    let item = try item(
      isDay ? "\(heading)|责任部门" : "完成时限|\(heading)", "2020年6月|校团委")
    #expect(item.deadline.due?.description == "2020-06-30")
    #expect(item.departments.lead == ["校团委"])
  }

  // MARK: - Those who lead and those who take part

  /// A cell below a heading for both, and who is what.
  struct Sides: CustomTestStringConvertible {
    var heading = "牵头单位/配合单位"
    var cell: String
    var lead: [String]
    var supporting: [String] = []
    var testDescription: String { "\(heading) // \(cell)" }
  }

  private static let sides: [Sides] = [
    Sides(heading: "牵头（配合）单位", cell: "校团委（学工部、教务处）", lead: ["校团委"], supporting: ["学工部", "教务处"]),
    Sides(heading: "牵头单位（配合单位）", cell: "校团委（学工部）", lead: ["校团委"], supporting: ["学工部"]),
    Sides(heading: "牵头（配合）单位", cell: "学生工作部（处）", lead: ["学生工作部（处）"]),
    Sides(heading: "牵头（配合）单位", cell: "校团委", lead: ["校团委"]),
    Sides(cell: "校团委\u{2F}学工部", lead: ["校团委"], supporting: ["学工部"]),
    Sides(cell: "校团委；学工部、教务处", lead: ["校团委"], supporting: ["学工部", "教务处"]),
    Sides(heading: "牵头及配合部门", cell: "校团委牵头，学工部配合", lead: ["校团委"], supporting: ["学工部"]),
    Sides(heading: "牵头、配合单位", cell: "牵头：校团委；配合：学工部", lead: ["校团委"], supporting: ["学工部"]),
    Sides(heading: "主办和协办部门", cell: "校团委（牵头）、学工部", lead: ["校团委"], supporting: ["学工部"]),
    Sides(cell: "配合：学工部", lead: [], supporting: ["学工部"]),
    // What is parted by nothing leads, as it does below 责任单位.
    Sides(cell: "校团委、学工部", lead: ["校团委", "学工部"]),
    Sides(heading: "配合单位及牵头单位", cell: "学工部；校团委", lead: ["校团委"], supporting: ["学工部"]),
  ]

  @Test(
    .bug(id: "import", "below 牵头单位/配合单位 everybody took part and nobody led"), arguments: sides)
  func `a column for both says who leads and who takes part`(sides: Sides) throws {
    var document = Sheet.document(
      "序号|改革内容|落实措施|完成时限|x", "1|\(try support.words("1.1"))|起草|2020年6月|x",
      "2|\(try support.words("1.2"))|起草|2020年6月|同上")
    guard case .table(var table) = document.blocks[0] else { return }
    table.rows[0].cells[4].paragraphs = [sides.heading]
    table.rows[1].cells[4].paragraphs = [sides.cell]
    document.blocks[0] = .table(table)
    let items = try support.imported(document).items
    #expect(items.map(\.departments.lead) == [sides.lead, sides.lead])
    #expect(items.map(\.departments.supporting) == [sides.supporting, sides.supporting])
    #expect(items.map { $0.flags.contains(.departmentInherited) } == [false, true])
  }

  @Test func `merged cells of such a column are taken over for both`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限及责任部门
      1|{1.1}|起草|校团委 2020年6月
      2|{1.2}|宣讲|^
      3|{1.3}|宣讲|同上
      """)
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-06-30"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.items.map { $0.flags.contains(.deadlineInherited) } == [false, true, true])
    #expect(plan.items.map { $0.flags.contains(.departmentInherited) } == [false, true, true])
  }
}
