import TaskLedger

/// The cells of a sheet with content, and how merges join them.
struct XlsxGrid {
  /// A merged range, from 0.
  struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// A row with content.
  struct Row {
    var number: Int
    var isHidden: Bool
    var cells: [SourceCell]
  }

  /// What a merge makes of one row.
  private struct Span {
    var columns: ClosedRange<Int>
    var isFirst: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var width = 0
  private(set) var coveredTexts = 0
  var merges: [Merge] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  var uncached: [XlsxPlace] = []

  /// Adds a cell with content.
  mutating func add(_ cell: SourceCell, row: Int, isHidden: Bool) {
    if rows.last?.number != row {
      rows.append(Row(number: row, isHidden: isHidden, cells: []))
    }
    rows[rows.count - 1].cells.append(cell)
    width = max(width, cell.column + 1)
  }

  /// The number of hidden rows and columns with content.
  var hiddenCounts: (rows: Int, columns: Int) {
    let columns = (0..<min(width, 1024)).count { column in
      hiddenColumns.contains { $0.contains(column) }
    }
    return (rows.count { $0.isHidden }, columns)
  }

  /// The rows as a table: merges applied, blank cells of a narrow sheet with their places, an
  /// empty row where blank rows divide.
  mutating func table(
    file: String, sheet: String, budget: inout ReadBudget
  ) throws(DocumentReadError) -> [SourceRow] {
    // A sheet is in order unless somebody wrote it by hand.
    if zip(rows, rows.dropFirst()).contains(where: { $0.number > $1.number }) {
      rows.sort { $0.number < $1.number }
    }
    let spans = try spans(budget.limits, file: file)
    let isFilled = width <= 64 && rows.count * width <= budget.limits.cells * 3 / 4
    var table: [SourceRow] = []
    table.reserveCapacity(rows.count)
    var last: Int?
    for index in rows.indices {
      let number = rows[index].number
      if let last, number > last + 1 { table.append(SourceRow(cells: [])) }
      last = number
      try budget.addRow()
      let place = { (column: Int) in
        Diagnostic.Location.cell(
          file: file, sheet: sheet, reference: XlsxPlace(row: number, column: column).reference)
      }
      var cells = merge(rows[index].cells, spans[index] ?? [], place)
      if isFilled { fill(&cells, place) }
      for cell in cells { try budget.addCell(endingAt: cell.column + cell.columnSpan) }
      table.append(SourceRow(cells: cells))
      rows[index].cells = []
    }
    return table
  }

  /// The spans by index of the rows with content, so that no merge costs more than those rows.
  private func spans(
    _ limits: ReadLimits, file: String
  ) throws(DocumentReadError) -> [Int: [Span]] {
    var spans: [Int: [Span]] = [:]
    var count = 0
    for merge in merges where merge.columns.lowerBound < width {
      let columns =
        merge.columns.lowerBound...min(merge.columns.upperBound, max(width - 1, 0))
      var index = firstIndex(from: merge.rows.lowerBound)
      var isFirst = true
      while index < rows.count, merge.rows.contains(rows[index].number) {
        count += 1
        if count > limits.cells { throw .tooLarge(file: file, what: .cells, limit: limits.cells) }
        spans[index, default: []].append(Span(columns: columns, isFirst: isFirst))
        isFirst = false
        index += 1
      }
    }
    return spans
  }

  private func firstIndex(from number: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func merge(
    _ cells: [SourceCell], _ spans: [Span], _ place: (Int) -> Diagnostic.Location
  ) -> [SourceCell] {
    guard !spans.isEmpty else { return cells.sorted { $0.column < $1.column } }
    let spans = spans.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    let cells = cells.sorted { $0.column < $1.column }
    var merged: [SourceCell] = []
    var next = cells.startIndex
    var free = 0
    for span in spans where span.columns.lowerBound >= free {
      while next < cells.endIndex, cells[next].column < span.columns.lowerBound {
        merged.append(cells[next])
        next += 1
      }
      var cell = SourceCell(
        column: span.columns.lowerBound, columnSpan: span.columns.count, paragraphs: [],
        continuesAbove: !span.isFirst, location: place(span.columns.lowerBound))
      while next < cells.endIndex, cells[next].column <= span.columns.upperBound {
        if span.isFirst, cells[next].column == cell.column {
          cell.paragraphs = cells[next].paragraphs
          cell.date = cells[next].date
        } else {
          coveredTexts += 1
        }
        next += 1
      }
      merged.append(cell)
      free = span.columns.upperBound + 1
    }
    merged += cells[next...]
    return merged
  }

  private func fill(_ cells: inout [SourceCell], _ place: (Int) -> Diagnostic.Location) {
    var filled: [SourceCell] = []
    filled.reserveCapacity(width)
    var column = 0
    for cell in cells {
      while column < cell.column {
        filled.append(SourceCell(column: column, paragraphs: [], location: place(column)))
        column += 1
      }
      filled.append(cell)
      column = max(column, cell.column + cell.columnSpan)
    }
    while column < width {
      filled.append(SourceCell(column: column, paragraphs: [], location: place(column)))
      column += 1
    }
    cells = filled
  }
}
