/// Resolves the references of HTML, such as `&nbsp;` and `&#8212;`.
///
/// Names are looked up in the table of the Markdown library, each once.
struct HTMLReferences {
  private var known: [String: String?] = [:]

  /// The text of a reference and its length in bytes; nil when the ampersand stands for itself.
  mutating func text(
    _ page: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (text: String, length: Int)? {
    var end = index + 1
    let last = min(page.count, index + 33)
    while end < last, Self.isNamed(page[end]) { end += 1 }
    let hasEnd = end < page.count && page[end] == 0x3B
    let name = String(decoding: page[(index + 1)..<end], as: UTF8.self)
    let length = end - index + (hasEnd ? 1 : 0)
    if name.hasPrefix("#") { return Self.character(name.dropFirst()).map { ($0, length) } }
    guard hasEnd || Self.withoutEnd.contains(name), let text = named(name) else { return nil }
    return (text, length)
  }

  /// A text with its references resolved.
  mutating func resolved(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    guard page[range].contains(0x26) else { return String(decoding: page[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if page[index] == 0x26, let (text, length) = text(page, at: index),
        index + length <= range.upperBound
      {
        bytes += text.utf8
        index += length
      } else {
        bytes.append(page[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func named(_ name: String) -> String? {
    if let text = known[name] { return text }
    let text = CommonMark.character(named: name)
    if known.count < 5000 { known[name] = .some(text) }
    return text
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Names that pages have always written without a semicolon.
  private static let withoutEnd: Set = ["nbsp", "amp", "lt", "gt", "quot", "copy", "reg", "middot"]

  /// The character of a number, `8212` or `x2014`; nil when there is none.
  private static func character(_ digits: Substring) -> String? {
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard
      let value = UInt32(digits.dropFirst(isHexadecimal ? 1 : 0), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    let meant = (0x80...0x9F).contains(value) ? windows[Int(value - 0x80)] : value
    return Unicode.Scalar(meant).map { String(Character($0)) }
  }

  /// What old editors mean by the numbers from 128 to 159: the places of Windows-1252.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
