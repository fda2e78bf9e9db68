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
    let base = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var cleaned = String(
      line(base).map { "<>:\"|?*".contains($0) ? "_" : $0 })
    while let last = cleaned.last, last == " " || last == "." { cleaned.removeLast() }
    while let first = cleaned.first, first == " " { cleaned.removeFirst() }
    if cleaned.isEmpty || cleaned.allSatisfy({ $0 == "." }) { return "unnamed" }
    guard cleaned.count > 120 else { return cleaned }
    let suffix = cleaned.lastIndex(of: ".").map { cleaned[$0...] }.flatMap {
      $0.count <= 10 ? String($0) : nil
    }
    return String(cleaned.prefix(120 - (suffix?.count ?? 0))) + (suffix ?? "")
  }

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
      case 0x20...0x7E, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xEE, 0xF0...0xF2: continue
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
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
