import Foundation
import Testing
import XiaohaoCLI

/// Remedies are what helps where they are said.
struct FollowedRemedyTests {
  private let desk: Desk
  private let office = "领导小组办公室"

  init() throws {
    desk = try Desk.withPlan()
    for name in ["甲.pdf", "乙.pdf"] { try desk.write(name, Array(name.utf8)) }
  }

  @discardableResult
  private func run(_ line: String, by actor: String = "学工部", on day: String = "2020-07-22")
    -> Desk.Outcome
  {
    desk.run(line + " --actor \(actor) --ledger 台账 --today \(day)")
  }

  private func look(_ line: String, on day: String = "2020-07-22") -> Desk.Outcome {
    desk.run(line + " --ledger 台账 --today \(day)")
  }

  private func close(_ id: String, summary: String = "已印发。") -> Desk.Outcome {
    run("start \(id)")
    run("attach \(id) 甲.pdf")
    run("submit \(id) --summary \(summary)")
    return run("close \(id) --opinion 同意", by: office)
  }

  @Test(.bug(id: "remedies", "a revision that names nothing is refused"))
  func `a fault in the words of an item is mended by naming what it is in`() {
    run("revise 1.1 --content 制定\"实施方案\"。 --reason 抄录", by: office)
    let messages = look("report ledger").messages
    #expect(
      messages.contains("xiaohao revise 1.1 --content \"内容\" --reason \"改正文字\""), "\(messages)")
    #expect(!messages.contains("xiaohao revise 1.1 --reason"))
    run("revise 1.1 --measure 制定\"实施方案\"。 --reason 抄录", by: office)
    let after = look("report ledger").messages
    #expect(after.contains("xiaohao revise 1.1 --measure \"措施\" --reason"), "\(after)")
    #expect(after.contains("逐条写全"))
  }

  @Test(.bug(id: "remedies", "the closure stands: no new application is taken"))
  func `a hedge in what is closed is mended by reopening`() {
    let closed = close("1.2", summary: "基本完成。")
    #expect(closed.messages.contains("statement-hedges"))
    #expect(closed.messages.contains("先运行 xiaohao reopen 1.2"), "\(closed.messages)")
    run("start 1.3")
    run("attach 1.3 乙.pdf")
    let submitted = run("submit 1.3 --summary 基本完成。")
    #expect(submitted.messages.contains("本人撤回这次申请"), "\(submitted.messages)")
  }

  @Test(.bug(id: "remedies", "without evidence no review is possible"))
  func `a closure without evidence asks for evidence first`() {
    #expect(close("1.2").status == .fine)
    let void = run("void 证-1.2-01 --reason 传错")
    #expect(void.messages.contains("先补佐证：xiaohao attach 1.2"), "\(void.messages)")
    let again = run("attach 1.2 乙.pdf")
    #expect(again.messages.contains("重新审核：xiaohao close 1.2"), "\(again.messages)")
  }

  @Test(.bug(id: "remedies", "submit is refused before start"))
  func `after evidence comes what the state allows`() {
    #expect(run("attach 1.2 甲.pdf").output.contains("下一步：先认领：xiaohao start 1.2"))
    run("start 1.2")
    #expect(run("attach 1.2 乙.pdf").output.contains("下一步：xiaohao submit 1.2"))
  }

  @Test(.bug(id: "remedies", "a closing that others followed is mended by reopening, not revised"))
  func `a closing is reopened and not taken back`() throws {
    #expect(close("1.2").status == .fine)
    let history = try #require(
      desk.json("history 1.2 --json --ledger 台账 --today 2020-07-22")["entries"]
        as? [[String: Any]])
    let last = try #require(history.last?["sequence"] as? Int)
    run("note 1.2 已归档")
    let undone = run("undo \(last) --reason 记错", by: office)
    #expect(undone.messages.contains("发现问题时重启：xiaohao reopen 1.2"), "\(undone.messages)")
    #expect(!undone.messages.contains("revise"))
  }

  @Test(.bug(id: "remedies", "in a new round the same file was told to name a measure"))
  func `the same file in a new round is said to stand still`() {
    #expect(close("1.2").status == .fine)
    run("reopen 1.2 --finding 执行不严 --basis 回头看", by: office)
    let again = run("attach 1.2 甲.pdf")
    #expect(again.messages.contains("是第 1 轮交的，仍然有效"), "\(again.messages)")
    #expect(!again.messages.contains("--measure"))
  }

  @Test(.bug(id: "remedies", "a sealed month was said to change with a later day"))
  func `a sealed month says nothing of later entries`() {
    run("meeting open 2020-07", by: office, on: "2020-08-03")
    #expect(run("meeting close 2020-07", by: office, on: "2020-08-03").status == .fine)
    let printed = look("report monthly 2020-07", on: "2020-08-10")
    #expect(printed.status == .fine)
    #expect(!printed.messages.contains("不写"), "\(printed.messages)")
  }

  @Test(.bug(id: "remedies", "with --ledger given, a pasted command found no ledger"))
  func `what is printed names the ledger that was named`() throws {
    let refused = desk.run("show 一 --ledger=台账").messages
    #expect(refused.contains("xiaohao list --ledger 台账\n"), "\(refused)")
    let started = run("start 1.2").output
    #expect(
      started.contains("xiaohao attach 1.2 文件 --caption 名称 --actor 学工部 --ledger 台账\n"), "\(started)"
    )
    #expect(look("list").output.contains("xiaohao show 条目号 --ledger 台账\n"))
    let findings = try #require(
      desk.json("check --json --ledger 台账 --today 2020-07-22")["findings"] as? [[String: Any]])
    let revisions = findings.compactMap { $0["suggestion"] as? String }
      .filter { $0.contains("xiaohao revise ") }
    #expect(!revisions.isEmpty)
    #expect(revisions.allSatisfy { $0.contains(" --ledger 台账") }, "\(revisions)")
  }

  @Test func `what is printed names no ledger that was found from the current folder`() throws {
    let inside = try Desk()
    inside.run("init --school 南岭工程职业学院 --today 2020-07-20")
    let outcome = inside.run("show 一 --today 2020-07-20")
    #expect(outcome.messages.contains("xiaohao list\n"), "\(outcome.messages)")
    #expect(inside.run("list --today 2020-07-20").output.contains("xiaohao show 条目号\n"))
  }

  @Test(.bug(id: "remedies", "a request was told of --superior, which it does not have"))
  func `who asks for more time is told where the superior document is named`() {
    let asked = run("extend request 5.1 --until 2020-10-31 --reason 换届").messages
    #expect(
      asked.contains("xiaohao extend grant 5.1 --basis \"依据\" --superior 文号 --actor 审核人"),
      "\(asked)")
    let refused = run("extend grant 5.1 --basis 例会", by: office).messages
    #expect(refused.contains("[superior-missing]"))
    #expect(refused.contains("没有的先答复：xiaohao extend refuse 5.1"), "\(refused)")
    #expect(run("extend refuse 5.1 --reason 太晚", by: office).status == .fine)
    #expect(run("extend request 5.1 --until 2020-10-15 --reason 换届").status == .fine)
    #expect(run("extend grant 5.1 --basis 例会", by: office).status == .fine)
  }

  @Test(.bug(id: "remedies", "to seal a month to come its meeting was to be opened first"))
  func `a month to come is the only thing said of it`() {
    let outcome = run("meeting close 2020-11", by: office)
    #expect(outcome.status == .refused)
    #expect(outcome.messages.contains("[month-in-future]"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("meeting open"), "\(outcome.messages)")
    #expect(!outcome.messages.contains("[month-not-over]"), "\(outcome.messages)")
  }

  @Test(.bug(id: "remedies", "an empty container was named by its place"))
  func `a container that cannot be read has its own name`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
    try desk.write("来件/空.zip", [])
    let outcome = desk.run("collect 来件 --into 收件 --today 2020-09-01")
    #expect(outcome.messages.contains("空.zip"))
    #expect(!outcome.messages.contains("0.zip"), "\(outcome.messages)")
  }

  @Test(.bug(id: "remedies", "a collection before its first receipt was said to be empty"))
  func `a day before anything was received is said`() throws {
    try FileManager.default.createDirectory(
      atPath: desk.path("来件"), withIntermediateDirectories: true)
    #expect(look("backup 来件/甲.zip", on: "2020-09-01").status == .fine)
    #expect(desk.run("collect 来件 --into 收件 --today 2020-09-01").status == .fine)
    let outcome = desk.run("rollup 收件 --as-of 2020-08-01 --today 2020-09-02")
    #expect(outcome.messages.contains("截至 2020-08-01 还没有收到"), "\(outcome.messages)")
  }
}
