package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `fact` 实有.
package struct FactCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "fact", abstract: "实有：登记、列出验收指标用的实有数",
    subcommands: [Set.self, Import.self, List.self, Names.self], aliases: ["实有"])

  /// Creates the command for the parser.
  package init() {}

  /// `fact list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出实有数", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let facts = try session.snapshot(asOf: reading.asOf).ledger.facts
        .sorted { $0.key < $1.key }
        .compactMap { name, values in values.last.map { (name, $0) } }
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "facts", FactsJSON(facts: facts.map { FactJSON($0.0, $0.1) })
          ).text())
        return
      }
      var table = TextTable(header: ["名称", "实有", "日期", "佐证", "经办人", "理由", "来源"], flexible: 5)
      for (name, fact) in facts {
        table.add([
          PrintableText.line(name), PrintableText.line(fact.value), fact.on.description,
          fact.evidence?.description ?? "—", PrintableText.line(fact.actor),
          PrintableText.line(fact.exemption ?? ""), PrintableText.line(fact.source ?? "—"),
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
    }
  }
}

struct FactsJSON: Encodable {
  var facts: [FactJSON]
}

struct FactJSON: Encodable {
  var name: String
  var value: String
  var on: String
  var evidence: Nullable<String>
  var exemption: Nullable<String>
  var source: Nullable<String>

  init(_ name: String, _ fact: Ledger.Fact) {
    self.name = name
    value = fact.value
    on = fact.on.description
    evidence = Nullable(fact.evidence?.description)
    exemption = Nullable(fact.exemption)
    source = Nullable(fact.source)
  }
}
