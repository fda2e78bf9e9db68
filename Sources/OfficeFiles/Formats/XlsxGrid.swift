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

  /// What is said about cells, with the first of them.
  enum Note: CaseIterable {
    /// A formula without a saved value.
    case uncached
    /// Words with a line through them.
    case struckText
    /// A picture in a cell.
    case picture
    /// A cell so far from the others that it is none of the table's.
    case far
    /// A text that a merge covers.
    case covered
  }

  private(set) var rows: [Row] = []
  private(set) var width = 0
  private(set) var notes: [Note: (count: Int, first: XlsxPlace)] = [:]
  var merges: [Merge] = []
  var hiddenColumns: [ClosedRange<Int>] = []

  /// Counts what is to be said about a cell.
  mutating func note(_ note: Note, at place: XlsxPlace) {
    notes[note, default: (0, place)].count += 1
  }

  /// The columns with content that nobody sees.
  var hiddenColumnNumbers: Set<Int> {
    Set(
      (0..<min(width, 1024)).filter { column in
        hiddenColumns.contains { $0.contains(column) }
      })
  }

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
    (rows.count { $0.isHidden }, hiddenColumnNumbers.count)
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
    try joinParts(of: sheet, file: file)
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
      var cells = merge(rows[index].cells, spans[index] ?? [], row: number, place)
      if isFilled { fill(&cells, place) }
      for cell in cells { try budget.addCell(endingAt: cell.column + cell.columnSpan) }
      table.append(SourceRow(cells: cells, isHidden: rows[index].isHidden))
      rows[index].cells = []
    }
    return table
  }

  /// Makes one row of several that have one number; two cells of one place are damage.
  private mutating func joinParts(of sheet: String, file: String) throws(DocumentReadError) {
    var joined: [Row] = []
    if zip(rows, rows.dropFirst()).contains(where: { $0.number == $1.number }) {
      for row in rows {
        if joined.last?.number == row.number {
          joined[joined.count - 1].cells += row.cells
        } else {
          joined.append(row)
        }
      }
      rows = joined
    }
    for index in rows.indices {
      let cells = rows[index].cells
      if zip(cells, cells.dropFirst()).contains(where: { $0.column >= $1.column }) {
        rows[index].cells.sort { $0.column < $1.column }
      }
      let sorted = rows[index].cells
      for (left, right) in zip(sorted, sorted.dropFirst()) where left.column == right.column {
        let place = XlsxPlace(row: rows[index].number, column: left.column)
        throw .damaged(file: file, part: "\(sheet)!\(place.reference)", detail: "duplicate-cell")
      }
    }
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
    _ cells: [SourceCell], _ spans: [Span], row: Int, _ place: (Int) -> Diagnostic.Location
  ) -> [SourceCell] {
    guard !spans.isEmpty else { return cells }
    let spans = spans.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
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
          cell.number = cells[next].number
          cell.hasStruckText = cells[next].hasStruckText
        } else if !cells[next].paragraphs.isEmpty {
          note(.covered, at: XlsxPlace(row: row, column: cells[next].column))
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
