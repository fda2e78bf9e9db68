import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Importing a corrected plan.
struct CorrectedPlanTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    desk.run("init --ledger 台账 --school 南岭工程职业学院 --today 2020-06-10")
  }

  /// A plan of two items, issued on a day.
  private func plan(issued day: String, departments: String) throws {
    let text = """
      南岭工程职业学院学生会深化改革实施方案

      \(day)

      | 条款 | 任务 | 改革内容 | 落实措施 | 完成时限 | 实施部门 |
      |---|---|---|---|---|---|
      | 3.1 | 坚持精简原则 | 优化两级学生会机构和规模 | 出工作指引 | 2020年8月 | \(departments) |
      | 3.2 | 坚持精简原则 | 原有部门撤并、人员分流 | 制定名单 | 2020年10月 | 校团委 |
      """
    try desk.write("方案.md", Array(text.utf8))
  }

  @discardableResult
  private func run(_ line: String) -> Desk.Outcome { desk.run(line + " --ledger 台账") }

  private func departments(_ day: String) throws -> [String] {
    let json = try desk.json("show 3.1 --json --ledger 台账 --as-of \(day) --today 2020-09-01")
    let item = try #require((json["items"] as? [[String: Any]])?.first)
    return (item["departments"] as? [String: Any])?["lead"] as? [String] ?? []
  }

  @Test(.bug(id: "desk", "a corrected copy changed what looking back to earlier months shows"))
  func `a corrected copy counts from the day it is imported`() throws {
    try plan(issued: "2020年6月8日", departments: "校团委")
    #expect(run("import 方案.md --today 2020-06-10").status == .fine)
    try plan(issued: "2020年6月8日", departments: "学工部")
    #expect(run("import 方案.md --update --today 2020-08-01").status == .fine)
    #expect(try departments("2020-06-30") == ["校团委"])
    #expect(try departments("2020-08-01") == ["学工部"])
  }

  @Test func `a plan issued later counts from its day of issue`() throws {
    try plan(issued: "2020年6月8日", departments: "校团委")
    #expect(run("import 方案.md --today 2020-06-10").status == .fine)
    try plan(issued: "2020年7月20日", departments: "学工部")
    #expect(run("import 方案.md --update --today 2020-08-01").status == .fine)
    #expect(try departments("2020-07-19") == ["校团委"])
    #expect(try departments("2020-07-31") == ["学工部"])
  }

  @Test func `a corrected plan that postpones is said before and after, and papers list it`() throws
  {
    try plan(issued: "2020年6月8日", departments: "校团委")
    #expect(run("import 方案.md --today 2020-06-10").status == .fine)
    let moved = try desk.text("方案.md").replacing("2020年8月", with: "2020年9月")
    try desk.write("方案.md", Array(moved.utf8))
    let told = "提醒[deadline-postponed]: 3.1 的时限是 2020-08-31，这份方案推迟到 2020-09-30"
    let preview = run("import 方案.md --dry-run --update --today 2020-08-05")
    #expect(preview.messages.contains(told), "\(preview.messages)")
    #expect(!preview.messages.contains("3.2 的时限"))
    let taken = run("import 方案.md --update --actor 校团委 --today 2020-08-05")
    #expect(taken.status == .fine && taken.messages.contains(told), "\(taken.messages)")
    let paper = run("report monthly 2020-08 --today 2020-08-31").output
    #expect(paper.contains("延期3.1") && paper.contains("按重新导入的方案"), "\(paper)")
  }

  @Test func `what was corrected is kept, and the import says so`() throws {
    try plan(issued: "2020年6月8日", departments: "校团委")
    run("import 方案.md --today 2020-06-10")
    run("revise 3.1 --deadline 2020年6月 --reason 与省一致 --actor 校团委 --today 2020-06-12")
    try plan(issued: "2020年6月8日", departments: "学工部")
    let outcome = run("import 方案.md --update --today 2020-06-20")
    #expect(outcome.output.contains("  保留 3.1 的更正：完成时限"), "\(outcome.output)")
    #expect(run("show 3.1 --today 2020-06-20").output.contains("2020年6月（到期日 2020-06-30）"))
  }
}
