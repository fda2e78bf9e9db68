import TaskLedger

/// Values made harmless before they stand in a Markdown paper; the only place that does so.
///
/// A value is one line, whatever was typed: a line break would end a table row, a pipe would open a
/// column, and a mark at its beginning would make it a heading or a list.
enum MarkdownText {
  /// A value as it may stand in a paragraph or a table cell.
  static func escaped(_ value: String) -> String {
    var line = PrintableText.line(value)
    while line.last == " " { line.removeLast() }
    var result = ""
    for character in line.drop(while: { $0 == " " }) {
      if special.contains(character) { result.append("\\") }
      result.append(character)
    }
    return isBlockMark(result) ? "\\" + result : result
  }

  private static let special = Set<Character>("\\`*_[]<>|~$^&")

  /// Whether a value would begin a heading, a list or a rule when it stands at the head of a line.
  private static func isBlockMark(_ text: String) -> Bool {
    let head = text.prefix { $0 != " " }
    guard let first = head.first else { return false }
    switch first {
    case "#": return head.allSatisfy { $0 == "#" }
    case "-", "+": return head.count == 1 || head.allSatisfy { $0 == first }
    case "=": return head.allSatisfy { $0 == "=" }
    default: return false
    }
  }
}
