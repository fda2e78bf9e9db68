import TaskLedger

/// Reads comma-separated and tab-separated values: quotes, doubled quotes, line breaks in quotes.
///
/// The separator is the one of `,` `;` tab `|` that stands most often outside of quotes in the
/// first lines. Rows may have different lengths; rows of empty cells end no table.
struct CSVReader {
  private let bytes: [UInt8]
  private let name: String
  private let separator: UInt8
  private var budget: ReadBudget

  /// Whether a text is of this format: by its name, or because most of its lines divide alike.
  static func recognises(_ bytes: [UInt8], name: String) -> Bool {
    let lowered = name.lowercased()
    if [".csv", ".tsv"].contains(where: lowered.hasSuffix) { return true }
    if lowered.hasSuffix(".txt") || lowered.hasSuffix(".md") { return false }
    let counts = firstLines(bytes).map { line in line.count { $0 == UInt8(ascii: ",") } }
    guard counts.count >= 3, let first = counts.first, first >= 2 else { return false }
    return counts.count { $0 == first } * 2 > counts.count
  }

  /// Reads a cleaned text.
  static func read(
    _ bytes: [UInt8], name: String, limits: ReadLimits
  ) throws(PlanReadError) -> SourceDocument {
    var reader = CSVReader(
      bytes: bytes, name: name, separator: separator(of: bytes),
      budget: ReadBudget(file: name, limits: limits))
    let rows = try reader.rows()
    return SourceDocument(
      name: name, blocks: rows.isEmpty ? [] : [.table(SourceTable(rows: rows))])
  }

  private static func firstLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    Array(bytes.prefix(1 << 16).split(separator: 0x0A).prefix(20))
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ",")
  }

  private mutating func rows() throws(PlanReadError) -> [SourceRow] {
    var rows: [SourceRow] = []
    var cells: [SourceCell] = []
    var offset = 0
    var line = 1
    var column = 1
    func finish() {
      if cells.contains(where: { !$0.paragraphs.isEmpty }) { rows.append(SourceRow(cells: cells)) }
      cells = []
    }
    while offset < bytes.count {
      if cells.isEmpty { try budget.addRow() }
      let field = field(at: offset)
      try budget.addCell(endingAt: cells.count + 1)
      try budget.addText(field.text.utf8.count)
      cells.append(
        SourceCell(
          column: cells.count, paragraphs: Self.paragraphs(field.text),
          location: .text(file: name, line: line, column: column)))
      line += field.lineBreaks
      column += field.text.count + 1
      offset = field.end
      guard offset < bytes.count else { break }
      if bytes[offset] == separator {
        offset += 1
        if offset == bytes.count {
          try budget.addCell(endingAt: cells.count + 1)
          cells.append(
            SourceCell(
              column: cells.count, paragraphs: [],
              location: .text(file: name, line: line, column: column)))
        }
      } else {
        offset += 1
        line += 1
        column = 1
        finish()
      }
    }
    finish()
    return rows
  }

  /// The field at an offset, where it ends (at a separator, a line break or the end), and how many
  /// line breaks stand inside of it.
  private func field(at start: Int) -> (text: String, end: Int, lineBreaks: Int) {
    let quote = UInt8(ascii: "\"")
    var offset = start
    guard bytes[offset] == quote else {
      while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A { offset += 1 }
      return (UTF8Text.string(bytes, start..<offset), offset, 0)
    }
    var content: [UInt8] = []
    var lineBreaks = 0
    offset += 1
    while offset < bytes.count {
      if bytes[offset] == quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == quote else { break }
        offset += 1
      }
      if bytes[offset] == 0x0A { lineBreaks += 1 }
      content.append(bytes[offset])
      offset += 1
    }
    offset = min(offset + 1, bytes.count)
    while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 0x0A {
      content.append(bytes[offset])
      offset += 1
    }
    return (String(decoding: content, as: UTF8.self), offset, lineBreaks)
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map { part in
      var part = part.drop(while: \.isWhitespace)
      while let last = part.last, last.isWhitespace { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }
}
