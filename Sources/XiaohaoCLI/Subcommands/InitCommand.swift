package import ArgumentParser
import Foundation
package import LedgerDesk
import LedgerReports
import TaskLedger

/// `init` 建账.
package struct InitCommand: EnvironmentCommand {
  /// The command's name and words.
  package static let configuration = CommandConfiguration(
    commandName: "init", abstract: "建账：为一所学校新建台账",
    discussion: """
      例：xiaohao init --ledger 台账 --school 南岭工程职业学院
      例：xiaohao init --ledger 整改 --school 南岭工程职业学院 --list 反馈问题清单.xlsx
      不写 --list 时采用内置的 2020 年任务列表（10 项任务 27 条）；--list 是上级的通知或清单，Word、
      Excel、Markdown 都可以，要有写任务（问题）的一栏。名称、指标、材料标题按清单的标题和表头认出：
      深化改革、年度改革自评、巡察整改、通用；认得不对的用 --set 写明。没有验收指标的，结论只看条目。
      整改清单自带措施、责任单位和时限的，建账后把同一个文件再导入一次：xiaohao import 反馈问题清单.xlsx
      写内容的一栏表头认不出时指明：--map 内容=情形描述
      学校自己的方案不写在 --list 后面：建账以后用 xiaohao import 导入。
      """, aliases: ["建账"])

  @OptionGroup var writing: WritingOptions

  @Option(help: ArgumentHelp("学校名称", valueName: "校名"))
  var school: String?

  @Option(help: ArgumentHelp("从 export --events 的文件读回整本台账", valueName: "文件"))
  var from: String?

  @Option(help: ArgumentHelp("任务列表或问题清单文件", valueName: "文件"))
  var list: String?

  @Option(help: ArgumentHelp("按哪一项工作：深化改革、年度改革自评、巡察整改、通用", valueName: "名称"))
  var set: String?

  @OptionGroup var columns: ColumnOptions

  @Option(help: ArgumentHelp("有权审核销号的人或部门，可写多次", valueName: "审核人"))
  var reviewer: [String] = ["领导小组办公室"]

  /// Creates the command for the parser.
  package init() {}

  /// Asks for the school unless a ledger is read back.
  package func validate() throws {
    guard school != nil || from != nil else { throw ValidationError("请写明学校：--school 校名") }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common, isNew: true)
    if let from {
      try readBack(from, session)
    } else {
      try open(for: school ?? "", session)
    }
  }

  private func readBack(_ file: String, _ session: Session) throws(DeskError) {
    let read = try session.desk.readBack(exportAt: session.path(file), dryRun: writing.dryRun)
    session.suggest(
      read.headCode.map {
        "已读回 \(read.entryCount) 条记录，台账末端 \($0)；再把 evidence 文件夹拷来，\(doing: .verify)"
      } ?? "[演示] 将读回 \(read.entryCount) 条记录")
  }

  private func open(for school: String, _ session: Session) throws(DeskError) {
    let reviewers = reviewer.map(PrintableText.line)
    let school = PrintableText.line(school).trimmingCharacters(in: .whitespaces)
    let read = try session.desk.openLedger(
      school: school, reviewers: reviewers,
      list: list.map { .path(session.path($0)) }, set: set, columns: columns.maps,
      by: session.signer(writing),
      at: session.moment, dryRun: writing.dryRun)
    session.say(read.diagnostics)
    let list = read.list
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "init",
          InitJSON(
            school: school, list: list.title, documentNumber: list.documentNumber,
            set: read.profile[.set], tasks: list.tasks.count, clauses: list.clauses.count,
            reviewers: reviewers, dryRun: writing.dryRun)
        ).text())
      return
    }
    session.tell(
      "\(writing.dryRun ? "将为" : "已为")「\(school)」建账：\(list.title)"
        + (list.documentNumber.isEmpty ? "" : "（\(list.documentNumber)）")
        + "，按「\(read.profile[.set])」，\(list.tasks.count) 项任务 \(list.clauses.count) 条；审核人：\(reviewers.joined(separator: "、"))"
    )
    if session.signer(writing) == nil { session.tell(Session.unsignedWords) }
    // A list that says who does what is the plan as well.
    let maps = read.profile.isListOwn ? columns.maps.map { " --map " + ShellWord.quoted($0) } : []
    session.suggest(
      "下一步：\(.importPlan(file: read.profile.isListOwn ? self.list : nil))\(maps.joined())")
  }
}

private struct InitJSON: Encodable {
  var school: String
  var list: String
  var documentNumber: String
  var set: String
  var tasks: Int
  var clauses: Int
  var reviewers: [String]
  var dryRun: Bool
}
