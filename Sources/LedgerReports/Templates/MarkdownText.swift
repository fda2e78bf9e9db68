import TaskLedger

/// Values made harmless before they stand in a Markdown paper; the only place that does so.
///
/// A value is one line, whatever was typed: a line break would end a table row, a pipe would open a
/// column, and a mark at its beginning would make it a heading or a list.
enum MarkdownText {
  /// A value as it may stand in a paragraph or a table cell.
  static func escaped(_ value: String) -> String {
    if value.utf8.withContiguousStorageIfAvailable(isHarmless) ?? false { return value }
    let line = ScalarText.trimmed(PrintableText.line(value)) { $0 == " " }
    let result = ScalarText.replacing(in: line) { special.contains($0) ? "\\\($0)" : nil }
    return isBlockMark(result) ? "\\" + result : result
  }

  /// Whether bytes hold nothing that is escaped, cleaned or cut off, as those of most values do; for
  /// the others their characters are looked at.
  private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="):
      return false
    default: break
    }
    let isSpecial = isSpecial
    return last != UInt8(ascii: " ") && bytes.allSatisfy { !isSpecial[Int($0)] }
      && !PrintableText.mayNeedCleaning(bytes)
  }

  /// By byte, whether it is one of ``special``.
  private static let isSpecial: [Bool] = (0...255).map { byte in
    special.contains(Unicode.Scalar(UInt8(byte)))
  }

  private static let special = Set("\\`*_[]<>|~$^&".unicodeScalars)

  /// Whether a value would begin a heading, a list or a rule when it stands at the head of a line.
  private static func isBlockMark(_ text: String) -> Bool {
    let head = text.unicodeScalars.prefix { $0 != " " }
    guard let first = head.first else { return false }
    switch first {
    case "#": return head.allSatisfy { $0 == "#" }
    case "-", "+": return head.count == 1 || head.allSatisfy { $0 == first }
    case "=": return head.allSatisfy { $0 == "=" }
    default: return false
    }
  }
}
