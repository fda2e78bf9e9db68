package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

extension FactCommand {
  /// `fact set`.
  package struct Set: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "set", abstract: "登记一个实有数",
      discussion: """
        例：xiaohao fact set 工作人员 31 --on 2020-09-15 --evidence 证-3.1-01 --actor 校团委
        例：xiaohao fact set 工作人员@信息工程系 25 --actor 校团委        某院系学生会的数
        例：xiaohao fact set 学代会日期 2020-08-25 --actor 校团委
        可以登记的名称见 xiaohao fact names；值写数、日期、是或否，不适用的写「不适用：理由」。
        """,
      aliases: ["登记"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("指标名称", valueName: "名")) var name: String
    @Argument(help: ArgumentHelp("实有数", valueName: "值")) var value: String = ""
    @Option(help: ArgumentHelp("统计日期；不写为今天", valueName: "日期")) var on: CivilDate?
    @Option(help: ArgumentHelp("所依据的佐证", valueName: "佐证编号")) var evidence: String?
    @Option(help: ArgumentHelp("不适用或放宽的理由", valueName: "理由")) var exempt: String?
    @Option(help: ArgumentHelp("数从哪里来，如 9月15日统计表", valueName: "来源")) var source: String?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      var number: EvidenceNumber?
      if let evidence {
        guard let read = EvidenceNumber(TypedNumber.folded(evidence)) else {
          throw DeskError([.evidenceNumberUnreadable(evidence)], kind: .usage)
        }
        number = read
      }
      let session = try Session(environment, writing.common)
      var fact = HandedFact(name: PrintableText.line(name), value: value)
      fact.exemption = exempt.map(PrintableText.line)
      fact.evidence = number
      fact.source = source.map(PrintableText.line)
      fact.countedOn = on
      let (receipt, questions, notes) = try session.desk.recordFact(
        fact, by: try session.clerk(writing), at: session.moment, dryRun: writing.dryRun)
      try session.report(receipt, kind: "fact", dryRun: writing.dryRun)
      for conflict in questions.conflicts { session.tell(conflict.words) }
      session.say(notes)
    }
  }

  /// `fact names`.
  package struct Names: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "names", abstract: "列出可以登记的名称、哪个指标要用、登记了没有",
      discussion: """
        名称来自 tasks/acceptance-2020.md：指标的条件和「数据写法」。放一份在台账文件夹的 tasks/ 下，
        就用学校自己的；要加别的数据，在「数据写法」里加一行。
        """, aliases: ["名称"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let names = try session.desk.factNames(asOf: reading.asOf ?? session.today).map {
        FactNameJSON(
          name: $0.name, indicators: $0.indicators, words: $0.otherNames, recorded: $0.recorded)
      }
      guard !names.isEmpty else {
        let work = try session.desk.schoolData.profile()[.set]
        throw DeskError([.indicatorsNone(work)], kind: .refused)
      }
      if session.common.json {
        session.print(
          try JSONDocument(kind: "fact-names", FactNamesJSON(names: names)).text())
        return
      }
      var table = TextTable(header: ["名称", "用于指标", "已登记", "也可以写作"], flexible: 3)
      for name in names {
        table.add([
          PrintableText.line(name.name),
          name.indicators.isEmpty ? "—" : name.indicators.joined(separator: "、"),
          name.recorded == 0 ? "—" : "\(name.recorded) 项",
          name.words.isEmpty ? "—" : PrintableText.line(name.words.joined(separator: "、")),
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
      session.suggest(
        "院系的数写作 名称@院系，例如\(.setFact(name: "工作人员@信息工程系", example: "25"))")
    }
  }
}

private struct FactNamesJSON: Encodable {
  var names: [FactNameJSON]
}

private struct FactNameJSON: Encodable {
  var name: String
  var indicators: [String]
  var words: [String]
  var recorded: Int
}
