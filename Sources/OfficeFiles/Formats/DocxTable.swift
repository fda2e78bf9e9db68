import TaskLedger

/// A table of a Word document while it is read.
struct DocxTable {
  /// Its number among the tables of the document, from 1.
  let index: Int
  private(set) var rows: [SourceRow] = []
  private var cells: [SourceCell] = []
  private var column = 0
  private var isRowDeleted = false
  private var isRowHidden = false
  private(set) var hasRow = false
  /// The style of the table.
  var style: String?
  /// The grid columns where a vertical merge of the row above can be continued.
  private var openAbove: Set<Int> = []
  private var openHere: Set<Int> = []
  private(set) var hasCell = false
  private var cell = Cell()
  /// Texts of merged cells that Word does not show.
  private(set) var hiddenTexts = 0

  private struct Cell {
    var paragraphs: [String] = []
    var span = 1
    var merge = Merge.none
    var continuesLeft = false
    var isDeleted = false
    var hasStruckText = false
  }

  /// A cell's part in a vertical merge.
  enum Merge { case none, begins, continues }

  init(index: Int) { self.index = index }

  /// A count of columns that adding up can never overflow.
  static func columns(_ count: Int?, fallback: Int) -> Int {
    min(max(count ?? fallback, 0), 1 << 20)
  }

  mutating func beginRow() {
    cells = []
    column = 0
    isRowDeleted = false
    isRowHidden = false
    hasRow = true
    openHere = []
  }

  mutating func skipColumns(_ count: Int) { column += count }
  mutating func deleteRow() { isRowDeleted = true }
  mutating func hideRow() { isRowHidden = true }
  mutating func strike() { cell.hasStruckText = true }

  mutating func beginCell() {
    cell = Cell()
    hasCell = true
  }

  mutating func span(_ count: Int) { cell.span = count }
  mutating func merge(_ merge: Merge) { cell.merge = merge }
  mutating func continueLeft() { cell.continuesLeft = true }
  mutating func deleteCell() { cell.isDeleted = true }
  mutating func add(_ paragraph: String) { cell.paragraphs.append(paragraph) }

  /// Whether the cell being read continues the one above it.
  var continuesAbove: Bool { cell.merge == .continues && openAbove.contains(column) }

  /// Where the cell being read stands.
  func location(file: String) -> Diagnostic.Location {
    .tableCell(file: file, table: index, row: rows.count + 1, column: column + 1)
  }

  mutating func endCell(_ budget: inout ReadBudget) throws(DocumentReadError) {
    hasCell = false
    if cell.isDeleted { return }
    let end = column + cell.span
    try budget.addCell(endingAt: end)
    if cell.continuesLeft, let last = cells.indices.last {
      cells[last].columnSpan += cell.span
      cells[last].paragraphs += cell.paragraphs
      column = end
      return
    }
    let continues = continuesAbove
    if cell.merge != .none { openHere.insert(column) }
    if continues && !cell.paragraphs.isEmpty { hiddenTexts += 1 }
    cells.append(
      SourceCell(
        column: column, columnSpan: cell.span, paragraphs: continues ? [] : cell.paragraphs,
        continuesAbove: continues, hasStruckText: cell.hasStruckText,
        location: location(file: budget.file)))
    column = end
  }

  mutating func endRow(_ budget: inout ReadBudget) throws(DocumentReadError) {
    hasRow = false
    guard !isRowDeleted, !cells.isEmpty else { return }
    try budget.addRow()
    rows.append(SourceRow(cells: cells, isHidden: isRowHidden))
    openAbove = openHere
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
