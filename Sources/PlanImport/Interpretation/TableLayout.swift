internal import OfficeFiles
internal import TaskLedger

/// Which column of a table holds what (列的用途), as its heading rows say.
struct TableLayout: Sendable {
  /// The role of each grid column, nil for columns that are not read.
  var roles: [ColumnRole?]
  /// How many rows at the top belong to the heading.
  var headingRows: Range<Int>
  /// The headings of columns that are not read.
  var unread: [String]
  /// Columns that were passed over for another of the same kind, with the one that is read.
  var rivals: [(read: String, unread: String)] = []
  /// The grid columns below a heading that covers several.
  private var spans: Set<Int> = []
  /// The folded headings by grid column, of one or two heading rows.
  var headings: [Int: [String]]

  /// The number of grid columns.
  var width: Int { roles.count }

  /// Whether a role has a column.
  func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

  /// Finds the heading of a plan's table in its first rows, or nil when it is another table.
  static func find(in table: SourceTable, vocabulary: HeadingVocabulary) -> TableLayout? {
    let limit = min(table.rows.count, 30)
    for index in 0..<limit {
      guard var layout = read(table.rows, at: index, vocabulary: vocabulary) else { continue }
      layout.settle()
      if layout.isPlan { return layout }
    }
    return nil
  }

  /// Whether the columns are those of a plan: something to do, and by when, by whom or how.
  private var isPlan: Bool {
    guard has(.content) else { return false }
    if has(.measures) || has(.deadline) { return true }
    let others: [ColumnRole] = [.departments, .lead, .person]
    guard others.contains(where: has) else { return has(.ordinal) && has(.task) }
    return has(.ordinal) || has(.task) || has(.remark)
  }

  private static func read(
    _ rows: [SourceRow], at index: Int, vocabulary: HeadingVocabulary
  ) -> TableLayout? {
    let row = rows[index]
    guard row.cells.count >= 2, (row.cells.first?.column ?? -1) >= 0 else { return nil }
    let width = row.cells.map { $0.column + $0.columnSpan }.max() ?? 0
    guard width <= 4096 else { return nil }
    var layout = TableLayout(
      roles: Array(repeating: nil, count: width), headingRows: index..<index + 1, unread: [],
      headings: [:])
    var known = 0
    var unknown: [SourceCell] = []
    for cell in row.cells where !cell.paragraphs.isEmpty {
      layout.headings[cell.column] = [HeadingVocabulary.key(cell.text)]
      if cell.columnSpan > 1 {
        layout.spans.formUnion(cell.column..<cell.column + cell.columnSpan)
      }
      guard let role = vocabulary.role(of: cell.text) else {
        unknown.append(cell)
        continue
      }
      known += 1
      for column in cell.column..<cell.column + cell.columnSpan { layout.roles[column] = role }
    }
    guard known >= 2 else { return nil }
    if index + 1 < rows.count { layout.addSecondRow(rows[index + 1], vocabulary: vocabulary) }
    for cell in unknown {
      let columns = cell.column..<cell.column + cell.columnSpan
      if columns.allSatisfy({ layout.roles[$0] == nil }) {
        layout.unread.append(DataTable.trimmed(cell.text))
      }
    }
    return layout
  }

  /// Takes a second heading row in: all its own cells are headings, or all stand below headings that
  /// cover several columns and one of them is a heading.
  private mutating func addSecondRow(_ row: SourceRow, vocabulary: HeadingVocabulary) {
    let own = row.cells.filter { !$0.continuesAbove && !$0.paragraphs.isEmpty }
    let known = own.count { vocabulary.role(of: $0.text) != nil }
    let isBelow = known > 0 && own.allSatisfy { spans.contains($0.column) }
    guard !own.isEmpty, known == own.count || isBelow else { return }
    let repeats = own.allSatisfy {
      headings[$0.column]?.contains(HeadingVocabulary.key($0.text)) ?? false
    }
    guard !repeats else { return }
    for cell in own where cell.column < width {
      roles[cell.column] = vocabulary.role(of: cell.text)
      headings[cell.column, default: []].append(HeadingVocabulary.key(cell.text))
      if roles[cell.column] == nil { unread.append(DataTable.trimmed(cell.text)) }
    }
    headingRows = headingRows.lowerBound..<headingRows.upperBound + 1
  }

  /// Gives every role one column and every plan a content column.
  private mutating func settle() {
    promoteContent()
    settleDeadlines()
    var seen: Set<ColumnRole> = []
    for column in roles.indices {
      guard let role = roles[column] else { continue }
      if seen.insert(role).inserted { continue }
      let isSpan = column > 0 && roles[column - 1] == role && headings[column] == nil
      let other = isSpan ? nil : second(of: role)
      roles[column] = other.flatMap { seen.insert($0).inserted ? $0 : nil }
      if roles[column] == nil, let heading = headings[column]?.last { unread.append(heading) }
    }
  }

  /// Of several deadlines the school's own is read: not what the province demands, not when the work
  /// begins or was really done. What is passed over is said.
  private mutating func settleDeadlines() {
    let columns = roles.indices.filter { roles[$0] == .deadline && headings[$0] != nil }
    guard columns.count > 1 else { return }
    func isForeign(_ column: Int) -> Bool {
      let words = headings[column]?.last ?? ""
      return PlanPhrases.foreignDeadlines.contains { words.contains($0) }
    }
    guard let own = columns.first(where: { !isForeign($0) }) ?? columns.first else { return }
    for column in columns where column != own {
      roles[column] = nil
      let heading = headings[column]?.last ?? ""
      unread.append(heading)
      if !isForeign(column) { rivals.append((headings[own]?.last ?? "", heading)) }
    }
  }

  /// The role of a second column with the same heading word.
  private func second(of role: ColumnRole) -> ColumnRole? {
    switch role {
    case .task: has(.content) ? nil : .content
    case .content: has(.measures) ? nil : .measures
    case .departments: has(.supporting) ? nil : .supporting
    case .ordinal, .clause, .basis, .measures, .deadline, .lead, .supporting, .person, .remark: nil
    }
  }

  private mutating func promoteContent() {
    guard !has(.content) else { return }
    let tasks = roles.indices.filter { roles[$0] == .task }
    if tasks.count >= 2 {
      roles[tasks[1]] = .content
    } else if let column = roles.firstIndex(of: .task), has(.measures) || has(.deadline) {
      roles[column] = .content
    } else if let column = roles.firstIndex(of: .measures) {
      roles[column] = .content
    }
  }
}
