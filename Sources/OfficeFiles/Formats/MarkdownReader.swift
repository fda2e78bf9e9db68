import TaskLedger

/// Reads Markdown with tables as GitHub writes them.
///
/// `\|` is a bar inside of a cell and `<br>` divides its paragraphs. Outside of tables every line
/// is a paragraph, without the marks of headings, quotes and bullets; comments are left out.
struct MarkdownReader {
  private let bytes: [UInt8]
  private let name: String
  private let lines: [Range<Int>]
  private var budget: ReadBudget
  private var blocks: [SourceDocument.Block] = []
  private var isInComment = false

  /// Reads a cleaned text.
  static func read(
    _ text: CleanText, name: String, limits: ReadLimits
  ) throws(DocumentReadError) -> SourceDocument {
    var reader = MarkdownReader(
      bytes: text.utf8, name: name, lines: UTF8Text.lines(text.utf8),
      budget: ReadBudget(file: name, limits: limits))
    try reader.readAll()
    return SourceDocument(name: name, blocks: reader.blocks)
  }

  /// Whether a text holds a table in Markdown: a row of dashes under a row with bars.
  static func hasTable(_ bytes: [UInt8]) -> Bool {
    var before: Range<Int>?
    for line in UTF8Text.lines(bytes) {
      if let before, bytes[before].contains(0x7C), isDelimiter(bytes, line) { return true }
      before = line
    }
    return false
  }

  private mutating func readAll() throws(DocumentReadError) {
    var index = 0
    var isInCode = false
    while index < lines.count {
      let line = UTF8Text.trimmed(bytes, lines[index])
      if UTF8Text.starts(bytes, at: line.lowerBound, with: "```", before: line.upperBound) {
        isInCode.toggle()
        index += 1
      } else if !isInCode, !isInComment, startsTable(at: index) {
        index = try readTable(from: index)
      } else {
        try readParagraph(index, line)
        index += 1
      }
    }
  }

  private func startsTable(at index: Int) -> Bool {
    guard index + 1 < lines.count, bytes[lines[index]].contains(0x7C),
      Self.isDelimiter(bytes, lines[index + 1])
    else { return false }
    return cells(of: lines[index]).count == cells(of: lines[index + 1]).count
  }

  private mutating func readTable(from start: Int) throws(DocumentReadError) -> Int {
    var rows: [SourceRow] = []
    var index = start
    while index < lines.count, bytes[lines[index]].contains(0x7C) {
      if index != start + 1 { rows.append(try row(index)) }
      index += 1
    }
    blocks.append(.table(SourceTable(rows: rows)))
    return index
  }

  private mutating func row(_ index: Int) throws(DocumentReadError) -> SourceRow {
    try budget.addRow()
    var row = SourceRow(cells: [])
    var counted = lines[index].lowerBound
    var column = 1
    for cell in cells(of: lines[index]) {
      let content = UTF8Text.trimmed(bytes, cell)
      let start = content.isEmpty ? cell.lowerBound : content.lowerBound
      column += UTF8Text.string(bytes, counted..<start).count
      counted = start
      try budget.addCell(endingAt: row.cells.count + 1)
      try budget.addText(content.count)
      row.cells.append(
        SourceCell(
          column: row.cells.count,
          paragraphs: UTF8Text.paragraphs(MarkdownInline.text(bytes, content)),
          location: .text(file: name, line: index + 1, column: column)))
    }
    return row
  }

