/// What keeps a page from reaching anything outside of it, whoever wrote its template or its style
/// sheet.
enum PageSafety {
  /// Forbids everything but the styles in the page itself: no script, no picture, no font, no form.
  static let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"

  /// A page with the policy before anything that could load something.
  ///
  /// - Parameter page: A page of a template.
  /// - Returns: The page; the policy stands first in its head, or before everything where a page
  ///   does not begin as pages do.
  static func guarded(_ page: String) -> String {
    let bytes = Array(page.utf8)
    var place = bytes.startIndex
    for opening in ["<!doctype html", "<html", "<head"] {
      while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
      let word = Array(opening.utf8)
      guard bytes[place...].prefix(word.count).map(lowercased) == word,
        let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")),
        // Within these tags stand plain attributes alone.
        !bytes[(place + 1)..<end].contains(UInt8(ascii: "<"))
      else { return policy + "\n" + page }
      place = end + 1
    }
    return String(decoding: bytes[..<place], as: UTF8.self) + "\n" + policy
      + String(decoding: bytes[place...], as: UTF8.self)
  }

  /// Whether a page of a template says more to the browser than how it is to be read: it could send
  /// the reader elsewhere.
  static func commandsBrowser(_ page: String) -> Bool {
    let bytes = page.utf8.map(lowercased)
    let (meta, word) = (Array("<meta".utf8), Array("http-equiv".utf8))
    var isInTag = false
    var quote: UInt8?
    for (place, byte) in bytes.enumerated() {
      if !isInTag {
        isInTag = byte == meta[0] && bytes[place...].starts(with: meta)
      } else if bytes[place...].starts(with: word) {
        return true
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        isInTag = false
      }
    }
    return false
  }

  /// A style sheet as it may stand in a page: it cannot end its element.
  static func styles(_ style: String) -> String {
    var result: [UInt8] = []
    for byte in style.utf8 {
      if byte == UInt8(ascii: "/"), result.last == UInt8(ascii: "<") {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The line of a style sheet that asks for something from elsewhere; nil when none does.
  ///
  /// Escapes are read as browsers read them.
  static func outsideLine(in style: String) -> Int? {
    let plain = unescaped(Array(style.utf8).map(lowercased))
    var line = 1
    for place in plain.indices {
      if plain[place] == UInt8(ascii: "\n") { line += 1 }
      if outside.contains(where: { plain[place...].starts(with: $0) }) { return line }
    }
    return nil
  }

  private static let outside: [[UInt8]] = [
    "@import", "url(", "src(", "image(", "image-set(", "cross-fade(", "expression(", "behavior:",
    "-moz-binding",
  ].map { Array($0.utf8) }

  /// Style text with `\75` and `\u` as the letters they mean.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "\\") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let digits = bytes[(place + 1)...].prefix(6).prefix { isHexadecimal($0) }
      place = digits.isEmpty ? place + 1 : digits.endIndex
      guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { continue }
      if value < 0x80 { result.append(lowercased(UInt8(value))) }
      if place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    }
    return result
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
