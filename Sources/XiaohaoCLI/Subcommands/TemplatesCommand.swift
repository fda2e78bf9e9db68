package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `templates` 模板.
package struct TemplatesCommand: ParsableCommand {
  /// The command's name, words and parts.
  package static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "模板：抄出内置的报告模板",
    subcommands: [Export.self], aliases: ["模板"])

  /// Creates the command for the parser.
  package init() {}

  /// `templates export`.
  package struct Export: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "export", abstract: "把内置模板和版式写到一个文件夹；已有的文件不覆盖",
      discussion: """
        例：xiaohao templates export 台账/templates
        reference.docx 是 Word 版式（用 Word、WPS 改样式），paper.css 是网页版式。
        模板能用哪些项：xiaohao report --list-keys monthly
        """,
      aliases: ["导出"])

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("写到哪个文件夹", valueName: "文件夹")) var target: String

    /// Creates the command for the parser.
    package init() {}

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, common)
      let (written, kept) = try Desk.exportTemplates(to: session.path(target))
      for file in kept { session.tell("已有「\(file)」，没有覆盖") }
      if common.json {
        session.print(try JSONDocument(kind: "templates", WrittenJSON(files: written)).text())
      }
      session.tell("已写出 \(written.count) 个模板和版式文件")
    }
  }
}

private struct WrittenJSON: Encodable {
  var files: [String]
}
