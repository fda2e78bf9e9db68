package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `meeting` 例会.
package struct MeetingCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "例会：列出议程，会后封存当月",
    subcommands: [Open.self, Close.self], aliases: ["例会"])

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
      let (receipt, agenda) = try session.desk.openMeeting(
        month, by: try session.clerk(writing), at: session.moment, dryRun: writing.dryRun)
      try session.report(receipt, kind: "meeting", dryRun: writing.dryRun)
      for line in AgendaSheet.lines(agenda) { session.tell(line) }
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
      session.tell("打印：xiaohao report monthly \(month)")
    }
  }
}

/// The agenda of a meeting, for the one who leads it.
private enum AgendaSheet {
  static func lines(_ agenda: MeetingAgenda) -> [String] {
    func joined(_ ids: [ItemID]) -> String { ids.map(\.description).joined(separator: "、") }
    var lines = ["议程（\(agenda.month)，截至 \(agenda.day)）"]
    let parts: [(String, String)] = [
      ("逾期", agenda.overdue.map { "\($0.item)（\($0.days) 天）" }.joined(separator: "、")),
      ("退回未再报", joined(agenda.returned)),
      ("销号失效", joined(agenda.stale)),
      ("待审核", joined(agenda.submitted)),
      ("延期待答复", joined(agenda.pendingExtensions)),
      ("本月到期", joined(agenda.dueThisMonth)),
      ("下月到期", joined(agenda.dueNextMonth)),
      ("报送日未办妥", joined(agenda.unsettledAtHandIn)),
      ("漏期", joined(agenda.missed)),
      ("长期坚持本月无进展", joined(agenda.silent)),
      ("上月未办结短板", agenda.undecidedGaps.map { "第 \($0.number) 号" }.joined(separator: "、")),
    ]
    for (name, value) in parts where !value.isEmpty { lines.append("  \(name)：\(value)") }
    if lines.count == 1 { lines.append("  没有待议事项") }
    return lines
  }
}
