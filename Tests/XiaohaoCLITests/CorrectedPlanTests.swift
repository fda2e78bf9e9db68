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

  /// A list of the school's own, which is its plan too.
  private func ownList(_ rows: String) throws {
    let text = """
      # 落实评价改革总体方案任务清单

      | 序号 | 改革任务 | 主要内容 | 落实举措 | 责任单位 | 完成时限 |
      |---|---|---|---|---|---|
      \(rows)

      | 截止 | 材料 | 形式 | 报送至 |
      |---|---|---|---|
      | 2020年12月20日 | 工作总结 | 盖章纸质版 | 省教育厅 |
      """
    try desk.write("清单.md", Array(text.utf8))
  }

  @Test(.bug(id: "newcomer", "a row put in gave one item's evidence to another, without a word"))
  func `a row put in says whose work stands under a number that has other words now`() throws {
    let first = "| 1 | 改革学生评价 | 完善综合素质评价 | 修订测评办法 | 学工部 | 2020年12月 |"
    let sports = "| 改革学生评价 | 加强体育、美育、劳动教育评价 | 制定评价标准 | 体育部 | 2020年12月 |"
    let own = " --ledger 评价 --actor 改革办"
    try ownList("\(first)\n| 2 \(sports)")
    desk.run("init --school 滨海大学 --list 清单.md --reviewer 改革办 --today 2020-03-01" + own)
    #expect(desk.run("import 清单.md --today 2020-03-01" + own).status == .fine)
    desk.run("note 1.2 已出台体育评价标准 --actor 体育部 --ledger 评价 --today 2020-03-07")
    try ownList("\(first)\n| 2 | 改革学生评价 | 严格学业标准 | 严把毕业关 | 教务处 | 2020年12月 |\n| 3 \(sports)")
    desk.run("list update 清单.md --reason 更正 --today 2020-04-01" + own)
    let outcome = desk.run("import 清单.md --update --today 2020-04-03" + own)
    let told = "提醒[history-moved]: 1.2 原来是「加强体育、美育、劳动教育评价」，这份方案改为「严格学业标准」，原来的内容现在是 1.3"
    #expect(outcome.messages.contains(told), "\(outcome)")
    let found = desk.run("check history-doubtful --ledger 评价 --today 2020-04-03").output
    #expect(found.contains("1.2 的内容在更正的方案里换过编号"), "\(found)")
    #expect(found.contains("1.3 的内容在更正的方案里换过编号"), "\(found)")
    let confirmed = desk.run(
      "revise 1.2 --confirm-flag history-doubtful --reason 已核对 --today 2020-04-04" + own)
    #expect(confirmed.status == .fine, "\(confirmed)")
    let left = desk.run("check history-doubtful --ledger 评价 --today 2020-04-04").output
    #expect(!left.contains("1.2 的内容") && left.contains("1.3 的内容"), "\(left)")
  }
}
