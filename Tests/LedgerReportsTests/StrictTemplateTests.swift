import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct StrictTemplateTests {
  /// Prints the statement of a closed item and nothing else.
  private func printed(statement: String) throws -> String {
    var scenario = try LedgerScenario()
    try scenario.close(.item("1.1"), statement, on: "2020-06-20")
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-06-30")
    let own = [
      "self-evaluation":
        "{{#sections}}{{#items}}{{#isDone}}{{statement}}{{/isDone}}{{/items}}{{/sections}}"
    ]
    return try render(
      .selfEvaluation, input, templates: TemplateSource(builtIn: [:], own: own))
  }

  /// Prints a template of one's own in place of the monthly paper.
  private func printed(_ template: String, others: [String: String] = [:]) throws -> String {
    var own = others
    own["monthly"] = template
    let input = try MadeUpLedgers.input(MadeUpLedgers.august(), asOf: "2020-08-31")
    return try render(
      .monthly(MadeUpLedgers.month("2020-08")), input,
      templates: TemplateSource(builtIn: MadeUpLedgers.templates.builtIn, own: own))
  }

  private func faults(_ template: String) -> [TemplateFault] {
    do {
      _ = try printed(template)
      return []
    } catch let error as ReportError {
      if case .templateFaulty(let faults) = error { return faults }
      return []
    } catch {
      return []
    }
  }

  private func fault(_ line: Int, _ column: Int, _ kind: TemplateFault.Kind) -> TemplateFault {
    TemplateFault(template: "monthly", line: line, column: column, kind: kind)
  }

  @Test func `a school's own template wins over the built-in one`() throws {
    #expect(try printed("本月 {{closedThisMonth}} 项") == "本月 1 项\n")
  }

  @Test func `an unknown key is named with its place and the nearest known`() {
    #expect(
      faults("甲\n乙 {{schol}}") == [fault(2, 3, .keyUnknown("schol", nearest: ["school"]))])
  }

  @Test func `an unknown key is found in a section that today prints nothing`() {
    #expect(
      faults("{{#supplements}}{{nowhere}}{{/supplements}}")
        == [fault(1, 17, .keyUnknown("nowhere", nearest: []))])
  }

  @Test func `a key of a row is unknown outside of its section`() {
    #expect(faults("{{overdueDays}}").first?.line == 1)
    #expect(faults("{{#overdue}}{{overdueDays}} {{/overdue}}").isEmpty)
  }

  @Test func `a section without an end is an error with its place`() {
    #expect(faults("甲\n{{#closed}}\n{{id}}") == [fault(2, 1, .sectionUnclosed("closed"))])
  }

  @Test func `a section closed under another name is an error with its place`() {
    #expect(
      faults("{{#closed}}{{id}}{{/overdue}}")
        == [
          fault(1, 18, .sectionMismatched("overdue", open: "closed")),
          fault(1, 1, .sectionUnclosed("closed")),
        ])
  }

  @Test func `a tag without an end is an error with its place`() {
    #expect(faults("甲 {{school") == [fault(1, 3, .tagUnfinished)])
  }

  @Test func `a value the ledger does not have must be asked for first`() {
    #expect(faults("{{closedSinceNumbers}}") == [fault(1, 1, .valueMissing("closedSinceNumbers"))])
    #expect(faults("{{#closedSinceNumbers}}{{closedSinceNumbers}}{{/closedSinceNumbers}}").isEmpty)
  }

  @Test func `rows are not printed like a text`() {
    #expect(faults("{{closed}}") == [fault(1, 1, .rowsPrinted("closed"))])
  }

  @Test(arguments: ["{{{school}}}", "{{&school}}", "{{=<% %>=}}", "{{$block}}{{/block}}"])
  func `tags that would go round the escaping are refused`(template: String) {
    #expect(faults(template).contains { if case .tagRefused = $0.kind { true } else { false } })
  }

  @Test func `a template that is not there is named`() {
    #expect(faults("{{> nowhere}}") == [fault(1, 1, .partialUnknown("nowhere"))])
  }

  @Test func `a template that puts in itself is refused`() {
    #expect(faults("{{> monthly}}") == [fault(1, 1, .partialRecursive("monthly"))])
  }

  @Test func `a template saved on Windows gives the same paper`() throws {
    let unix = try printed("甲\n{{#closed}}\n- {{id}}\n{{/closed}}\n")
    #expect(try printed("\u{FEFF}甲\r\n{{#closed}}\r\n- {{id}}\r\n{{/closed}}\r\n") == unix)
  }

  @Test func `no template under a name is an error of its own`() throws {
    let input = try MadeUpLedgers.input(LedgerScenario(), asOf: "2020-06-10")
    #expect(throws: ReportError.templateMissing("self-evaluation")) {
      try render(.selfEvaluation, input, templates: TemplateSource(builtIn: [:]))
    }
  }

  @Test func `a value cannot open a column, a row or a heading`() throws {
    let text = try printed(statement: "# 完成|\n| --- | <b>*全部*</b> &lt; \u{202E}")
    #expect(text == "\\# 完成\\| \\| --- \\| \\<b\\>\\*全部\\*\\</b\\> \\&lt;\n")
  }

  @Test(
    arguments: [
      ("3. 修订章程1件", "3\\. 修订章程1件"), ("2020. 8月召开学代会", "2020\\. 8月召开学代会"),
      ("1) 印发制度3项", "1\\) 印发制度3项"), ("12.", "12\\."),
      ("3.5 万元", "3.5 万元"), ("1.修订", "1.修订"), ("2020年8月. 1", "2020年8月. 1"),
      ("1234567890. 甲", "1234567890. 甲"),
    ])
  func `a number at the beginning is not counted anew as one of a list`(
    statement: String, expected: String
  ) throws {
    let text = try printed(statement: statement)
    #expect(text == expected + (expected.hasSuffix(".") ? "" : "。") + "\n")
  }

  @Test func `every fault reads as a sentence with its place`() {
    let diagnostics = ReportError.templateFaulty(faults("甲 {{schol}}")).diagnostics
    #expect(diagnostics.first?.code == "template-key-unknown")
    #expect(diagnostics.first?.location?.description == "monthly.mustache:1:3")
    #expect(diagnostics.first?.remedy == "最接近的是 school")
  }
}
