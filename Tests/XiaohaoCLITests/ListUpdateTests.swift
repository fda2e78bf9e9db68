import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// `list update`: a corrected list, shown clause by clause and adopted with a reason.
struct ListUpdateTests {
  let desk: Desk

  init() throws {
    desk = try TourTests.desk()
    let list = SharedDocuments.repository.appendingPathComponent("tasks/guangdong-2020.md")
    let text = try String(contentsOf: list, encoding: .utf8)
    try desk.write("更正.md", Array(text.replacing("2020年6月", with: "2020年7月").utf8))
    try desk.write("原文.md", Array(text.utf8))
  }

  private func update(_ file: String, _ more: String = "", actor: String = "领导小组办公室")
    -> Desk.Outcome
  {
    desk.run(
      "list update \(file) \(more) --actor \(actor) --ledger 台账 --today 2020-08-01")
  }

  @Test func `it says what changed and touches only the items concerned`() {
    let before = desk.run("check --json --ledger 台账 --today 2020-08-01").output
    let preview = update("更正.md", "--dry-run")
    #expect(preview.status == .fine)
    #expect(preview.output.contains("时限：2020年6月 → 2020年7月"))
    let after = desk.run("check --json --ledger 台账 --today 2020-08-01").output
    #expect(after.utf8.count == before.utf8.count)
    let outcome = update("更正.md", "--reason 省更正通知")
    #expect(outcome.status == .fine)
    #expect(outcome.output.contains("待确认的条目：1.1、1.2、3.1、7.1、8.1"))
    let found = desk.run("check clause-changed --ledger 台账 --today 2020-08-01").output
    let count = found.components(separatedBy: "提醒[clause-changed]").count - 1
    #expect(count == 5)
    let history = desk.run("history --ledger 台账 --today 2020-08-01").output
    #expect(history.contains("更正任务列表"))
    #expect(update("更正.md", "--reason 再来一次").output.contains("与现行任务列表一致，没有写入"))
  }

  @Test func `it wants a reason and a reviewer`() {
    #expect(update("更正.md").status == .usage)
    let outcome = update("更正.md", "--reason 更正", actor: "学工部")
    #expect(outcome.status == .refused)
    #expect(update("原文.md", "--reason 核对").output.contains("没有写入"))
  }
}
