import Foundation

/// Text of a document as UTF-8, cleaned on entry.
///
/// Invariant: no CR, no control character but `\n` and `\t`, no byte order mark, no invisible format
/// character (zero-width, bidirectional) and nothing that is no character at all (U+FFFE, U+FFFF),
/// so that no reader has to think of them.
struct CleanText: Sendable {
  /// The bytes, valid UTF-8.
  private(set) var utf8: [UInt8] = []

  /// Cleans a whole text.
  init(_ text: String) {
    var text = text
    utf8.reserveCapacity(text.utf8.count)
    text.withUTF8 { append($0) }
  }

  /// Creates an empty text to append to.
  init() {}

  /// Whether nothing but white space is in it.
  var isBlank: Bool { UTF8Text.trimmed(utf8, 0..<utf8.count).isEmpty }

  /// The text without white space at both ends, or nil when nothing is left.
  var trimmed: String? {
    let range = UTF8Text.trimmed(utf8, 0..<utf8.count)
    return range.isEmpty ? nil : UTF8Text.string(utf8, range)
  }

  /// Empties the text and keeps its memory.
  mutating func removeAll() { utf8.removeAll(keepingCapacity: true) }

  /// Puts other words in the place of all from a byte on, which must begin a character.
  mutating func replace(from start: Int, with text: String) {
    utf8.removeSubrange(start...)
    append(text)
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends valid UTF-8, which may not end within a character.
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    let count = source.count
    while index < count {
      let byte = source[index]
      // Nearly everything is Chinese, its signs and printable ASCII.
      if byte >= 0xE3, byte < 0xEF {
        index &+= 3
        continue
      }
      if byte >= 0x20 && byte < 0x7F || byte > 0xEF {
        index &+= 1
        continue
      }
      if byte == 0x09 || byte == 0x0A || (byte >= 0x80 && byte < 0xC2) || byte == 0xE0
        || byte == 0xE1 || (byte > 0xC2 && byte < 0xE0 && byte != 0xD8)
      {
        index += 1
        continue
      }
      guard let (length, replacement) = Self.unwanted(source, at: index) else {
        index += 1
        continue
      }
      utf8.append(contentsOf: source[start..<index])
      if replacement { utf8.append(0x0A) }
      index += length
      start = index
    }
    utf8.append(contentsOf: source[start..<count])
  }

  /// The length of an unwanted character and whether a line break takes its place, or nil.
  private static func unwanted(
    _ source: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, isBreak: Bool)? {
    let byte = source[index]
    func next(_ offset: Int) -> UInt8 {
      index + offset < source.count ? source[index + offset] : 0
    }
    switch byte {
    case 0x0D:
      // CRLF folds into LF; a CR alone is a line break of old systems.
      return (1, next(1) != 0x0A)
    case 0..<0x20, 0x7F:
      return (1, false)
    case 0xC2 where next(1) < 0xA0 || next(1) == 0xAD:
      return (2, next(1) == 0x85)
    case 0xE2 where next(1) == 0x80:
      switch next(2) {
      case 0xA8, 0xA9: return (3, true)
      case 0x8B...0x8F, 0xAA...0xAE: return (3, false)
      default: return nil
      }
    case 0xE2 where next(1) == 0x81 && (0xA0...0xAF).contains(next(2)):
      return (3, false)
    case 0xD8 where next(1) == 0x9C:
      return (2, false)
    case 0xEF where next(1) == 0xBB && next(2) == 0xBF:
      return (3, false)
    case 0xEF where next(1) == 0xBF && (0xB9...0xBB).contains(next(2)):
      return (3, false)
    case 0xEF where next(1) == 0xBF && next(2) >= 0xBE:
      return (3, false)
    default:
      return nil
    }
  }
}

/// Byte work on cleaned UTF-8 that the text readers share.
enum UTF8Text {
  /// The range without white space at both ends: ASCII, no-break and ideographic spaces.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let step = spaceLength(bytes, at: low, before: high)
      if step == 0 { break }
      low += step
    }
    while high > low {
      if isASCIISpace(bytes[high - 1]) {
        high -= 1
      } else if high - low >= 2, spaceLength(bytes, at: high - 2, before: high) == 2 {
        high -= 2
      } else if high - low >= 3, spaceLength(bytes, at: high - 3, before: high) == 3 {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }

  /// The string of a range; the bytes are valid UTF-8.
  static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The ranges between separators, at most `limit` of them; the last holds the rest.
  static func split(
    _ bytes: [UInt8], _ range: Range<Int>, at separator: UInt8, limit: Int = .max
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while parts.count + 1 < limit,
      let index = place(of: separator, in: bytes, start..<range.upperBound)
    {
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// The first place of a byte within a range, or nil.
  static func place(of byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard !range.isEmpty, let base = buffer.baseAddress,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The lines of a text as ranges without their breaks.
  static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    split(bytes, 0..<bytes.count, at: 0x0A)
  }

  /// Whether the bytes at an index are those of `text`.
  static func starts(
    _ bytes: [UInt8], at index: Int, with text: StaticString, before end: Int
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= end else { return false }
    let start = text.utf8Start
    for offset in 0..<count where bytes[index + offset] != start[offset] { return false }
    return true
  }

  /// The paragraphs of a text: its lines, trimmed, without empty ones.
  static func paragraphs(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return lines(bytes).compactMap { line in
      let range = trimmed(bytes, line)
      return range.isEmpty ? nil : string(bytes, range)
    }
  }

  private static func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  /// The length of the white space at an index, or zero.
  private static func spaceLength(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A: 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
    case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
    case 0xE2
    where index + 2 < end && bytes[index + 1] == 0x80 && (0x80...0x8A).contains(bytes[index + 2]):
      3
    default: 0
    }
  }
}
