package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `gap` 短板.
package struct GapCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "gap", abstract: "短板：提出、办结、列出差距短板",
    subcommands: [Raise.self, Resolve.self, List.self], aliases: ["短板"])

  /// Creates the command for the parser.
  package init() {}

  /// `gap raise`.
  package struct Raise: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "raise", abstract: "提出一项差距短板",
      discussion:
        "例：xiaohao gap raise \"部分系未开述职会\" --owner 系团委 --due 2020-09-20 --item 8.1 --actor 校团委",
      aliases: ["提出"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("缺什么", valueName: "内容")) var text: String
    @Option(help: ArgumentHelp("谁来补", valueName: "部门")) var owner: String
    @Option(help: ArgumentHelp("什么时候补齐", valueName: "日期")) var due: CivilDate?
    @Option(help: ArgumentHelp("对应的条目", valueName: "编号")) var item: ItemID?

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .raiseGap(
          text: PrintableText.block(text), item: item, owner: PrintableText.line(owner), due: due),
        kind: "gap", writing)
    }
  }

  /// `gap resolve`.
  package struct Resolve: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "resolve", abstract: "一项差距短板已办结",
      discussion: "例：xiaohao gap resolve 1 --resolution \"9月18日已全部召开\" --actor 系团委",
      aliases: ["办结"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("短板编号", valueName: "短板编号")) var number: Int
    @Option(help: ArgumentHelp("怎么办结的", valueName: "结果")) var resolution: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .resolveGap(number: number, resolution: PrintableText.block(resolution)), kind: "gap",
        writing)
    }
  }

  /// `gap list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出差距短板", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let snapshot = try session.snapshot(asOf: reading.asOf)
      let gaps = snapshot.ledger.gaps
      if session.common.json {
        session.print(
          try JSONDocument(kind: "gaps", GapsJSON(gaps: gaps.map(GapJSON.init))).text())
        return
      }
      var table = TextTable(header: ["编号", "提出", "内容", "条目", "责任", "期限", "办结"], flexible: 2)
      for gap in gaps {
        table.add([
          String(gap.number), gap.raisedOn.description, PrintableText.line(gap.text),
          gap.item?.description ?? "—", PrintableText.line(gap.owner),
          gap.due?.description ?? "—",
          gap.resolvedOn.map { "\($0) \(PrintableText.line(gap.resolution ?? ""))" } ?? "未办结",
        ])
      }
      session.print(table.text(columns: environment.terminalColumns ?? 120))
      session.tell("共 \(gaps.count) 项，未办结 \(gaps.count { $0.resolvedOn == nil }) 项")
    }
  }
}

private struct GapsJSON: Encodable {
  var gaps: [GapJSON]
}

private struct GapJSON: Encodable {
  var number: Int
  var text: String
  var item: Nullable<String>
  var owner: String
  var raisedOn: String
  var due: Nullable<String>
  var resolution: Nullable<String>
  var resolvedOn: Nullable<String>

  init(_ gap: Ledger.Gap) {
    number = gap.number
    text = gap.text
    item = Nullable(gap.item?.description)
    owner = gap.owner
    raisedOn = gap.raisedOn.description
    due = Nullable(gap.due?.description)
    resolution = Nullable(gap.resolution)
    resolvedOn = Nullable(gap.resolvedOn?.description)
  }
}
