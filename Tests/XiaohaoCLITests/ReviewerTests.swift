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

  @Test(.bug(id: "desk", "who left could still strike off, and be made the only reviewer"))
  func `who left reviews no more, and that is said`() throws {
    let desk = try Desk.withPlan()
    func run(_ line: String) -> Desk.Outcome {
      desk.run(line + " --ledger 台账 --today 2020-09-01")
    }
    try desk.write("材料.txt", Array("材料".utf8))
    _ = run("reviewer set 领导小组办公室 周敏 --reason 增加 --actor 领导小组办公室")
    _ = run("member add 周敏 --department 领导小组办公室 --actor 领导小组办公室")
    _ = run("start 1.1 --actor 学工部")
    _ = run("attach 1.1 材料.txt --caption 材料 --actor 学工部")
    _ = run("submit 1.1 --summary 推进计划已经报送。 --actor 学工部")
    let left = run("member retire 周敏 --actor 领导小组办公室")
    #expect(left.status == .fine)
    #expect(left.messages.contains("[member-still-reviewer]"), "\(left.messages)")
    let close = run("close 1.1 --opinion 同意 --actor 周敏")
    #expect(close.status == .refused)
    #expect(close.messages.contains("[actor-unknown]"), "\(close.messages)")
    let alone = run("reviewer set 周敏 --reason 换 --actor 领导小组办公室")
    #expect(alone.status == .refused, "\(alone.messages)")
    #expect(run("close 1.1 --opinion 同意 --actor 领导小组办公室").status == .fine)
  }
}
