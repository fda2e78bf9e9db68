internal import OfficeFiles
internal import TaskLedger

/// A table with what its columns hold, and whether another without headings goes on with it (续表).
struct LaidOutTable {
  /// The table.
  let table: SourceTable
  /// Its columns.
  let layout: TableLayout

  /// Whether the numbers of a table go on where these end.
  func numbersGoOn(in below: LaidOutTable) -> Bool {
    guard let last = numbers.last, let first = below.numbers.first else { return false }
    return first == last + 1
  }

  /// Whether a table without headings has as many columns.
  func hasWidth(of table: SourceTable) -> Bool {
    guard layout.width >= 3, !table.rows.isEmpty else { return false }
    let width = table.rows.lazy.compactMap(\.cells.last).map { $0.column + $0.columnSpan }.max()
    return width == layout.width
  }

  /// Whether a table without headings goes on with this one: right below it when its columns hold
  /// nothing else; below other words when its numbers go on too, and its columns hold the same.
  func goesOn(with table: SourceTable, isApart: Bool, _ setting: PlanSetting) -> Bool {
    let start = layout.headingRows.upperBound
    var (same, other) = (0, 0)
    for (column, role) in layout.roles.enumerated() {
      guard let role, Self.telling.contains(role) else { continue }
      let before = ColumnProfile(column: column, of: self.table, from: start, setting: setting)
      let own = ColumnProfile(column: column, of: table, from: 0, setting: setting)
      guard own.filled > 0 else { continue }
      switch role {
      case .deadline where before.dates >= 0.6:
        if own.dates == 0 { other += 1 } else if own.dates >= 0.6 { same += 1 }
      case .departments, .lead, .supporting:
        guard before.departments >= 0.6 else { continue }
        if own.departments == 0 { other += 1 } else if own.departments >= 0.6 { same += 1 }
      case .content where before.departments < 0.2 && before.dates < 0.2:
        if own.departments >= 0.8 || own.dates >= 0.8 || own.numbers >= 0.8 { other += 1 }
      default: break
      }
    }
    let below = LaidOutTable(table: table, layout: layout.headless)
    let numbersGoOn = numbersGoOn(in: below)
    if isApart { return numbersGoOn && other == 0 && same > 0 }
    if numbersGoOn { return other <= 1 }
    // What is like the clauses is the plan's, though one column holds other words than above.
    let fits = other == 0 || other == 1 && below.likeness(setting) >= 0.5
    return fits && !beginsAnew(in: below, setting)
  }

  /// Whether a table counts from 1 again and nothing in it is like a clause.
  private func beginsAnew(in below: LaidOutTable, _ setting: PlanSetting) -> Bool {
    guard !setting.clauses.isEmpty, below.numbers.first == 1, let last = numbers.last, last > 1,
      below.layout.roles.contains(.content)
    else { return false }
    return below.likeness(setting) < 0.2
  }

  /// How like the clauses the contents below the headings are.
  private func likeness(_ setting: PlanSetting) -> Double {
    layout.roles.firstIndex(of: .content).map {
      ColumnProfile(column: $0, of: table, from: layout.headingRows.upperBound, setting: setting)
        .likeness
    } ?? 0
  }

  /// The numbers below the headings.
  private var numbers: [Int] {
    guard let column = layout.roles.firstIndex(of: .ordinal) else { return [] }
    return table.rows.dropFirst(layout.headingRows.upperBound).compactMap { row in
      row.cells.first { $0.column == column }.flatMap { Int(TextFolding.compact($0.words)) }
    }
  }

  /// The roles whose cells tell a plan from another table.
  private static let telling: Set<ColumnRole> = [
    .deadline, .departments, .lead, .supporting, .content,
  ]
}
