package import ArgumentParser
package import TaskLedger

/// `extend` 延期.
package struct ExtendCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "延期：申请、同意或不同意延期；原时限始终保留",
    subcommands: [Request.self, Grant.self, Refuse.self], aliases: ["延期"])

  /// Creates the command for the parser.
  package init() {}

  /// `extend request`.
  package struct Request: MoveCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "request", abstract: "申请延期：到期前提出，写明理由、新日期和进展",
      discussion:
        "例：xiaohao extend request 3.1 --until 2020-10-20 --reason 换届推迟 --progress 已拟定方案 --actor 校团委",
      aliases: ["申请"])

    @OptionGroup package var writing: WritingOptions
    @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
    @Option(help: ArgumentHelp("延至哪天", valueName: "日期")) var until: CivilDate
    @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String
    @Option(help: ArgumentHelp("目前进展；不写时用最近一条进展或现状", valueName: "进展"))
    var progress: String?

    /// Creates the command for the parser.
    package init() {}

    package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
      .requestExtension(
        id, until: until, reason: PrintableText.block(reason),
        progress: PrintableText.block(progress ?? known(of: ledger[id])))
    }

    /// The progress as the ledger knows it: the last note, else the item's state.
    private func known(of state: ItemState?) -> String {
      guard let state else { return "" }
      let pieces = EvidenceCount(state.validEvidence).pieces
      return state.latestNote?.text
        ?? state.phase.words + (pieces > 0 ? "，佐证 \(pieces) 件" : "")
    }

    package func nextStep(for id: ItemID) -> Remedy {
      "申请不改变时限；下一步（审核人）：\(.grantExtension(id))"
    }
  }

  /// `extend grant`.
  package struct Grant: MoveCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "grant", abstract: "同意延期：写明依据", aliases: ["同意"])

    @OptionGroup package var writing: WritingOptions
    @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
    @Option(help: ArgumentHelp("依据", valueName: "依据")) var basis: String
    @Option(help: ArgumentHelp("上级文件文号；新日期既晚于任务列表的时限又晚于报送日时要有", valueName: "文号"))
    var superior: String?

    /// Creates the command for the parser.
    package init() {}

    package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
      .grantExtension(
        id, basis: PrintableText.block(basis), superior: superior.map(PrintableText.line))
    }

    package func nextStep(for id: ItemID) -> Remedy { "查看：\(look: .item(id))" }
  }

  /// `extend refuse`.
  package struct Refuse: MoveCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "refuse", abstract: "不同意延期：写明理由", aliases: ["不同意"])

    @OptionGroup package var writing: WritingOptions
    @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]
    @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String

    /// Creates the command for the parser.
    package init() {}

    package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
      .refuseExtension(id, reason: PrintableText.block(reason))
    }

    package func nextStep(for id: ItemID) -> Remedy { "查看：\(look: .item(id))" }
  }
}
