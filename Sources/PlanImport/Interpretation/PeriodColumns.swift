internal import OfficeFiles
internal import TaskLedger

/// Columns of work that are headed by periods, 上半年重点工作 and 下半年重点工作: each cell is an item, and
/// its period is its deadline.
struct PeriodColumns {
  /// The table with a row for each cell.
  let table: SourceTable

  /// A column with its period and what its heading says besides.
  private struct Column {
    var column: Int
    var period: String
    var rest: String
  }

  /// Unfolds a table; nil when it has no such columns among its first rows.
  init?(_ table: SourceTable, heads: Range<Int>, _ vocabulary: HeadingVocabulary) {
    for index in heads {
      let columns = table.rows[index].cells.compactMap { Self.column($0, vocabulary) }
      guard columns.count >= 2, Set(columns.map(\.rest)).count == 1,
        Set(columns.map(\.period)).count == columns.count,
        // Beside a column of contents they say what is done of them when.
        !table.rows[index].cells.contains(where: { vocabulary.role(of: $0.text) == .content })
      else { continue }
      self.table = Self.unfolded(table, at: index, columns, vocabulary)
      return
    }
    return nil
  }

  private static func column(_ cell: SourceCell, _ vocabulary: HeadingVocabulary) -> Column? {
    let words = TextFolding.unspaced(cell.words)
    guard cell.columnSpan == 1, !cell.continuesAbove, (4...16).contains(words.count) else {
      return nil
    }
    for length in stride(from: words.count - 2, through: 2, by: -1) {
      let (period, rest) = (String(words.prefix(length)), String(words.dropFirst(length)))
      guard let last = period.last, PlanPhrases.periodEndings.contains(last),
        ColumnProfile.isDate(period), let role = vocabulary.role(of: rest),
        role == .content || role == .task
      else { continue }
      return Column(column: cell.column, period: period, rest: rest)
    }
    return nil
  }

  private static func unfolded(
    _ table: SourceTable, at index: Int, _ columns: [Column], _ vocabulary: HeadingVocabulary
  ) -> SourceTable {
    var result = table
    let width = table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0
    let places = Set(columns.map(\.column))
    let first = columns[0].column
    let head = table.rows[index].cells
    let hasDeadline = head.contains { vocabulary.role(of: $0.text) == .deadline }
    let numbers = Set(head.filter { vocabulary.role(of: $0.text) == .ordinal }.map(\.column))
    var rows = Array(table.rows[...index])
    rows[index].cells = head.filter { $0.column == first || !places.contains($0.column) }
    if let place = rows[index].cells.firstIndex(where: { $0.column == first }) {
      rows[index].cells[place].paragraphs = [columns[0].rest]
      if !hasDeadline {
        rows[index].cells.append(
          SourceCell(
            column: width, paragraphs: [PlanPhrases.Column.deadlineHeading],
            location: head[0].location))
      }
    }
    for row in table.rows[(index + 1)...] {
      let work = columns.compactMap { column in
        row.cells.first { $0.column == column.column && !$0.continuesAbove && !$0.isBlank }
          .map { (column, $0) }
      }
      guard !work.isEmpty else {
        rows.append(row)
        continue
      }
      for (place, (column, cell)) in work.enumerated() {
        var cells = row.cells.filter { !places.contains($0.column) }
        if place > 0 {
          // The printed number is that of the row, which the first item keeps.
          for at in cells.indices where numbers.contains(cells[at].column) {
            cells[at].paragraphs = []
          }
        }
        var own = cell
        own.column = first
        cells.append(own)
        if !hasDeadline {
          cells.append(
            SourceCell(column: width, paragraphs: [column.period], location: cell.location))
        }
        rows.append(SourceRow(cells: cells.sorted { $0.column < $1.column }))
      }
    }
    result.rows = rows
    return result
  }
}
