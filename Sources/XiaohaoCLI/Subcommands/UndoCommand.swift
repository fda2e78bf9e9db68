package import ArgumentParser
import LedgerStore
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
    let actor = try session.actor(writing)
    let store = try session.desk.store(for: .writing)
    let entry: EventEnvelope?
    do throws(StoreError) {
      entry = try store.entries().first { $0.sequence == sequence }
    } catch {
      throw DeskError(error)
    }
    guard let entry else { throw DeskError([.entryUnknown(sequence)], kind: .refused) }
    let receipt = try session.append(
      { _ in [.undo(entry, reason: PrintableText.block(reason))] }, scope: .whole, actor: actor,
      dryRun: writing.dryRun, in: store)
    try session.report(receipt, kind: "undo", dryRun: writing.dryRun)
  }
}

/// `void` 作废.
package struct VoidCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "void", abstract: "作废：一份佐证不再算数；文件和记录都保留",
    discussion: "例：xiaohao void 证-3.1-01 --reason 上传错文件 --actor 学工部", aliases: ["作废"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("佐证编号", valueName: "佐证编号")) var number: String
  @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    guard let evidence = EvidenceNumber(TypedNumber.folded(number)) else {
      throw DeskError([.evidenceNumberUnreadable(number)], kind: .usage)
    }
    try OfficeEntry.append(
      .voidEvidence(evidence, reason: PrintableText.block(reason)), kind: "void", writing,
      in: environment)
  }
}
