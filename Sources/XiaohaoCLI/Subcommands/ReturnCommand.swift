package import ArgumentParser
package import TaskLedger

/// `return` 退回.
package struct ReturnCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "return", abstract: "退回：审核不通过，写明理由",
    discussion: "例：xiaohao return 1.2 --reason \"缺会议签到表\" --actor 领导小组办公室", aliases: ["退回"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("退回理由", valueName: "理由")) var reason: String
  @Option(help: ArgumentHelp("看到的审核码；几条时写 编号=审核码，每条一个", valueName: "审核码"))
  package var seen: [String] = []

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .return(id, reason: PrintableText.block(reason), seen: seen)
  }

  package func nextStep(for id: ItemID) -> Remedy {
    "下一步（责任部门）：补齐后再申请\(.submit(id))"
  }
}
