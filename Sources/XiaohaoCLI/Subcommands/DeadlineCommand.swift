package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `deadline`: explains how a deadline is read.
package struct DeadlineCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "deadline", abstract: "时限：解释一种完成时限的写法",
    discussion: "例：xiaohao deadline 2020年底前，并长期坚持\n全部写法见 xiaohao help deadline", aliases: ["时限"])

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp("时限文字", valueName: "文字")) var words: [String]
  @Option(help: ArgumentHelp("没有写年份时按哪一年", valueName: "年份")) var year: Int?
  @Option(help: ArgumentHelp("文件印发日期，用于「自印发之日起30日内」", valueName: "日期")) var issued: CivilDate?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, common)
    let deadline = DeadlineLanguage.read(
      PrintableText.line(words.joined(separator: " ")), year: year ?? issued?.year,
      issued: issued)
    if common.json {
      session.print(
        try JSONDocument(
          kind: "deadline", DeadlineExplanationJSON(deadline, on: session.today)
        ).text())
    } else {
      session.print(DeadlineLanguage.explain(deadline) + "\n")
    }
    if case .unreadable = deadline.meaning { throw DeskError([], kind: .refused) }
  }
}

private struct DeadlineExplanationJSON: Encodable {
  var deadline: DeadlineJSON
  var doubts: [String]
  var explanation: String

  init(_ deadline: Deadline, on today: CivilDate) {
    self.deadline = DeadlineJSON(deadline, on: today)
    doubts = DeadlineLanguage.doubts(of: deadline).map(\.rawValue)
    explanation = DeadlineLanguage.explain(deadline)
  }
}
