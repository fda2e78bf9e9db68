internal import OfficeFiles
internal import TaskLedger

/// Divides a table or sheet in which other headings begin further down (换表头), 序号 内容 时限 部门 and
/// below it 序号 内容 牵头部门 时限, or other columns to the right of a gap (并列表). Read by the first
/// headings, their values would be another one's.
enum TableDivision {
  /// The tables that a table is; itself when nothing in it heads other columns.
  static func parts(of table: SourceTable, _ vocabulary: HeadingVocabulary) -> [SourceTable] {
    sides(of: table, vocabulary).flatMap { below(in: $0, vocabulary) }
  }

  /// The tables beside each other that two blank columns or more divide, when the one to the right has
  /// headings of its own.
  private static func sides(
    of table: SourceTable, _ vocabulary: HeadingVocabulary
  ) -> [SourceTable] {
    let first = table.rows.prefix(12)
    // Nearly every table ends here: its first rows leave no gap and say no heading twice.
    let place =
      first.lazy.compactMap { repetition(in: $0, vocabulary) }.first
      ?? (gap(in: first) == nil ? nil : gap(in: table.rows[...])).flatMap { gap in
        first.contains { isTwoHeadings($0, beside: gap, vocabulary) } ? gap : nil
      }
    guard let gap = place else { return [table] }
    func side(_ holds: (SourceCell) -> Bool) -> SourceTable {
      var part = table
      for index in part.rows.indices { part.rows[index].cells.removeAll { !holds($0) } }
      return part
    }
    return [side { $0.column < gap.lowerBound }]
      + sides(of: side { $0.column >= gap.upperBound }, vocabulary)
  }

  /// The place between two tables whose headings are the same: 序号 内容 时限 序号 内容 时限.
  private static func repetition(
    in row: SourceRow, _ vocabulary: HeadingVocabulary
  ) -> Range<Int>? {
    guard row.cells.count >= 6 else { return nil }
    let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
    guard own.count >= 6, own.allSatisfy({ $0.text.utf8.count <= 60 }) else { return nil }
    let keys = own.map { HeadingVocabulary.key($0.text) }
    guard let half = keys.dropFirst().firstIndex(of: keys[0]), half >= 3,
      keys.count % half == 0, keys.indices.allSatisfy({ keys[$0] == keys[$0 % half] }),
      Set(own[..<half].compactMap { vocabulary.role(of: $0.text) }).count >= 3
    else { return nil }
    return own[half].column..<own[half].column
  }

  /// Whether a row heads a table to the left of a gap and another to its right, which has three known
  /// headings or one that the left has too.
  private static func isTwoHeadings(
    _ row: SourceRow, beside gap: Range<Int>, _ vocabulary: HeadingVocabulary
  ) -> Bool {
    func roles(_ holds: (Int) -> Bool) -> Set<ColumnRole> {
      Set(row.cells.filter { holds($0.column) }.compactMap { vocabulary.role(of: $0.text) })
    }
    let left = roles { $0 < gap.lowerBound }
    let right = roles { $0 >= gap.upperBound }
    return left.count >= 3 && (right.count >= 3 || !right.isDisjoint(with: left))
  }

  /// The first two blank columns or more that have words to their left and to their right; a title
  /// over both sides divides nothing and joins nothing.
  private static func gap(in rows: ArraySlice<SourceRow>) -> Range<Int>? {
    var filled: Set<Int> = []
    for row in rows {
      let own = row.cells.filter { !$0.isBlank }
      for cell in own {
        let width = own.count == 1 ? 1 : max(cell.columnSpan, 1)
        for column in cell.column..<cell.column + min(width, 4096) { filled.insert(column) }
      }
    }
    let columns = filled.sorted()
    return zip(columns, columns.dropFirst()).first { $1 - $0 > 2 }.map { $0 + 1..<$1 }
  }

  private static func below(
    in table: SourceTable, _ vocabulary: HeadingVocabulary
  ) -> [SourceTable] {
    var cuts: [Int] = []
    var head: (row: Int, keys: [Int: String])?
    for index in table.rows.indices {
      guard let keys = heading(table.rows[index], vocabulary) else { continue }
      // The same headings again, or some of them, head no other columns.
      if let head, index > head.row + 1, !keys.allSatisfy({ head.keys[$0.key] == $0.value }) {
        cuts.append(begin(of: index, behind: head.row + 1, in: table))
      }
      if keys.count < head?.keys.count ?? 0, keys.allSatisfy({ head?.keys[$0.key] == $0.value }) {
        continue
      }
      head = (index, keys)
    }
    guard !cuts.isEmpty else { return [table] }
    let bounds = [0] + cuts + [table.rows.count]
    return zip(bounds, bounds.dropFirst()).map { start, end in
      var part = table
      part.rows = Array(table.rows[start..<end])
      return part
    }
  }

  /// Where the table of a heading begins: with the titles and blank rows right above it.
  private static func begin(of heading: Int, behind last: Int, in table: SourceTable) -> Int {
    var start = heading
    while start - 1 > last {
      let own = table.rows[start - 1].cells.filter { !$0.isBlank }
      guard own.count <= 1, own.first.map({ !$0.continuesAbove }) ?? true else { break }
      start -= 1
    }
    return start
  }

  /// The headings of a row by column, when it holds nothing else: three or more, all known, of
  /// different roles, one of them something to do.
  private static func heading(
    _ row: SourceRow, _ vocabulary: HeadingVocabulary
  ) -> [Int: String]? {
    guard row.cells.count >= 3 else { return nil }
    var keys: [Int: String] = [:]
    var roles: Set<ColumnRole> = []
    for cell in row.cells where !cell.isBlank {
      // Nearly every row ends here: a heading is short and no figure.
      guard cell.paragraphs.count <= 4, cell.text.utf8.count <= 60,
        cell.text.utf8.first.map({ $0 >= 0x3A }) ?? false,
        let role = vocabulary.role(of: cell.text), roles.insert(role).inserted
      else { return nil }
      keys[cell.column] = HeadingVocabulary.key(cell.text)
    }
    let work: Set<ColumnRole> = [.content, .task, .measures]
    return roles.count >= 3 && !roles.isDisjoint(with: work) ? keys : nil
  }
}
