package import ArgumentParser
package import TaskLedger

/// `submit` 申请销号.
package struct SubmitCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "申请销号：写完成情况说明，交审核",
    discussion: "例：xiaohao submit 1.1 --summary \"已印发实施方案\" --actor 学工部", aliases: ["申请"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("完成情况说明，写进报告", valueName: "说明")) var summary: String

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .submit(id, summary: PrintableText.block(summary))
  }

  package func nextStep(for id: ItemID) -> Remedy {
    "下一步（审核人）：\(.close(id))，或\(.return(id))"
  }
}
