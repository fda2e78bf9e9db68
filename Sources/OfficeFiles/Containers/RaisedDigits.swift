/// Digits that stand raised above the line: the mark of a note or a power, never a figure of the
/// words before them, so that 6月 with a raised 1 is not the first of June.
enum RaisedDigits {
  /// A text with raised digits as such; nil when it holds none.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var result = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      result.unicodeScalars.append(isDigit ? signs[Int(scalar.value - 0x30)] : scalar)
    }
    return result
  }

  private static let signs: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
