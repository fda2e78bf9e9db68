package import OfficeFiles
package import TaskLedger

extension SourceDocument {
  /// The tables as rows of cells by grid column; a real date is written 2020-09-30.
  package var cellTables: [[[IndicatorTable.Cell]]] {
    blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      let rows = table.rows.compactMap(\.gridCells)
      return rows.isEmpty ? nil : rows
    }
  }
}

extension SourceRow {
  /// The cells by grid column, blank ones where there is none; nil for a row without cells.
  fileprivate var gridCells: [IndicatorTable.Cell]? {
    guard let last = cells.last, let first = cells.first else { return nil }
    let width = min(last.column + last.columnSpan, 4096)
    var row = Array(repeating: (text: "", location: first.location), count: width)
    for cell in cells where cell.column < width {
      row[cell.column] = (cell.date?.description ?? cell.text, cell.location)
    }
    return row
  }
}
