/// The bytes of a text with reading of single scalars; what the scanners of the lexicon walk over.
///
/// Plans of ten thousand rows are scanned several times, and walking over characters is an order
/// of magnitude slower than over bytes.
///
/// Invariant: `bytes` is well-formed UTF-8, that of `text`; offsets handed in lie on scalar
/// borders.
struct UTF8Text {
  let bytes: [UInt8]
  /// The text itself, of which parts are cut without checking their bytes again.
  private let text: String

  init(_ text: some StringProtocol) {
    self.text = String(text)
    bytes = Array(self.text.utf8)
  }

  init(bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

  var count: Int { bytes.count }

  /// The scalar at an offset and the offset behind it; 0 at the end.
  func scalar(at offset: Int) -> (value: UInt32, next: Int) {
    guard offset < bytes.count else { return (0, bytes.count) }
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, offset + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return (0, bytes.count) }
    var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, offset + length)
  }

  /// The scalar of three bytes at an offset, such as a Han character, and the offset behind it.
  func han(at offset: Int) -> (value: UInt32, next: Int) {
    let (first, second) = (UInt32(bytes[offset] & 0x0F), UInt32(bytes[offset + 1] & 0x3F))
    return (first << 12 | second << 6 | UInt32(bytes[offset + 2] & 0x3F), offset + 3)
  }

  /// The scalar at an offset with its full-width form folded, and the offset behind it.
  func folded(at offset: Int) -> (value: UInt32, next: Int) {
    let (value, next) = scalar(at: offset)
    return (TextFolding.halfWidth(value), next)
  }

  /// The scalar before an offset and where it begins; 0 at the start.
  func scalar(before offset: Int) -> (value: UInt32, start: Int) {
    var start = min(offset, bytes.count) - 1
    guard start >= 0 else { return (0, 0) }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).value, start)
  }

  /// The first offset at or after one that holds no white space.
  func skippingSpace(from offset: Int) -> Int {
    var place = offset
    while place < bytes.count {
      // Nothing above U+3000 is white space.
      if bytes[place] >= 0xE4 { break }
      let (value, next) = scalar(at: place)
      guard TextFolding.isSpace(value) else { break }
      place = next
    }
    return place
  }

  /// The text between two offsets without white space at its ends.
  func trimmed(_ start: Int, _ end: Int) -> String {
    let from = skippingSpace(from: start)
    var to = end
    while to > from {
      let (value, place) = scalar(before: to)
      guard TextFolding.isSpace(value) else { break }
      to = place
    }
    return from < to ? string(from, to) : ""
  }

  /// The text between two offsets.
  func string(_ start: Int, _ end: Int) -> String {
    if start == 0, end == bytes.count { return text }
    let view = text.utf8
    let first = view.index(view.startIndex, offsetBy: start)
    return String(text[first..<view.index(first, offsetBy: end - start)])
  }

  /// Whether the bytes of a word stand at an offset.
  func has(_ word: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where bytes[offset + index] != buffer[index] { return false }
      return true
    }
  }

  /// Whether a word stands between two offsets.
  func contains(_ word: StaticString, from start: Int = 0, to end: Int? = nil) -> Bool {
    let first = word.utf8Start.pointee
    let last = (end ?? bytes.count) - word.utf8CodeUnitCount
    var offset = start
    while offset <= last {
      if bytes[offset] == first, has(word, at: offset) { return true }
      offset += 1
    }
    return false
  }
}
