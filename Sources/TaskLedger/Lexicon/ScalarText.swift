/// Marks in a text, told by single scalars.
///
/// Whoever reads an output reads code points or bytes: a combining mark behind a `|` or a
/// prepended one before a `<` makes another character for Swift and hides nothing from them. So
/// whatever escapes, splits or judges text for an output goes through here and never compares
/// characters.
package enum ScalarText {
  /// The text with some scalars written otherwise.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - replacement: What stands in place of a scalar; nil leaves it.
  /// - Returns: The text; the same bytes where nothing is replaced.
  package static func replacing(
    in text: some StringProtocol, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let words = replacement(scalar) {
        result.append(contentsOf: words.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with a backslash or another mark doubled, or with marks a system refuses as `_`.
  ///
  /// - Parameters:
  ///   - marks: The scalars that are replaced.
  ///   - text: Any text.
  ///   - words: What stands in place of each.
  /// - Returns: The text with its marks replaced.
  package static func replacing(
    _ marks: Set<Unicode.Scalar>, in text: some StringProtocol, with words: String
  ) -> String {
    replacing(in: text) { marks.contains($0) ? words : nil }
  }

  /// The parts of a text between one scalar, empty ones too.
  package static func split(_ text: some StringProtocol, at mark: Unicode.Scalar) -> [String] {
    text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// Whether a text holds one of some scalars.
  package static func contains(
    _ marks: Set<Unicode.Scalar>, in text: some StringProtocol
  ) -> Bool {
    text.unicodeScalars.contains { marks.contains($0) }
  }

  /// The text without some scalars at its ends.
  package static func trimmed(
    _ text: some StringProtocol, atStart: Bool = true, _ isCut: (Unicode.Scalar) -> Bool
  ) -> String {
    var rest = Substring(text).unicodeScalars
    if atStart { while let first = rest.first, isCut(first) { rest.removeFirst() } }
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return String(String.UnicodeScalarView(rest))
  }

  /// The beginning of a text that a measure of single scalars allows.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: The most of what is measured.
  ///   - length: How much a scalar counts.
  /// - Returns: The longest beginning within the limit.
  package static func prefix(
    of text: some StringProtocol, limit: Int, by length: (Unicode.Scalar) -> Int = { _ in 1 }
  ) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += length(scalar)
      if used > limit { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// The text as it may stand in HTML, between tags and in quoted attributes.
  package static func html(_ text: some StringProtocol) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }
}
