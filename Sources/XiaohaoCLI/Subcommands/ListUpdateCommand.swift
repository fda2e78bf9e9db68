package import ArgumentParser
package import LedgerDesk
import LedgerReports
import TaskLedger

extension ListCommand {
  /// `list update` 更正.
  package struct Update: EnvironmentCommand {
    /// The command's name and words.
    package static let configuration = CommandConfiguration(
      commandName: "update", abstract: "更正任务列表：逐条列出变动，采用更正后的列表",
      discussion: """
        例：xiaohao list update 更正通知.docx --dry-run --actor 领导小组办公室
        例：xiaohao list update 更正通知.docx --reason 省更正通知 --actor 领导小组办公室
        不用重新建账；只有对应条款有变动的条目待确认，其余照旧；已封存的月报不变。
        """, aliases: ["更正"])

    @OptionGroup var writing: WritingOptions
    @Argument(help: ArgumentHelp("更正后的任务列表", valueName: "文件")) var file: String
    @Option(help: ArgumentHelp("依据或理由", valueName: "理由")) var reason: String?
    @OptionGroup var columns: ColumnOptions

    /// Creates the command for the parser.
    package init() {}

    /// Asks for the reason when something is written.
    package func validate() throws {
      guard reason != nil || writing.dryRun else {
        throw ValidationError("请写明依据：--reason 理由")
      }
    }

    package func run(in environment: Environment) throws(DeskError) {
      let session = try Session(environment, writing.common)
      let correction = try session.desk.correctList(
        .path(session.path(file)), reason: reason.map(PrintableText.block) ?? "演示",
        columns: columns.maps, by: try session.clerk(writing), at: session.moment,
        dryRun: writing.dryRun)
      session.say(correction.read.diagnostics)
      if session.common.json {
        session.print(
          try JSONDocument(
            kind: "list-update",
            ListUpdateJSON(
              changes: correction.changes.map(ListUpdateJSON.Change.init),
              doubtful: correction.doubtful.map(\.description), dryRun: writing.dryRun)
          ).text())
        return
      }
      for change in correction.changes { session.print(change.lines(correction) + "\n") }
      guard correction.receipt != nil else {
        session.tell("与现行任务列表一致，没有写入")
        return
      }
      let doubtful = correction.doubtful.map(\.description).joined(separator: "、")
      session.tell(
        "\(writing.dryRun ? "将采用" : "已采用")更正后的任务列表，变动 \(correction.changes.count) 处"
          + (doubtful.isEmpty ? "，没有条目受影响" : "；待确认的条目：\(doubtful)"))
      if !doubtful.isEmpty, !writing.dryRun {
        let confirmed = Remedy.Act.confirm(
          correction.doubtful[0], .clauseChanged, reason: "已核对")
        session.suggest("逐条核对后确认：\(confirmed)")
      }
    }
  }
}

private struct ListUpdateJSON: Encodable {
  var changes: [Change]
  var doubtful: [String]
  var dryRun: Bool

  struct Change: Encodable {
    var clause: String?
    var change: String

    init(_ change: TaskListChange) {
      clause = change.clause?.description
      self.change =
        switch change {
        case .head: "head"
        case .added: "added"
        case .gone: "gone"
        case .changed: "changed"
        }
    }
  }
}

extension TaskListChange {
  /// The change as lines of text.
  fileprivate func lines(_ correction: Desk.ListCorrection) -> String {
    switch self {
    case .head:
      let (before, after) = (correction.before, correction.read.list)
      return "文件：\(Self.head(before)) → \(Self.head(after))"
    case .added(let id):
      return "\(id) 新增：\(correction.read.list.clause(id).map(Self.words) ?? "")"
    case .gone(let id):
      return "\(id) 取消：\(correction.before.clause(id).map(Self.words) ?? "")"
    case .changed(let id, let before, let after):
      var parts: [String] = []
      if before.content != after.content {
        parts += ["  原：" + PrintableText.line(before.content)]
        parts += ["  现：" + PrintableText.line(after.content)]
      }
      if before.deadline != after.deadline {
        parts += ["  时限：\(before.deadline.words) → \(after.deadline.words)"]
      }
      if parts.isEmpty { parts = ["  任务名称、依据或数值要求有变动"] }
      return "\(id) 变动：\n" + parts.joined(separator: "\n")
    }
  }

  private static func head(_ list: TaskList) -> String {
    let days = Set(list.handIns.map(\.due)).sorted().map(\.description).joined(separator: "、")
    return PrintableText.line("\(list.title)（\(list.documentNumber)）")
      + (days.isEmpty ? "" : "，报送日 \(days)")
  }

  private static func words(_ clause: Clause) -> String {
    PrintableText.line(clause.content) + "（\(clause.deadline.words)）"
  }
}
