import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// Rows are printed by their forms where a section stands on lines of its own; a setting at the
/// head of a template has Mustache print each row by itself, as a second opinion.
struct RowFormsTests {
  private static let setting = "{{% CONTENT_TYPE:TEXT}}\n"

  private func printed(_ template: String, _ scenario: LedgerScenario? = nil) throws -> String {
    let input = try MadeUpLedgers.input(scenario ?? MadeUpLedgers.august(), asOf: "2020-08-31")
    let own = TemplateSource(
      builtIn: MadeUpLedgers.templates.builtIn, own: ["monthly": template])
    return try render(.monthly(MadeUpLedgers.month("2020-08")), input, templates: own)
  }

  /// The faults of a template, each as its place and what is wrong.
  private func faults(_ template: String) -> [TemplateFault] {
    do {
      _ = try printed(template)
      return []
    } catch ReportError.templateFaulty(let faults) {
      return faults
    } catch {
      return []
    }
  }

  @Test(arguments: [
    Paper.selfEvaluation, .reform, .filingForm, .ledger, .evidenceIndex, .department("学工部"),
    .handIn,
  ])
  func `a paper is the same when each row is printed by itself`(paper: Paper) throws {
    try compare(paper)
  }

  /// Prints a paper both ways.
  private func compare(_ paper: Paper) throws {
    let builtIn = MadeUpLedgers.templates.builtIn
    for scenario in [try MadeUpLedgers.august(), try MadeUpLedgers.finished()] {
      let input = try MadeUpLedgers.input(scenario, asOf: "2020-10-12")
      let papers = try [builtIn, builtIn.mapValues { Self.setting + $0 }].map {
        try render(paper, input, templates: TemplateSource(builtIn: $0))
      }
      #expect(papers[0] == papers[1])
    }
  }

  @Test(arguments: ["2020-06", "2020-07", "2020-08", "2020-10"])
  func `a month is the same when each row is printed by itself`(month: String) throws {
    try compare(.monthly(MadeUpLedgers.month(month)))
  }

  @Test(arguments: [
    // Values, flags, unknown and empty ones, keys of the paper within a row.
    "{{#closed}}\n{{id}} {{title}}{{#lateDays}} 晚{{lateDays}}{{/lateDays}} {{month}}\n{{/closed}}\n",
    "{{#undated}}\n{{id}}{{#isDone}}成{{/isDone}}{{^isDone}}未{{/isDone}}{{^remark}}无{{/remark}}\n{{/undated}}\n",
    // The same key twice, once asked and once printed, and a section within a section.
    "{{#overdue}}\n{{#reason}}\n{{id}}：{{reason}}{{#missing}}；{{missing}}{{/missing}}\n{{/reason}}\n{{/overdue}}\n",
    // Rows within rows, whose keys reach out to the row around them.
    "{{#closed}}\n{{id}}\n{{#evidence}}\n- {{number}} {{title}} {{taskTitle}} {{month}}\n{{/evidence}}\n{{/closed}}\n",
    "{{#closed}}\n{{id}}{{#evidence}}〔{{number}}〕{{/evidence}}\n{{/closed}}\n",
    // Another template within a row, rows that ask for nothing, and no rows at all.
    "{{#closed}}\n{{id}}\n{{> foot}}\n{{/closed}}\n",
    "{{#closed}}\n甲\n{{/closed}}\n",
    "{{#closed}}\n{{/closed}}\n乙\n",
    "{{#supplements}}\n{{what}}\n{{/supplements}}\n{{^supplements}}\n无\n{{/supplements}}\n",
    "{{#closed}}\n{{id}}\n{{/closed}}\n{{^closed}}\n无\n{{/closed}}\n",
    // A section that stands both on lines of its own and within one.
    "{{#closed}}\n{{id}}\n{{/closed}}\n{{#closed}} {{id}}；{{/closed}}\n",
    "{{#closed}}\n  {{#isDone}}\n{{id}}\n  {{/isDone}}\n{{/closed}}",
  ])
  func `rows are the same when each is printed by itself`(template: String) throws {
    #expect(try printed(template) == printed(Self.setting + template))
    #expect(try printed(template) != "\n")
  }

  @Test func `an unknown key within rows is an error with its place`() {
    #expect(
      faults("{{#closed}}\n- {{idd}}\n{{/closed}}\n")
        == [
          TemplateFault(
            template: "monthly", line: 2, column: 3, kind: .keyUnknown("idd", nearest: ["id"]))
        ])
  }

  @Test func `a value that only some rows have must be asked for first`() throws {
    let wanted = [
      TemplateFault(template: "monthly", line: 2, column: 1, kind: .valueMissing("reason"))
    ]
    let rows = "{{#overdue}}\n{{reason}}\n{{/overdue}}\n"
    #expect(try printed("{{#overdue}}\n{{#reason}}有{{/reason}}\n{{/overdue}}\n").contains("有"))
    #expect(faults(rows) == wanted)
  }

  @Test func `values within rows cannot open a column or a row, nor pass for a mark`() throws {
    var scenario = try LedgerScenario()
    try scenario.close(.item("1.1"), "甲|乙\n| 丙 | \u{1}0\u{2} <b>", on: "2020-08-05")
    try scenario.close(.item("2.1"), "\u{1}1\u{2}", on: "2020-08-06")
    #expect(
      try printed("{{#closed}}\n| {{id}} | {{statement}} |\n{{/closed}}\n", scenario)
        == "| 1.1 | 甲\\|乙 \\| 丙 \\| 0 \\<b\\>。 |\n| 2.1 | 1。 |\n")
  }
}
