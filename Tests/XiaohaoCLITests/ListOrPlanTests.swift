import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// A school's plan is not taken for the province's list.
struct ListOrPlanTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func open(_ list: String) -> Desk.Outcome {
    desk.run([
      "init", "--ledger", "台账", "--school", "南岭工程职业学院", "--list", list, "--today", "2020-07-20",
    ])
  }

  @Test(.bug(id: "desk", "a school's own plan was adopted as the province's list"))
  func `a plan is refused, and import is named`() throws {
    let outcome = open(Desk.samplePlan)
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.output.isEmpty)
    for words in ["错误[list-is-plan]", "example-plan.docx", "写了实施部门", "xiaohao import"] {
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
    #expect(try desk.names().isEmpty)
  }

  @Test(.bug(id: "desk", "the province's notice was imported as a school's plan"))
  func `the list is refused as a plan`() throws {
    let list = SharedDocuments.repository.appendingPathComponent("tasks/guangdong-2020.md").path
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-07-20")
    let before = try desk.ledgerBytes()
    let text = try String(contentsOfFile: list, encoding: .utf8)
    let number = try #require(text.firstRange(of: "团粤办发〔2020〕14号"))
    try desk.write("通知.md", Array("\(text[number])\n\n\(text)".utf8))
    for words in [["import", "通知.md"], ["import", "通知.md", "--dry-run"]] {
      let outcome = desk.run(words + ["--ledger", "台账", "--today", "2020-07-20"])
      #expect(outcome.status == .unreadableInput, "\(outcome)")
      #expect(outcome.messages.contains("错误[plan-is-list]"))
      #expect(outcome.messages.contains("--list 通知.md"))
    }
    #expect(try desk.ledgerBytes() == before)
  }

  @Test func `a list kept as data is adopted without a word`() throws {
    let list = SharedDocuments.repository.appendingPathComponent("tasks/guangdong-2020.md").path
    let outcome = open(list)
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(!outcome.messages.contains("list-doubtful"))
  }

  @Test func `a list that names departments and hand-ins is questioned, not refused`() throws {
    let text = """
      # 学生会改革任务列表

      各校团委须在2020年6月10日前，报送推进计划至省学校部。

      | 任务 | 序号 | 改革内容 | 完成时限 | 实施部门 |
      |---|---|---|---|---|
      | 一、明确职能 | 1.1 | 制定推进计划 | 2020年6月 | 校团委 |
      | 二、精简机构 | 2.1 | 压减机构和人数 | 2020年9月 | 校团委 |
      """
    try desk.write("列表.md", Array(text.utf8))
    let outcome = open(desk.path("列表.md"))
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.contains("提醒[list-doubtful]"), "\(outcome.messages)")
  }

  @Test(.bug(id: "16", "a list of matters to supervise was refused although the set was named"))
  func `a list whose set is named is taken for a list, and its marks are told`() throws {
    try desk.write(
      "督查.md",
      Array(
        """
        # 督查事项清单

        | 序号 | 督查事项 | 工作要求 | 牵头部门 | 完成时限 |
        |---|---|---|---|---|
        | 1 | 经费公开 | 按季度公开经费收支 | 财务处 | 2020年9月 |
        | 2 | 阵地建设 | 完成活动室改造 | 总务处 | 2020年10月 |
        """.utf8))
    let refused = open("督查.md")
    #expect(refused.status == .unreadableInput)
    #expect(refused.messages.contains("--set 名称"), "\(refused.messages)")
    let named = desk.run([
      "init", "--ledger", "台账", "--school", "南岭工程职业学院", "--list", "督查.md", "--set", "通用",
      "--today", "2020-07-20",
    ])
    #expect(named.status == .fine, "\(named.messages)")
    #expect(named.messages.contains("[list-doubtful]"))
    #expect(named.output.contains("2 条"))
  }
}
