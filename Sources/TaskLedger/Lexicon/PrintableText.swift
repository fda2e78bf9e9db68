/// Text from documents and people, made harmless before it is shown or used as a name.
///
/// Control characters never reach a terminal, and marks that turn the direction of writing never
/// hide what a name says.
public enum PrintableText {
  /// The text on one line: line breaks and tabs become single spaces, other control characters and
  /// direction marks are dropped.
  public static func line(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{2028}"
        || scalar == "\u{2029}" || scalar == "\u{85}"
      {
        if result.last != " " { result.append(" ") }
      } else if !isHidden(scalar) {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The beginning of a text on one line, enough to recognise it by: what is cut ends in 「…」, and
  /// never within a figure, so that 前30% does not read 前30.
  public static func head(_ text: String, limit: Int) -> String {
    let words = line(text)
    guard words.count > limit else { return words }
    return uncut(words.prefix(limit - 1)) + "…"
  }

  /// The beginning of a text without a figure at its end, which may go on behind it.
  package static func uncut(_ start: Substring) -> Substring {
    var kept = start
    while let last = kept.last, "0123456789０１２３４５６７８９.．,/:：%％".contains(last) {
      kept.removeLast()
    }
    return kept.isEmpty ? start : kept
  }

  /// The text with its line breaks kept as `\n` and every other control character dropped.
  public static func block(_ text: String) -> String {
    guard needsCleaning(text) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\r", "\n", "\u{2028}", "\u{2029}", "\u{85}": result.append("\n")
      case "\t": result.append(" ")
      default: if !isHidden(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// A file name without folders, controls and characters that Windows refuses, in NFC length kept
  /// short; never empty.
  public static func fileName(_ name: String) -> String {
    let base =
      name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
      .map { String(String.UnicodeScalarView($0)) } ?? ""
    let plain = ScalarText.replacing(refused, in: line(base), with: "_")
    let ended = ScalarText.trimmed(plain, atStart: false) { $0 == " " || $0 == "." }
    let cleaned = String(String.UnicodeScalarView(ended.unicodeScalars.drop { $0 == " " }))
    if cleaned.isEmpty { return "unnamed" }
    guard cleaned.unicodeScalars.count > 120 else { return cleaned }
    let dot = cleaned.unicodeScalars.lastIndex(of: ".")
    let suffix = dot.map { String(cleaned.unicodeScalars[$0...]) } ?? ""
    let kept = suffix.unicodeScalars.count <= 10 ? suffix : ""
    return ScalarText.prefix(of: cleaned, limit: 120 - kept.unicodeScalars.count) + kept
  }

  /// JSON in which nothing hides: what is no visible text is written as its escape, which every
  /// reader turns back.
  ///
  /// - Parameter json: Well-formed JSON; such scalars only stand inside of its strings.
  /// - Returns: The same JSON in visible text.
  package static func escapedJSON(_ json: String) -> String {
    guard needsCleaning(json) else { return json }
    return ScalarText.replacing(in: json) { scalar in
      guard scalar.value >= 0x7F, isHidden(scalar) || isLineBreak(scalar) else { return nil }
      return String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}"
  }

  /// JSON whose strings hold nothing that hides: such scalars are left out, and line breaks of all
  /// kinds are one.
  package static func cleanedJSON(_ json: String) -> String {
    ScalarText.replacing(in: json) { scalar in
      guard scalar.value >= 0x7F else { return nil }
      return isLineBreak(scalar) ? "\\n" : isHidden(scalar) ? "" : nil
    }
  }

  /// Whether a text holds anything that ``block(_:)`` changes.
  package static func holdsHidden(_ text: String) -> Bool { needsCleaning(text) }

  /// What Windows refuses in names, besides what parts folders.
  private static let refused: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

  private static func needsCleaning(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(mayNeedCleaning) ?? true
      && text.unicodeScalars.contains {
        $0 == "\u{2028}" || $0 == "\u{2029}" || isHidden($0)
      }
  }

  /// Whether UTF-8 bytes hold one that begins a scalar to be cleaned; nearly every text holds none, and
  /// bytes are looked at faster than scalars.
  ///
  /// Full-width forms, quotation marks and Latin letters with marks begin like what is hidden, and
  /// are told from it by the bytes behind.
  package static func mayNeedCleaning(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x20...0x7E, 0x80...0xC1, 0xC3...0xD7, 0xD9...0xE1, 0xE3...0xEE: continue
      case 0xD8:
        guard place + 1 < bytes.count, bytes[place + 1] != 0x9C else { return true }
      case 0xF0...0xF2:
        // The last two scalars of a plane are no characters.
        guard place + 2 < bytes.count else { return true }
        if bytes[place + 1] & 0x0F == 0x0F, bytes[place + 2] == 0xBF { return true }
      case 0xC2:
        guard place + 1 < bytes.count, bytes[place + 1] >= 0xA0 else { return true }
      case 0xE2:
        guard place + 2 < bytes.count else { return true }
        if bytes[place + 1] == 0x80, !(0x90...0xA7).contains(bytes[place + 2]) { return true }
        if bytes[place + 1] == 0x81 { return true }
      case 0xEF:
        guard place + 1 < bytes.count, bytes[place + 1] == 0xBC || bytes[place + 1] == 0xBD else {
          return true
        }
      default: return true
      }
    }
    return false
  }

  /// Whether a scalar is a control, a direction mark, a zero-width mark or no character at all.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
