/// Formulas on one line: their parts never run together, so that 1 over 2 is no 12.
enum MathText {
  /// What a part of a formula is.
  enum Part { case numerator, denominator, raised, lowered, plain }

  /// The words of a part as they stand on the line.
  static func text(_ part: Part, _ words: String) -> String {
    guard !words.isEmpty else { return "" }
    switch part {
    case .numerator: return grouped(words)
    case .denominator: return "/" + grouped(words)
    case .raised:
      let digits = words.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let raised = digits ? Array(words.utf8).withUnsafeBufferPointer(RaisedDigits.text) : nil
      return raised ?? "^" + grouped(words)
    case .lowered: return "_" + grouped(words)
    case .plain: return words
    }
  }

  /// Words in brackets where they are more than one figure or name.
  private static func grouped(_ words: String) -> String {
    let isOne = words.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x80
        ? isWord(UInt8(scalar.value)) || scalar == "." : !operators.contains(scalar)
    }
    return isOne ? words : "(\(words))"
  }

  private static let operators: Set<Unicode.Scalar> = ["−", "×", "÷", "·", "±", "⋅", "∓"]

  /// Whether a byte is part of a figure or a Latin word, with which another one would run together.
  static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

/// Writes the parts of a formula into a text while they are read.
struct MathWriter {
  /// The most bytes of a part that is looked at again when it ends.
  private static let partBytes = 400

  /// Where a formula ended, behind which a figure would run together with it.
  private var end: Int?

  /// Divides a fraction from the figure before it: 1 1/2.
  func separate(_ text: inout CleanText) {
    if MathText.isWord(text.utf8.last) { text.append(" ") }
  }

  /// A part ends that began at a byte of the text.
  func finish(_ part: MathText.Part, from start: Int, in text: inout CleanText) {
    guard start <= text.utf8.count, text.utf8.count - start <= Self.partBytes else { return }
    let words = UTF8Text.trimmed(text.utf8, start..<text.utf8.count)
    text.replace(from: start, with: MathText.text(part, UTF8Text.string(text.utf8, words)))
  }

  /// A formula ends.
  mutating func close(_ text: CleanText) { end = text.utf8.count }

  /// Whether something was closed and nothing has followed it yet.
  var isClosed: Bool { end != nil }

  /// Divides a formula from the figure right behind it.
  mutating func follow(_ text: inout CleanText, with bytes: UnsafeBufferPointer<UInt8>) {
    if end == text.utf8.count, MathText.isWord(bytes.first) { text.append(" ") }
    end = nil
  }
}
