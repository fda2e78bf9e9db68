import Testing
import XiaohaoCLI

/// `close` and `return` are bound to what was seen, by the review code.
struct SeenCodeTests {
  private let desk: Desk
  private let at = "--ledger 台账 --today 2020-07-25"

  init() throws {
    desk = try Desk.withPlan()
    try desk.write("材料.txt", Array("材料".utf8))
    for id in ["1.1", "1.2"] {
      desk.run("start \(id) --actor 学工部 \(at)")
      desk.run("attach \(id) 材料.txt --actor 学工部 \(at)")
      desk.run("submit \(id) --summary 已完成 --actor 学工部 \(at)")
    }
  }

  private func code(_ id: String) throws -> String {
    let items = try desk.json("show \(id) --json \(at)")["items"] as? [[String: Any]]
    return try #require(items?.first?["reviewCode"] as? String)
  }

  private func close(_ words: String) -> Desk.Outcome {
    desk.run("close \(words) --opinion 同意 --actor 领导小组办公室 \(at)")
  }

  @Test func `what is shown for review carries its code, and the code closes it`() throws {
    let code = try code("1.1")
    #expect(desk.run("show 1.1 \(at)").output.contains(code))
    #expect(desk.run("list --state 待审核 \(at)").output.contains(code))
    #expect(!desk.run("list \(at)").output.contains("审核码"))
    let outcome = close("1.1 --seen \(code.lowercased())")
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.output.contains("审核码：\(code)"))
  }

  @Test func `without a code the one of the moment is taken and printed`() throws {
    let code = try code("1.1")
    #expect(close("1.1").output.contains("审核码：\(code)"))
  }

  @Test func `a change since it was seen ends with 2 and names the change`() throws {
    let code = try code("1.1")
    try desk.write("补充.txt", Array("补充".utf8))
    desk.run("attach 1.1 补充.txt --actor 学工部 \(at)")
    for outcome in [
      close("1.1 --seen \(code)"),
      desk.run("return 1.1 --reason 缺 --seen \(code) --actor 领导小组办公室 \(at)"),
    ] {
      #expect(outcome.status == .overtaken)
      #expect(outcome.messages.contains("[review-basis-changed]"))
      #expect(outcome.messages.contains("佐证材料"))
    }
    let refused = desk.run("close 1.1 --seen \(code) --opinion 同意 --actor 学工部 \(at)")
    #expect(refused.status == .refused)
    #expect(close("1.1 --seen 0000-0000").messages.contains("[review-code-unknown]"))
    #expect(close("1.1 --seen 0000-0000").status == .refused)
  }

  @Test func `several items take a code each, and close together or not at all`() throws {
    let (first, second) = (try code("1.1"), try code("1.2"))
    #expect(close("1.1 1.2 --seen \(first)").messages.contains("[seen-without-item]"))
    #expect(close("1.1 1.2 --seen 1.1=\(first)").messages.contains("[seen-missing]"))
    #expect(close("1.1 --seen 1.2=\(first)").messages.contains("[seen-for-other]"))
    #expect(close("1.1 --seen 啊").messages.contains("[seen-unreadable]"))
    #expect(
      close("1.1 1.2 --seen 1.1=\(first) --seen 1.2=0000-0000").status == .refused)
    #expect(try code("1.1") == first)
    #expect(close("1.1 1.2 --seen 1.1=\(first) --seen 1.2=\(second)").status == .fine)
  }
}
