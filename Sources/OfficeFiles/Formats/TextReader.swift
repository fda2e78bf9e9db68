import TaskLedger

/// Reads plain text in the three forms in which tables are copied out of documents.
///
/// - A row a line: cells divided by tabs, paragraphs inside a cell marked `<p>…</p>`; a line
///   without tabs or a blank line ends the table.
/// - A cell a line: every cell begins on a line with one tab in front, lines without a tab
///   continue it, a blank line ends the row.
/// - Prose: every line is a paragraph.
struct TextReader {
  private let bytes: [UInt8]
  private let name: String
  private var budget: ReadBudget
  private var blocks: [SourceDocument.Block] = []
  private var bookmarks = 0
  private var traces = TableTraces()

  /// Reads a cleaned text.
  static func read(
    _ text: CleanText, name: String, limits: ReadLimits
  ) throws(DocumentReadError) -> SourceDocument {
    var reader = TextReader(
      bytes: text.utf8, name: name, budget: ReadBudget(file: name, limits: limits))
    if TableTraces.isScattered(text.utf8) { throw .noText(file: name, holds: .scattered) }
    try reader.readAll()
    var document = SourceDocument(name: name, blocks: reader.blocks)
    if reader.bookmarks > 0 {
      document.diagnostics.append(.bookmarkMarksRemoved(file: name, count: reader.bookmarks))
    }
    document.diagnostics += reader.traces.diagnostics
    return document
  }

  /// Lines between blank ones, with their line numbers from 1.
  private struct Run {
    var lines: [(number: Int, range: Range<Int>)] = []
    var isCellPerLine = false
  }

  private mutating func readAll() throws(DocumentReadError) {
    var pending: [Run] = []
    for run in runs() {
      if run.isCellPerLine {
        pending.append(run)
        continue
      }
      try flush(&pending)
      try readRows(run)
    }
    try flush(&pending)
  }

  private func runs() -> [Run] {
    var runs: [Run] = []
    var run = Run()
    for (index, line) in UTF8Text.lines(bytes).enumerated() {
      // A line of nothing but a tab is an empty cell, not a blank line.
      if UTF8Text.trimmed(bytes, line).isEmpty && !bytes[line].contains(0x09) {
        close(&run, into: &runs)
      } else {
        run.lines.append((index + 1, line))
      }
    }
    close(&run, into: &runs)
    return runs
  }

  private func close(_ run: inout Run, into runs: inout [Run]) {
    defer { run = Run() }
    guard !run.lines.isEmpty else { return }
    var cells = 0
    var others = false
    for (_, line) in run.lines {
      let tabs = bytes[line].count { $0 == 0x09 }
      if tabs == 1 && bytes[line.lowerBound] == 0x09 {
        cells += 1
      } else if tabs > 0 {
        others = true
      }
    }
    run.isCellPerLine = cells >= 2 && !others
    runs.append(run)
  }

  // MARK: A row a line, and prose

  private mutating func readRows(_ run: Run) throws(DocumentReadError) {
    if try readDrawnTable(run) { return }
    var rows: [SourceRow] = []
    for (number, line) in run.lines {
      // One more than allowed is enough to be refused.
      let fields = UTF8Text.split(bytes, line, at: 0x09, limit: budget.limits.columns + 1)
      let isRow = fields.count > 2 || fields.count == 2 && !fields[0].isEmpty
      if isRow {
        rows.append(try row(number, line, fields))
      } else {
        try close(&rows)
        try addParagraph(number, line)
      }
    }
    try close(&rows)
  }

  /// Reads a run that is a table drawn with lines.
  private mutating func readDrawnTable(_ run: Run) throws(DocumentReadError) -> Bool {
    guard let first = run.lines.first, DrawnTable.isBorder(bytes, first.range) else { return false }
    let drawn = DrawnTable(
      bytes: bytes, name: name, lines: run.lines.map(\.range), first: first.number)
    guard drawn.end(from: 0) == run.lines.count,
      let table = try drawn.read(0..<run.lines.count, &budget)
    else { return false }
    blocks.append(.table(table))
    return true
  }

