import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Figures entered one by one and from files.
struct FactTests {
  let desk: Desk
  private let options = " --actor 校团委 --ledger 台账 --today 2020-09-20"

  init() throws {
    desk = try TourTests.desk()
  }

  private static let unions = """
    | 学院 | 学生会人数 | 主席团人数 | 备注 |
    |---|---|---|---|
    | 机电系 | 25 | 3 | |
    | 外语系 | 28 | 2 | 9月换届 |
    | 艺术系 | 31 | | |
    | 合计 | 84 | 5 | |
    """

  private func row(_ number: String) throws -> String {
    let paper = desk.run("report self-evaluation --ledger 台账 --today 2020-10-10").output
    return String(
      try #require(paper.split(separator: "\n").first { $0.hasPrefix("| \(number) |") }))
  }

  @Test func `department unions are recorded as a whole, each with day and source`() throws {
    try desk.write("院系.md", Array(Self.unions.utf8))
    let before = try desk.ledgerBytes()
    let preview = desk.run("fact import 院系.md --on 2020-09-15 --dry-run" + options)
    #expect(preview.status == .fine, "\(preview.messages)")
    #expect(preview.output.contains("将登记 5 项，与台账相同 0 项，空着没有登记 1 格"))
    #expect(try desk.ledgerBytes() == before)

    let outcome = desk.run("fact import 院系.md --on 2020-09-15" + options)
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.output.contains("已登记 5 项"))
    let facts = try #require(
      try desk.json("fact list --json --ledger 台账 --today 2020-09-20")["facts"]
        as? [[String: Any]])
    let staff = try #require(facts.first { $0["name"] as? String == "工作人员@外语系" })
    #expect(staff["value"] as? String == "28")
    #expect(staff["on"] as? String == "2020-09-15")
    #expect(staff["source"] as? String == "院系.md:4:9")
    #expect(try row("3-5").contains("未达标的院系：艺术系"))

