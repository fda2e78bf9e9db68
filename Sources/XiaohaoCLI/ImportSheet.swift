import LedgerDesk
import LedgerReports
import TaskLedger

/// What an import read and recorded, for people and for programs.
struct ImportSheet {
  var outcome: ImportOutcome
  var dryRun: Bool
  /// How what to do next is worded.
  var wording: RemedyWords

  private var plan: PlanFile { outcome.plan }
  private var items: [Item] { outcome.items }
  private var list: TaskList { outcome.list }
  private var difference: PlanDifference? { outcome.difference }
  private var kept: [PlanDifference.Change] { outcome.kept }
  private var recorded: Int { outcome.recorded }
  private var missingClauses: [ClauseID] { outcome.missingClauses }

  /// The outcome for the person who compares it with the paper: header, one row an item, what must
  /// be confirmed, what to do next.
  func text(columns: Int, on today: CivilDate) -> String {
    var lines = [
      "学校：\(words(plan.header.school))　文号：\(words(plan.header.documentNumber))"
        + "　印发：\(plan.header.issueDate?.description ?? "未载明")"
    ]
    var table = TextTable(
      header: ["编号", "序号", "完成时限", "到期", "列表时限", "内容", "措施", "标记"],
      flexible: 5)
    for item in items {
      table.add([
        item.id.description, item.ordinal ?? "—", item.deadline.words,
        dueWords(item.deadline, on: today),
        item.clause.flatMap { list.clause($0)?.deadline.words } ?? "—",
        PrintableText.line(item.content), String(item.measures.count),
        item.flags.map(\.rawValue).sorted().joined(separator: " "),
      ])
    }
    lines.append(table.text(columns: columns))
    let flagged = items.count { !$0.flags.isEmpty }
    lines.append(
      "共 \(items.count) 条，对上列表条款 \(items.count { $0.clause != nil }) 条，"
        + "缺 \(missingClauses.count) 条"
        + (missingClauses.isEmpty
          ? "" : "（\(missingClauses.map(\.description).joined(separator: "、"))）")
        + "；待确认 \(flagged) 条")
    if let difference { lines += differenceLines(difference) }
    lines.append(verdict)
    return lines.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
  }

  private var verdict: String {
    if dryRun { return "只是演示，没有写入；确认后去掉 --dry-run" }
    if recorded == 0 { return "与台账一致，没有新增记录" }
    return wording.text(
      of: "已写入 \(recorded) 条记录；下一步：\(look: .findings)与任务列表比对，\(look: .items)看全部")
  }

  private func dueWords(_ deadline: Deadline, on today: CivilDate) -> String {
    if let due = deadline.due { return due.description }
    if case .recurring = deadline.meaning, let next = deadline.next(onOrAfter: today) {
      return "下次 \(next)"
    }
    return deadline.isOngoing ? "长期" : "—"
  }

  private func differenceLines(_ difference: PlanDifference) -> [String] {
    var lines = [
      "与台账相比：新增 \(difference.added.count) 条，变动 \(difference.changed.count) 条，"
        + "减少 \(difference.gone.count) 条，未变 \(difference.untouched) 条"
    ]
    lines += difference.added.map { "  新增 \($0)" }
    lines += difference.changed.map {
      "  变动 \($0.item)：\($0.fields.map(\.words).joined(separator: "、"))"
    }
    lines += difference.gone.map { "  减少 \($0)" }
    lines += kept.map {
      "  保留 \($0.item) 的更正：\($0.fields.map(\.words).joined(separator: "、"))（方案写的与更正之前相同）"
    }
    return lines
  }

  private func words(_ text: String?) -> String {
    text.map(PrintableText.line) ?? "未载明"
  }

  /// The outcome as JSON.
  func json(on today: CivilDate) throws(DeskError) -> String {
    var ledger = Ledger()
    ledger.list = list
    return try JSONDocument(
      kind: "import",
      ImportJSON(
        dryRun: dryRun, recorded: recorded, title: Nullable(plan.header.title),
        school: Nullable(plan.header.school),
        documentNumber: Nullable(plan.header.documentNumber),
        issueDate: Nullable(plan.header.issueDate?.description),
        source: plan.header.source, sourceDigest: plan.header.sourceDigest,
        missingClauses: missingClauses.map(\.description),
        added: difference?.added.map(\.description) ?? [],
        changed: difference?.changed.map(\.item.description) ?? [],
        gone: difference?.gone.map(\.description) ?? [],
        kept: kept.map(\.item.description),
        diagnostics: plan.diagnostics.map(wording.finding),
        items: items.map {
          ItemJSON(
            ItemState(
              importing: $0,
              by: EventEnvelope(
                sequence: 0, recordedAt: Instant(startOf: today), effective: today, actor: "",
                event: .imported($0))), in: ledger, on: today,
            digest: Desk.digest)
        })
    ).text()
  }
}

private struct ImportJSON: Encodable {
  var dryRun: Bool
  var recorded: Int
  var title: Nullable<String>
  var school: Nullable<String>
  var documentNumber: Nullable<String>
  var issueDate: Nullable<String>
  var source: String
  var sourceDigest: String
  var missingClauses: [String]
  var added: [String]
  var changed: [String]
  var gone: [String]
  var kept: [String]
  var diagnostics: [FindingJSON]
  var items: [ItemJSON]
}
