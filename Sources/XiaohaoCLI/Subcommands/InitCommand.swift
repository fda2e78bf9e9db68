package import ArgumentParser
import BundledAssets
import Foundation
import LedgerStore
import PlanImport
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
      不写 --list 时采用内置的省任务列表（10 项任务 27 条）；--list 可以是省里通知的 .docx。
      学校自己的方案不写在 --list 后面：建账以后用 xiaohao import 导入。
      """, aliases: ["建账"])

  @OptionGroup var writing: WritingOptions

  @Option(help: ArgumentHelp("学校名称", valueName: "校名"))
  var school: String?

  @Option(help: ArgumentHelp("从 export --events 的文件读回整本台账", valueName: "文件"))
  var from: String?

  @Option(help: ArgumentHelp("省任务列表文件", valueName: "文件"))
  var list: String?

  @Option(help: ArgumentHelp("有权审核销号的人或部门，可写多次", valueName: "审核人"))
  var reviewer: [String] = ["领导小组办公室"]

  /// Creates the command for the parser.
  package init() {}

  /// Asks for the school unless a ledger is read back.
  package func validate() throws {
    guard school != nil || from != nil else { throw ValidationError("请写明学校：--school 校名") }
  }

  package func run(in environment: Environment) throws(DeskError) {
    let session = try Session(environment, writing.common)
    let folder = LedgerFolder(
      path: writing.common.ledger.map(session.path) ?? environment.currentFolder)
    if let from {
      try readBack(from, into: folder, session)
    } else {
      try open(folder, for: school ?? "", session)
    }
  }

  private func readBack(_ file: String, into folder: LedgerFolder, _ session: Session)
    throws(DeskError)
  {
    let name = (file as NSString).lastPathComponent
    guard let data = FileManager.default.contents(atPath: session.path(file)) else {
      throw DeskError([.exportUnreadable(name, line: nil)], kind: .unreadableInput)
    }
    var entries: [StoredEntry] = []
    for (index, line) in String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true).enumerated()
    {
      guard let entry = StoredEntry(line: line) else {
        throw DeskError(
          [.exportUnreadable(name, line: index + 1)], kind: .unreadableInput)
      }
      entries.append(entry)
    }
    guard !entries.isEmpty else {
      throw DeskError([.exportUnreadable(name, line: nil)], kind: .unreadableInput)
    }
    guard !folder.hasLedger else { throw DeskError(.ledgerExists(folder: folder.name)) }
    guard !writing.dryRun else {
      session.tell("[演示] 将读回 \(entries.count) 条记录")
      return
    }
    do throws(StoreError) {
      let head = try LedgerStore.create(in: folder, from: entries)
      session.tell("已读回 \(entries.count) 条记录，台账末端 \(head.code)；再把 evidence 文件夹拷来，运行 xiaohao verify")
    } catch {
      throw DeskError(error)
    }
  }

  private func open(_ folder: LedgerFolder, for school: String, _ session: Session)
    throws(DeskError)
  {
    let lists = try PlanFiles(session.desk).list(list.map { .path(session.path($0)) })
    let reviewer = reviewer.map(PrintableText.line)
    let actor = (try? session.actor(writing)) ?? reviewer.first ?? ""
    let occasion = Occasion(
      actor: actor, today: session.today, effective: lists.effective(on: session.today))
    let events: [LedgerEvent]
    do throws(LedgerRejection) {
      events = try decide(
        .open(school: PrintableText.line(school), reviewers: reviewer, list: lists.list),
        in: Ledger(), on: occasion)
    } catch {
      throw DeskError(error.diagnostics, kind: .refused)
    }
    guard !folder.hasLedger else { throw DeskError(.ledgerExists(folder: folder.name)) }
    session.say(lists.diagnostics)
    if !writing.dryRun {
      do throws(StoreError) {
        _ = try LedgerStore.create(
          in: folder, recordedAt: session.moment.recordedAt, actor: actor,
          effective: occasion.effective, events: events)
      } catch {
        throw DeskError(error)
      }
    }
    if session.common.json {
      session.print(
        try JSONDocument(
          kind: "init",
          InitJSON(
            school: school, list: lists.list.title, documentNumber: lists.list.documentNumber,
            tasks: lists.list.tasks.count, clauses: lists.list.clauses.count,
            reviewers: reviewer, dryRun: writing.dryRun)
        ).text())
      return
    }
    session.tell(
      "\(writing.dryRun ? "将为" : "已为")「\(school)」建账：\(lists.list.title)"
        + "（\(lists.list.documentNumber)），\(lists.list.tasks.count) 项任务 "
        + "\(lists.list.clauses.count) 条；审核人：\(reviewer.joined(separator: "、"))")
    session.tell("下一步：xiaohao import 方案.docx\(writing.common.ledgerHint)")
  }
}

private struct InitJSON: Encodable {
  var school: String
  var list: String
  var documentNumber: String
  var tasks: Int
  var clauses: Int
  var reviewers: [String]
  var dryRun: Bool
}

extension CommonOptions {
  /// The `--ledger` option as a next step repeats it.
  var ledgerHint: String { ledger.map { " --ledger " + ShellWord.quoted($0) } ?? "" }
}
