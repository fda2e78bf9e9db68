import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// Templates that were changed print within their budget or are refused with places.
struct TemplateFuzzTests {
  @Test func `a changed template prints or is refused`() throws {
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    let builtIn = MadeUpLedgers.templates.builtIn
    let papers: [Paper] = try [
      .monthly(MadeUpLedgers.month("2020-08")), .selfEvaluation, .reform, .filingForm, .ledger,
      .evidenceIndex, .handIn, .board,
    ]
    try Fuzz.run(rounds: 150, "templates") { dice, seed in
      guard let paper = papers.randomElement(using: &dice) else { return }
      var text = builtIn[paper.name] ?? ""
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        text = Fuzz.changed(
          text, at: "{}#/^>\n|",
          words: ["{{> foot}}", "{{{", "{{#items}}", "{{/items}}", "{{=<% %>=}}"],
          &dice)
      }
      do {
        let printed = try render(
          paper, input, templates: TemplateSource(builtIn: builtIn, own: [paper.name: text]))
        #expect(printed.hasSuffix("\n"), "seed \(seed)")
      } catch let error as ReportError {
        #expect(!error.diagnostics.isEmpty, "seed \(seed)")
      }
    }
  }
}
