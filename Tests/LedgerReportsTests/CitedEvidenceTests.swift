import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// The evidence that a paragraph cites is that of what it tells.
struct CitedEvidenceTests {
  @Test(.bug(id: "newcomer", "the citation of what was done took the evidence of what was not"))
  func `evidence of what is not told is not cited`() throws {
    var scenario = try LedgerScenario()
    let done = String(repeating: "章程修订稿经学生代表大会审议通过并报学校党委批准后印发，", count: 6) + "已经施行。"
    try scenario.close(.item("1.1"), done, on: "2020-06-20")
    try scenario.run(.start(.item("1.2")), by: "学工部", on: "2020-06-20")
    try scenario.attach(.item("1.2"), "初稿", on: "2020-06-21")
    let paper = try render(
      .selfEvaluation, MadeUpLedgers.input(scenario, asOf: "2020-06-30"),
      templates: MadeUpLedgers.templates)
    #expect(paper.contains("已经施行（佐证1.1-01）。"), "\(paper)")
  }
}