  /// The cells of a row as ranges between bars that are not escaped.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    let content = UTF8Text.trimmed(bytes, line)
    guard !content.isEmpty else { return [] }
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var index = content.lowerBound
    if bytes[index] == 0x7C {
      index += 1
      start = index
    }
    // One more than allowed is enough to be refused.
    while index < content.upperBound, cells.count <= budget.limits.columns {
      if bytes[index] == 0x5C {
        index += 1
      } else if bytes[index] == 0x7C {
        cells.append(start..<index)
        start = index + 1
      }
      index += 1
    }
    if start < content.upperBound || cells.isEmpty { cells.append(start..<content.upperBound) }
    return cells
  }

  private static func isDelimiter(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var dashes = 0
    var bars = 0
    for index in UTF8Text.trimmed(bytes, line) {
      switch bytes[index] {
      case 0x2D: dashes += 1
      case 0x7C: bars += 1
      case 0x3A, 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes > 0 && bars > 0
  }

  private mutating func readParagraph(
    _ index: Int, _ trimmed: Range<Int>
  ) throws(DocumentReadError) {
    var range = trimmed
    if isInComment
      || UTF8Text.starts(bytes, at: range.lowerBound, with: "<!--", before: range.upperBound)
    {
      isInComment = !bytes[range].reversed().starts(with: [0x3E, 0x2D, 0x2D])
      return
    }
    range = withoutMarks(range)
    guard !range.isEmpty else { return }
    try budget.addText(range.count)
    let column = UTF8Text.string(bytes, lines[index].lowerBound..<range.lowerBound).count + 1
    let text = UTF8Text.paragraphs(MarkdownInline.text(bytes, range)).joined(separator: "\n")
    guard !text.isEmpty else { return }
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: text, location: .text(file: name, line: index + 1, column: column))))
  }

  /// The line without the marks of a heading, a quote or a bullet; empty for a rule.
  private func withoutMarks(_ range: Range<Int>) -> Range<Int> {
    if range.count >= 3, let first = bytes[range].first, [0x2D, 0x3D, 0x2A, 0x5F].contains(first),
      bytes[range].allSatisfy({ $0 == first || $0 == 0x20 })
    {
      return range.upperBound..<range.upperBound
    }
    var start = range.lowerBound
    let marks = bytes[range].prefix { $0 == 0x23 }.count
    if (1...6).contains(marks), isSpace(start + marks, range) {
      start += marks
    } else if let first = bytes[range].first {
      if first == 0x3E {
        start += 1
      } else if [0x2D, 0x2A, 0x2B].contains(first), isSpace(start + 1, range) {
        start += 1
      }
    }
    return UTF8Text.trimmed(bytes, start..<range.upperBound)
  }

  private func isSpace(_ index: Int, _ range: Range<Int>) -> Bool {
    index < range.upperBound && (bytes[index] == 0x20 || bytes[index] == 0x09)
  }
}

/// The text of a line of Markdown without its inline marks.
enum MarkdownInline {
  /// Resolves escapes and references, drops bold and code marks, and breaks at `<br>`.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch byte {
      case 0x5C where isPunctuation(next):
        kept.append(next)
        index += 2
      case 0x2A where next == 0x2A:
        index += 2
      case 0x60:
        index += 1
      case 0x3C:
        if let length = breakLength(bytes, index, range.upperBound) {
          kept.append(0x0A)
          index += length
        } else {
          kept.append(byte)
          index += 1
        }
      case 0x26:
        if let (text, length) = reference(bytes, index, range.upperBound) {
          kept += Array(CleanText(text).utf8)
          index += length
        } else {
          kept.append(byte)
          index += 1
        }
      default:
        kept.append(byte)
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func breakLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    for mark: StaticString in ["<br>", "<br/>", "<br />", "<BR>", "<BR/>", "<BR />", "</br>"]
    where UTF8Text.starts(bytes, at: index, with: mark, before: end) {
      return mark.utf8CodeUnitCount
    }
    return nil
  }

  private static func reference(
    _ bytes: [UInt8], _ index: Int, _ end: Int
  ) -> (String, Int)? {
    guard let close = bytes[index..<min(index + 12, end)].firstIndex(of: 0x3B) else { return nil }
    let name = UTF8Text.string(bytes, (index + 1)..<close)
    let length = close - index + 1
    switch name {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "nbsp": return ("\u{A0}", length)
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
      let digits = name.dropFirst(isHex ? 2 : 1)
      guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
      else { return nil }
      return (String(Character(scalar)), length)
    }
  }
}
