package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `missing` 倒排.
package struct MissingCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "missing", abstract: "倒排：从今天到全部办妥还差什么，按部门列出",
    discussion: """
      例：xiaohao missing                         到报送日还差的全部事项
      例：xiaohao missing --by 2020-09-30         这一天之前要办妥的
      例：xiaohao missing --department 学工部     一个部门的
      条目、缺佐证的措施、不确定的说法、差距短板、失效的销号、数据和指标都在内；一个条目有几个牵头部门的，
      各部门都列出，合计只算一次。打印成表：xiaohao report missing --format docx --output 倒排表.docx
      """, aliases: ["倒排"])

  @OptionGroup var reading: ReadingOptions
  @Option(help: ArgumentHelp("要在哪一天前办妥；不写为报送日", valueName: "日期")) var by: CivilDate?
  @Option(help: ArgumentHelp("只列一个部门", valueName: "部门")) var department: String?

  /// Creates the command for the parser.
  package init() {}

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, reading.common)
    let report = try session.desk.missing(
      by: by, of: department.map(PrintableText.line), asOf: reading.asOf ?? session.today,
      at: session.moment)
    guard !session.common.json else {
      session.print(try JSONDocument(kind: "missing", MissingJSON(report)).text())
      return
    }
    let columns = environment.terminalColumns ?? 120
    for part in report.departments where !part.rows.isEmpty || report.department != nil {
      session.tell("\(part.name)（\(part.rows.count) 项）")
      session.print(table(part.rows, columns))
    }
    if !report.unassigned.isEmpty {
      session.tell("没有写明牵头部门（\(report.unassigned.count) 项）")
      session.print(table(report.unassigned, columns))
    }
    for words in report.officeWords { session.tell(words) }
    let by =
      report.pastHandIn.map { "报送日 \($0) 已过 \($0.days(to: report.masthead.asOf)) 天" }
      ?? "到 \(report.by)"
    let isWhole = report.department == nil
    let isDone = isWhole ? report.isEmpty : report.items.isEmpty && report.damaged.isEmpty
    session.tell(
      isDone
        ? "\(by)：条目\(isWhole && report.masthead.isJudged ? "和指标" : "")没有还缺的"
        : "\(by)：还差\(report.amounts)")
  }

  private func table(_ rows: [MissingReport.Row], _ columns: Int) -> String {
    var table = TextTable(header: ["条目", "应办妥日", "还差什么"], flexible: 2)
    for row in rows {
      table.add([
        "\(row.line.id)", row.line.onDay.dayWords { "\($0)" },
        row.words.joined(separator: "；"),
      ])
    }
    return table.text(columns: columns)
  }
}
