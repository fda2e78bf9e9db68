import TaskLedger
import Testing

/// Labels in a cell of departments that name something else than who answers.
struct DepartmentLabelTests {
  private static let directory = DepartmentDirectory([
    DepartmentDirectory.Entry(name: "纪检监督室"), DepartmentDirectory.Entry(name: "校团委"),
  ])

  /// A cell, who is read in it, and whether words were left out.
  struct Case: CustomTestStringConvertible, Sendable {
    var cell: String
    var lead: [String]
    var supporting: [String] = []
    var isDoubtful = true
    var testDescription: String { cell }
  }

  @Test(arguments: [
    Case(cell: "责任单位：校团委\n监督单位：纪委办公室", lead: ["校团委"]),
    Case(cell: "校团委；指导单位：组织部、宣传部", lead: ["校团委"]),
    Case(cell: "牵头：校团委；配合：学工部；督办：党政办", lead: ["校团委"], supporting: ["学工部"]),
    Case(cell: "验收单位：教务处；责任单位：校团委", lead: ["校团委"]),
    Case(cell: "校团委（监督单位：纪委办公室）、学工部", lead: ["校团委", "学工部"]),
    Case(cell: "校团委；成果：制度文件", lead: ["校团委"]),
    Case(cell: "校级：校团委；院级：教务处", lead: ["校团委", "教务处"]),
    Case(cell: "考核：人事处\n校团委牵头，学工部配合", lead: ["校团委"], supporting: ["学工部"]),
    // Labels of those who answer, and names, are read as before.
    Case(cell: "整改单位：校团委", lead: ["校团委"], isDoubtful: false),
    Case(cell: "校团委\n协作单位：学工部", lead: ["校团委"], supporting: ["学工部"], isDoubtful: false),
    Case(cell: "①牵头单位：校团委；②配合单位：学工部", lead: ["校团委"], supporting: ["学工部"], isDoubtful: false),
    Case(cell: "校团委、纪检监督室", lead: ["校团委", "纪检监督室"], isDoubtful: false),
    Case(cell: "纪检监督室：校团委", lead: ["纪检监督室", "校团委"], isDoubtful: false),
    Case(cell: "审计监督科：校团委", lead: ["审计监督科", "校团委"], isDoubtful: false),
  ])
  func `what stands behind another label is nobody who answers`(case: Case) {
    let (read, isDoubtful) = DepartmentNames.readMarked(`case`.cell, knowing: Self.directory)
    #expect(read.lead == `case`.lead)
    #expect(read.supporting == `case`.supporting)
    #expect(isDoubtful == `case`.isDoubtful)
  }

  @Test(arguments: [
    DepartmentCell("校团委\n（牵头）\n学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校团委\n牵头\n学工部\n配合", ["校团委"], ["学工部"]),
    DepartmentCell("校团委，牵头；学工部，配合", ["校团委"], ["学工部"]),
    DepartmentCell("校团委\n组织部\n牵头\n学工部\n教务处\n配合", ["校团委", "组织部"], ["学工部", "教务处"]),
    DepartmentCell("校团委\n（主）\n学工部\n（辅）", ["校团委"], ["学工部"]),
    DepartmentCell("校团委\n学工部\n（配合）", ["校团委"], ["学工部"]),
    // Roles before their names stay there.
    DepartmentCell("牵头\n校团委\n配合\n学工部", ["校团委"], ["学工部"]),
    DepartmentCell("（牵头）\n校团委\n（配合）\n学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校团委\n配合\n学工部", ["校团委"], ["学工部"]),
    DepartmentCell("牵头单位：\n校团委\n配合单位：\n学工部", ["校团委"], ["学工部"]),
  ])
  func `a role on a line of its own belongs to the names before it`(cell: DepartmentCell) {
    let read = DepartmentNames.read(cell.cell)
    #expect(read.lead == cell.lead)
    #expect(read.supporting == cell.supporting)
  }
}
