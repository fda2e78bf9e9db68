internal import OfficeFiles
internal import TaskLedger

/// A table for one task: labels with their values on top, its measures in rows below (一任务一表).
///
/// What stands on top is the item; the rows below are its measures, not items of their own.
enum FormTable {
  private struct Pair {
    var label: SourceCell
    var value: SourceCell
    /// What the label names; nil for one that nobody knows, which is said and not read.
    var role: ColumnRole?
  }

  /// The table with one row for the item and each further measure; nil when it is none.
  static func table(_ table: SourceTable, _ vocabulary: HeadingVocabulary) -> SourceTable? {
    guard (3...400).contains(table.rows.count),
      let head = table.rows.indices.prefix(12).first(where: {
        isHeading(table.rows[$0], vocabulary)
      }), head > 0
    else { return nil }
    var pairs: [Pair] = []
    var titles: [SourceRow] = []
    for row in table.rows[..<head] {
      guard let found = Self.pairs(in: row, vocabulary) else { return nil }
      pairs += found
      if found.isEmpty, !own(row).isEmpty { titles.append(row) }
    }
    let roles = pairs.compactMap(\.role)
    guard roles.contains(.content), !roles.contains(.measures), Set(roles).count == roles.count
    else { return nil }
    // Where labels stand again below the measures, the table holds something else too.
    let below = table.rows[(head + 1)...]
    guard !below.contains(where: { beginsWithLabel($0, vocabulary) }) else { return nil }
    return usual(table, titles, pairs, table.rows[head], Array(below), vocabulary)
  }

  /// What a form names as the contents of its item.
  static func content(of form: SourceTable, _ vocabulary: HeadingVocabulary) -> String? {
    for (head, row) in zip(form.rows, form.rows.dropFirst()) {
      guard let label = head.cells.first(where: { vocabulary.role(of: $0.text) == .content }) else {
        continue
      }
      return row.cell(at: label.column)?.words
    }
    return nil
  }

  private static func own(_ row: SourceRow) -> [SourceCell] {
    row.cells.filter { !$0.continuesAbove && !$0.isBlank }
  }

  /// Whether a row heads the measures: three headings or more, all known or about numbers, none of
  /// the contents.
  private static func isHeading(_ row: SourceRow, _ vocabulary: HeadingVocabulary) -> Bool {
    let cells = own(row)
    guard cells.count >= 2, cells.allSatisfy({ $0.words.count <= 12 }) else { return false }
    let roles = cells.compactMap { vocabulary.role(of: $0.text) }
    return roles.count >= 2 && roles.count * 2 > cells.count && roles.contains(.measures)
      && !roles.contains(.content) && !roles.contains(.task) && Set(roles).count == roles.count
  }

  private static func beginsWithLabel(
    _ row: SourceRow, _ vocabulary: HeadingVocabulary
  ) -> Bool {
    own(row).first.map { vocabulary.role(of: $0.text) != nil } ?? false
  }

  /// The labels of a row with what stands beside them; nil when it holds anything else.
  private static func pairs(in row: SourceRow, _ vocabulary: HeadingVocabulary) -> [Pair]? {
    let cells = row.cells.filter { !$0.continuesAbove }
    // A title.
    if own(row).count <= 1, vocabulary.role(of: own(row).first?.text ?? "") == nil { return [] }
    var pairs: [Pair] = []
    for index in stride(from: 0, to: cells.count, by: 2) {
      let label = cells[index]
      let value = index + 1 < cells.count ? cells[index + 1] : nil
      guard vocabulary.role(of: value?.text ?? "") == nil else { return nil }
      let role = vocabulary.role(of: label.text)
      if role == nil, label.isBlank || value?.isBlank ?? true {
        // 责任单位 | 校团委 | 学工部配合: more of the value before it.
        let more = label.paragraphs + (value?.paragraphs ?? [])
        guard !more.isEmpty else { continue }
        guard !pairs.isEmpty else { return nil }
        pairs[pairs.count - 1].value.paragraphs += more
        continue
      }
      guard let value else { return nil }
      if role == nil, label.words.count > 8 { return nil }
      pairs.append(Pair(label: label, value: value, role: role))
    }
    return pairs
  }

  private static func usual(
    _ table: SourceTable, _ titles: [SourceRow], _ pairs: [Pair], _ head: SourceRow,
    _ rows: [SourceRow], _ vocabulary: HeadingVocabulary
  ) -> SourceTable? {
    guard
      let measures = own(head).first(where: { vocabulary.role(of: $0.text) == .measures })
    else { return nil }
    let named = Set(pairs.compactMap(\.role))
    // What the item has of its own is said of a measure behind its words.
    let columns = own(head).compactMap { cell -> (cell: SourceCell, isOwn: Bool)? in
      guard let role = vocabulary.role(of: cell.text) else { return (cell, true) }
      guard role != .ordinal, role != .measures else { return nil }
      return (cell, !named.contains(role))
    }
    let kept = [measures] + columns.filter(\.isOwn).map(\.cell)
    func moved(_ cell: SourceCell, to column: Int) -> SourceCell {
      var cell = cell
      (cell.column, cell.columnSpan) = (column, 1)
      return cell
    }
    let labels = pairs.map(\.label) + kept
    var result = titles + [SourceRow(cells: labels.enumerated().map { moved($1, to: $0) })]
    for (place, row) in rows.enumerated() {
      var cells: [SourceCell] = []
      if place == 0 {
        cells = pairs.enumerated().map { moved($1.value, to: $0) }
      }
      for (offset, heading) in kept.enumerated() {
        guard var cell = row.cells.first(where: { $0.column == heading.column }) else { continue }
        if offset == 0, !cell.isBlank, !cell.continuesAbove {
          let beside = columns.filter { !$0.isOwn }.compactMap { column in
            row.cells.first { $0.column == column.cell.column && !$0.isBlank }?.words
          }
          if !beside.isEmpty, let last = cell.paragraphs.indices.last {
            cell.paragraphs[last] +=
              PlanPhrases.stageBrackets.open
              + beside.joined(separator: String(PlanPhrases.semicolon))
              + PlanPhrases.stageBrackets.close
          }
        }
        cells.append(moved(cell, to: pairs.count + offset))
      }
      result.append(SourceRow(cells: cells))
    }
    return SourceTable(
      name: table.name, rows: result, isHidden: table.isHidden, hiddenColumns: [])
  }
}
