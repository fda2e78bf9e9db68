package import ArgumentParser
import LedgerStore
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
      let actor = try session.actor(writing)
      let files = PlanFiles(session.desk)
      let table = try files.indicators()
      let read = try files.facts(
        session.input(file), vocabulary: try files.factVocabulary(for: table),
        today: session.today)
      guard read.isReadable else {
        throw DeskError(read.diagnostics, kind: .unreadableInput)
      }
      let entry = FactEntry(read, on: on ?? session.today, source: file != "-")
      let before = try session.snapshot().ledger
      let commands = entry.commands(unlike: before)
      let receipt = try session.append(
        { _ in commands }, scope: .whole, actor: actor, effective: entry.effective,
        dryRun: true)
      let questions = entry.questions(
        before: before, after: receipt.entries.reduce(into: before) { $0.apply($1) },
        table: table)
      guard questions.diagnostics.isEmpty || confirm || writing.dryRun else {
        throw DeskError(
          read.diagnostics + questions.diagnostics + [.factsNotConfirmed(file)], kind: .refused)
      }
      if !writing.dryRun, !commands.isEmpty {
        _ = try session.append(
          { _ in commands }, scope: .whole, actor: actor, effective: entry.effective,
          dryRun: false)
      }
      session.say(read.diagnostics + questions.diagnostics)
      try print(entry, questions, recorded: commands.count, blanks: read.blanks, session)
    }

    private func print(
      _ entry: FactEntry, _ questions: FactQuestions, recorded: Int, blanks: Int,
      _ session: Session
    ) throws(DeskError) {
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "fact-import",
            FactImportJSON(
              dryRun: writing.dryRun, recorded: recorded,
              unchanged: entry.facts.count - recorded, blanks: blanks,
              facts: entry.facts.map { WrittenFactJSON($0, on: entry.day(of: $0), entry) },
              conflicts: questions.conflicts.map(FactConflictJSON.init),
              findings: questions.diagnostics.map(FindingJSON.init))
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
      for conflict in questions.conflicts { session.tell(FactEntry.words(of: conflict)) }
      let verb = writing.dryRun ? "将登记" : "已登记"
      session.tell(
        "\(verb) \(recorded) 项，与台账相同 \(entry.facts.count - recorded) 项，空着没有登记 \(blanks) 格"
          + (writing.dryRun ? "；只是演示，没有写入，确认后去掉 --dry-run" : ""))
    }
  }
}

/// The figures of a file on their way into the ledger.
struct FactEntry {
  let facts: [WrittenFact]
  /// The day on which the entries count: the latest day of the figures.
  let effective: CivilDate
  private let fallback: CivilDate
  private let hasSource: Bool

  init(_ table: FactTable, on day: CivilDate, source hasSource: Bool) {
    facts = table.facts
    fallback = day
    self.hasSource = hasSource
    let days = table.facts.map { $0.on ?? day }
    effective = days.max() ?? day
  }

  /// The day a figure was counted.
  func day(of fact: WrittenFact) -> CivilDate { fact.on ?? fallback }

  /// Where a figure is from, as it is recorded; standard input has no name that could be kept.
  func source(of fact: WrittenFact) -> String? {
    hasSource ? PrintableText.line(fact.location.description) : nil
  }

  /// The commands that record what the ledger does not yet say.
  func commands(unlike ledger: Ledger) -> [LedgerCommand] {
    let sheet = FactSheet(ledger.facts)
    return facts.filter { fact in
      guard let known = sheet[fact.name] else { return true }
      return known.value != fact.value || known.on != day(of: fact)
        || known.evidence != fact.evidence || known.exemption != fact.exemption
    }.map { fact in
      .recordFact(
        name: fact.name.recorded, value: fact.value, evidence: fact.evidence,
        exemption: fact.exemption, countedOn: day(of: fact), source: source(of: fact))
    }
  }

  func questions(before: Ledger, after: Ledger, table: IndicatorTable) -> FactQuestions {
    FactQuestions(
      about: Set(facts.map(\.name)), before: FactSheet(before.facts),
      after: FactSheet(after.facts), table: table)
  }

  /// What a figure was and is.
  static func words(of conflict: FactQuestions.Conflict) -> String {
    func words(_ fact: Ledger.Fact) -> String {
      let value = fact.value.isEmpty ? "不适用" : fact.value
      return "\(value)（\(fact.on)，\(fact.actor)）"
    }
    return "与之前登记的不同：\(conflict.name.recorded) 原为 \(words(conflict.earlier))，"
      + "现为 \(words(conflict.later))"
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

extension Diagnostic {
  /// Figures look doubtful, and nobody has said that they were checked.
  static func factsNotConfirmed(_ file: String) -> Diagnostic {
    fault(
      "facts-not-confirmed", "有数值存疑，全部没有登记",
      "核对表格后改正；确认无误的照登记：xiaohao fact import \(PrintableText.line(file)) --confirm")
  }
}
