package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

extension FactCommand {
  /// `fact import`.
  package struct Import: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "import", abstract: "从表格登记实有数：各院系一次交齐",
      discussion: """
        例：xiaohao fact import 院系.xlsx --on 2020-09-15 --dry-run --actor 校团委
        例：xiaohao fact import 院系.xlsx --on 2020-09-15 --actor 校团委
        表可以是 Excel、Word、CSV 或 Markdown：一行一个院系，一列一项数据（表头写数据的名称）；
        或一行一项数据，写「名称」「数值」，还可以有「院系」「日期」「佐证」「理由」。
        表头的写法在 tasks/acceptance-2020.md 的「数据写法」里，可以加。空格不登记，不填作 0。
        有一处读不了就全部不登记；数值存疑时先问，核对无误加 --confirm 再登记。
        """, aliases: ["导入"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("表格文件；- 为标准输入", valueName: "文件")) var file: String
    @Option(help: ArgumentHelp("表里没有写日期的，统计日期为这一天；不写为今天", valueName: "日期"))
    var on: CivilDate?
    @Flag(help: "存疑的数值已经核对无误，照登记") var confirm = false

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let clerk = try session.clerk(writing)
      let outcome = try session.desk.importFacts(
        session.input(file), hasSource: file != "-", countedOn: on, isConfirmed: confirm,
        by: clerk, at: session.moment, dryRun: writing.dryRun)
      session.say(outcome.notes)
      try print(outcome, session)
    }

    private func print(_ outcome: FactImport, _ session: Session) throws(DeskError) {
      let (entry, questions) = (outcome.entry, outcome.questions)
      let unchanged = entry.facts.count - outcome.recorded
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "fact-import",
            FactImportJSON(
              dryRun: writing.dryRun, recorded: outcome.recorded,
              unchanged: unchanged, blanks: outcome.blanks,
              facts: entry.facts.map { WrittenFactJSON($0, on: entry.day(of: $0), entry) },
              conflicts: questions.conflicts.map(FactConflictJSON.init),
              findings: questions.diagnostics.map(session.environment.wording.finding))
          ).text())
        return
      }
      var table = TextTable(header: ["名称", "实有", "日期", "佐证", "理由", "出处"], flexible: 5)
      for fact in entry.facts {
        table.add([
          PrintableText.line(fact.name.recorded), PrintableText.line(fact.value),
          entry.day(of: fact).description, fact.evidence?.description ?? "—",
          PrintableText.line(fact.exemption ?? ""), PrintableText.line(fact.location.description),
        ])
      }
      session.print(table.text(columns: session.environment.terminalColumns ?? 120))
      for conflict in questions.conflicts { session.tell(conflict.words) }
      let verb = writing.dryRun ? "将登记" : "已登记"
      session.tell(
        "\(verb) \(outcome.recorded) 项，与台账相同 \(unchanged) 项，空着没有登记 \(outcome.blanks) 格"
          + (writing.dryRun ? "；只是演示，没有写入，确认后去掉 --dry-run" : ""))
    }
  }
}

struct FactImportJSON: Encodable {
  var dryRun: Bool
  var recorded: Int
  var unchanged: Int
  var blanks: Int
  var facts: [WrittenFactJSON]
  var conflicts: [FactConflictJSON]
  var findings: [FindingJSON]
}

struct WrittenFactJSON: Encodable {
  var name: String
  var value: String
  var on: String
  var evidence: Nullable<String>
  var exemption: Nullable<String>
  var source: Nullable<String>

  init(_ fact: WrittenFact, on day: CivilDate, _ entry: FactEntry) {
    name = fact.name.recorded
    value = fact.value
    on = day.description
    evidence = Nullable(fact.evidence?.description)
    exemption = Nullable(fact.exemption)
    source = Nullable(entry.source(of: fact))
  }
}

struct FactConflictJSON: Encodable {
  var name: String
  var earlier: FactJSON
  var later: FactJSON

  init(_ conflict: FactQuestions.Conflict) {
    name = conflict.name.recorded
    earlier = FactJSON(name, conflict.earlier)
    later = FactJSON(name, conflict.later)
  }
}
