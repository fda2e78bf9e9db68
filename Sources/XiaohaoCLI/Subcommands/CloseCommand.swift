package import ArgumentParser
package import TaskLedger

/// `close` 销号.
package struct CloseCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "close", abstract: "销号：审核通过",
    discussion: "例：xiaohao close 1.1 --opinion \"同意销号\" --seen 7F2K-9QTM --actor 领导小组办公室",
    aliases: ["销号"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("审核意见", valueName: "意见")) var opinion: String
  @Option(help: ArgumentHelp("看到的审核码；几条时写 编号=审核码，每条一个", valueName: "审核码"))
  package var seen: [String] = []

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .close(id, opinion: PrintableText.block(opinion), seen: seen)
  }

  package func nextStep(for id: ItemID) -> Remedy { "查看：\(look: .item(id))" }
}
