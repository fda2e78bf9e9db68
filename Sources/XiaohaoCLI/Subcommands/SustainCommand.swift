package import ArgumentParser
import LedgerReports
package import TaskLedger

/// `sustain` 转入长期坚持.
package struct SustainCommand: MoveCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "sustain", abstract: "长期坚持：长期类条目转入按期有进展的状态",
    discussion: "例：xiaohao sustain 2.3 --actor 校团委", aliases: ["坚持"])

  @OptionGroup package var writing: WritingOptions
  @Argument(help: ArgumentHelp("条目编号", valueName: "编号")) package var ids: [String]

  /// Creates the command for the parser.
  package init() {}

  package func command(for id: ItemID, in ledger: Ledger, seen: ReviewSeal?) -> LedgerCommand {
    .sustain(id)
  }

  package var nextClerk: String? { writing.actor }

  package func nextStep(for id: ItemID) -> Remedy {
    "至少记一次进展：\(.note(id, words: "进展"))，或上传佐证"
  }

  package func nextStep(for id: ItemID, in ledger: Ledger) -> Remedy {
    Remedy(ledger[id]?.rhythm ?? "") + nextStep(for: id)
  }
}
