package import TaskLedger

/// Comma-separated text as offices open it: RFC 4180 with a byte order mark, so that a spreadsheet
/// shows Chinese at once.
package enum CSVText {
  /// Writes rows; cells with commas, quotes or line breaks are quoted.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  ///
  /// - Parameter rows: The rows, headings first.
  /// - Returns: The text with a byte order mark; every row ends in a carriage return and line feed.
  package static func written(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    var cleaned = PrintableText.block(text)
    if let first = cleaned.first, "=+-@".contains(first) { cleaned = "'" + cleaned }
    guard cleaned.contains(where: { ",\"\n".contains($0) }) else { return cleaned }
    return "\"" + cleaned.replacing("\"", with: "\"\"") + "\""
  }
}

/// The ledger as rows of a sheet (台账表): the plan's columns, which `import` reads again.
///
/// Words stand as written; nothing derived stands among them, so that what is read back is equal.
package enum LedgerSheet {
  /// The rows of the items that still count, headings first.
  package static func rows(of ledger: Ledger) -> [[String]] {
    [ReportPhrases.sheetHeadings] + ledger.liveItems.map { row($0.item) }
  }

  private static func row(_ item: Item) -> [String] {
    [
      item.ordinal ?? "", item.taskTitle, item.basis, item.content, measures(item.measures),
      item.deadline.text, ReportPhrases.joined(item.departments.lead),
      ReportPhrases.joined(item.departments.supporting), item.responsiblePerson, item.remark,
    ]
  }

  /// Several measures with their numbers, one a line; a single one alone.
  private static func measures(_ measures: [Measure]) -> String {
    measures.count == 1
      ? measures[0].text
      : measures.map { ReportPhrases.measures([$0]) }.joined(separator: "\n")
  }
}
