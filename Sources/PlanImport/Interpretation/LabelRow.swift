internal import OfficeFiles
internal import TaskLedger

/// A row of a table that holds nothing but labels with their values, 责任单位：… and 完成时限：….
struct LabelRow {
  /// What it states.
  let stated: StatedValues
  /// Whether one cell over several columns holds it.
  let isAlone: Bool

  /// Reads a row; nil when it holds anything else.
  init?(_ row: SourceRow, _ layout: TableLayout, _ reader: SentenceReader) {
    let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
    guard let first = own.first, first.text.utf8.count <= 300,
      own.allSatisfy({ cell in
        let roles = reader.roles(of: cell.words)
        return !roles.isEmpty && !roles.contains(.measures)
      })
    else { return nil }
    isAlone = own.count == 1
    if isAlone, SectionTitles.alone(in: row, layout) == nil { return nil }
    var found = StatedValues()
    for cell in own {
      guard let values = reader.statement(cell.words) else { return nil }
      found.join(values)
    }
    guard !found.isEmpty else { return nil }
    stated = found
  }

  /// Whether the rows of labels of a table stand below their items: an item comes first and such a row
  /// last, which below itself holds for nothing.
  static func standBelow(_ parts: [PlanTables.Part], _ reader: SentenceReader) -> Bool {
    var items = 0
    var rows = 0
    var isLast = false
    for part in parts {
      for row in part.rows {
        if LabelRow(row, part.layout, reader) != nil {
          if items == 0 { return false }
          rows += 1
          isLast = true
        } else if SectionTitles.alone(in: row, part.layout) == nil {
          items += 1
          isLast = false
        }
      }
    }
    return isLast && (rows > 1 || items == 1)
  }
}
