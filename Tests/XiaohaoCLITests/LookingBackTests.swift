import Foundation
import Testing
import XiaohaoCLI

/// Every command that reads looks back to any day.
struct LookingBackTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    desk.run(["import", Desk.samplePlan, "--ledger", "台账", "--today", "2020-07-20"])
    desk.run("start 1.1 --actor 学工部 --ledger 台账 --today 2020-07-21")
  }

  @Test(arguments: [
    "list", "show 1.1", "history 1.1", "report ledger", "export --csv", "export --ics", "check",
    "fact list", "gap list", "reviewer list",
  ])
  func `what came later does not show`(_ line: String) throws {
    let day = " --as-of 2020-07-22 --ledger 台账 --today 2020-09-01"
    let before = desk.run(line + day).output
    desk.run("note 1.1 后来的事 --actor 学工部 --ledger 台账 --today 2020-08-20")
    desk.run("start 1.2 --actor 学工部 --ledger 台账 --today 2020-08-20")
    desk.run(
      "revise 1.1 --deadline 2020年12月 --reason 更正 --actor 校团委 --ledger 台账 --today 2020-08-21")
    desk.run("gap raise 缺签到表 --owner 学工部 --actor 校团委 --ledger 台账 --today 2020-08-22")
    desk.run("fact set 工作人员 31 --actor 校团委 --ledger 台账 --today 2020-08-22")
    desk.run("reviewer set 校团委 --reason 调整 --actor 领导小组办公室 --ledger 台账 --today 2020-08-22")
    // Papers carry the head of the log at their foot, which moves on.
    func text(_ output: String) -> [Substring] {
      output.split(separator: "\n").filter { !$0.contains("校验码") && !$0.contains("台账末端") }
    }
    #expect(text(desk.run(line + day).output) == text(before))
  }

  @Test func `the log is exported as a whole`() {
    let outcome = desk.run("export --events --as-of 2020-07-22 --ledger 台账")
    #expect(outcome.status == .usage)
  }

  @Test func `a ledger that cannot be read back leaves no folder`() throws {
    desk.run("export --events --output 记录.jsonl --ledger 台账")
    let forged = try desk.text("记录.jsonl").replacingOccurrences(of: "学工部", with: "别的部")
    try desk.write("假.jsonl", Array(forged.utf8))
    let before = try desk.names()
    #expect(desk.run("init --from 假.jsonl --ledger 新").status != .fine)
    #expect(try desk.names() == before)
  }
}
