package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `reviewer` 审核人.
package struct ReviewerCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "reviewer", abstract: "审核人：谁有权审核销号、答复延期；变更也记进台账",
    subcommands: [Set.self, List.self], aliases: ["审核人"])

  /// Creates the command for the parser.
  package init() {}

  /// `reviewer set`.
  package struct Set: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "set", abstract: "变更审核人：写全变更后的名单",
      discussion: "例：xiaohao reviewer set 领导小组办公室 校团委 --reason 分工调整 --actor 领导小组办公室",
      aliases: ["变更"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("变更后的审核人，可写几个", valueName: "审核人")) var reviewers: [String]
    @Option(help: ArgumentHelp("理由", valueName: "理由")) var reason: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      try Session(environment, writing.common).append(
        .setReviewers(
          reviewers.map(PrintableText.line), reason: PrintableText.block(reason)),
        kind: "reviewer", writing)
    }
  }

  /// `reviewer list`.
  package struct List: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出审核人", aliases: ["清单"])

    @OptionGroup var reading: ReadingOptions

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, reading.common)
      let reviewers = try session.snapshot(asOf: reading.asOf).ledger.reviewers
      if session.common.json {
        session.print(
          try JSONDocument(kind: "reviewers", ReviewersJSON(reviewers: reviewers)).text())
      }
      for reviewer in reviewers { session.tell(reviewer) }
    }
  }
}

private struct ReviewersJSON: Encodable {
  var reviewers: [String]
}
