import Foundation
import Testing
import XiaohaoCLI

/// Papers name what the school has: 学生会, 研究生会 or both.
struct OrganisationNamesTests {
  static let rows: [(plan: String, named: String, absent: String)] = [
    ("学生会", "学生会", "研究生会深化改革"),
    ("研究生会", "研究生会", "校级学生会现有"),
    ("学生会（研究生会）", "学生会（研究生会）", "校级学生会现有"),
  ]

  @Test(arguments: rows)
  func `titles and sentences name the organisations of the plan`(
    row: (plan: String, named: String, absent: String)
  ) throws {
    let desk = try Desk()
    func run(_ line: String) -> Desk.Outcome { desk.run(line + " --ledger 台账") }
    let plan = FinishedSchool.plan.replacing("学生会", with: row.plan)
    let rows = ["1.1 | 明确职能定位", "3.1 | 坚持精简原则", "5.2 | 严格遴选程序"].map {
      "| \($0) | 制定工作指引并印发。 | 起草工作指引。 | 2020年9月 | 学工部 |\n"
    }
    try desk.write("方案.md", Array((plan + rows.joined()).utf8))
    try desk.write("数据.md", Array(FinishedSchool.figures.utf8))
    #expect(run("init --school 青禾示范学院 --today 2020-06-08").status == .fine)
    #expect(run("import 方案.md --today 2020-06-08").status == .fine)
    #expect(
      run("fact import 数据.md --on 2020-09-25 --actor 校团委 --today 2020-10-09").status == .fine)
    for paper in ["self-evaluation", "reform"] {
      let text = run("report \(paper) --today 2020-10-12").output
      #expect(text.contains("校级\(row.named)现有工作人员31人"), "\(paper): \(text)")
      #expect(text.contains("来自院系\(row.named)的占67.74%"), "\(paper)")
    }
    for paper in [
      "self-evaluation", "reform", "filing-notice", "monthly 2020-09", "ledger", "evidence-index",
      "hand-in", "missing",
    ] {
      let text = run("report \(paper) --today 2020-10-12").output
      let title = text.split(separator: "\n").first ?? ""
      #expect(title.contains("\(row.named)深化改革"), "\(paper): \(title)")
      #expect(!text.contains(row.absent), "\(paper)")
    }
    let boxes = run("report filing-form --today 2020-10-12").output
    if row.plan == "研究生会" {
      #expect(boxes.contains("校级研究生会工作人员不超过40人"), "\(boxes)")
      #expect(!boxes.replacing("研究生代表大会", with: "").contains("学生代表大会"), "\(boxes)")
      #expect(!boxes.contains("校级学生会") && !boxes.contains("院系学生会"), "\(boxes)")
    }
    #expect(boxes.contains("☑学生会") == (row.plan != "研究生会"))
    #expect(boxes.contains("☑研究生会") == (row.plan != "学生会"))
  }

  @Test func `the remark column of a school's own tables names them too`() throws {
    let desk = try Desk()
    func run(_ line: String) -> Desk.Outcome { desk.run(line + " --ledger 台账") }
    let plan = FinishedSchool.plan.replacing("学生会", with: "研究生会")
    try desk.write(
      "方案.md", Array((plan + "| 1.1 | 明确职能定位 | 制定工作指引。 | 起草。 | 2020年9月 | 学工部 |\n").utf8))
    #expect(run("init --school 青禾示范学院 --today 2020-06-08").status == .fine)
    #expect(run("import 方案.md --today 2020-06-08").status == .fine)
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    for (file, row) in [
      ("acceptance-2020.md", "| 3-1 | 人数适当 | 工作人员：人数 | 工作人员 ≤ 40 | {组织}{工作人员}人 |\n"),
      ("acceptance-union-2021.md", "| 3 | 人数适当 | 工作人员：人数 | 工作人员 ≤ 30 | {组织}{工作人员}人 |\n"),
    ] {
      try desk.write(
        "台账/tasks/\(file)",
        Array(("| 编号 | 指标 | 数据 | 条件 | 备注栏 |\n|---|---|---|---|---|\n" + row).utf8))
    }
    for (name, count) in [("工作人员", 31), ("工作人员@机电系", 25)] {
      let set = "fact set \(name) \(count) --on 2020-09-25 --actor 校团委 --today 2020-10-09"
      #expect(run(set).status == .fine)
    }
    let school = run("report filing-form --today 2020-10-12").output
    #expect(school.contains("研究生会31人"), "\(school)")
    let union = run("report filing-form 机电系 --today 2020-10-12").output
    #expect(union.contains("研究生会25人"), "\(union)")
  }
}
