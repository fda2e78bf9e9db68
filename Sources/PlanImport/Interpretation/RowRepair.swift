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
      !isDate(row[.deadline], &language), !isUnderstood(row[.deadline], &language),
      row.hasOwn(.deadline) || !row.hasOwn(.departments)
    else { return }
    for step in [1, -1] {
      // A day below 启动时间 or 实际完成时间 stands where it belongs.
      guard !layout.headsDays(column - step), let found = source.cell(at: column - step),
        isDate(found, &language)
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
      guard other.hasOwn(.content) || other.inherits(.content),
        // A number is nothing to do.
        other[.content].map({ Int(TextFolding.compact($0.words)) == nil }) ?? true
      else { continue }
      row = other
      return
    }
  }

  /// Whether a cell says by its own words when, without a day: 长期坚持, 立行立改, 每学期.
  private static func isUnderstood(_ cell: SourceCell?, _ language: inout CellLanguage) -> Bool {
    guard let cell, !cell.isBlank, cell.text.utf8.count <= 60 else { return false }
    return switch language.deadline(cell.words).meaning {
    case .blank, .unreadable: false
    default: true
    }
  }

  private static func isDate(_ cell: SourceCell?, _ language: inout CellLanguage) -> Bool {
    guard let cell, !cell.isBlank, cell.text.utf8.count <= 60 else { return false }
    if cell.date != nil { return true }
    return language.deadline(cell.words).due != nil
  }
}
