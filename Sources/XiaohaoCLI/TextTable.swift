/// A table for a terminal whose columns line up with double-width characters.
package struct TextTable {
  private let header: [Cell]
  /// The cells of all rows, one row after the other.
  private var cells: [Cell] = []
  /// The columns that the widest cell of each column takes.
  private var widths: [Int]
  /// The column that gives way when the terminal is narrow.
  private let flexible: Int?

  /// A text with the columns it takes, reckoned once.
  private struct Cell {
    var text: String
    var width: Int

    init(_ text: String) {
      self.text = text
      width = DisplayWidth.of(text)
    }
  }

  /// Creates a table with its headings.
  package init(header: [String], flexible: Int? = nil) {
    self.header = header.map(Cell.init)
    self.flexible = flexible
    widths = self.header.map(\.width)
  }

  /// Adds a row; it has as many cells as the header.
  package mutating func add(_ row: [String]) {
    for column in header.indices {
      let cell = Cell(row[column])
      cells.append(cell)
      widths[column] = max(widths[column], cell.width)
    }
  }

  /// The table as text; cells wider than the room of the flexible column are cut with `…`.
  ///
  /// - Parameters:
  ///   - columns: The columns of the terminal.
  ///   - style: Changes a padded cell of a body row, for colour; handed the row and column.
  /// - Returns: The lines, each ended by a line break.
  package func text(
    columns: Int, style: ((_ row: Int, _ column: Int, _ cell: String) -> String)? = nil
  ) -> String {
    var widths = widths
    if let flexible {
      let others = widths.indices.filter { $0 != flexible }.reduce(0) { $0 + widths[$1] + 2 }
      widths[flexible] = min(widths[flexible], max(16, columns - others))
    }
    var text = TextLines()
    text.add(header[...], widths)
    text.end()
    text.add(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    text.end()
    for (row, start) in stride(from: 0, to: cells.count, by: header.count).enumerated() {
      text.add(
        cells[start..<start + header.count], widths,
        style: style.map { style in { style(row, $0, $1) } })
      text.end()
    }
    return text.text
  }

  /// Lines that grow at their end, without spaces at the ends of lines.
  private struct TextLines {
    private var bytes: [UInt8] = []
    private var lineStart = 0

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ text: String) {
      let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable {
        bytes.append(contentsOf: $0)
      }
      if isAdded == nil { bytes.append(contentsOf: text.utf8) }
    }

    mutating func end() {
      while bytes.count > lineStart, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      bytes.append(UInt8(ascii: "\n"))
      lineStart = bytes.count
    }

    /// Adds cells side by side; the last one is not padded.
    mutating func add(
      _ cells: ArraySlice<Cell>, _ widths: [Int], style: ((Int, String) -> String)? = nil
    ) {
      for (column, cell) in cells.enumerated() {
        if column > 0 { add("  ") }
        let text =
          cell.width > widths[column]
          ? DisplayWidth.clipped(cell.text, to: widths[column]) : cell.text
        let width = cell.width > widths[column] ? DisplayWidth.of(text) : cell.width
        let padding = column == widths.count - 1 ? 0 : max(0, widths[column] - width)
        if let style {
          add(style(column, text + String(repeating: " ", count: padding)))
        } else {
          add(text)
          for _ in 0..<padding { bytes.append(UInt8(ascii: " ")) }
        }
      }
    }
  }
}
