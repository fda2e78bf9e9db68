import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// Prose rests on what was reviewed: what waits for a review is neither cited nor named as a result.
struct CitedEvidenceTests {
  private static let statement =
    "推进计划经校团委会议研究后报送上级，时间、责任和步骤逐条写明，并在全校团学工作会议上作了部署和说明；"
    + "各系团总支按计划定了本系的步骤，明确了专人负责，每周向校团委报告一次进度，校团委逐系核对并公布结果"

  private func report(_ scenario: LedgerScenario) throws -> String {
    try render(
      .selfEvaluation, MadeUpLedgers.input(scenario, asOf: "2020-06-30"),
      templates: MadeUpLedgers.templates)
  }

  @Test func `evidence of what waits for its review is not cited`() throws {
    var scenario = try LedgerScenario()
    try scenario.close(.item("1.1"), Self.statement, on: "2020-06-20")
    try scenario.submit(.item("1.2"), "动员会已召开", on: "2020-06-21")
    let text = try report(scenario)
    #expect(text.contains("（佐证1.1-01）。"), "\(text.prefix(1500))")
    #expect(!text.contains("佐证1.1-01、1.2-01") && !text.contains("1.1-01至1.2-01"))
  }

  @Test func `a closure that must be reviewed again is no account`() throws {
    var scenario = try LedgerScenario()
    try scenario.close(.item("1.1"), Self.statement, on: "2020-06-20")
    try scenario.attach(.item("1.1"), "补充材料", by: "校团委", on: "2020-06-22")
    let text = try report(scenario)
    #expect(text.contains("须重新审核（申报的完成情况：推进计划"), "\(text.prefix(1500))")
    #expect(!text.contains("（佐证1.1-01"))
  }

  @Test func `next steps speak of the work and not of entries`() throws {
    let text = try render(
      .selfEvaluation, MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-10-10"),
      templates: MadeUpLedgers.templates)
    #expect(text.contains("对第2.3项，持续抓好落实，每月检查进展。"), "\(text)")
    for word in ["补记", "留痕", "认领", "由办公室审核"] { #expect(!text.contains(word), "\(word)") }
  }

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
