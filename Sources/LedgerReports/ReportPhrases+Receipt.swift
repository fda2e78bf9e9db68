import TaskLedger

/// The words of receipts.
extension ReportPhrases {
  static let receiptPage = "回执"
  static let receiptLabel = "结果"
  static let fileLabel = "交来的表"
  static let signerLabel = "登记人"
  static let findingsPage = "要改要看的"
  static let findingsHeadings = ["在哪一格", "轻重", "条目", "是什么", "怎么办"]
  static let takenPage = "逐条"
  static let recordedPage = "登记的数据"
  static let recordedHeadings = ["名称", "登记为", "原来是"]
  static let takenHeadings = ["条目", "内容", "收下的", "收下的佐证", "还需要"]

  /// The name of a receipt.
  static let receiptFile = "回执.xlsx"

  /// The title of a receipt.
  static func receiptTitle(_ department: String) -> String { "\(department)　填报表回执" }

  /// What became of a sheet, in a sentence or two.
  static func verdict(of receipt: SheetReceipt, on day: CivilDate) -> String {
    let errors = receipt.findings.count { $0.severity == .error }
    switch receipt.status {
    case .taken:
      let pieces = receipt.lines.flatMap(\.evidence).count
      let applied = receipt.lines.count(where: \.isApplied)
      return "\(date(day))收到并已登记：进展 \(receipt.lines.count(where: \.hasProgress)) 条，"
        + "佐证 \(pieces) 件，申请销号 \(applied) 条"
        + (receipt.figures.isEmpty ? "" : "，数据 \(receipt.figures.count) 项")
        + (receipt.members.isEmpty ? "" : "，人员 \(receipt.members.count) 人次")
        + (receipt.lines.contains { $0.isClosed != nil }
          ? "，审核决定 \(receipt.lines.count { $0.isClosed != nil }) 条" : "")
        + "。" + (receipt.lines.isEmpty ? "" : "还需要补什么见「\(takenPage)」页。")
    case .already: return "\(date(day))收到。这张表的内容先前已经登记过，这次没有新的内容，没有重复登记。"
    case .blank:
      let isBeside = receipt.findings.contains { $0.severity == .warning }
      return "\(date(day))收到。要填的格子都空着，没有登记。"
        + (isBeside ? "写在别处的见「\(findingsPage)」页。" : "")
    case .refused: return "\(date(day))收到，但有 \(errors) 处须改，全表都没有登记。请照「\(findingsPage)」页改好后再交一次。"
    }
  }

  /// A note of progress.
  static func progress(_ note: String) -> String { "进展：\(note)" }

  /// A figure in words, with the reason beside it.
  static func figure(_ value: String, _ exemption: String?) -> String {
    let words = value.isEmpty ? "不适用" : value
    return exemption.map { "\(words)（\($0)）" } ?? words
  }

  /// A figure that was taken.
  static func row(_ figure: SheetReceipt.Figure) -> [String] {
    [figure.name, figure.now, figure.before ?? ""]
  }

  /// A member who was registered or left.
  static func row(_ member: SheetReceipt.MemberLine) -> [String] {
    guard let department = member.department else { return [member.name, "离任", ""] }
    return [member.name, "\(department)，\(member.role?.words ?? "")", ""]
  }

  /// What was taken of an item.
  static func row(_ line: SheetReceipt.Line) -> [String] {
    var taken: [String] = []
    if let note = line.noteWords { taken.append(note) }
    if line.isApplied { taken.append("已申请销号，待审核") }
    if let isClosed = line.isClosed { taken.append(isClosed ? "已销号" : "已退回") }
    if line.known > 0 { taken.append("先前已收 \(line.known) 项") }
    taken += line.changes.map {
      "导出后\($0.part.words)有变：表上「\($0.before)」，台账「\($0.now)」"
    }
    return [
      "\(line.item)", brief(line.content), taken.joined(separator: "\n"),
      line.evidence.map { "\($0.number) \($0.file)" }.joined(separator: "\n"),
      line.isClosed == nil ? obstacles(line.obstacles) : "",
    ]
  }

  /// A part of what is reviewed, in words.
  static func words(of part: ReviewBasis.Part, in basis: ReviewBasis) -> String {
    let words: String
    switch part {
    case .clause: words = basis.clause.map { "\($0)" } ?? ""
    case .content: words = basis.content
    case .deadline: words = basis.deadline + (basis.due.map { "（\($0)）" } ?? "")
    case .statement: words = basis.statement
    case .measures: words = measures(basis.measures)
    case .evidence: words = joined(basis.evidence.map { "\($0.number)" })
    }
    return words.isEmpty ? "（无）" : PrintableText.line(words)
  }
}
