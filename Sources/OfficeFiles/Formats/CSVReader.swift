import TaskLedger

/// Reads rows of values divided by commas, semicolons, tabs or bars (.csv, .tsv).
///
/// The whole file is one table; line breaks inside of quotes divide the paragraphs of a cell.
struct CSVReader {
  private let bytes: [UInt8]
  private let name: String
  private let separator: UInt8
  private var budget: ReadBudget
  private var index = 0
  private var line = 1
  private var column = 1
  private var quotesAreText = false

  /// Reads a cleaned text.
  static func read(
    _ text: CleanText, name: String, separator: UInt8, limits: ReadLimits
  ) throws(DocumentReadError) -> SourceDocument {
    var reader = CSVReader(
      bytes: text.utf8, name: name, separator: separator,
      budget: ReadBudget(file: name, limits: limits))
    reader.skipSeparatorLine()
    var rows: [SourceRow] = []
    while reader.index < reader.bytes.count {
      let row = try reader.row()
      if row.cells.isEmpty, rows.last?.cells.isEmpty ?? true { continue }
      rows.append(row)
    }
    if rows.last?.cells.isEmpty == true { rows.removeLast() }
    var document = SourceDocument(name: name, blocks: [.table(SourceTable(rows: rows))])
    if reader.quotesAreText {
      document.diagnostics.append(.quoteUnclosed(file: name))
    }
    return document
  }

  /// The separator of a text whose rows agree on it, or nil when it is no such table.
  ///
  /// When the name says that it is one (`isTrusted`), the likeliest separator is returned.
  static func separator(of bytes: [UInt8], isTrusted: Bool) -> UInt8? {
    var best: (separator: UInt8, score: Double)?
    for candidate: UInt8 in [0x09, 0x2C, 0x3B, 0x7C] {
      let counts = fieldCounts(bytes, separator: candidate)
      var tally: [Int: Int] = [:]
      for count in counts { tally[count, default: 0] += 1 }
      guard
        let (width, rows) = tally.filter({ $0.key >= 2 }).max(by: {
          ($0.value, $0.key) < ($1.value, $1.key)
        })
      else { continue }
      let share = Double(rows) / Double(counts.count)
      if !isTrusted, width < 3 || rows < 2 || share < 0.9 { continue }
      let score = share * Double(width)
      if score > best?.score ?? 0 { best = (candidate, score) }
    }
    return best?.separator ?? (isTrusted ? 0x2C : nil)
  }

  /// Whether tab-separated text is an export in which quotes enclose line breaks.
  static func hasQuotedLineBreaks(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0x0A
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x22, previous == 0x09 || previous == 0x0A {
        guard let end = quoteEnd(bytes, from: index + 1) else { return false }
        let after = end + 1 < bytes.count ? bytes[end + 1] : 0x0A
        if after == 0x09 || after == 0x0A, bytes[index...end].contains(0x0A) { return true }
        index = end
      }
      previous = bytes[index]
      index += 1
    }
    return false
  }

  /// The numbers of fields of the first records, blank lines left out.
  private static func fieldCounts(_ bytes: [UInt8], separator: UInt8) -> [Int] {
    var counts: [Int] = []
    var fields = 1
    var isBlank = true
    var isFieldStart = true
    var index = 0
    let end = min(bytes.count, 1 << 18)
    while index < end, counts.count < 200 {
      let byte = bytes[index]
      if byte == 0x0A {
        if !isBlank { counts.append(fields) }
        fields = 1
        isBlank = true
        isFieldStart = true
      } else if byte == separator {
        fields += 1
        isBlank = false
        isFieldStart = true
      } else {
        if byte == 0x22, isFieldStart, let close = quoteEnd(bytes, from: index + 1) {
          index = close
        }
        if byte != 0x20 { isFieldStart = false }
        isBlank = false
      }
      index += 1
    }
    if !isBlank, counts.count < 200, end == bytes.count { counts.append(fields) }
    return counts
  }

  /// The index of the quote that closes a field, where two quotes stand for one.
  private static func quoteEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x22 {
        guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Passes over `sep=;`, which Excel writes for itself.
  private mutating func skipSeparatorLine() {
    guard UTF8Text.starts(bytes, at: 0, with: "sep=", before: bytes.count), bytes.count >= 5,
      bytes.count == 5 || bytes[5] == 0x0A
    else { return }
    index = min(6, bytes.count)
    line = 2
  }

  private mutating func row() throws(DocumentReadError) -> SourceRow {
    try budget.addRow()
    if bytes[index] == 0x0A {
      endLine()
      return SourceRow(cells: [])
    }
    var cells: [SourceCell] = []
    while true {
      let location = Diagnostic.Location.text(file: name, line: line, column: column)
      let paragraphs = try field()
      try budget.addCell(endingAt: cells.count + 1)
      cells.append(SourceCell(column: cells.count, paragraphs: paragraphs, location: location))
      guard index < bytes.count else { return SourceRow(cells: cells) }
      if bytes[index] == separator {
        index += 1
        column += 1
        continue
      }
      endLine()
      return SourceRow(cells: cells)
    }
  }

  private mutating func endLine() {
    index += 1
    line += 1
    column = 1
  }

  private mutating func field() throws(DocumentReadError) -> [String] {
    let start = index
    if bytes.indices.contains(index), bytes[index] == 0x22, !quotesAreText {
      if let close = Self.quoteEnd(bytes, from: index + 1) {
        let inner = Self.unquoted(bytes[(start + 1)..<close])
        index = close + 1
        // What follows the closing quote belongs to the field all the same.
        let rest = index
        skipPlain()
        let text = inner + UTF8Text.string(bytes, rest..<index)
        try budget.addText(text.utf8.count)
        advance(over: start..<index)
        return UTF8Text.paragraphs(FormulaGuard.unguarded(text))
      }
      quotesAreText = true
    }
    skipPlain()
    try budget.addText(index - start)
    let text = UTF8Text.string(bytes, start..<index)
    column += text.count
    return UTF8Text.paragraphs(FormulaGuard.unguarded(text))
  }

  /// What stands between the quotes of a field: two quotes are one.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var isSecond = false
    for byte in bytes {
      isSecond = byte == 0x22 && !isSecond
      if byte != 0x22 || isSecond { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func skipPlain() {
    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
  }

  private mutating func advance(over range: Range<Int>) {
    let lines = UTF8Text.split(bytes, range, at: 0x0A)
    guard let last = lines.last else { return }
    let count = UTF8Text.string(bytes, last).count
    column = lines.count > 1 ? count + 1 : column + count
    line += lines.count - 1
  }
}
