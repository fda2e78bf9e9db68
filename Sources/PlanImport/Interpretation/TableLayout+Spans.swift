internal import OfficeFiles
internal import TaskLedger

/// One heading over several columns (一头多列), and columns under a blank heading.
extension TableLayout {
  /// Gives the columns below one heading that nothing divides: numbers and titles before the work are
  /// what they look like, and other cells are read as one, with nothing lost.
  mutating func settleSpans(_ table: SourceTable, _ setting: PlanSetting) {
    takeBlankHeadings(table, setting)
    for first in roles.indices where roles[first] != nil && headings[first] != nil {
      guard let role = roles[first] else { continue }
      let rest = roles[(first + 1)...].indices.prefix { column in
        roles[column] == role && headings[column] == nil
      }
      if rest.isEmpty { continue }
      let filled = ([first] + rest).filter { hasOwnWords($0, table) }
      for column in rest { roles[column] = nil }
      guard filled.count > 1 else {
        if let only = filled.first, only != first { (roles[first], roles[only]) = (nil, role) }
        continue
      }
      divide(filled, of: role, table, setting)
    }
  }

  /// Gives a role that was found by the cells to all columns below one heading: 起止时间 over two.
  mutating func widen(_ role: ColumnRole, from column: Int) {
    let roleOfSpans: Set<ColumnRole> = [.deadline, .departments, .lead, .supporting]
    guard roleOfSpans.contains(role), let parent = parents[column] else { return }
    for next in roles.indices.dropFirst(column + 1) {
      guard parents[next] == parent, headings[next] == nil, roles[next] == nil else { return }
      roles[next] = role
    }
  }

  /// Takes the columns below a blank heading: the days behind 起止时间 are its ends; what else is
  /// written there is said.
  private mutating func takeBlankHeadings(_ table: SourceTable, _ setting: PlanSetting) {
    guard headings.count >= 3 else { return }
    let blank = roles.indices.filter {
      headings[$0] == nil && parents[$0] == nil && roles[$0] == nil
        && !table.hiddenColumns.contains($0)
    }
    guard !blank.isEmpty else { return }
    let filled = Set(
      table.rows[headingRows.upperBound...].flatMap { row in
        row.cells.filter { !$0.continuesAbove && !$0.isBlank }.map(\.column)
      })
    for column in blank where filled.contains(column) {
      let profile = ColumnProfile(
        column: column, of: table, from: headingRows.upperBound, setting: setting)
      if column > 0, roles[column - 1] == .deadline, profile.dates >= 0.6,
        headings[column - 1]?.last.map({ words in
          PlanPhrases.spanHeadings.contains { words.contains($0) }
        }) ?? false
      {
        roles[column] = .deadline
      } else if profile.filled >= 2, profile.length >= 2, profile.numbers < 0.8 {
        unread.append(ColumnMapping.letter(column))
      }
    }
  }

  private mutating func divide(
    _ columns: [Int], of role: ColumnRole, _ table: SourceTable, _ setting: PlanSetting
  ) {
    var columns = columns[...]
    func profile(_ column: Int) -> ColumnProfile {
      ColumnProfile(column: column, of: table, from: headingRows.upperBound, setting: setting)
    }
    if let first = columns.first {
      roles[first] = nil
      let look = profile(first)
      if role != .ordinal, look.numbers >= 0.8 {
        if !has(.ordinal) { roles[first] = .ordinal }
        columns = columns.dropFirst()
      } else if role == .content, look.isRepeated, !has(.task) {
        roles[first] = .task
        columns = columns.dropFirst()
      }
    }
    guard let first = columns.first else { return }
    roles[first] = role
    var more = Array(columns.dropFirst())
    if role == .departments || role == .lead || role == .supporting {
      // 责任单位 over 校团委 and 王强: what holds no department is who answers, or is said.
      let others = more.filter { profile($0).departments < 0.5 }
      more.removeAll(where: others.contains)
      for column in others {
        if !has(.person), profile(column).dates < 0.5, profile(column).length <= 8 {
          roles[column] = .person
        } else {
          unread.append(ColumnMapping.letter(column))
        }
      }
    }
    guard !more.isEmpty else { return }
    if role == .ordinal || role == .clause {
      unread += more.map(ColumnMapping.letter)
    } else {
      joined[first] = more
    }
  }

  /// Whether a column has words of its own below the heading, not those of a cell that is merged over
  /// it.
  private func hasOwnWords(_ column: Int, _ table: SourceTable) -> Bool {
    table.rows[headingRows.upperBound...].contains { row in
      row.cells.contains { $0.column == column && !$0.continuesAbove && !$0.isBlank }
    }
  }

  /// A row with the cells that stand below one heading as one.
  func joining(_ row: SourceRow) -> SourceRow {
    guard !joined.isEmpty else { return row }
    var row = row
    for (first, others) in joined {
      guard let place = row.cells.firstIndex(where: { $0.column == first }) else { continue }
      for column in others {
        guard let more = row.cells.first(where: { $0.column == column }), !more.isBlank,
          !more.continuesAbove
        else { continue }
        if row.cells[place].isBlank || row.cells[place].continuesAbove {
          var cell = more
          cell.column = first
          row.cells[place] = cell
        } else {
          row.cells[place].paragraphs += more.paragraphs
          (row.cells[place].date, row.cells[place].number) = (nil, nil)
        }
      }
    }
    return row
  }

  /// The rows that are written as lines of one: 1 and 2 below each other, and beside them as many
  /// lines of work, departments and days. What has one line holds for all.
  func unstacked(_ row: SourceRow) -> [SourceRow] {
    guard let numbers = roles.firstIndex(of: .ordinal),
      let cell = row.cells.first(where: { $0.column == numbers }),
      !cell.continuesAbove, Self.lines(of: cell).count >= 2
    else { return [row] }
    let ordinals = Self.lines(of: cell).map { TextFolding.compact($0) }
    let count = ordinals.count
    guard
      zip(ordinals, ordinals.dropFirst()).allSatisfy({ left, right in
        Int(left).map { Int(right) == $0 + 1 } ?? false
      })
    else { return [row] }
    let own = row.cells.filter { cell in
      !cell.isBlank && cell.column < width && roles[cell.column] != nil
    }
    let counts = own.map { Self.lines(of: $0).count }
    guard counts.allSatisfy({ $0 == count || $0 == 1 }),
      own.contains(where: { roles[$0.column] == .content && Self.lines(of: $0).count == count })
    else { return [row] }
    return (0..<count).map { place in
      var copy = row
      for index in copy.cells.indices {
        let lines = Self.lines(of: copy.cells[index])
        if lines.count == count {
          copy.cells[index].paragraphs = [lines[place]]
        } else if place > 0, !copy.cells[index].isBlank {
          copy.cells[index].continuesAbove = true
        }
      }
      return copy
    }
  }

  private static func lines(of cell: SourceCell) -> [String] {
    cell.paragraphs.flatMap { $0.split(separator: "\n").map(String.init) }
      .map(DataTable.trimmed).filter { !$0.isEmpty }
  }
}
