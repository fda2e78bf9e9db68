package import ArgumentParser
package import LedgerDesk
import TaskLedger

/// `import` 导入.
package struct ImportCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入：读入学校实施方案，对上任务列表",
    discussion: """
      例：xiaohao import 方案.docx            读 Word、Excel、CSV、Markdown、网页和文本
      例：xiaohao import 方案.docx --dry-run  只看会读成什么，不写入
      例：xiaohao import 新方案.docx --update 应用修订后的方案
      例：xiaohao import 台账.xlsx --table 2024年任务  文件里有几份时指明一份
      例：xiaohao import 方案.xlsx --map 时限=整改时限 --map 内容=C  指明栏目，下次导入照用
      原文和出处都保留；推断的、继承的、移位的值都有标记，用 revise --confirm 确认或更正。
      """, aliases: ["导入"])

  @OptionGroup var writing: WritingOptions
  @Argument(help: ArgumentHelp("方案文件；- 为标准输入", valueName: "文件")) var file: String
  @Flag(help: "已有方案时，应用新方案的改动") var update = false
  @OptionGroup var columns: ColumnOptions

  @Option(help: ArgumentHelp("文件里有几份任务列表时读哪一份：它的标题或工作表名", valueName: "名称"))
  var table: String?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    // A preview does without a ledger, but not without the one that was named.
    if writing.dryRun, writing.common.ledger != nil { _ = try session.snapshot() }
    let outcome = try session.desk.importPlan(
      session.input(file), update: update, columns: columns.maps, table: table,
      by: session.signer(writing),
      at: session.moment,
      dryRun: writing.dryRun)
    session.say(outcome.notes)
    let sheet = ImportSheet(
      outcome: outcome, dryRun: writing.dryRun, wording: environment.wording)
    session.print(
      session.common.json
        ? try sheet.json(on: session.today)
        : sheet.text(columns: environment.terminalColumns ?? 120, on: session.today))
    if outcome.recorded > 0, session.signer(writing) == nil, !session.common.json {
      session.tell(Session.unsignedWords)
    }
  }
}
