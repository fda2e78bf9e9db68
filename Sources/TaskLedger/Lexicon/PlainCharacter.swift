/// Characters that can be told by their bytes.
///
/// Where characters begin and end is costly to find out in general. In nearly every text here each
/// scalar is a character: ASCII, Chinese and its marks. Whoever walks a text by this must go back
/// to characters when it gives nothing.
package enum PlainCharacter {
  /// The scalar at a place of UTF-8 bytes, with how many bytes it has.
  ///
  /// - Parameters:
  ///   - place: Where a scalar begins.
  ///   - bytes: A text's bytes.
  /// - Returns: A scalar that joins no other of its kind, nor what stands before it; else nil.
  package static func scalar(
    at place: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = bytes[place]
    if first < 0x80 {
      return (0x20...0x7E).contains(first) ? (Unicode.Scalar(first), 1) : nil
    }
    guard place + 2 < bytes.count else { return nil }
    let (second, third) = (bytes[place + 1], bytes[place + 2])
    let isPlain =
      switch first {
      // U+2010 to U+2027: dashes, quotation marks, dots.
      case 0xE2: second == 0x80 && (0x90...0xA7).contains(third)
      // U+3000 to U+303F without the tone marks, which join what is before them.
      case 0xE3: second == 0x80 && !(0xAA...0xAF).contains(third)
      // U+4000 to U+9FFF.
      case 0xE4...0xE9: true
      // U+FF00 to U+FF7F: full-width forms.
      case 0xEF: second == 0xBC || second == 0xBD
      default: false
      }
    guard isPlain else { return nil }
    let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return Unicode.Scalar(value).map { ($0, 3) }
  }
}
