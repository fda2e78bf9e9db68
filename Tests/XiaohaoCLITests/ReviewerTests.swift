import Testing
import XiaohaoCLI

/// Who may review is a setting of the ledger, and changing it is an entry.
struct ReviewerTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
  }

  @Test func `a reviewer names others, and looking back shows who it was`() throws {
    let outcome = desk.run(
      "reviewer set 校团委 组织部 --reason 分工调整 --actor 领导小组办公室 --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(
      try desk.json("reviewer list --json --ledger 台账 --today 2020-08-02")["reviewers"]
        as? [String] == ["校团委", "组织部"])
    #expect(
      desk.run("审核人 清单 --as-of 2020-07-31 --ledger 台账 --today 2020-08-02").output
        == "领导小组办公室\n")
    #expect(desk.run("history --ledger 台账 --today 2020-08-02").output.contains("分工调整"))
  }

  @Test func `nobody else may change it`() {
    let outcome = desk.run(
      "reviewer set 学工部 --reason 方便 --actor 学工部 --ledger 台账 --today 2020-08-01")
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("[actor-may-not-review]"))
  }

  @Test func `control characters of a name are dropped before it is stored`() throws {
    desk.run([
      "init", "--ledger", "另一本", "--school", "学\u{1B}[31m校", "--reviewer", "校\u{7}团委", "--today",
      "2020-07-20",
    ])
    #expect(
      try desk.json("reviewer list --json --ledger 另一本 --today 2020-08-02")["reviewers"]
        as? [String] == ["校团委"])
  }
}
