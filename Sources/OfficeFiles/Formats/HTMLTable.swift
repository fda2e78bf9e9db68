import TaskLedger

/// A table of an HTML page while it is read.
struct HTMLTable {
  /// Its number among the tables of the page, from 1.
  let index: Int
  private(set) var rows: [SourceRow] = []
  /// Rows that stand at the foot, wherever a page writes them.
  private var foot: [SourceRow] = []
  private var isInFoot = false
  private var hasStruckText = false
  private(set) var hasCell = false
  private var hasRow = false
  private var cells: [SourceCell] = []
  private var column = 0
  private var paragraphs: [String] = []
  private var span = 1
  private var height = 1
  /// Cells that reach down from rows above, by their first column.
  private var hanging: [Int: (rows: Int, span: Int)] = [:]
  private var nextHanging: [Int: (rows: Int, span: Int)] = [:]

  init(index: Int) { self.index = index }

  /// Begins the head, the body or the foot; no cell reaches from one into another.
  mutating func beginGroup(
    _ tag: HTMLTag, _ budget: inout ReadBudget
  ) throws(DocumentReadError) {
    try endRow(&budget)
    isInFoot = tag == .tfoot
    hanging = [:]
    nextHanging = [:]
  }

  /// Ends the table.
  mutating func finish(_ budget: inout ReadBudget) throws(DocumentReadError) {
    try endRow(&budget)
    rows += foot
    foot = []
  }

  mutating func strike() { hasStruckText = true }

  mutating func beginRow(_ budget: inout ReadBudget) throws(DocumentReadError) {
    try endRow(&budget)
    hasRow = true
    cells = []
    column = 0
    nextHanging = [:]
  }

  mutating func beginCell(
    span: Int, height: Int, _ budget: inout ReadBudget
  ) throws(DocumentReadError) {
    try endCell(&budget)
    if !hasRow { try beginRow(&budget) }
    try passHanging(&budget)
    hasCell = true
    paragraphs = []
    hasStruckText = false
    self.span = min(max(span, 1), 1000)
    // Zero reaches to the end of the table.
    self.height = height == 0 ? 65_534 : min(max(height, 1), 65_534)
  }

  mutating func add(_ paragraph: String) { paragraphs.append(paragraph) }

  /// Where the cell being read stands.
  func location(file: String) -> Diagnostic.Location {
    .tableCell(file: file, table: index, row: rows.count + foot.count + 1, column: column + 1)
  }

  mutating func endCell(_ budget: inout ReadBudget) throws(DocumentReadError) {
    guard hasCell else { return }
    hasCell = false
    var end = column + span
    // A cell from above is never covered.
    if let blocked = hanging.keys.filter({ $0 > column && $0 < end }).min() { end = blocked }
    try budget.addCell(endingAt: end)
    cells.append(
      SourceCell(
        column: column, columnSpan: end - column, paragraphs: paragraphs,
        hasStruckText: hasStruckText,
        location: location(file: budget.file)))
    if height > 1 { nextHanging[column] = (height - 1, end - column) }
    column = end
  }

  mutating func endRow(_ budget: inout ReadBudget) throws(DocumentReadError) {
    guard hasRow else { return }
    try endCell(&budget)
    hasRow = false
    try passHanging(&budget)
    for start in hanging.keys.sorted() where start >= column {
      column = start
      try passHanging(&budget)
    }
    hanging = nextHanging
    guard !cells.isEmpty else { return }
    try budget.addRow()
    if isInFoot {
      foot.append(SourceRow(cells: cells))
    } else {
      rows.append(SourceRow(cells: cells))
    }
  }

  /// Puts the continuations of cells from above where the next cell would stand.
  private mutating func passHanging(_ budget: inout ReadBudget) throws(DocumentReadError) {
    while let above = hanging[column] {
      hanging[column] = nil
      try budget.addCell(endingAt: column + above.span)
      cells.append(
        SourceCell(
          column: column, columnSpan: above.span, paragraphs: [], continuesAbove: true,
          location: location(file: budget.file)))
      if above.rows > 1 { nextHanging[column] = (above.rows - 1, above.span) }
      column += above.span
    }
  }

  /// Whether it is a table in its own right, and not a few boxes inside of a cell.
  var isSubstantial: Bool {
    rows.count >= 3 && rows.contains { $0.cells.count >= 3 }
  }

  /// The table as paragraphs, a row each.
  var flattened: [String] {
    rows.compactMap { row in
      let texts = row.cells.map(\.text).filter { !$0.isEmpty }
      return texts.isEmpty ? nil : texts.joined(separator: "\t")
    }
  }
}
