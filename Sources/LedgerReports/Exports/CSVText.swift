import TaskLedger

/// Comma-separated text as offices open it: RFC 4180 with a byte order mark, so that a spreadsheet
/// shows Chinese at once.
package enum CSVText {
  /// Writes rows; cells with commas, quotes or line breaks are quoted.
  ///
  /// A cell that a spreadsheet would take for a formula gets an apostrophe before it, also when its
  /// mark is full-width or stands behind spaces.
  ///
  /// - Parameter rows: The rows, headings first.
  /// - Returns: The text with a byte order mark; every row ends in a carriage return and line feed.
  package static func written(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    var cleaned = PrintableText.block(text)
    let first = cleaned.unicodeScalars.first { !$0.properties.isWhitespace }
    if let first, formulaMarks.contains(first) { cleaned = "'" + cleaned }
    guard ScalarText.contains([",", "\"", "\n"], in: cleaned) else { return cleaned }
    return "\"" + ScalarText.replacing(["\""], in: cleaned, with: "\"\"") + "\""
  }

  /// What a formula begins with; Chinese spreadsheets take the full-width marks too.
  private static let formulaMarks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