  private mutating func close(_ rows: inout [SourceRow]) throws(DocumentReadError) {
    defer { rows = [] }
    guard let first = rows.first else { return }
    // One line with one tab in it is prose with a tab, not a table.
    if rows.count == 1, first.cells.count <= 2 {
      let text = first.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "\t")
      if !text.isEmpty, let location = first.cells.first?.location {
        blocks.append(.paragraph(SourceParagraph(text: text, location: location)))
      }
      return
    }
    blocks.append(.table(SourceTable(rows: rows)))
  }

  private mutating func row(
    _ number: Int, _ line: Range<Int>, _ fields: [Range<Int>]
  ) throws(DocumentReadError) -> SourceRow {
    try budget.addRow()
    var cells: [SourceCell] = []
    cells.reserveCapacity(fields.count)
    var column = 1
    for (index, field) in fields.enumerated() {
      try budget.addCell(endingAt: index + 1)
      try budget.addText(field.count)
      let location = Diagnostic.Location.text(file: name, line: number, column: column)
      cells.append(
        SourceCell(column: index, paragraphs: paragraphs(in: field), location: location))
      column += UTF8Text.string(bytes, field).count + 1
    }
    return SourceRow(cells: cells)
  }

  private mutating func addParagraph(_ number: Int, _ line: Range<Int>) throws(DocumentReadError) {
    let range = UTF8Text.trimmed(bytes, line)
    guard !range.isEmpty else { return }
    try budget.addText(range.count)
    let column = UTF8Text.string(bytes, line.lowerBound..<range.lowerBound).count + 1
    let text = withoutBookmarks(range)
    guard !text.isEmpty else { return }
    let place = Diagnostic.Location.text(file: name, line: number, column: column)
    traces.look(at: text, place)
    blocks.append(.paragraph(SourceParagraph(text: text, location: place)))
  }

  /// The paragraphs of a cell: those marked `<p>…</p>`, else the cell as one.
  private mutating func paragraphs(in field: Range<Int>) -> [String] {
    var found: [String] = []
    var start = field.lowerBound
    var index = field.lowerBound
    func take(_ end: Int, _ reader: inout TextReader) {
      let range = UTF8Text.trimmed(reader.bytes, start..<end)
      guard !range.isEmpty else { return }
      let text = reader.withoutBookmarks(range)
      if !text.isEmpty { found.append(text) }
    }
    while index < field.upperBound {
      guard bytes[index] == 0x3C, let length = markLength(at: index, before: field.upperBound)
      else {
        index += 1
        continue
      }
      take(index, &self)
      index += length
      start = index
    }
    take(field.upperBound, &self)
    return found
  }

  private func markLength(at index: Int, before end: Int) -> Int? {
    for mark: StaticString in ["<p>", "</p>", "<br>", "<br/>", "<br />"]
    where UTF8Text.starts(bytes, at: index, with: mark, before: end) {
      return mark.utf8CodeUnitCount
    }
    return nil
  }

  // MARK: A cell a line

  /// Makes a table of the collected rows, or paragraphs when they are only indented prose.
  private mutating func flush(_ runs: inout [Run]) throws(DocumentReadError) {
    defer { runs = [] }
    guard !runs.isEmpty else { return }
    var widths: [Int: Int] = [:]
    for run in runs {
      widths[run.lines.count { bytes[$0.range.lowerBound] == 0x09 }, default: 0] += 1
    }
    let commonest = widths.values.max() ?? 0
    guard commonest >= 2, commonest * 2 >= runs.count else {
      for run in runs {
        for (number, line) in run.lines { try addParagraph(number, line) }
      }
      return
    }
    var rows: [SourceRow] = []
    func closeTable(_ reader: inout TextReader) {
      if !rows.isEmpty { reader.blocks.append(.table(SourceTable(rows: rows))) }
      rows = []
    }
    for run in runs {
      var row = SourceRow(cells: [])
      for (number, line) in run.lines {
        if bytes[line.lowerBound] == 0x09 {
          let content = (line.lowerBound + 1)..<line.upperBound
          try budget.addCell(endingAt: row.cells.count + 1)
          try budget.addText(content.count)
          row.cells.append(
            SourceCell(
              column: row.cells.count, paragraphs: paragraphs(in: content),
              location: .text(file: name, line: number, column: 2)))
        } else if row.cells.isEmpty {
          // A caption right above the table.
          closeTable(&self)
          try addParagraph(number, line)
        } else {
          try budget.addText(line.count)
          row.cells[row.cells.count - 1].paragraphs += paragraphs(in: line)
        }
      }
      try budget.addRow()
      rows.append(row)
    }
    closeTable(&self)
  }

  // MARK: Marks of word processors

  /// The text without marks such as `[bookmark: _GoBack]` that copying leaves behind.
  private mutating func withoutBookmarks(_ range: Range<Int>) -> String {
    var kept: [UInt8] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x5B,
        UTF8Text.starts(bytes, at: index, with: "[bookmark: ", before: range.upperBound),
        let close = bytes[index..<min(index + 120, range.upperBound)].firstIndex(of: 0x5D)
      else {
        index += 1
        continue
      }
      kept += bytes[start..<index]
      bookmarks += 1
      index = close + 1
      start = index
    }
    if start == range.lowerBound { return UTF8Text.string(bytes, range) }
    kept += bytes[start..<range.upperBound]
    return UTF8Text.string(kept, UTF8Text.trimmed(kept, 0..<kept.count))
  }
}
