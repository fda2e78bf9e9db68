/// Keeps what somebody wrote from being taken for a formula where spreadsheets open a table as text.
///
/// A guarded cell begins with an apostrophe, which is taken away again when it is read, so that a table
/// comes back unchanged.
package enum FormulaGuard {
  /// A text as it may stand in a cell: with an apostrophe before it when its mark is one of a formula,
  /// also behind spaces or apostrophes of its own.
  package static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text of a cell without its guard.
  package static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let text = String(cell.dropFirst())
    return needsGuard(text) ? text : cell
  }

  private static func needsGuard(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "'" }
    return first.map(marks.contains) ?? false
  }

  /// What a formula begins with; Chinese spreadsheets take the full-width marks too.
  private static let marks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
