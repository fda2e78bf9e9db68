import TaskLedger

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
