import Foundation

/// Folds text for comparison: the same words in full-width and half-width forms become equal.
///
/// The words as written are kept elsewhere; folded text is for reading and comparing only.
public enum TextFolding {
  /// Folds a text for comparison.
  ///
  /// Full-width forms become ASCII, every kind of blank becomes a single space, every kind of line
  /// break one line feed, and zero-width and control characters are dropped.
  ///
  /// - Parameter text: The words as written.
  /// - Returns: The folded words; `２０２０年９月（底）` gives `2020年9月(底)`.
  public static func fold(_ text: some StringProtocol) -> String {
    String(decoding: foldedBytes(of: text, removingSpace: false), as: UTF8.self)
  }

  /// Folds a text and removes all white space, line breaks among it.
  ///
  /// - Parameter text: The words as written.
  /// - Returns: The folded words without white space; `2020 年 10 月` gives `2020年10月`.
  public static func compact(_ text: some StringProtocol) -> String {
    // Names and titles, which are asked for most, hold nothing to fold.
    if text.utf8.withContiguousStorageIfAvailable(isFolded) ?? false { return String(text) }
    return String(decoding: foldedBytes(of: text, removingSpace: true), as: UTF8.self)
  }

  /// Whether there is nothing but Han and printed ASCII.
  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0xE4...0xE9: offset += 3
      case 0x21...0x7E: offset += 1
      default: return false
      }
    }
    return true
  }

  /// Drops marks that a word processor's export leaves in the text, such as `[bookmark: …]`.
  ///
  /// - Parameter text: The words as exported.
  /// - Returns: The words without such marks; other brackets stay.
  public static func withoutArtefacts(_ text: String) -> String {
    // memchr: every cell is asked, most of them more than once, and hardly any holds a bracket.
    let holdsBracket =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.baseAddress.map { memchr($0, 0x5B, bytes.count) != nil } ?? false
      } ?? true
    guard holdsBracket else { return text }
    let source = UTF8Text(text)
    var result: [UInt8] = []
    var offset = 0
    while offset < source.count {
      if let end = endOfArtefact(in: source, at: offset) {
        offset = end
      } else {
        result.append(source.bytes[offset])
        offset += 1
      }
    }
    return result.count == source.count ? text : String(decoding: result, as: UTF8.self)
  }

  /// Where a mark left by an export ends, when one begins at an offset.
  static func endOfArtefact(in text: UTF8Text, at offset: Int) -> Int? {
    guard offset < text.count, text.bytes[offset] == UInt8(ascii: "["),
      text.has("[bookmark:", at: offset) || text.has("[anchor:", at: offset)
        || text.has("[bookmark：", at: offset),
      let length = text.bytes[offset...].prefix(120).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return length + 1
  }

  private static func foldedBytes(
    of text: some StringProtocol, removingSpace: Bool
  ) -> [UInt8] {
    let source = UTF8Text(text)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var offset = 0
    while offset < source.count {
      let byte = source.bytes[offset]
      if byte > 0x20, byte < 0x7F {
        result.append(byte)
        offset += 1
        continue
      }
      if (0xE4...0xE9).contains(byte) {
        // Han characters, the bulk of every text, stay as they are.
        var end = offset + 3
        while end < source.count, (0xE4...0xE9).contains(source.bytes[end]) { end += 3 }
        result.append(contentsOf: source.bytes[offset..<end])
        offset = end
        continue
      }
      let (value, next) = source.scalar(at: offset)
      if isLineBreak(value) {
        if !removingSpace { result.append(0x0A) }
        let isPair = value == 0x0D && source.scalar(at: next).value == 0x0A
        offset = isPair ? next + 1 : next
        continue
      }
      if isSpace(value) {
        if !removingSpace, result.last != 0x20 { result.append(0x20) }
      } else if let ascii = UInt8(exactly: halfWidth(value)), ascii < 0x80 {
        if ascii >= 0x20, ascii != 0x7F { result.append(ascii) }
      } else if !isInvisible(value) {
        result.append(contentsOf: source.bytes[offset..<next])
      }
      offset = next
    }
    return result
  }

  /// The half-width form of a scalar; others are unchanged.
  static func halfWidth(_ value: UInt32) -> UInt32 {
    (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
  }

  /// Whether a scalar is a line break: also those of word processors and of Unicode.
  static func isLineBreak(_ value: UInt32) -> Bool {
    (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// A text without raised digits, the marks of notes beside a name.
  package static func withoutRaised(_ text: String) -> String {
    func isRaised(_ scalar: Unicode.Scalar) -> Bool {
      (0x2070...0x2079).contains(scalar.value) || [0xB2, 0xB3, 0xB9].contains(scalar.value)
    }
    guard text.unicodeScalars.contains(where: isRaised) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isRaised(scalar) { result.append(scalar) }
    return String(result)
  }

  /// A text without its white space; its marks stay as written.
  ///
  /// - Parameter text: The words as written.
  /// - Returns: The words run together.
  public static func unspaced(_ text: String) -> String {
    guard text.utf8.withContiguousStorageIfAvailable(hasSpace) ?? true else { return text }
    let source = UTF8Text(text)
    var result: [UInt8] = []
    var offset = 0
    while offset < source.count {
      let (value, next) = source.scalar(at: offset)
      if !isSpace(value) { result += source.bytes[offset..<next] }
      offset = next
    }
    return result.count == source.count ? text : String(decoding: result, as: UTF8.self)
  }

  /// Whether well-formed UTF-8 holds white space.
  static func hasSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      // Nearly everything is Han; nothing above U+3000 is white space.
      if byte >= 0xE4 {
        offset += byte < 0xF0 ? 3 : 4
      } else if byte < 0x80 {
        if isSpace(UInt32(byte)) { return true }
        offset += 1
      } else if byte < 0xE0 {
        if byte == 0xC2, isSpace(UInt32(bytes[offset + 1])) { return true }
        offset += 2
      } else {
        let value =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
          | UInt32(bytes[offset + 2] & 0x3F)
        if isSpace(value) { return true }
        offset += 3
      }
    }
    return false
  }

  /// Whether a scalar is one of the common Han, which are neither signs nor marks nor figures.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool { han.contains(scalar.value) }

  /// The common Han (CJK Unified Ideographs).
  static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF

  /// Whether a scalar is white space, line breaks among it.
  static func isSpace(_ value: UInt32) -> Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if value >= 0x3001 { return false }
    return switch value {
    case 0x3000, 0xA0, 0x85, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: false
    }
  }

  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC:
      true
    default: false
    }
  }
}
