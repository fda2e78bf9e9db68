import TaskLedger
import TestSupport
import Testing

struct DepartmentCell: CustomTestStringConvertible, Sendable {
  var cell: String
  var lead: [String]
  var supporting: [String]
  var testDescription: String { cell }

  init(_ cell: String, _ lead: [String], _ supporting: [String] = []) {
    (self.cell, self.lead, self.supporting) = (cell, lead, supporting)
  }
}

struct DepartmentNamesTests {
  @Test(arguments: [
    DepartmentCell("", []),
    DepartmentCell(" \n ", []),
    DepartmentCell("—", []),
    DepartmentCell("无", []),
    DepartmentCell("学工部 校团委 校学生会", ["学工部", "校团委", "校学生会"]),
    DepartmentCell(
      "学工部、校团委，教务处,人事处；总务处;宣传部/保卫处", ["学工部", "校团委", "教务处", "人事处", "总务处", "宣传部", "保卫处"]),
    DepartmentCell("学工部\n校团委\r\n校学生会", ["学工部", "校团委", "校学生会"]),
    DepartmentCell("学工部\u{3000}校团委", ["学工部", "校团委"]),
    DepartmentCell("校团委＋学工部+教务处", ["校团委", "学工部", "教务处"]),
    DepartmentCell("校团委、校团委", ["校团委"]),
    DepartmentCell("教务处 总务处（校安办）", ["教务处", "总务处（校安办）"]),
    DepartmentCell("组织人事处 (党校)", ["组织人事处(党校)"]),
    DepartmentCell("党政办（组织、宣传）、学工部", ["党政办（组织、宣传）", "学工部"]),
    DepartmentCell("总务处（校安办、学工部", ["总务处（校安办", "学工部"]),
    DepartmentCell("各系团总支", ["各系团总支"]),
    DepartmentCell("校团委和学工部", ["校团委", "学工部"]),
    DepartmentCell("宣传和统战部", ["宣传和统战部"]),
    DepartmentCell("校团委、学工部及相关部门", ["校团委", "学工部", "相关部门"]),
    DepartmentCell("校团委、学工部等部门", ["校团委", "学工部", "等部门"]),
    DepartmentCell("校团委（牵头）、学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校团委(牵头)、学工部(配合)、教务处（协办）", ["校团委"], ["学工部", "教务处"]),
    DepartmentCell("（牵头）校团委 学工部", ["校团委"], ["学工部"]),
    DepartmentCell("牵头：校团委 配合：学工部、教务处", ["校团委"], ["学工部", "教务处"]),
    DepartmentCell("牵头单位：校团委；配合单位：学工部、教务处", ["校团委"], ["学工部", "教务处"]),
    DepartmentCell("牵头部门:校团委、学工部\n协办部门:教务处", ["校团委", "学工部"], ["教务处"]),
    DepartmentCell("牵头单位\n校团委\n配合单位\n学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校团委牵头，学工部配合", ["校团委"], ["学工部"]),
    DepartmentCell("校团委牵头学工部配合", ["校团委"], ["学工部"]),
    DepartmentCell("校团委、学工部牵头，教务处、人事处配合", ["校团委", "学工部"], ["教务处", "人事处"]),
    DepartmentCell("由校团委牵头，各单位配合", ["校团委"], ["各单位"]),
    DepartmentCell("校团委主办 学工部协办", ["校团委"], ["学工部"]),
    DepartmentCell("校团委负责，学工部、教务处参与", ["校团委"], ["学工部", "教务处"]),
    DepartmentCell("责任部门：校团委、学工部", ["校团委", "学工部"]),
    DepartmentCell("校团委 牵头、学工部", ["校团委"], ["学工部"]),
    DepartmentCell("[bookmark: a]校团委", ["校团委"]),
    DepartmentCell("校团委(主)、学工部(辅)", ["校团委"], ["学工部"]),
    DepartmentCell("校团委【牵头】 学工部【配合】", ["校团委"], ["学工部"]),
    DepartmentCell("校团委（主）、学工部（协）", ["校团委"], ["学工部"]),
    DepartmentCell("校团委会同学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校团委与学工部共同负责", ["校团委", "学工部"]),
    DepartmentCell("第一责任单位：校团委；第二责任单位：学工部", ["校团委"], ["学工部"]),
    DepartmentCell("校学生会同意", ["校学生会同意"]),
  ])
  func `a cell gives its departments`(row: DepartmentCell) {
    let found = DepartmentNames.read(row.cell)
    #expect(found.lead == row.lead)
    #expect(found.supporting == row.supporting)
  }

  @Test(arguments: [
    (DepartmentCell("★校团委", ["校团委"]), true), (DepartmentCell("㊣校团委", ["校团委"]), true),
    (DepartmentCell("@校团委、学工部", ["校团委", "学工部"]), true),
    (DepartmentCell("校团委*", ["校团委"]), true),
    (DepartmentCell("▲校团委 △学工部", ["校团委"], ["学工部"]), true),
    (DepartmentCell("★校团委、☆学工部、☆教务处", ["校团委"], ["学工部", "教务处"]), true),
    (DepartmentCell("▲校团委△学工部", ["校团委"], ["学工部"]), true),
    (DepartmentCell("校团委★，学工部☆", ["校团委"], ["学工部"]), true),
    (DepartmentCell("● 校团委\n● 学工部", ["校团委", "学工部"]), false),
    (DepartmentCell("1.校团委 2.学工部", ["校团委", "学工部"]), false),
    (DepartmentCell("①校团委②学工部", ["校团委", "学工部"]), false),
    (DepartmentCell("（1）校团委（2）学工部", ["校团委", "学工部"]), false),
    (DepartmentCell("校团委、学工部", ["校团委", "学工部"]), false),
  ])
  func `signs and numbers beside the names are read or make the cell doubtful`(
    row: DepartmentCell, isDoubtful: Bool
  ) {
    let found = DepartmentNames.readMarked(row.cell)
    #expect(found.assignment.lead == row.lead)
    #expect(found.assignment.supporting == row.supporting)
    #expect(found.isDoubtful == isDoubtful)
  }

