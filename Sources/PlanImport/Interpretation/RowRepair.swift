internal import OfficeFiles
internal import TaskLedger

/// Puts cells back that stand in a neighbouring column (串列).
///
/// Only what proves itself is moved: a numbered item under another heading beside an empty content
/// cell, or a date one column to the left of an unreadable deadline.
enum RowRepair {
  /// Repairs a row and marks it as shifted.
  ///
  /// - Parameters:
  ///   - row: The row by roles.
  ///   - source: The row as read.
  ///   - layout: The columns.
  ///   - language: The reader of deadlines.
  ///   - expected: The number the next item should have; asked of rows with a task and no content.
  static func repair(
    _ row: inout PlanRow, _ source: SourceRow, _ layout: TableLayout,
    _ language: inout CellLanguage, expected: Int?
  ) {
    if moveContent(&row, expected: expected) { return }
    moveRow(&row, source, layout, &language)
  }

  /// Whether a row lacks its content and has a task, so that its number decides which it is.
  static func asksForNumber(_ row: PlanRow) -> Bool { row.hasOwn(.task) && lacksContent(row) }

  private static func lacksContent(_ row: PlanRow) -> Bool {
    !row.hasOwn(.content) && !row.inherits(.content)
      && (row.hasOwn(.measures) || row.hasOwn(.deadline) || row.hasOwn(.departments))
  }

  /// Takes a numbered item from the column of the basis or the task.
  private static func moveContent(_ row: inout PlanRow, expected: Int?) -> Bool {
    guard lacksContent(row) else { return false }
    for role in [ColumnRole.basis, .task] where row.hasOwn(role) {
      guard let cell = row[role], let leading = Numbering.leading(cell.words),
        leading.rest.count >= 8, role == .basis || leading.label.value == expected
      else { continue }
      row.move(role, to: .content)
      return true
    }
    return false
  }

  /// Moves a whole row by one column when its deadline stands beside the deadline column.
  private static func moveRow(
    _ row: inout PlanRow, _ source: SourceRow, _ layout: TableLayout, _ language: inout CellLanguage
  ) {
    guard let column = layout.roles.firstIndex(of: .deadline),
      !isDeadline(row[.deadline], &language),
      row.hasOwn(.deadline) || !row.hasOwn(.departments)
    else { return }
    for step in [1, -1] {
      // A day below the heading of another day is where it belongs.
      guard let found = source.cell(at: column - step), isDate(found, &language),
        !(layout.headings[column - step] ?? []).contains(where: PlanPhrases.namesDay),
        !isFigure(found, below: column - step, layout)
      else { continue }
      let moved = source.cells.map { cell in
        var cell = cell
        cell.column += step
        return cell
      }
      guard moved.allSatisfy({ $0.isBlank || (0..<layout.width).contains($0.column) }) else {
        continue
      }
      let kept = source.cells.filter { $0.column == 0 && $0.continuesAbove }
      let other = PlanRow(
        SourceRow(cells: kept + moved.filter { $0.column >= 0 }), layout: layout, isShifted: true)
      guard other.hasOwn(.content) || other.inherits(.content) else { continue }
      row = other
      return
    }
  }

  /// Whether a cell holds a plain number below a heading that is not read, where it belongs: 1.5 below
  /// 经费.
  private static func isFigure(
    _ cell: SourceCell?, below column: Int, _ layout: TableLayout
  ) -> Bool {
    guard let cell, layout.roles[column] == nil, cell.date == nil else { return false }
    return Double(TextFolding.compact(cell.words)) != nil
  }

  /// Whether a cell holds a deadline, with a day or without: 长期坚持, 学代会前, 待定.
  private static func isDeadline(_ cell: SourceCell?, _ language: inout CellLanguage) -> Bool {
    if isDate(cell, &language) { return true }
    guard let cell, !cell.isBlank, cell.text.utf8.count <= 60 else { return false }
    return switch language.deadline(cell.words).meaning {
    case .blank, .unreadable: false
    // Most words of work may be an event.
    case .event: cell.words.last.map { PlanPhrases.eventEndings.contains($0) } ?? false
    case .vague, .immediate, .date, .range, .dates, .recurring, .ongoing: true
    }
  }

  private static func isDate(_ cell: SourceCell?, _ language: inout CellLanguage) -> Bool {
    guard let cell, !cell.isBlank, cell.text.utf8.count <= 60 else { return false }
    if cell.date != nil { return true }
    return language.deadline(cell.words).due != nil
  }
}