    let again = desk.run("fact import 院系.md --on 2020-09-15" + options)
    #expect(again.output.contains("已登记 0 项，与台账相同 5 项"))
  }

  @Test func `the same figures from a sheet, a table of text and standard input`() throws {
    let csv = "学院,学生会人数,主席团人数\r\n机电系,25,3\r\n外语系,28,2\r\n"
    try desk.write("院系.csv", Array(csv.utf8))
    let fromFile = desk.run("fact import 院系.csv --dry-run" + options)
    #expect(fromFile.output.contains("将登记 4 项"))
    #expect(fromFile.output.contains("院系.csv:2:5"))
    desk.input = Array(csv.utf8)
    let piped = try desk.json("fact import - --dry-run --json" + options)
    #expect(piped["recorded"] as? Int == 4)
    let facts = try #require(piped["facts"] as? [[String: Any]])
    #expect(facts.allSatisfy { $0["source"] is NSNull })
  }

  @Test func `figures of different days keep their own`() throws {
    let text = """
      | 名称 | 数值 | 日期 | 佐证 |
      |---|---|---|---|
      | 工作人员 | 31 | 2020-09-10 | 证-4.1-01 |
      | 代表 | 167 | 2020-08-25 | |
      | 主席团成员 | 5 | | |
      """
    try desk.write("数.md", Array(text.utf8))
    #expect(desk.run("fact import 数.md --on 2020-09-15" + options).status == .fine)
    let facts = try #require(
      try desk.json("fact list --json --ledger 台账 --today 2020-09-20")["facts"]
        as? [[String: Any]])
    let days = Dictionary(
      uniqueKeysWithValues: facts.map { ($0["name"] as? String ?? "", $0["on"] as? String ?? "") })
    #expect(days == ["工作人员": "2020-09-10", "代表": "2020-08-25", "主席团成员": "2020-09-15"])
    #expect(desk.run("fact import 数.md --on 2020-09-15" + options).output.contains("已登记 0 项"))
  }

  @Test func `one unreadable cell leaves everything unrecorded`() throws {
    try desk.write("院系.md", Array(Self.unions.replacing("28", with: "约28").utf8))
    let before = try desk.ledgerBytes()
    let outcome = desk.run("fact import 院系.md" + options)
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("院系.md:4:9: 错误[fact-value-unreadable]"))
    #expect(try desk.ledgerBytes() == before)
    let unknown = "| 名称 | 数值 | 佐证 |\n|---|---|---|\n| 工作人员 | 31 | 证-3.1-09 |\n| 代表 | 5 | |\n"
    try desk.write("数.md", Array(unknown.utf8))
    let refused = desk.run("fact import 数.md" + options)
    #expect(refused.status == .refused)
    #expect(refused.messages.contains("[evidence-unknown]"))
    #expect(try desk.ledgerBytes() == before)
  }

  @Test func `implausible figures are questioned before they are recorded`() throws {
    let text = """
      | 名称 | 数值 |
      |---|---|
      | 工作人员 | 31 |
      | 主席团成员 | 1 |
      | 来自院系 | 31 |
      | 成绩前三成 | 31 |
      | 代表 | 120% |
      """
    try desk.write("数.md", Array(text.utf8))
    let before = try desk.ledgerBytes()
    let asked = desk.run("fact import 数.md" + options)
    #expect(asked.status == .refused)
    for words in ["主席团成员 1", "来自院系 31、工作人员 31", "成绩前三成 31", "120%", "--confirm"] {
      #expect(asked.messages.contains(words), "\(words)")
    }
    #expect(try desk.ledgerBytes() == before)
    #expect(desk.run("fact import 数.md --confirm" + options).status == .fine)
    #expect(try row("3-2").contains("数值请核对"))
  }

  @Test func `a single figure is questioned and held against the one before`() throws {
    #expect(desk.run("fact set 主席团成员 5" + options).messages.isEmpty)
    let again = desk.run("fact set 主席团成员 1" + options)
    #expect(again.status == .fine)
    #expect(again.messages.contains("[fact-doubtful]"))
    #expect(again.output.contains("主席团成员 原为 5（2020-09-20，校团委），现为 1（2020-09-20，校团委）"))
    try desk.write("数.md", Array("| 名称 | 数值 |\n|---|---|\n| 主席团成员 | 4 |\n".utf8))
    let imported = try desk.json("fact import 数.md --json" + options)
    let conflicts = try #require(imported["conflicts"] as? [[String: Any]])
    #expect(conflicts.count == 1)
  }
}

extension FactTests {
  @Test func `the figures of a report are judged, and 基本 keeps the verdict from passing`() throws {
    for (name, value) in [
      ("工作人员", "31"), ("主席团成员", "5"), ("工作部门", "6"), ("来自院系", "21"), ("代表", "167"),
    ] {
      let outcome = desk.run(
        ["fact", "set", name, value] + options.split(separator: " ").map(String.init))
      #expect(outcome.status == .fine && outcome.messages.isEmpty, "\(outcome.messages)")
    }
    #expect(try row("11").contains("| 达标 | 来自院系21人，占67.74% |"))
    #expect(try row("10").contains("| 无法判定 |"))
    #expect(try row("10").contains("缺实有数据：学生总数"))
    #expect(try row("10").contains("代表167人，学生＿＿人，占＿＿"))
    #expect(try row("3-1").contains("| 达标 | 实有31人 |"))
    for line in [
      "start 5.2 --actor 学工部", "attach 5.2 照片.jpg --actor 学工部",
      "submit 5.2 --summary 工作指引基本落实到位。 --actor 学工部",
      "close 5.2 --opinion 同意销号 --actor 领导小组办公室",
    ] {
      let outcome = desk.run(line + " --ledger 台账 --today 2020-09-20")
      #expect(outcome.status == .fine, "\(line): \(outcome.messages)")
    }
    let report = desk.run("report self-evaluation --ledger 台账 --today 2020-10-10").output
    #expect(report.contains("第5.2项的完成情况说明有“基本”等不确定的说法"))
    #expect(report.contains("**尚不能作出自评通过的结论**"))
  }
}
