package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `note` 进展.
package struct NoteCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "note", abstract: "进展：记一条工作进展",
    discussion: "例：xiaohao note 2.3 \"8月收集意见 42 条\" --on 2020-08-20 --actor 校学生会", aliases: ["进展"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) var id: String
  @Argument(help: ArgumentHelp("做了什么", valueName: "进展")) var text: String
  @Option(help: ArgumentHelp("发生的日期；不写为今天", valueName: "日期")) var on: CivilDate?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let selection = try ItemSelection([id])
    try selection.requireAnswered(in: session)
    let clerk = try session.clerk(writing)
    let receipt = try session.desk.append(
      { ledger in
        selection.ids(in: ledger).map { .note($0, text: PrintableText.block(text)) }
      }, concerning: selection.items, by: clerk, at: session.moment,
      effective: on, dryRun: writing.dryRun)
    try session.report(receipt, kind: "note", dryRun: writing.dryRun)
    session.say(repeated(receipt, selection, by: clerk, on: on ?? session.today))
  }

  /// What is said of the items of which the note is there already.
  private func repeated(
    _ receipt: Receipt, _ selection: ItemSelection, by clerk: Clerk, on day: CivilDate
  ) -> [Diagnostic] {
    let noted = Set(receipt.entries.compactMap(\.event.item))
    return selection.ids(in: receipt.ledger).filter { !noted.contains($0) }.compactMap { id in
      receipt.ledger[id]?.repeatedNote(PrintableText.block(text), by: clerk.name, on: day)
        .map { .noteRepeated(id, of: $0) }
    }
  }
}
