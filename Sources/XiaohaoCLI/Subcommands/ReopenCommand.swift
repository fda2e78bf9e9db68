package import ArgumentParser
package import TaskLedger

/// `reopen` 重启.
package struct ReopenCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "重启：已销号的条目发现问题，开新一轮",
    discussion: "例：xiaohao reopen 1.1 --finding \"材料未盖章\" --basis \"8月例会纪要\" --actor 领导小组办公室",
    aliases: ["重启"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("发现的问题", valueName: "问题")) var finding: String
  @Option(help: ArgumentHelp("依据", valueName: "依据")) var basis: String
  @Option(help: ArgumentHelp("新一轮的时限；不写则待定", valueName: "日期")) var due: CivilDate?

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .reopen(
      id, finding: PrintableText.block(finding), basis: PrintableText.block(basis), due: due)
  }

  package func nextStep(for id: ItemID) -> Remedy { "下一步：整改后重新佐证、申请" }
}