  @Test(arguments: [
    ("校团委（张三）", true), ("校团委(欧阳明月)", true), ("总务处（校安办）", false), ("组织人事处（党校）", false),
    ("学生工作部（处）", false), ("校团委", false), ("党政办（组织、宣传）", false), ("图书馆（东校区）", false),
    ("教务处（主管）", false), ("团委（兼职）", false),
    ("教务处（本部）", false),
  ])
  func `a bracket with a person makes a name doubtful`(name: String, isPerson: Bool) {
    #expect(DepartmentNames.holdsPerson(name) == isPerson)
  }

  @Test func `a bracket that says what belongs to a department is divided`() {
    #expect(DepartmentNames.bracketedList("校团委（含：组织部、宣传部）") == ["校团委", "组织部", "宣传部"])
    #expect(DepartmentNames.bracketedList("校团委（包括组织部、宣传部）") == ["校团委", "组织部", "宣传部"])
    #expect(DepartmentNames.bracketedList("总务处（校安办）") == nil)
  }

  @Test(arguments: 0..<100)
  func `a name reads the same beside names that run together`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "校团委和学工部", "党政办", "宣传和统战部", "教务处等部门", "无", "—", "—无", "各系(和)团总支", "无锡校区",
      "ＡＢ处", "以及保卫处", "Office 365 组",
    ]
    let chosen = (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }
    var alone: [String] = []
    for name in chosen.flatMap({ DepartmentNames.read($0).lead }) where !alone.contains(name) {
      alone.append(name)
    }
    #expect(DepartmentNames.read(chosen.joined(separator: "；")).lead == alone)
  }

  @Test func `lines are read like one cell`() {
    #expect(DepartmentNames.read(["校团委（牵头）", "学工部"]) == DepartmentNames.read("校团委（牵头）\n学工部"))
  }

  @Test(arguments: [
    "相关部门", "有关部门", "各部门", "相关单位", "各单位", "责任部门", "各相关部门", "校内相关部门", "等部门", "学校有关职能部门",
    "各有关单位", "职能部门", "相关处室", "部门", "其他相关部门", "各职能部门", "相关单位（部门）", "等", "等相关部门", "有关方面",
  ])
  func `general words are no department`(name: String) {
    #expect(DepartmentNames.isGeneric(name))
  }

  @Test(arguments: [
    "校团委", "学工部", "各系团总支", "系党支部", "组织部", "学生组织", "教务处", "各学院", "党政办", "组织人事处", "宣传部门", "",
  ])
  func `names are not general words`(name: String) {
    #expect(!DepartmentNames.isGeneric(name))
  }
}

struct DepartmentDirectoryTests {
  let directory = DepartmentDirectory([
    .init(name: "学工部", aliases: ["学生工作部", "党委学生工作部", "学生处"]),
    .init(name: "校团委", aliases: ["团委", "学校团委"]),
    .init(name: "总务处", aliases: ["后勤处", "团委"]),
    .init(name: " "),
  ])

  @Test(arguments: [
    ("学工部", "学工部"), ("党委学生工作部", "学工部"), ("学校 团委", "校团委"), ("团委", "校团委"),
    ("总务处（校安办）", "总务处"), ("总务处(校安办)", "总务处"),
  ])
  func `another name stands for the department`(written: String, name: String) {
    #expect(directory.canonical(written) == name)
  }

  @Test func `an unknown name has no department`() {
    #expect(directory.canonical("教务处") == nil)
    #expect(directory.canonical("") == nil)
    #expect(directory.canonical("（校安办）") == nil)
    #expect(directory.entries.count == 3)
  }

  @Test func `an assignment is resolved and each name stands once`() {
    let written = DepartmentAssignment(lead: ["学生处", "学工部", "教务处"], supporting: ["学校团委", "学生工作部"])
    let resolved = directory.resolve(written)
    #expect(resolved == DepartmentAssignment(lead: ["学工部", "教务处"], supporting: ["校团委"]))
  }

  @Test func `the nearest departments are suggested`() {
    #expect(directory.nearest(to: "学公部") == ["学工部"])
    #expect(directory.nearest(to: "党委学生工做部") == ["学工部"])
    #expect(directory.nearest(to: "马克思主义学院").isEmpty)
  }
}

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("甲", "", 1), ("校团委", "团校委", 1), ("校团委", "校委", 1), ("check", "chekc", 1),
    ("report", "rapport", 2), ("ＡＢ", "ab", 0), ("甲乙丙", "丁戊己", 3),
  ])
  func `the distance counts changes`(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right) == distance)
    #expect(EditDistance.between(right, left) == distance)
  }

  @Test func `one change up to four characters and two above`() {
    let names = ["list", "lists", "show", "report", "reports", "rapport", "repair"]
    #expect(EditDistance.nearest(to: "lisk", among: names) == ["list"])
    #expect(EditDistance.nearest(to: "reprots", among: names) == ["reports", "report"])
    #expect(EditDistance.nearest(to: "xyz", among: names).isEmpty)
  }

  @Test func `at most three are suggested and the nearest first`() {
    let names = ["甲乙丙丁戊", "甲乙丙丁己", "甲乙丙丁庚", "甲乙丙丁", "甲乙丙丁辛"]
    #expect(EditDistance.nearest(to: "甲乙丙丁", among: names) == ["甲乙丙丁", "甲乙丙丁己", "甲乙丙丁庚"])
  }
}
