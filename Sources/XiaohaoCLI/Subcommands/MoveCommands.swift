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

  package func nextStep(for id: ItemID) -> String {
    "下一步：xiaohao attach \(id) 文件 --caption 名称 --actor \(actorHint)"
  }
}

/// `submit` 申请销号.
package struct SubmitCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "申请销号：写完成情况说明，交审核",
    discussion: "例：xiaohao submit 1.1 --summary \"已印发实施方案\" --actor 学工部", aliases: ["申请"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
  @Option(help: ArgumentHelp("完成情况说明，写进自评报告", valueName: "说明")) var summary: String

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .submit(id, summary: PrintableText.block(summary))
  }

  package func nextStep(for id: ItemID) -> String {
    "下一步（审核人）：xiaohao close \(id) --opinion \"同意销号\" --actor 审核人，"
      + "或 return \(id) --reason \"理由\""
  }
}

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

  package func nextStep(for id: ItemID) -> String { "查看：xiaohao show \(id)" }
}

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

  package func nextStep(for id: ItemID) -> String {
    "下一步（责任部门）：补齐后再申请 xiaohao submit \(id) --summary \"完成情况说明\""
  }
}

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

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .reopen(
      id, finding: PrintableText.block(finding), basis: PrintableText.block(basis))
  }

  package func nextStep(for id: ItemID) -> String { "下一步：整改后重新佐证、申请" }
}

/// `sustain` 转入长期坚持.
package struct SustainCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "sustain", abstract: "长期坚持：长期类条目转入每月有进展的状态",
    discussion: "例：xiaohao sustain 2.3 --actor 校团委", aliases: ["坚持"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .sustain(id)
  }

  package func nextStep(for id: ItemID) -> String {
    "每月至少记一次进展：xiaohao note \(id) \"进展\" 或上传佐证"
  }
}

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

  package func nextStep(for id: ItemID) -> String { "查看经过：xiaohao history \(id)" }
}
