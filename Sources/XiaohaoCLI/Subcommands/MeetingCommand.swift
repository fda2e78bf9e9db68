package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `meeting` 例会.
package struct MeetingCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "例会：列出议程和议题材料，登记出席和议定事项，会后封存当月",
    subcommands: [Open.self, Decide.self, Attend.self, Close.self], aliases: ["例会"])

  /// Creates the command for the parser.
  package init() {}

  /// `meeting open`.
  package struct Open: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "open", abstract: "开会：登记并列出议程",
      discussion: "例：xiaohao meeting open 2020-08 --actor 领导小组办公室", aliases: ["开始"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let receipt = try session.desk.openMeeting(
        month, by: try session.clerk(writing), at: session.moment, dryRun: writing.dryRun)
      try session.report(receipt, kind: "meeting", dryRun: writing.dryRun)
      let (agenda, dossier) = try session.desk.matters(of: month, at: session.moment)
      for line in AgendaSheet.lines(agenda, on: session.today) + dossier { session.tell(line) }
    }
  }

  /// `meeting decide`.
  package struct Decide: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "decide", abstract: "登记一项议定事项，或它的落实情况",
      discussion: """
        例：xiaohao meeting decide 2020-08 3.1 --text 月底前完成换届 --owner 学工部 --due 2020-09-30 --actor 领导小组办公室
        例：xiaohao meeting decide 2020-08 --text 统一佐证格式 --owner 校团委 --due 2020-09-10 --actor 领导小组办公室
        例：xiaohao meeting decide 2020-08 --settled 2 --text 已印发格式 --actor 领导小组办公室
        下月的自查和纪要列出落实情况：涉及条目的看条目办得怎样，其余的用 --settled 登记结果。
        """, aliases: ["议定"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth
    @Argument(help: ArgumentHelp("涉及的条目", valueName: "编号")) var item: ItemID?
    @Option(help: ArgumentHelp("议定的内容，或落实的结果", valueName: "内容")) var text: String
    @Option(help: ArgumentHelp("谁来办", valueName: "部门")) var owner: String?
    @Option(help: ArgumentHelp("什么时候办完", valueName: "日期")) var due: CivilDate?
    @Option(help: ArgumentHelp("第几项议定事项已有结果", valueName: "议定事项序号")) var settled: Int?

    /// Creates the command for the parser.
    package init() {}

    /// Asks for an owner of what is decided.
    package func validate() throws {
      if settled == nil, owner == nil { throw ValidationError("写 --owner 部门，说明由谁来办") }
      if settled != nil, owner != nil || due != nil || item != nil {
        throw ValidationError("--settled 只登记结果，不写 --owner、--due 和条目")
      }
    }

    package func run(in environment: Environment) throws(DeskError) {
      let words = PrintableText.block(text)
      let command: LedgerCommand =
        if let settled {
          .settleDecision(month, number: settled, result: words)
        } else {
          .decideAtMeeting(
            month, item: item, text: words, owner: PrintableText.line(owner ?? ""), due: due)
        }
      try Session(environment, writing.common).append(command, kind: "meeting", writing)
    }
  }

  /// `meeting attend`.
  package struct Attend: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "attend", abstract: "登记谁出席了例会",
      discussion: "例：xiaohao meeting attend 2020-08 李老师 张伟 --actor 领导小组办公室", aliases: ["出席"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth
    @Argument(help: ArgumentHelp("出席的人，可以几个", valueName: "姓名")) var names: [String]

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .attendMeeting(month, names: names.map(PrintableText.line)), kind: "meeting", writing)
    }
  }

  /// `meeting close`.
  package struct Close: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "close", abstract: "封存：月底之后，当月自查定稿，以后再打印一字不差",
      discussion: "例：xiaohao meeting close 2020-08 --actor 领导小组办公室", aliases: ["封存"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("月份", valueName: "月份")) var month: CivilMonth

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let receipt = try session.desk.sealMonth(
        month, by: try session.clerk(writing), at: session.moment, dryRun: writing.dryRun)
      try session.report(receipt, kind: "meeting", dryRun: writing.dryRun)
      session.suggest("打印：\(.printMonthly(month))")
    }
  }
}

/// The agenda of a meeting, for the one who leads it.
private enum AgendaSheet {
  static func lines(_ agenda: MeetingAgenda, on today: CivilDate) -> [String] {
    let days = Dictionary(
      agenda.overdue.map { ($0.item, "（\($0.days) 天）") }, uniquingKeysWith: { first, _ in first })
    let isOver = agenda.day < today ? "，同当月自查，之后办理的没有计入" : ""
    var lines = ["议程（\(agenda.month)，截至 \(agenda.day)\(isOver)）"]
    for (words, items) in agenda.groups {
      let names = items.map { item in
        item.description + (words == OverlayWords.overdue ? days[item] ?? "" : "")
      }
      lines.append("  \(words)：\(names.joined(separator: "、"))")
    }
    let gaps = agenda.undecidedGaps.map { "第 \($0.number) 号" }
    if !gaps.isEmpty {
      lines.append("  \(MeetingAgenda.gapWords)：\(gaps.joined(separator: "、"))")
    }
    if lines.count == 1 { lines.append("  没有待议事项") }
    return lines
  }
}
