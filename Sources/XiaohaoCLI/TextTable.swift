/// A table for a terminal whose columns line up with double-width characters.
package struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]
  /// The column that gives way when the terminal is narrow.
  private let flexible: Int?

  /// Creates a table with its headings.
  package init(header: [String], flexible: Int? = nil) {
    self.header = header
    self.flexible = flexible
  }

  /// Adds a row; it has as many cells as the header.
  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table as text; cells wider than the room of the flexible column are cut with `…`.
  ///
  /// - Parameters:
  ///   - columns: The columns of the terminal.
  ///   - style: Changes a padded cell of a body row, for colour; handed the row and column.
  /// - Returns: The lines, each ended by a line break.
  package func text(
    columns: Int, style: (_ row: Int, _ column: Int, _ cell: String) -> String = { $2 }
  ) -> String {
    var widths = header.indices.map { column in
      ([header] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    if let flexible {
      let others = widths.indices.filter { $0 != flexible }.reduce(0) { $0 + widths[$1] + 2 }
      widths[flexible] = min(widths[flexible], max(16, columns - others))
    }
    func line(_ cells: [String], row: Int?) -> String {
      let parts = cells.indices.map { column in
        let clipped = DisplayWidth.clipped(cells[column], to: widths[column])
        let padded =
          column == cells.count - 1 ? clipped : DisplayWidth.padded(clipped, to: widths[column])
        return row.map { style($0, column, padded) } ?? padded
      }
      var text = parts.joined(separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(header, row: nil) + rule
      + rows.enumerated().map { line($1, row: $0) }.joined()
  }
}
