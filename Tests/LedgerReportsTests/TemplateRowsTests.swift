import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// What templates print of rows.
struct TemplateRowsTests {
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
