package import ArgumentParser
package import TaskLedger

/// `start` 认领.
package struct StartCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "start", abstract: "认领：条目开始推进",
    discussion: "例：xiaohao start 1.1 1.2 --actor 学工部", aliases: ["认领"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .start(id)
  }

  package var nextClerk: String? { writing.actor }

  package func nextStep(for id: ItemID) -> Remedy {
    "下一步：\(.attach(id))"
  }
}
