internal import OfficeFiles
internal import TaskLedger

/// Tables whose headings stand in the first column, an item a column (横竖颠倒的表).
enum TransposedTable {
  /// The table with its rows as columns; nil when its headings stand in a row.
  static func table(_ table: SourceTable, _ vocabulary: HeadingVocabulary) -> SourceTable? {
    isTransposed(table, vocabulary) ? transposed(table) : nil
  }

  /// Whether the headings stand in the first column and not in a row.
  private static func isTransposed(_ table: SourceTable, _ vocabulary: HeadingVocabulary) -> Bool {
    guard (3...40).contains(table.rows.count) else { return false }
    var roles: Set<ColumnRole> = []
    var known: Set<String> = []
    var labels = 0
    for row in table.rows {
      guard let first = row.cells.first, !first.continuesAbove, !first.isBlank else { continue }
      labels += 1
      let others = row.cells.dropFirst().filter { !$0.isBlank }
      if others.contains(where: { vocabulary.role(of: $0.text) != nil }) { return false }
      guard let role = vocabulary.role(of: first.text) else { continue }
      // A label that comes again begins another card.
      guard known.insert(HeadingVocabulary.key(first.text)).inserted else { return false }
      roles.insert(role)
    }
    let width = table.rows.map(\.cells.count).max() ?? 0
    return roles.count >= 3 && roles.count * 2 >= labels && width >= 2
      && !roles.isDisjoint(with: [.content, .task, .measures])
      && !roles.isDisjoint(with: [.deadline, .departments, .lead, .measures])
  }

  /// The table with its rows as columns.
  private static func transposed(_ table: SourceTable) -> SourceTable {
    let width = table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0
    var rows = (0..<min(width, 4096)).map { _ in SourceRow(cells: []) }
    for (index, row) in table.rows.enumerated() {
      for cell in row.cells {
        for step in 0..<max(cell.columnSpan, 1) where cell.column + step < rows.count {
          var turned = cell
          turned.column = index
          turned.columnSpan = 1
          // What runs over several items is a merged cell of them; what runs on below is one cell.
          turned.continuesAbove = step > 0
          if step > 0 || cell.continuesAbove { turned.paragraphs = [] }
          rows[cell.column + step].cells.append(turned)
        }
      }
    }
    return SourceTable(name: table.name, rows: rows, isHidden: table.isHidden)
  }
}
