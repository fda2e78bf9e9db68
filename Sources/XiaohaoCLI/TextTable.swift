import LedgerReports
import TaskLedger

/// A table for a terminal whose columns line up with double-width characters.
package struct TextTable {
  private let header: Rows
  /// The rows, a stretch after the other.
  private var stretches: [Rows] = []
  /// The column that gives way when the terminal is narrow.
  private let flexible: Int?

  /// Changes a padded cell of a body row, for colour; handed the row and column.
  package typealias Style = @Sendable (_ row: Int, _ column: Int, _ cell: String) -> String

  /// Creates a table with its headings.
  package init(header: [String], flexible: Int? = nil) {
    self.header = Rows(header)
    self.flexible = flexible
  }

  /// Adds a row; it has as many cells as the header.
  package mutating func add(_ row: [String]) {
    if stretches.isEmpty { stretches.append(Rows(columns: header.widths.count)) }
    stretches[stretches.count - 1].add(row)
  }

  /// Adds many rows, made side by side.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - row: The cells of a row, as many as the header has; called on any thread.
  package mutating func add(rows count: Int, _ row: @Sendable (Int) -> [String]) {
    let columns = header.widths.count
    stretches += SideBySide.map(stretchesOf: count) { stretch in
      var rows = Rows(columns: columns)
      for place in stretch { rows.add(row(place)) }
      return rows
    }
  }

  /// The table as text; cells wider than the room of the flexible column are cut with `…`.
  ///
  /// - Parameters:
  ///   - columns: The columns of the terminal.
  ///   - style: Changes cells, for colour.
  /// - Returns: The lines, each ended by a line break.
  package func text(columns: Int, style: Style? = nil) -> String {
    var widths = header.widths
    for stretch in stretches {
      for column in widths.indices { widths[column] = max(widths[column], stretch.widths[column]) }
    }
    if let flexible {
      let others = widths.indices.filter { $0 != flexible }.reduce(0) { $0 + widths[$1] + 2 }
      widths[flexible] = min(widths[flexible], max(16, columns - others))
    }
    let rule = Rows(widths.map { String(repeating: "─", count: $0) })
    let firstRows = stretches.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    var parts = [header.text(widths, style: nil), rule.text(widths, style: nil)]
    parts += SideBySide.map(stretches.count) { [widths] (index: Int) -> [UInt8] in
      guard let style else { return stretches[index].text(widths, style: nil) }
      return stretches[index].text(widths) { style(firstRows[index] + $0, $1, $2) }
    }
    return String(unsafeUninitializedCapacity: parts.reduce(0) { $0 + $1.count }) { text in
      var end = 0
      for part in parts { end = text[end...].initialize(fromContentsOf: part) }
      return end
    }
  }
}

/// Rows of cells: the bytes of all texts, one after the other, with the columns each takes.
private struct Rows: Sendable {
  private var texts: [UInt8] = []
  private var cells: [Cell] = []
  /// The columns that the widest cell of each column takes.
  private(set) var widths: [Int]

  private struct Cell: Sendable {
    /// Where its text ends among all.
    var end: Int
    var width: Int
  }

  init(columns: Int) { widths = Array(repeating: 0, count: columns) }

  init(_ row: [String]) {
    self.init(columns: row.count)
    add(row)
  }

  /// How many rows there are.
  var count: Int { cells.count / widths.count }

  mutating func add(_ row: [String]) {
    for column in widths.indices {
      let width = DisplayWidth.of(row[column])
      widths[column] = max(widths[column], width)
      texts.append(text: row[column])
      cells.append(Cell(end: texts.count, width: width))
    }
  }

  /// The lines of the rows, each ended by a line break and without spaces at its end; the last cell
  /// of a row is not padded.
  func text(_ widths: [Int], style: TextTable.Style?) -> [UInt8] {
    var lines: [UInt8] = []
    var start = 0
    for row in 0..<count {
      let lineStart = lines.count
      for column in widths.indices {
        if column > 0 { lines.append(text: "  ") }
        let cell = cells[row * widths.count + column]
        var bytes = texts[start..<cell.end]
        var width = cell.width
        start = cell.end
        if width > widths[column] {
          let text = String(decoding: bytes, as: UTF8.self)
          bytes = Array(DisplayWidth.clipped(text, to: widths[column]).utf8)[...]
          width = bytes.withUnsafeBufferPointer(DisplayWidth.of(bytes:))
        }
        let padding = column == widths.count - 1 ? 0 : max(0, widths[column] - width)
        if let style {
          let text = String(decoding: bytes, as: UTF8.self)
          lines.append(text: style(row, column, text + String(repeating: " ", count: padding)))
        } else {
          lines.append(contentsOf: bytes)
          for _ in 0..<padding { lines.append(UInt8(ascii: " ")) }
        }
      }
      while lines.count > lineStart, lines.last == UInt8(ascii: " ") { lines.removeLast() }
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }
}

extension [UInt8] {
  fileprivate mutating func append(text: String) {
    let isAdded: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
    if isAdded == nil { append(contentsOf: text.utf8) }
  }
}
