import TaskLedger

/// Values made harmless before they stand in a Markdown paper; the only place that does so.
///
/// A value is one line, whatever was typed: a line break would end a table row, a pipe would open a
/// column, and a mark at its beginning would make it a heading or a list.
package enum MarkdownText {
  /// A value as it may stand in a paragraph or a table cell.
  static func escaped(_ value: String) -> String {
    if value.utf8.withContiguousStorageIfAvailable(isHarmless) ?? false { return value }
    let line = ScalarText.trimmed(PrintableText.line(value)) { $0 == " " }
    var result = ScalarText.replacing(in: line) { special.contains($0) ? "\\\($0)" : nil }
    if isBlockMark(result) { return "\\" + result }
    if let end = result.utf8.withContiguousStorageIfAvailable(numberEnd) ?? nil {
      result.insert("\\", at: result.utf8.index(result.startIndex, offsetBy: end))
    }
    return result
  }

  /// Whether bytes hold nothing that is escaped, cleaned or cut off, as those of most values do; for
  /// the others their characters are looked at.
  private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "="):
      return false
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if numberEnd(bytes) != nil { return false }
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

  /// Where the full stop or bracket stands that would make the number before it one of a list, which
  /// printers count anew; nil when the value does not begin so.
  private static func numberEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let end = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard (1...9).contains(end), end < bytes.count,
      bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
      end + 1 == bytes.count || bytes[end + 1] == UInt8(ascii: " ")
    else { return nil }
    return end
  }

  /// A paper without the marks before the full stops of numbers that begin no list: those at the head
  /// of headings and of cells.
  package static func withoutIdleMarks(_ paper: String) -> String {
    guard paper.utf8.contains(UInt8(ascii: "\\")) else { return paper }
    let lines = paper.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let first = line.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "|"),
        line.utf8.contains(UInt8(ascii: "\\"))
      else { return line }
      return Substring(withoutIdleMarks(line: Array(line.utf8)))
    }
    return lines.joined(separator: "\n")
  }

  private static func withoutIdleMarks(line: [UInt8]) -> String {
    var kept: [UInt8] = []
    // How many digits stand behind a mark of a heading or cell and its space; nil elsewhere.
    var digits: Int?
    for (place, byte) in line.enumerated() {
      let next = place + 1 < line.count ? line[place + 1] : 0
      if byte == UInt8(ascii: "\\"), let digits, digits > 0,
        next == UInt8(ascii: ".") || next == UInt8(ascii: ")")
      {
        continue
      }
      switch byte {
      case UInt8(ascii: " ")
      where place > 0 && [UInt8(ascii: "#"), UInt8(ascii: "|")].contains(line[place - 1]):
        digits = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits = digits.map { $0 + 1 }
      default: digits = nil
      }
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }

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
