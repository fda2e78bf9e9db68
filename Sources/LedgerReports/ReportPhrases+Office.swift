import TaskLedger

/// The words of the missing list, minutes and reminders.
extension ReportPhrases {
  /// How much is still missing, the kinds of which nothing is left out; items stand for nothing at all.
  ///
  /// - Parameters:
  ///   - items: How many items.
  ///   - indicators: How many indicators; nil where there are none to judge.
  ///   - clauses: How many clauses that no item answers.
  ///   - files: The evidence whose file is missing or changed.
  /// - Returns: The kinds in a row.
  static func lacking(
    items: Int, indicators: Int?, clauses: Int, files: [EvidenceNumber]
  ) -> String {
    let names = joined(files.prefix(3).map { "\($0)" }) + (files.count > 3 ? "等" : "")
    let kinds: [(count: Int, words: String)] = [
      (items, "\(items)项条目"), (indicators ?? 0, "\(indicators ?? 0)项指标"),
      (clauses, "\(clauses)条没有对应条目的条款"), (files.count, "\(files.count)件佐证的文件（\(names)）"),
    ]
    let open = kinds.filter { $0.count > 0 }.map(\.words)
    return open.isEmpty ? kinds[0].words : joined(open)
  }

  /// A matter before a meeting with its facts.
  static func dossier(_ row: AgendaRow, code: String?) -> [String] {
    let subject = row.subject.isEmpty ? row.title : "\(row.subject) \(row.title)"
    let asks = joined(row.kinds.map(ask))
    let who = row.answerers.isEmpty ? "说明人由会议指定" : "说明人：\(joined(row.answerers))"
    let codeWords = code.map { "；审核码 \($0)" } ?? ""
    return [subject, "  \(row.facts.joined())", "  请决定：\(asks)；\(who)\(codeWords)"]
  }

  /// The title of the file on which the office writes.
  static let textTitle = "文稿"

  /// What stands where a text is still to be written.
  static let textWanted = OfficeTextHeadings.placeholder

  /// The texts that the office has not written.
  static func unwritten(_ parts: [OfficeText.Part]) -> String {
    "尚未写的文稿：\(joined(parts.map { name(of: $0) }))"
  }

  /// What became of a decision.
  static func outcome(of line: DecisionLine) -> String {
    if let result = line.decision.result {
      let day = line.decision.settledOn.map { "\(self.day($0, near: line.asOf))：" } ?? ""
      return "\(day)\(PrintableText.line(result).trimmedStops)"
    }
    let late = line.isLate ? "，已过期限" : ""
    guard let item = line.line else { return "尚未报告落实情况\(late)" }
    if item.isSettled { return "条目已办妥" }
    if item.state.droppedReason != nil { return "条目已不再列入方案" }
    let note = item.state.progressNotes.last { $0.on >= line.decision.on }
    let last = note.map {
      "，\(self.day($0.on, near: line.asOf))：\(PrintableText.line($0.text).trimmedStops)"
    }
    return "条目\(state(item.onDay.status))\(late)\(last ?? "")"
  }
}
