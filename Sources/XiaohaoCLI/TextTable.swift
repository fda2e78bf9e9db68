import LedgerReports
import TaskLedger

/// A table for a terminal whose columns line up with double-width characters.
package struct TextTable {
  private let header: [String]
  private var rows: [[String]] = []
  /// The column that gives way when the terminal is narrow.
  private let flexible: Int?

  /// Changes a padded cell of a body row, for colour; handed the row and column.
  package typealias Style = (_ row: Int, _ column: Int, _ cell: String) -> String

  /// Creates a table with its headings.
  package init(header: [String], flexible: Int? = nil) {
    self.header = header
    self.flexible = flexible
  }

  /// Adds a row; it has as many cells as the header.
  package mutating func add(_ row: [String]) { rows.append(row) }

  /// The table as text; cells wider than the room of the flexible column are cut with `…`.
  ///
  /// - Parameters:
  ///   - columns: The columns of the terminal.
  ///   - style: Changes cells, for colour.
  /// - Returns: The lines, each ended by a line break.
  package func text(columns: Int, style: Style? = nil) -> String {
    var widths = header.indices.map { column in
      ([header] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    if let flexible {
      let others = widths.indices.filter { $0 != flexible }.reduce(0) { $0 + widths[$1] + 2 }
      widths[flexible] = min(widths[flexible], max(16, columns - others))
    }
    let rule = widths.map { String(repeating: "─", count: $0) }
    var text = Self.line(header, widths) + Self.line(rule, widths)
    for (index, row) in rows.enumerated() {
      text += Self.line(row, widths) { style?(index, $0, $1) ?? $1 }
    }
    return text
  }

  /// One line without spaces at its end; its last cell is not padded.
  private static func line(
    _ row: [String], _ widths: [Int], style: (Int, String) -> String = { $1 }
  ) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let clipped = DisplayWidth.clipped(cell, to: widths[column])
      let isLast = column == row.count - 1
      line += (column > 0 ? "  " : "")
      line += style(column, isLast ? clipped : DisplayWidth.padded(clipped, to: widths[column]))
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
