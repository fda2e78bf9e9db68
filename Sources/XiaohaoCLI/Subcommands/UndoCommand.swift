package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `undo` 撤回.
package struct UndoCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "撤回：收回自己刚记的、还没有后续的一条；两条都留在沿革里",
    discussion: "例：xiaohao undo 37 --reason 记错条目 --actor 学工部", aliases: ["撤回"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("记录号，见 xiaohao history", valueName: "记录号")) var sequence: Int
  @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let receipt = try session.desk.undo(
      sequence, reason: PrintableText.block(reason), by: try session.clerk(writing),
      at: session.moment, dryRun: writing.dryRun)
    try session.report(receipt, kind: "undo", dryRun: writing.dryRun)
  }
}
