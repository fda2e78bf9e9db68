import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Figures typed by hand: what is mistyped is refused, and nothing is written.
struct FactSetTests {
  private let desk: Desk
  private let options = ["--actor", "校团委", "--ledger", "台账", "--today", "2020-09-20"]

  init() throws {
    desk = try TourTests.desk()
  }

  private func set(_ words: String...) -> Desk.Outcome {
    desk.run(["fact", "set"] + words + options)
  }

  /// A figure that cannot be recorded.
  struct Slip: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var words: [String]
    var code: String
    var says: [String]
  }

  @Test(
    .bug(id: "desk", "a mistyped name was recorded with a warning"),
    arguments: [
      Slip(
        testDescription: "a slip of the pen", words: ["工作人圆", "31"], code: "fact-name-unknown",
        says: ["工作人员", "xiaohao fact names"]),
      Slip(
        testDescription: "half a name", words: ["前三成", "31"], code: "fact-name-unknown",
        says: ["成绩前三成"]),
      Slip(
        testDescription: "nothing like it", words: ["奖状", "3"], code: "fact-name-unknown",
        says: ["xiaohao fact names", "xiaohao fact import --help"]),
      Slip(
        testDescription: "a slip before the department", words: ["工作人圆@信息工程系", "25"],
        code: "fact-name-unknown", says: ["工作人员"]),
      Slip(
        testDescription: "no department behind @", words: ["工作人员@院系", "25"],
        code: "fact-unit-unnamed", says: ["工作人员@信息工程系"]),
      Slip(
        testDescription: "nothing behind @", words: ["工作人员@", "25"],
        code: "fact-unit-unnamed", says: ["工作人员@信息工程系"]),
      Slip(
        testDescription: "a total behind @", words: ["工作人员@合计", "84"],
        code: "fact-unit-unnamed", says: ["fact import"]),
      Slip(
        testDescription: "words for a number", words: ["工作人员", "三十来人"],
        code: "fact-value-unreadable", says: ["三十来人"]),
      Slip(
        testDescription: "a day that is none", words: ["学代会日期", "2020-02-30"],
        code: "fact-value-unreadable", says: ["2020-02-30"]),
      Slip(
        testDescription: "a day for yes or no", words: ["按期召开大会@护理系", "是（2020.9.1）"],
        code: "fact-kind-wrong", says: ["是（2020.9.1）", "要写是或否"]),
      Slip(
        testDescription: "a day for a number", words: ["工作人员", "2020-09-01"],
        code: "fact-kind-wrong", says: ["要写数"]),
      Slip(
        testDescription: "a number for a day", words: ["学代会日期", "31"],
        code: "fact-kind-wrong", says: ["要写日期"]),
      Slip(
        testDescription: "does not apply, without a reason", words: ["研究生", "不适用"],
        code: "fact-exemption-unreasoned", says: ["不适用：理由"]),
    ])
  func `what cannot be recorded is refused`(_ slip: Slip) throws {
    let before = try desk.ledgerBytes()
    let outcome = desk.run(["fact", "set"] + slip.words + options)
    #expect(outcome.status == .refused)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("错误[\(slip.code)]"), "\(outcome.messages)")
    for words in slip.says { #expect(outcome.messages.contains(words), "\(words)") }
    #expect(try desk.ledgerBytes() == before)
  }

  @Test(
    .bug(id: "desk", "a congress that is still to come was recorded, and counted as held"),
    arguments: ["2020-09-21", "2020年10月14日"])
  func `a day that has not come is no fact`(day: String) throws {
    let before = try desk.ledgerBytes()
    let outcome = set("学代会日期", day)
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("错误[fact-day-ahead]"), "\(outcome.messages)")
    try desk.write("数.md", Array("| 名称 | 数值 |\n|---|---|\n| 学代会日期 | \(day) |\n".utf8))
    let imported = desk.run(["fact", "import", "数.md", "--confirm"] + options)
    #expect(imported.messages.contains("错误[fact-day-ahead]"), "\(imported.messages)")
    #expect(try desk.ledgerBytes() == before)
    #expect(set("学代会日期", "2020-09-20").status == .fine)
  }

  @Test func `other ways of writing a name are folded into it`() throws {
    #expect(set("学生会工作人员数", "３１人").status == .fine)
    #expect(set("工作人员＠ 信息工程系", "25").status == .fine)
    #expect(set("研究生", "不适用：没有研究生").status == .fine)
    let facts = try #require(
      try desk.json("fact list --json --ledger 台账 --today 2020-09-20")["facts"]
        as? [[String: Any]])
    #expect(facts.compactMap { $0["name"] as? String } == ["工作人员", "工作人员@信息工程系", "研究生"])
    #expect(facts.last?["exemption"] as? String == "没有研究生")
  }

  @Test func `a name that the school added is known`() throws {
    #expect(set("社团数", "12").status == .refused)
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    let builtIn = SharedDocuments.repository.appendingPathComponent("tasks/acceptance-2020.md")
    let text = try String(contentsOf: builtIn, encoding: .utf8)
    try desk.write("台账/tasks/acceptance-2020.md", Array((text + "| 社团数 | 社团个数 |\n").utf8))
    #expect(set("社团个数", "12").status == .fine)
    let names = try #require(
      try desk.json("fact names --json --ledger 台账 --today 2020-09-20")["names"]
        as? [[String: Any]])
    let own = try #require(names.first { $0["name"] as? String == "社团数" })
    #expect(own["recorded"] as? Int == 1)
    #expect(own["indicators"] as? [String] == [])
    let staff = try #require(names.first { $0["name"] as? String == "工作人员" })
    #expect((staff["indicators"] as? [String])?.contains("3-1") == true)
  }

  @Test func `the names are listed for people too`() {
    let outcome = desk.run("fact names --ledger 台账 --today 2020-09-20")
    #expect(outcome.status == .fine)
    #expect(outcome.output.contains("学代会日期"))
    #expect(outcome.output.contains("名称@院系"))
  }

  @Test(.bug(id: "facts", "a union under another name of the directory was counted twice"))
  func `a union has one name, by whatever name its figures come`() throws {
    let desk = try Desk.withPlan()
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/tasks"), withIntermediateDirectories: true)
    try desk.write(
      "台账/tasks/departments.md",
      Array("| 规范名称 | 别名 | 院系 |\n|---|---|---|\n| 机电工程学院 | 机电学院 | 是 |\n".utf8))
    func run(_ line: String) -> Desk.Outcome {
      desk.run(line + " --actor 校团委 --ledger 台账 --today 2020-09-01")
    }
    #expect(run("fact set 工作人员@机电学院 24").status == .fine)
    #expect(run("fact set 工作人员@机电工程学院 26").status == .fine)
    try desk.write("数.csv", Array("院系,工作人员\n机电学院,27\n".utf8))
    #expect(run("fact import 数.csv --confirm").status == .fine)
    let names = desk.run("fact list --ledger 台账 --today 2020-09-01").output
    #expect(names.contains("机电工程学院"), "\(names)")
    #expect(!names.contains("机电学院"), "\(names)")
    // The built-in names still hold beside the school's own row.
    #expect(run("start 1.1 --actor 团委").status != .usage)
  }

  @Test(.bug(id: "facts", "a union whose name was mistyped could never be taken back"))
  func `a union for which a reviewer declared an indicator away is not counted`() throws {
    let desk = try Desk.withPlan()
    func run(_ line: String) -> Desk.Outcome {
      desk.run(line + " --ledger 台账 --today 2020-09-01")
    }
    for name in ["经管系", "经菅系"] {
      _ = run("fact set 工作人员@\(name) 25 --actor 校团委")
      _ = run("fact set 主席团成员@\(name) 3 --actor 校团委")
    }
    _ = run("fact set 院系数 1 --actor 校团委")
    let form = { run("report filing-form").output }
    #expect(form().contains("与登记矛盾"), "\(form())")
    let away = run("indicator exempt 3-5 --unit 经菅系 --reason 院系名误登 --actor 领导小组办公室")
    #expect(away.status == .fine, "\(away.messages)")
    #expect(!form().contains("与登记矛盾"), "\(form())")
    #expect(form().contains("不适用：经菅系（院系名误登）"))
  }

  @Test(
    .bug(id: "facts", "39.5 persons met an indicator without a word"), arguments: ["39.5", "0.5"])
  func `a fraction of a person is asked about`(value: String) throws {
    let desk = try Desk.withPlan()
    let outcome = desk.run(
      ["fact", "set", "工作人员", value, "--actor", "校团委", "--ledger", "台账", "--today", "2020-09-01"])
    #expect(outcome.messages.contains("[fact-fraction-for-count]"), "\(outcome.messages)")
    let whole = desk.run(
      ["fact", "set", "工作人员", "39", "--actor", "校团委", "--ledger", "台账", "--today", "2020-09-01"])
    #expect(!whole.messages.contains("fact-fraction-for-count"))
  }

  @Test(.bug(id: "facts", "half a freshman met an indicator without a word"))
  func `a fraction of people that are added to others is asked about`() throws {
    let desk = try Desk.withPlan()
    for name in ["一年级新生", "研究生", "成绩前三成"] {
      let outcome = desk.run(
        ["fact", "set", name, "2.5", "--actor", "校团委", "--ledger", "台账", "--today", "2020-09-01"])
      #expect(outcome.messages.contains("[fact-fraction-for-count]"), "\(name) \(outcome.messages)")
    }
  }

  @Test(.bug(id: "facts", "a figure of an earlier day seemed to be in force"))
  func `a figure of an earlier day than the one in force is said to be none`() throws {
    let desk = try Desk.withPlan()
    func set(_ value: String, on day: String) -> Desk.Outcome {
      desk.run(
        ["fact", "set", "工作人员", value, "--on", day]
          + ["--actor", "校团委", "--ledger", "台账", "--today", "2020-09-01"])
    }
    #expect(!set("38", on: "2020-08-20").messages.contains("fact-superseded"))
    let earlier = set("36", on: "2020-08-10")
    #expect(earlier.status == .fine)
    #expect(earlier.messages.contains("[fact-superseded]"), "\(earlier.messages)")
    #expect(earlier.messages.contains("台账现用的仍是 2020-08-20 的 38"))
    #expect(!set("37", on: "2020-08-20").messages.contains("fact-superseded"))
  }
}
