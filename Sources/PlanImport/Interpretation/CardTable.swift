internal import OfficeFiles
internal import TaskLedger

/// A table of cards: labels with their values beside them, one card an item (卡片).
struct CardTable {
  /// The cards as the rows of a usual table.
  let table: SourceTable

  /// A label with what stands beside it.
  private struct Pair {
    var label: SourceCell
    var value: SourceCell
    var role: ColumnRole?
  }

  /// Reads cards; nil when a table is none.
  init?(_ table: SourceTable, _ vocabulary: HeadingVocabulary) {
    guard (2...2000).contains(table.rows.count) else { return nil }
    var cards: [[Pair]] = []
    var known = 0
    var unknown = 0
    let title = Self.title(of: table, vocabulary)
    for row in table.rows.dropFirst(title == nil ? 0 : 1) {
      let cells = Self.withoutGroup(row.cells.filter { !$0.continuesAbove }, vocabulary)
      // A value may end with a heading: 制定整改措施.
      let labels = cells.enumerated().count { place, cell in
        place.isMultiple(of: 2)
          ? vocabulary.role(of: cell.text) != nil : vocabulary.wholeRole(of: cell.text) != nil
      }
      var index = 0
      var pairs: [Pair] = []
      while index + 1 < cells.count {
        let (label, value) = (cells[index], cells[index + 1])
        let role = label.isBlank ? nil : vocabulary.role(of: label.text)
        if role != nil, vocabulary.wholeRole(of: value.text) != nil { return nil }
        // 责任单位 | 校团委 | 学工部配合: more of the value before it.
        if role == nil, !pairs.isEmpty, label.isBlank || value.isBlank && !Self.isLabel(label) {
          pairs[pairs.count - 1].value.paragraphs += label.paragraphs + value.paragraphs
        } else if !label.isBlank {
          pairs.append(Pair(label: label, value: value, role: role))
        } else if !value.isBlank {
          guard let card = cards.indices.last, let last = cards[card].indices.last else {
            return nil
          }
          cards[card][last].value.paragraphs += value.paragraphs
        }
        index += 2
      }
      if index < cells.count, !cells[index].isBlank {
        guard !pairs.isEmpty else { return nil }
        pairs[pairs.count - 1].value.paragraphs += cells[index].paragraphs
      }
      guard pairs.count(where: { $0.role != nil }) == labels else { return nil }
      known += labels
      unknown += pairs.count - labels
      for pair in pairs {
        let isRepeated = cards.last?.contains {
          HeadingVocabulary.key($0.label.text) == HeadingVocabulary.key(pair.label.text)
        }
        if isRepeated ?? true { cards.append([]) }
        cards[cards.count - 1].append(pair)
      }
    }
    let roles = Set(cards.flatMap { $0.compactMap(\.role) })
    guard known >= 3, unknown <= known, roles.contains(.content) || roles.contains(.measures),
      !roles.isDisjoint(with: [.deadline, .departments, .lead])
    else { return nil }
    var result = Self.table(of: cards, name: table.name, isHidden: table.isHidden)
    if let title { result.rows.insert(title, at: 0) }
    self.table = result
  }

  /// The first row when it holds one text that is no label.
  private static func title(of table: SourceTable, _ vocabulary: HeadingVocabulary) -> SourceRow? {
    guard let row = table.rows.first else { return nil }
    let own = row.cells.filter { !$0.isBlank }
    guard own.count == 1, own[0].column == 0, vocabulary.role(of: own[0].text) == nil else {
      return nil
    }
    return row
  }

  /// Whether a cell beside a blank one is a label that nobody has answered yet: 完成情况.
  private static func isLabel(_ cell: SourceCell) -> Bool {
    let words = TextFolding.compact(cell.words)
    if words.hasSuffix(":") { return true }
    return words.count <= 8 && PlanPhrases.statusStems.contains { words.contains($0) }
  }

  /// The cells of a row without the word before its label that groups several rows: 基本信息.
  private static func withoutGroup(
    _ cells: [SourceCell], _ vocabulary: HeadingVocabulary
  ) -> [SourceCell] {
    guard cells.count == 3, PlanPhrases.cardGroups.contains(TextFolding.compact(cells[0].words)),
      vocabulary.role(of: cells[1].text) != nil, vocabulary.role(of: cells[2].text) == nil
    else { return cells }
    return Array(cells.dropFirst())
  }

  private static func table(of cards: [[Pair]], name: String?, isHidden: Bool) -> SourceTable {
    var columns: [String: Int] = [:]
    var head: [SourceCell] = []
    var rows: [SourceRow] = []
    for card in cards {
      var cells: [SourceCell] = []
      for pair in card {
        let key = HeadingVocabulary.key(pair.label.text)
        let column = columns[key] ?? columns.count
        if columns.updateValue(column, forKey: key) == nil {
          var label = pair.label
          (label.column, label.columnSpan) = (column, 1)
          head.append(label)
        }
        var value = pair.value
        (value.column, value.columnSpan) = (column, 1)
        cells.append(value)
      }
      rows.append(SourceRow(cells: cells.sorted { $0.column < $1.column }))
    }
    return SourceTable(name: name, rows: [SourceRow(cells: head)] + rows, isHidden: isHidden)
  }
}
