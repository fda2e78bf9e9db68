import OfficeFiles
import TaskLedger

extension SourceDocument {
  /// The paragraphs outside of tables.
  var paragraphs: [String] {
    blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
  }

  /// The tables.
  var tables: [SourceTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// The tables as texts of their cells; a continuation of a merge is `^`, a span repeats `<`.
  var grids: [[[String]]] {
    tables.map { table in
      table.rows.map { row in
        row.cells.flatMap { cell in
          [cell.continuesAbove ? "^" : cell.text]
            + Array(repeating: "<", count: cell.columnSpan - 1)
        }
      }
    }
  }

  /// The codes of what the reader said.
  var codes: [String] { diagnostics.map(\.code) }
}
