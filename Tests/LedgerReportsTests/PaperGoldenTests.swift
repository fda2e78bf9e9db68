import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct PaperGoldenTests {
  @Test func `the monthly paper of a busy month reads as agreed`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let text = try render(
      .monthly(MadeUpLedgers.month("2020-08")), input, templates: MadeUpLedgers.templates)
    Golden.expect(text, "reports/monthly-busy.md")
  }

  @Test func `the monthly paper before anything was done reads as agreed`() throws {
    let input = try MadeUpLedgers.input(LedgerScenario(), asOf: "2020-06-10")
    let text = try render(
      .monthly(MadeUpLedgers.month("2020-06")), input, templates: MadeUpLedgers.templates)
    Golden.expect(text, "reports/monthly-fresh.md")
  }

  @Test func `the self-evaluation of an unfinished reform refuses and lists why`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-10-10")
    let text = try render(.selfEvaluation, input, templates: MadeUpLedgers.templates)
    Golden.expect(text, "reports/self-evaluation-open.md")
  }

  @Test func `the self-evaluation of a finished reform reads as agreed`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.finished(), asOf: "2020-10-12")
    let text = try render(.selfEvaluation, input, templates: MadeUpLedgers.templates)
    Golden.expect(text, "reports/self-evaluation-finished.md")
  }

  @Test func `the same input gives the same bytes`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let paper = try Paper.monthly(MadeUpLedgers.month("2020-08"))
    let first = try render(paper, input, templates: MadeUpLedgers.templates)
    let second = try render(paper, input, templates: MadeUpLedgers.templates)
    #expect(first == second)
  }

  @Test(arguments: [
    Paper.reform, .filingForm, .ledger, .evidenceIndex, .handIn, .department("学工部"),
  ])
  func `the other papers read as agreed`(paper: Paper) throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let text = try render(paper, input, templates: MadeUpLedgers.templates)
    Golden.expect(text, "reports/\(paper.name).md")
  }

  @Test func `a department nobody names is refused with the nearest`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    #expect(throws: ReportError.departmentUnknown("学工处", nearest: ["学工部"])) {
      try render(.department("学工处"), input, templates: MadeUpLedgers.templates)
    }
  }

  static let everyPaper: [Paper] =
    [
      .selfEvaluation, .reform, .filingForm, .ledger, .evidenceIndex, .department("学工部"), .handIn,
      .board,
    ]
    + [CivilMonth("2020-08")].compactMap { $0 }.map { .monthly($0) }

  @Test(arguments: everyPaper)
  func `every key has a meaning and stands once`(paper: Paper) throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let keys = try keys(of: paper, input)
    #expect(keys.filter { $0.meaning.isEmpty }.map(\.key) == [])
    #expect(Set(keys.map(\.key)).count == keys.count)
    #expect(keys.contains { $0.key == "asOf" && $0.sample == "2020年8月31日" })
  }

  @Test func `the wall chart reads as agreed`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    Golden.expect(
      try render(.board, input, templates: MadeUpLedgers.templates), "reports/board.html")
  }

  @Test func `the wall chart needs nothing from outside and escapes what people typed`() throws {
    let scenario = try LedgerScenario(school: "<script>alert(1)</script>&学院", items: [])
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-08-31")
    let text = try render(.board, input, templates: MadeUpLedgers.templates)
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;"))
    #expect(
      !text.contains("http:") && !text.contains("https:") && !text.contains("url(")
        && !text.contains("@import"))
  }
}
