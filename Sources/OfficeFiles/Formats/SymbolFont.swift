/// Signs that documents keep as places of a symbol font, with the characters they look like.
enum SymbolFont {
  /// The name of a symbol font in small letters without blanks; nil when the font is none.
  static func name(_ font: some StringProtocol) -> String? {
    guard font.utf8.count <= 40 else { return nil }
    let name = font.lowercased().filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
    return tables[name] == nil ? nil : name
  }

  /// The character for a code of a symbol font; nil when it is unknown.
  ///
  /// Codes are places of the font from 0x20 to 0xFF, alone or in the private area from 0xF000 on;
  /// others are characters in themselves.
  static func text(_ code: UInt32, font: String) -> String? {
    let isPlace = (0x20...0xFF).contains(code) || (0xF020...0xF0FF).contains(code)
    guard isPlace else {
      guard code > 0xFF, !(0xE000...0xF8FF).contains(code) else { return nil }
      return Unicode.Scalar(code).map { String(Character($0)) }
    }
    return tables[font]?[code & 0xFF].map { String($0) }
  }

  /// A text in a symbol font, and how many of its signs are unknown; each of them leaves a blank.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, font: String
  ) -> (text: String, unknown: Int) {
    var text = ""
    var unknown = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0xA0 {
        text.unicodeScalars.append(scalar)
      } else if let sign = self.text(scalar.value, font: font) {
        text += sign
      } else {
        text += " "
        unknown += 1
      }
    }
    return (text, unknown)
  }

  private static let tables: [String: [UInt32: Character]] = [
    "symbol": symbol, "wingdings": wingdings, "wingdings2": wingdings2,
    "wingdings3": wingdings3, "webdings": webdings,
  ]

  /// A table of rows of characters from a place on; a middle dot is a place without one.
  private static func table(_ rows: [(first: UInt32, signs: String)]) -> [UInt32: Character] {
    var table: [UInt32: Character] = [:]
    for (first, signs) in rows {
      for (offset, sign) in signs.enumerated() where sign != "·" {
        table[first + UInt32(offset)] = sign
      }
    }
    return table
  }

  /// Mathematical signs and Greek letters, in the order of Adobe's encoding.
  private static let symbol = table([
    (0x20, " !∀#∃%&∋()*+,-./0123456789:;<=>?"), (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"), (0xA0, "€ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓"), (0xD7, "⋅"), (0xE0, "◊〈®©™∑("), (0xF1, "〉∫"),
  ])

  /// Boxes, ticks, figures in circles and arrows.
  private static let wingdings = table([
    (0x20, " "), (0x21, "✏✂"), (0x28, "☎✆✉"), (0x36, "⌛"), (0x3F, "✍"), (0x45, "☜☞☝☟"), (0x4A, "☺"),
    (0x4C, "☹"), (0x6C, "●"), (0x6E, "■☐☐☐☐◆◆◆❖◆☒"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9F, "•"), (0xA1, "○○"), (0xA4, "◉◎"), (0xA7, "▪☐"), (0xAA, "✦★✶✴"), (0xB5, "✪✰"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓↖↗↙↘"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩⇔"), (0xFB, "✗✓☒☑"),
  ])

  private static let wingdings2 = table([
    (0x20, " "), (0x4F, "✗✓☒☑☑"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x97, "•●"), (0xA2, "■☐"),
  ])

  private static let wingdings3 = table([
    (0x20, " ←→↑↓↖↗↙↘"), (0x70, "▲▼△▽◀▶◁▷"),
  ])

  private static let webdings = table([
    (0x20, " "), (0x61, "✔"), (0x67, "■"), (0x6E, "●"), (0x72, "✖"),
  ])
}
