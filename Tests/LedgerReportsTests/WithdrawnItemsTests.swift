import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// What a superior document withdrew stays in every count, and is told as what it is.
struct WithdrawnItemsTests {
  private static let basis = "示团发〔2020〕8号"

  private static func scenario(withdrawing ids: [String], items: [Item] = Item.madeUp) throws
    -> LedgerScenario
  {
    var scenario = try LedgerScenario(items: items)
    for id in ids {
      try scenario.run(
        .withdraw(.item(id), basis: basis), by: scenario.reviewer, on: "2020-06-20")
    }
    return scenario
  }

  private static func text(_ paper: Paper, _ input: ReportInput) throws -> String {
    try render(paper, input, templates: MadeUpLedgers.templates)
  }

  @Test func `the chart shows them in grey, and its legend adds up to the total`() throws {
    let input = try MadeUpLedgers.input(Self.scenario(withdrawing: ["7.4"]), asOf: "2020-06-30")
    let board = Board(input)
    #expect(board.segments.map(\.count).reduce(0, +) == board.counts.total)
    #expect(board.lines.count == 27)
    let last = try #require(board.segments.last)
    #expect(last.light == .grey && last.isWithdrawn && last.count == 1)
    let page = try Self.text(.board, input)
    #expect(page.contains("<li class=\"grey\"><small>7.4 已撤销</small>"), "\(page)")
    #expect(page.contains("<span class=\"grey\">灰</span> 已撤销 1项"), "\(page)")
  }

  @Test func `a department whose only items were withdrawn has them among those done`() throws {
    let scenario = try Self.scenario(withdrawing: ["1.4", "9.1", "9.2"])
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-06-30")
    let report = try DepartmentReport(of: "党政办", input)
    #expect(report.done.map(\.id.description) == ["1.4", "9.1", "9.2"])
    #expect(report.open.isEmpty)
    #expect(try Self.text(.department("党政办"), input).contains("（已撤销）"))
    #expect(try MissingReport(of: "党政办", input).items.isEmpty)
  }

  @Test func `a task whose items were all withdrawn is settled and says why it is empty`() throws {
    let input = try MadeUpLedgers.input(
      Self.scenario(withdrawing: ["8.1", "8.2"]), asOf: "2020-06-30")
    let section = try #require(SelfEvaluation(input).sections.first { $0.task == 8 })
    #expect(section.isSettled)
    let evaluation = try Self.text(.selfEvaluation, input)
    #expect(evaluation.contains("实施方案中本项任务的条目（第8.1、8.2项）已依据上级文件撤销。"), "\(evaluation)")
    #expect(!evaluation.contains("没有列入本项任务"))
  }

  @Test func `a task with an unanswered clause is not done, and the clause is a problem`() throws {
    let items = Item.madeUp.filter { $0.id.description != "8.2" }
    var scenario = try LedgerScenario(items: items)
    try scenario.close(.item("8.1"), "评议办法已印发", on: "2020-06-20")
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-06-30")
    let report = SelfEvaluation(input)
    let section = try #require(report.sections.first { $0.task == 8 })
    #expect(!section.isSettled)
    let evaluation = try Self.text(.selfEvaluation, input)
    #expect(evaluation.contains("十项任务中尚无一项全部办妥"), "\(evaluation)")
    #expect(evaluation.contains("任务列表第8.2条在实施方案中还没有对应的条目。"), "\(evaluation)")
    #expect(evaluation.contains("对任务列表第8.2条，明确由哪个部门承担，列为条目推进。"), "\(evaluation)")
    #expect(try Self.text(.reform, input).contains("对任务列表第8.2条"))
  }

  @Test func `the problems stand when nothing but clauses is open`() throws {
    let items = Item.madeUp.filter { $0.id.description == "8.1" }
    var scenario = try LedgerScenario(items: items)
    try scenario.close(.item("8.1"), "评议办法已印发", on: "2020-06-20")
    let evaluation = try Self.text(
      .selfEvaluation, MadeUpLedgers.input(scenario, asOf: "2020-06-30"))
    #expect(evaluation.contains("## 三、存在问题和下一步工作"), "\(evaluation)")
  }
}
