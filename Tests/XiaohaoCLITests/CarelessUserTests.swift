import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Slips of the pen and short cuts lose nothing and change nothing unseen.
struct CarelessUserTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    let plan = SharedDocuments.repository.appendingPathComponent("tasks/example-plan.docx").path
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", plan, "--ledger", "台账", "--today", "2020-07-20"])
  }

  @Test(arguments: [
    "report reform --output 台账/ledger.sqlite", "export --events --output 台账/ledger.sqlite",
    "export --csv --output 台账/evidence/甲.csv", "export --xlsx --output 台账/ledger.sqlite",
    "report ledger --output 台账/evidence/ab/甲.md", "rollup 台账 --output 台账/ledger.sqlite-journal",
  ])
  func `an output never takes the place of records`(_ line: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path("台账/ledger.sqlite")))
    let ledger = line.hasPrefix("rollup") ? "" : " --ledger 台账"
    let format = line.hasPrefix("report") || line.hasPrefix("rollup") ? " --format md" : ""
    let outcome = desk.run(line + ledger + format + " --today 2020-08-01")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("output-is-ledger"))
    let after = try Data(contentsOf: URL(fileURLWithPath: desk.path("台账/ledger.sqlite")))
    #expect(after == before)
    #expect(desk.run("verify --ledger 台账").status == .fine)
  }

  @Test(arguments: [
    "report reform --output 报告.doc --ledger 台账", "report reform --output 报告.xlsx --ledger 台账",
    "rollup 台账 --output 汇总.pdf",
  ])
  func `an extension that cannot be made is refused`(_ line: String) throws {
    let outcome = desk.run(line + " --today 2020-08-01")
    #expect(outcome.status == .usage)
    #expect(outcome.messages.contains("output-form-unknown"))
    #expect(try desk.names() == ["台账"])
  }

  @Test func `the rollup's form follows the name of its file`() throws {
    #expect(desk.run("rollup 台账 --output 汇总.xlsx --today 2020-08-01").status == .fine)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path("汇总.xlsx")))
    #expect(bytes.starts(with: Array("PK".utf8)))
  }

  @Test(arguments: ["start 99.* --actor 学工部", "start 1.1 8.3-8.9 --actor 学工部", "show 99.*"])
  func `names that no item answers are refused, and nothing is written`(_ line: String) throws {
    let outcome = desk.run(line + " --ledger 台账 --today 2020-07-21")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("items-not-found"))
    #expect(desk.run("history 1.1 --ledger 台账").output.contains("认领") == false)
  }

  @Test func `a deadline that cannot be read is refused`() {
    let due = desk.run("list --overdue --ledger 台账 --today 2020-12-01").output
    let outcome = desk.run(
      "revise 2.1 --deadline 2020年13月 --reason 推迟 --actor 学工部 --ledger 台账 --today 2020-12-01")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("错误[deadline-not-readable]"))
    #expect(desk.run("list --overdue --ledger 台账 --today 2020-12-01").output == due)
  }

  @Test(arguments: [("学工部", true), ("领导小组办公室", false)])
  func `a later day is a reviewer's to give, and an earlier one anybody's`(
    actor: String, isRefused: Bool
  ) {
    let outcome = desk.run(
      "revise 2.1 --deadline 2020年10月15日 --reason 更正 --actor \(actor) --ledger 台账"
        + " --today 2020-12-01")
    #expect(outcome.status == (isRefused ? .refused : .fine))
    #expect(outcome.messages.contains("错误[revision-defers]") == isRefused)
    let earlier = desk.run(
      "revise 3.1 --deadline 2020年5月 --reason 更正 --actor \(actor) --ledger 台账"
        + " --today 2020-12-01")
    #expect(earlier.status == .fine)
  }

  @Test(arguments: ["2020-8-1", "2020年8月1日", "2020/8/1"])
  func `a day may be written out`(_ day: String) {
    #expect(
      desk.run("list --ledger 台账 --today \(day)")
        == desk.run("list --ledger 台账 --today 2020-08-01"))
  }

  @Test(arguments: ["2020-8", "2020年8月"])
  func `a month may be written out`(_ month: String) {
    let outcome = desk.run("report monthly \(month) --ledger 台账 --today 2020-08-31")
    #expect(outcome.status == .fine)
    #expect(outcome == desk.run("report monthly 2020-08 --ledger 台账 --today 2020-08-31"))
  }

  @Test func `an anchor may be copied with the words before it`() throws {
    let head = try #require(try desk.json("verify --ledger 台账 --json")["head"] as? String)
    #expect(desk.run(["verify", "--ledger", "台账", "--anchor", "台账校验码：\(head)"]).status == .fine)
    let none = desk.run(["verify", "--ledger", "台账", "--anchor", "垃圾"])
    #expect(none.status == .usage)
    #expect(none.messages.contains("anchor-unreadable"))
  }

  @Test(arguments: [
    ("我 的台账", "--ledger '我 的台账'"), ("甲'乙", #"--ledger '甲'\''乙'"#), ("台账-2", "--ledger 台账-2"),
    ("$HOME", "--ledger '$HOME'"),
  ])
  func `a suggested command can be pasted`(folder: String, words: String) {
    let outcome = desk.run([
      "init", "--ledger", folder, "--school", "南岭工程职业学院", "--today", "2020-07-20",
    ])
    #expect(outcome.output.contains("xiaohao import 方案.docx \(words)\n"), "\(outcome)")
  }
}
