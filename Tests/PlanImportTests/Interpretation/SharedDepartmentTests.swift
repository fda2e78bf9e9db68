import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Who answers where cells are merged, repeated or divided over columns.
struct SharedDepartmentTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// The cells of departments of rows below each other, and who leads and takes part in each.
  struct Rows: CustomTestStringConvertible {
    var headings: String
    var cells: [String]
    var lead: [[String]]
    var supporting: [[String]]
    var flagged: [Bool]
    var testDescription: String { "\(headings) // " + cells.joined(separator: " // ") }
  }

  private static let rows: [Rows] = [
    // One column.
    Rows(
      headings: "责任单位", cells: ["校团委牵头，学工部配合", "^", "教务处"],
      lead: [["校团委"], ["校团委"], ["教务处"]], supporting: [["学工部"], ["学工部"], []],
      flagged: [false, true, false]),
    Rows(
      headings: "责任单位", cells: ["校团委", "", "同上"], lead: [["校团委"], [], []],
      supporting: [[], [], []], flagged: [false, false, false]),
    Rows(
      headings: "责任单位", cells: ["校团委", "同上", "〃"], lead: [["校团委"], ["校团委"], ["校团委"]],
      supporting: [[], [], []], flagged: [false, true, true]),
    // Lead and support in columns of their own.
    Rows(
      headings: "牵头单位|配合单位", cells: ["校团委|学工部", "^|教务处", "学工部|^"],
      lead: [["校团委"], ["校团委"], ["学工部"]], supporting: [["学工部"], ["教务处"], ["教务处"]],
      flagged: [false, true, true]),
    Rows(
      headings: "牵头单位|配合单位", cells: ["校团委|学工部", "^|", "^|^"],
      lead: [["校团委"], ["校团委"], ["校团委"]], supporting: [["学工部"], [], []],
      flagged: [false, true, true]),
    // Who leads takes no part beside.
    Rows(
      headings: "牵头单位|配合单位", cells: ["校团委|校团委、学工部", "学工部|学工部", "教务处|"],
      lead: [["校团委"], ["学工部"], ["教务处"]], supporting: [["学工部"], [], []],
      flagged: [false, false, false]),
    // What stands in a column for those who lead leads, whatever the cell says of support.
    Rows(
      headings: "牵头单位|配合单位", cells: ["校团委、学工部|", "|教务处", "校团委/学工部|教务处、组织部"],
      lead: [["校团委", "学工部"], [], ["校团委", "学工部"]],
      supporting: [[], ["教务处"], ["教务处", "组织部"]], flagged: [false, false, false]),
    // Departments beside those who lead take part.
    Rows(
      headings: "牵头单位|责任单位", cells: ["校团委|学工部", "|教务处", "校团委|校团委、教务处"],
      lead: [["校团委"], ["教务处"], ["校团委"]], supporting: [["学工部"], [], ["教务处"]],
      flagged: [false, false, false]),
    Rows(
      headings: "责任单位|配合单位", cells: ["校团委|学工部", "^|^", "^|教务处"],
      lead: [["校团委"], ["校团委"], ["校团委"]], supporting: [["学工部"], ["学工部"], ["教务处"]],
      flagged: [false, true, true]),
  ]

  @Test(arguments: rows)
  func `each row has its own departments and those it shares`(rows: Rows) throws {
    let lines = zip(1..., zip(["1.1", "1.2", "1.3"], rows.cells)).map {
      "\($0)|{\($1.0)}|起草|2020年6月|\($1.1)"
    }
    let plan = try support.plan(
      "序号|改革内容|落实措施|完成时限|\(rows.headings)\n" + lines.joined(separator: "\n"))
    #expect(plan.items.map(\.departments.lead) == rows.lead)
    #expect(plan.items.map(\.departments.supporting) == rows.supporting)
    #expect(plan.items.map { $0.flags.contains(.departmentInherited) } == rows.flagged)
  }

  @Test(arguments: [
    ("校\n团\n委", ["校团委"]), ("校团委¹、学工部²", ["校团委", "学工部"]), ("☑校团委 ☑学工部 □教务处", ["校团委", "学工部"]),
    ("校团委\n学工部", ["校团委", "学工部"]), ("校团委 学工部", ["校团委", "学工部"]), ("校团委和学工部", ["校团委", "学工部"]),
    ("校团委、\n学工部", ["校团委", "学工部"]), ("1.校团委 2.学工部", ["校团委", "学工部"]),
  ])
  func `the names of one cell`(cell: String, lead: [String]) throws {
    var document = Sheet.document(
      "序号|改革内容|落实措施|完成时限|责任单位", "1|\(try support.words("1.1"))|起草|2020年6月|x")
    guard case .table(var table) = document.blocks[0] else { return }
    table.rows[1].cells[4].paragraphs = [cell]
    document.blocks[0] = .table(table)
    let item = try #require(support.imported(document).items.first)
    #expect(item.departments.lead == lead)
    #expect(item.departments.supporting.isEmpty)
    #expect(!item.flags.contains(.departmentDoubtful))
  }

  @Test(
    .bug(id: "import", "the lead in a bracket took part, because it was named before it"),
    arguments: ["校团委、学工部（牵头：校团委）", "责任单位：校团委、学工部；牵头单位：校团委", "学工部、校团委（牵头单位：校团委）"])
  func `who is named twice leads where one of the two says so`(cell: String) throws {
    let item = try #require(
      support.plan("序号|改革内容|落实措施|完成时限|责任单位\n1|{1.1}|起草|2020年6月|\(cell)").items.first)
    #expect(item.departments.lead == ["校团委"])
    #expect(item.departments.supporting == ["学工部"])
  }

  // MARK: - Other values that merged cells share

  @Test func `persons and remarks are shared by merged cells alone`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|完成时限|责任单位|责任人|备注
      1|{1.1}|2020年6月|校团委|张三|每月报送
      2|{1.2}|2020年6月|校团委|^|
      3|{1.3}|2020年6月|校团委||^
      4|{1.4}|2020年6月|校团委|同上|同上
      """)
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "张三", "", ""])
    #expect(plan.items.map(\.remark) == ["每月报送", "", "", ""])
    #expect(
      plan.items.map { $0.flags.contains(.personInherited) } == [false, true, false, false])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.remarkInherited) })
  }

  @Test func `merged cells reach over the rows between them and no further`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      2|{1.2}|^|^|^
      3|{1.3}|^|^|^
      4|{1.4}|宣讲|2020年7月|学工部
      5|{2.1}|^||^
      """)
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-06-30", "2020-07-31", nil])
    #expect(
      plan.items.map { $0.measures.map(\.text) } == [["起草"], ["起草"], ["起草"], ["宣讲"], ["宣讲"]])
    #expect(
      plan.items.map { $0.flags.contains(.measureInherited) } == [false, true, true, false, true])
    #expect(plan.items.last?.departments.lead == ["学工部"])
  }

  @Test(arguments: ["-", "—", "/", "无", "——", "　"])
  func `signs for nothing are nothing, and are not taken from above`(sign: String) throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位|责任人
      1|{1.1}|起草|2020年6月|校团委|张三
      2|{1.2}|宣讲|\(sign == "/" ? "—" : sign)|\(sign == "/" ? "—" : sign)|\(sign == "/" ? "—" : sign)
      """)
    let item = try #require(plan.items.last)
    #expect(item.deadline.meaning == .blank && item.departments.all.isEmpty)
    #expect(item.responsiblePerson.isEmpty)
    #expect(item.flags.isSuperset(of: [.deadlineMissing, .departmentMissing]))
  }

  @Test(arguments: [
    ("原学工部，现校团委", true), ("由学工部调整为校团委", true), ("校团委主办、学工部承办", true),
    ("校团委（2020年6月前）", true), ("校团委、学工部（排名不分先后）", false), ("校团委组织部", false),
    ("校团委﹑学工部", false), ("校团委､学工部", false), ("校团委︑学工部", false), ("教务处", false),
    ("校团委、组织部（牵头）；学工部（配合）", true), ("校团委、组织部（牵头），学工部", true),
    ("校团委、组织部（牵头）、学工部（配合）", true), ("学工部、校团委（牵头）", false),
    ("校团委（牵头）；学工部（配合）", false), ("校团委（牵头）、组织部；学工部", false),
    ("校团委或学工部", true), ("校团委会商学工部", true), ("校团委（原学工部）", true), ("校团委（", true),
  ])
  func `a name that may be another, or more than a name, is asked about`(
    cell: String, isDoubtful: Bool
  ) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|责任单位|完成时限
      1|{1.1}|\(cell)|2020年6月底前
      2|{1.2}|校团委|2020年9月底前
      """)
    let item = try #require(plan.items.first)
    #expect(item.flags.contains(.departmentDoubtful) == isDoubtful, "\(item.departments)")
    if cell.contains("先后") || cell.contains(where: { "﹑､︑".contains($0) }) {
      #expect(item.departments.lead == ["校团委", "学工部"])
    }
  }
}
