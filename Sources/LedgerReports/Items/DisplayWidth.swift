import TaskLedger

/// The columns of a terminal that characters take: two for Chinese and full-width forms.
package enum DisplayWidth {
  /// The width of a text in columns.
  package static func of(_ text: some StringProtocol) -> Int {
    text.utf8.withContiguousStorageIfAvailable(of(bytes:))
      ?? text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The width of a text's bytes in columns: ASCII and most Chinese characters are told by their
  /// first.
  package static func of(bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var place = 0
    while place < bytes.count {
      let first = bytes[place]
      switch first {
      case 0x00...0x7F:
        columns += 1
        place += 1
      case 0xE5...0xE9:
        columns += 2
        place += 3
      default:
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in bytes[(place + 1)..<(place + length)] {
          value = value << 6 | UInt32(next & 0x3F)
        }
        columns += Unicode.Scalar(value).map(width) ?? 1
        place += length
      }
    }
    return columns
  }

  /// The text filled with spaces to a width.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text cut to a width, with `…` where something was left out.
  package static func clipped(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    let plain = text.utf8.withContiguousStorageIfAvailable {
      plainLength(of: $0, within: width - 1)
    }
    if let length = plain ?? nil {
      // As a string of its own: adding to a part of one counts its characters first.
      return String(text[..<text.utf8.index(text.startIndex, offsetBy: length)]) + "…"
    }
    var used = 0
    var result = ""
    for character in text {
      let next = of(String(character))
      if used + next > width - 1 { break }
      used += next
      result.append(character)
    }
    return result + "…"
  }

  /// How many bytes of a text that is too wide fit into columns; nil when it has others than plain
  /// characters there.
  private static func plainLength(
    of bytes: UnsafeBufferPointer<UInt8>, within columns: Int
  ) -> Int? {
    var used = 0
    var place = 0
    while place < bytes.count {
      guard let (scalar, length) = PlainCharacter.scalar(at: place, of: bytes) else { return nil }
      used += width(scalar)
      if used > columns { return place }
      place += length
    }
    return place
  }

  /// A text cut into lines of at most a width; words are not kept together, as in Chinese.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for character in paragraph {
        let next = of(String(character))
        if used + next > width, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += next
      }
      lines.append(line)
    }
    return lines
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    // Quotation marks and dashes that Chinese fonts draw over two columns stay one: terminals do.
    default: 1
    }
  }
}
