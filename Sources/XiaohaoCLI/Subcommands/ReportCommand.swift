package import ArgumentParser
import Foundation
import LedgerReports
import LedgerStore
import TaskLedger

/// `report` 报告.
package struct ReportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "report", abstract: "报告：月度自查、自评报告",
    discussion: """
      例：xiaohao report monthly 2020-08 --output 八月自查.md
      例：xiaohao report self-evaluation --as-of 2020-10-10
      报告是 Markdown。模板先用 --templates 文件夹，其次台账的 templates/，最后用内置的。
      """, aliases: ["报告"])

  @OptionGroup var reading: ReadingOptions
  @Argument(help: ArgumentHelp("monthly 月度自查，或 self-evaluation 自评报告", valueName: "报告"))
  var paper: String
  @Argument(help: ArgumentHelp("月度自查的月份，如 2020-08", valueName: "月份")) var subject: String?
  @Option(help: ArgumentHelp("写到这个文件；不写则输出到屏幕", valueName: "文件")) var output: String?
  @Option(help: ArgumentHelp("学校自己的模板所在文件夹", valueName: "文件夹")) var templates: String?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(CommandFailure) {
    let session = try Session(environment, reading.common)
    let paper = try wantedPaper()
    let printer = try PaperPrinter(session, templates: templates)
    let text = try printer.text(paper, asOf: reading.asOf)
    session.say(printer.notes(asOf: reading.asOf))
    if let output { try session.write(text, to: output) }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "report",
          PaperJSON(
            paper: paper.name, asOf: (reading.asOf ?? session.today).description,
            file: Nullable(output.map { ($0 as NSString).lastPathComponent }), text: text)
        ).text())
    } else if let output {
      session.tell("已写出「\((output as NSString).lastPathComponent)」")
    } else {
      session.print(text)
    }
  }

  private func wantedPaper() throws(CommandFailure) -> Paper {
    switch paper {
    case "monthly", "月度自查":
      guard let month = subject.flatMap({ CivilMonth($0) }) else {
        throw CommandFailure([.monthMissing("monthly")], status: .usage)
      }
      return .monthly(month)
    case "self-evaluation", "自评报告":
      return .selfEvaluation
    default:
      throw CommandFailure(
        [.paperUnknown(paper, known: ["monthly 2020-08", "self-evaluation"])], status: .usage)
    }
  }
}

extension Session {
  /// Writes a file whole or not at all.
  func write(_ text: String, to file: String) throws(CommandFailure) {
    let target = path(file)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw CommandFailure(
        [
          .outputUnwritable(
            (file as NSString).lastPathComponent,
            reason: String(cString: strerror(errno)))
        ], status: .disk)
    }
  }
}

private struct PaperJSON: Encodable {
  var paper: String
  var asOf: String
  var file: Nullable<String>
  var text: String
}
