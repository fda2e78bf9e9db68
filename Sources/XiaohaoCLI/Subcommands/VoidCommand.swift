package import ArgumentParser
package import LedgerDesk
import TaskLedger

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
    try Session(environment, writing.common).append(
      .voidEvidence(evidence, reason: PrintableText.block(reason)), kind: "void", writing)
  }
}
