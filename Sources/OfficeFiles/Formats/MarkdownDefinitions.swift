/// Lines that Markdown takes for the targets of links and that hold words: [责任单位]: 校团委.
///
/// Markdown prints nothing of such a line. A target is an address; what is none is words, and its
/// bracket is written so that it is kept.
struct MarkdownDefinitions {
  private let bytes: [UInt8]
  /// For each line with words, its number from 0 and where its bracket opens.
  private var openings: [(line: Int, place: Int)] = []

  /// Whether there is no such line.
  var isEmpty: Bool { openings.isEmpty }

  /// Finds the lines of a text.
  init(_ bytes: [UInt8], _ lines: [Range<Int>]) {
    self.bytes = bytes
    for (index, line) in lines.enumerated() {
      guard let opening = Self.opening(bytes, line),
        let end = Self.end(ofLabelAt: opening, bytes, line)
      else { continue }
      var target = UTF8Text.trimmed(bytes, end..<line.upperBound)
      // The target may stand on the next line.
      if target.isEmpty, index + 1 < lines.count {
        target = UTF8Text.trimmed(bytes, lines[index + 1])
      }
      if !target.isEmpty, !Self.isAddress(bytes[target]) { openings.append((index, opening)) }
    }
  }

  /// The text in which these lines are words, but for those in code and HTML.
  func asWords(outside literal: [Range<Int>]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + openings.count)
    var start = 0
    for (line, place) in openings where !literal.contains(where: { $0.contains(line) }) {
      result += bytes[start..<place]
      result.append(0x5C)
      start = place
    }
    return result + bytes[start...]
  }

  /// Where a bracket opens behind nothing but the marks of lists and quotes.
  private static func opening(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    for index in line {
      switch bytes[index] {
      case 0x5B: return index
      case 0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29, 0x30...0x39: continue
      default: return nil
      }
    }
    return nil
  }

  /// Where the text behind [词]: begins; notes, [^1]:, are read elsewhere.
  private static func end(
    ofLabelAt opening: Int, _ bytes: [UInt8], _ line: Range<Int>
  ) -> Int? {
    guard let close = bytes[opening..<line.upperBound].firstIndex(of: 0x5D),
      close > opening + 1, bytes[opening + 1] != 0x5E, close + 1 < line.upperBound,
      bytes[close + 1] == 0x3A
    else { return nil }
    return close + 2
  }

  /// Whether bytes are an address: with a scheme, a place in a folder or a page, or a file's name.
  private static func isAddress(_ target: ArraySlice<UInt8>) -> Bool {
    let first = target.prefix { $0 != 0x20 && $0 != 0x09 }
    guard let sign = first.first else { return false }
    let words = String(decoding: first, as: UTF8.self)
    if words.contains("://") || words.hasPrefix("mailto:") || words.hasPrefix("www.") {
      return true
    }
    // <…>, #…, /…, ./…
    if sign == 0x3C || sign == 0x23 || sign == 0x2F || words.hasPrefix("./")
      || words.hasPrefix("../")
    {
      return true
    }
    // plan.docx, but neither 2020.9.30 nor words.
    guard first.allSatisfy({ $0 < 0x80 }), let dot = first.lastIndex(of: 0x2E) else { return false }
    let ending = first[(dot + 1)...]
    return (1...5).contains(ending.count)
      && ending.contains { (0x61...0x7A).contains($0 | 0x20) }
  }
}
