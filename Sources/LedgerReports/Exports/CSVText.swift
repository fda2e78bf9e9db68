import TaskLedger

/// Comma-separated text as offices open it: RFC 4180 with a byte order mark, so that a spreadsheet
/// shows Chinese at once.
package enum CSVText {
  /// Writes rows; cells with commas, quotes or line breaks are quoted.
  ///
  /// A cell that a spreadsheet would take for a formula is guarded (``FormulaGuard``).
  ///
  /// - Parameter rows: The rows, headings first.
  /// - Returns: The text with a byte order mark; every row ends in a carriage return and line feed.
  package static func written(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    let cleaned = FormulaGuard.guarded(PrintableText.block(text))
    guard ScalarText.contains([",", "\"", "\n"], in: cleaned) else { return cleaned }
    return "\"" + ScalarText.replacing(["\""], in: cleaned, with: "\"\"") + "\""
  }
}
