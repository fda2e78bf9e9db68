package import ArgumentParser
package import TaskLedger

/// `withdraw` 撤销.
package struct WithdrawCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "撤销：凭上级文件撤销条目",
    discussion: "例：xiaohao withdraw 5.3 --basis 上级文号 --actor 领导小组办公室", aliases: ["撤销"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("上级文件", valueName: "文件")) var basis: String

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .withdraw(id, basis: PrintableText.block(basis))
  }

  package func nextStep(for id: ItemID) -> Remedy { "查看经过：\(look: .history(id))" }
}
