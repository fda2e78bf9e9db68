internal import OfficeFiles
internal import TaskLedger

/// The second row of a heading (两层表头): 完成时限 over 启动 and 完成, 责任单位 over 牵头 and 配合.
extension TableLayout {
  /// Reads the heading that a row is part of: above it may stand its first row, with the headings
  /// that are merged down into it and one that gathers the others.
  static func readWhole(
    _ rows: [SourceRow], at index: Int, vocabulary: HeadingVocabulary
  ) -> TableLayout? {
    var first = index
    while let above = upperRow(of: first, rows), index - above <= 2 { first = above }
    if first < index,
      let layout = read(rows, at: first, vocabulary: vocabulary, known: 0),
      layout.headingRows.contains(index)
    {
      return layout
    }
    return read(rows, at: index, vocabulary: vocabulary, known: 2)
  }

  /// The row above a heading that holds the headings of the columns where it has none of its own.
  private static func upperRow(of index: Int, _ rows: [SourceRow]) -> Int? {
    guard index > 0 else { return nil }
    let own = Set(rows[index].cells.filter { !$0.continuesAbove && !$0.isBlank }.map(\.column))
    let above = rows[index - 1].cells.filter { !$0.continuesAbove && !$0.isBlank }
    let others = above.filter { !own.contains($0.column) }
    guard above.count >= 2, !others.isEmpty,
      above.allSatisfy({ $0.words.count <= 20 && $0.date == nil && !ColumnProfile.isDate($0.words) }
      ),
      others.allSatisfy({ $0.columnSpan == 1 }),
      // A gathering heading begins over the first of those it gathers.
      above.contains(where: { own.contains($0.column) })
    else { return nil }
    return index - 1
  }

  /// Gives a heading the blank columns to its right where only they and it have words below them, as
  /// merged headings look in a file that has no merged cells.
  mutating func spread(_ row: SourceRow, over next: SourceRow) {
    let below = Set(Self.own(next).map(\.column))
    let filled = Set(row.cells.filter { !$0.paragraphs.isEmpty }.map(\.column))
    guard below.count >= 2, !below.isSubset(of: filled) else { return }
    var covered: [Int: String] = [:]
    var heading: Int?
    for column in roles.indices {
      if filled.contains(column) { heading = column }
      guard let heading, below.contains(column), parents[column] == nil,
        filled.contains(heading + 1) == false, heading + 1 < width
      else { continue }
      covered[column] = headings[heading]?.last
    }
    guard below.allSatisfy({ covered[$0] != nil || parents[$0] != nil }) else { return }
    for (column, words) in covered {
      parents[column] = words
      let first = roles.indices.last { $0 <= column && filled.contains($0) }
      roles[column] = first.flatMap { roles[$0] }
    }
  }

  /// Takes another heading row in: all its own cells are headings, or all stand below headings that
  /// cover several columns, short and none of them a day; false when it is none.
  mutating func addRow(_ row: SourceRow, vocabulary: HeadingVocabulary) -> Bool {
    let own = Self.own(row)
    let known = own.count { vocabulary.role(of: $0.text) != nil }
    let isBelow =
      own.allSatisfy { parents[$0.column] != nil && !closed.contains($0.column) }
      && (known > 0 || own.count >= 2 && own.allSatisfy(Self.isHeading))
    let isOpen = own.allSatisfy { !closed.contains($0.column) }
    // 一、重点任务 alone in its row, below headings of columns, is the title of a section.
    if own.count == 1, let only = own.first, parents[only.column] == nil,
      headings[only.column] != nil
    {
      return false
    }
    guard !own.isEmpty, known == own.count && (isOpen || own.count >= 2) || isBelow && isOpen else {
      return false
    }
    let repeats = own.allSatisfy {
      headings[$0.column]?.contains(HeadingVocabulary.key($0.text)) ?? false
    }
    guard !repeats else { return false }
    for cell in own where cell.column < width {
      let role = role(below: parents[cell.column], cell, vocabulary)
      let key = HeadingVocabulary.key(cell.text)
      let columns = cell.column..<min(cell.column + max(cell.columnSpan, 1), width)
      for column in columns { roles[column] = role }
      headings[cell.column, default: []].append(key)
      if columns.count > 1 {
        for column in columns { parents[column] = key }
      } else {
        closed.insert(cell.column)
      }
      if role == nil { unread.append(DataTable.trimmed(cell.text)) }
    }
    headingRows = headingRows.lowerBound..<headingRows.upperBound + 1
    return true
  }

  /// Leaves the days below one heading unread where nothing tells which of them counts; true then.
  mutating func leaveUndecided(_ columns: [Int], _ ranks: [Int]) -> Bool {
    let best = ranks.min()
    let equals = zip(columns, ranks).filter { $1 == best }.map(\.0)
    guard best ?? 0 > 0, equals.count > 1, let parent = parents[equals[0]],
      equals.allSatisfy({ parents[$0] == parent })
    else { return false }
    let names = columns.compactMap { headings[$0]?.last }
    undecided.append(Undecided(role: .deadline, headings: equals.compactMap { headings[$0]?.last }))
    for column in columns { roles[column] = nil }
    unread += names
    return true
  }

  private static func own(_ row: SourceRow) -> [SourceCell] {
    row.cells.filter { !$0.continuesAbove && !$0.paragraphs.isEmpty }
  }

  private static func isHeading(_ cell: SourceCell) -> Bool {
    let words = cell.words
    return words.count <= 12 && cell.date == nil && cell.number == nil
      && !ColumnProfile.isDay(words)
      && ChineseNumerals.value(of: TextFolding.compact(words)) == nil
  }

  /// The role of a heading below another: its own, else that of the one above.
  private func role(
    below parent: String?, _ cell: SourceCell, _ vocabulary: HeadingVocabulary
  ) -> ColumnRole? {
    if let role = vocabulary.role(of: cell.text) { return role }
    guard let parent, cell.column < width else { return nil }
    let words = HeadingVocabulary.key(cell.text)
    func hint(_ words: String) -> ColumnRole? {
      PlanPhrases.headingStems.first { words.contains($0.stem) }?.role
    }
    let above = roles[cell.column] ?? hint(parent)
    if above == .deadline { return .deadline }
    return hint(words) ?? roles[cell.column]
  }
}
