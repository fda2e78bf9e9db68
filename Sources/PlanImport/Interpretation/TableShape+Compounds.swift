internal import OfficeFiles
internal import TaskLedger

/// Columns that hold two things (一栏两事): 责任单位及责任人, 时限和责任人.
extension TableShape {
  /// Divides columns whose heading names two things, such as 责任单位及责任人.
  mutating func splitCompounds() {
    for index in heads {
      let row = table.rows[index]
      let known = row.cells.count { setting.vocabulary.role(of: $0.text) != nil }
      guard known >= 1 else { continue }
      for cell in row.cells where !cell.isBlank && cell.columnSpan == 1 && cell.words.count <= 20 {
        guard
          let compound = CompoundHeading(cell.words, setting.vocabulary)
            ?? labelled(cell, at: index)
        else { continue }
        split(cell.column, at: index, compound)
      }
    }
  }

  /// The things that the cells below a heading label, where it says nothing else.
  private func labelled(_ heading: SourceCell, at index: Int) -> CompoundHeading? {
    switch setting.vocabulary.role(of: heading.text) {
    case nil, .departments, .lead, .person: break
    default: return nil
    }
    guard !PlanPhrases.statusStems.contains(where: heading.words.contains) else { return nil }
    let cells = table.rows[(index + 1)...].prefix(60).compactMap { row in
      row.cells.first { $0.column == heading.column && !$0.continuesAbove && !$0.isBlank }
    }
    return cells.isEmpty ? nil : CompoundHeading(labelsIn: cells, setting.vocabulary)
  }

  private mutating func split(_ column: Int, at index: Int, _ compound: CompoundHeading) {
    let width = table.rows.flatMap(\.cells).map { $0.column + $0.columnSpan }.max() ?? 0
    for place in index..<table.rows.count {
      guard let at = table.rows[place].cells.firstIndex(where: { $0.column == column }) else {
        continue
      }
      let cell = table.rows[place].cells[at]
      guard cell.columnSpan == 1 else { continue }
      var parts = compound.parts.map { part in
        var copy = cell
        if place == index {
          copy.paragraphs = [part.role.name]
        } else if !cell.continuesAbove, !cell.isDitto {
          copy.paragraphs = compound.words(of: part.role, in: cell, setting)
        }
        return copy
      }
      for step in parts.indices.dropFirst() { parts[step].column = width + step - 1 }
      table.rows[place].cells[at] = parts[0]
      table.rows[place].cells += parts.dropFirst()
    }
  }
}
