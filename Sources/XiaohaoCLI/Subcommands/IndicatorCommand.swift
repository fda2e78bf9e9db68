package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `indicator` 指标.
package struct IndicatorCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: "指标：声明某项验收指标不适用，或恢复",
    subcommands: [Exempt.self], aliases: ["指标"])

  /// Creates the command for the parser.
  package init() {}

  /// `indicator exempt`.
  package struct Exempt: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "exempt", abstract: "不适用：由审核人声明并写明理由；带★的不能声明",
      discussion: """
        例：xiaohao indicator exempt 6 --reason 高职没有研究生 --actor 领导小组办公室
        例：xiaohao indicator exempt 12 --unit 体育系 --reason 本年未建会 --actor 领导小组办公室
        例：xiaohao indicator exempt 6 --lift --actor 领导小组办公室    恢复
        """, aliases: ["不适用"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("指标编号", valueName: "编号")) var number: String
    @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String?
    @Option(help: ArgumentHelp("只对一个院系", valueName: "院系")) var unit: String?
    @Flag(help: "恢复适用") var lift = false

    /// Creates the command for the parser.
    package init() {}

    /// Asks for either a reason or that it is lifted.
    package func validate() throws {
      guard lift != (reason != nil) else {
        throw ValidationError("写 --reason 理由 声明不适用，或 --lift 恢复，两者写一个")
      }
    }

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let unit = unit.map(PrintableText.line)
      let receipt = try session.desk.exempt(
        PrintableText.line(number), unit: unit,
        reason: lift ? nil : reason.map(PrintableText.block),
        by: try session.clerk(writing), at: session.moment, dryRun: writing.dryRun)
      try session.report(receipt, kind: "indicator", dryRun: writing.dryRun)
    }
  }
}
