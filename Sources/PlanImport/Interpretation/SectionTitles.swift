internal import OfficeFiles
internal import TaskLedger

/// The rows of a plan's tables that are titles of the rows below them (分节标题).
struct SectionTitles {
  /// The forms of Chinese numbers, bracketed or not, that only rows without day, department and
  /// measures have, while those with them are numbered otherwise.
  private let forms: Set<Bool>

  /// Looks at the numbers of all rows.
  init(_ rows: some Sequence<PlanRow>) {
    let values: [ColumnRole] = [
      .deadline, .departments, .lead, .supporting, .measures, .person,
    ]
    var (titles, others): ([Bool: Int], Set<Bool?>) = ([:], [])
    for row in rows where row.hasOwn(.ordinal) {
      let form = TitleNumber(row.text(.ordinal))?.isBracketed
      if values.contains(where: { row.hasOwn($0) || row.inherits($0) }) {
        others.insert(form)
      } else if let form {
        titles[form, default: 0] += 1
      }
    }
    // One alone may be a number that was mistyped.
    let several = titles.filter { $0.value > 1 }.keys
    forms = Set(several.filter { !others.contains($0) && !others.isEmpty })
  }

  /// The only cell with words, when it stands over several columns or in the first ones.
  static func alone(in row: SourceRow, _ layout: TableLayout) -> SourceCell? {
    var only: SourceCell?
    for cell in row.cells where !cell.isBlank {
      if only != nil { return nil }
      only = cell
    }
    guard let only else { return nil }
    if only.columnSpan * 2 > layout.width { return only }
    let role = only.column < layout.width ? layout.roles[only.column] : nil
    guard role == .ordinal || role == .task, ChineseNumerals.value(of: only.text) == nil else {
      return nil
    }
    return row.cells.contains { $0.continuesAbove } ? nil : only
  }

  /// The title of a section behind its number in a cell of its own: 一 | 明确职能定位. It runs over the
  /// other columns, or it is alone in its row where all that is to be done is numbered otherwise.
  func numbered(
    _ source: SourceRow, _ row: PlanRow, _ layout: TableLayout
  ) -> (number: Int, title: SourceCell)? {
    guard !forms.isEmpty, row.hasOwn(.ordinal), let first = row[.ordinal],
      let number = TitleNumber(first.words)
    else { return nil }
    let own = source.cells.filter { !$0.isBlank }
    guard own.count == 2, !source.cells.contains(where: \.continuesAbove),
      own[0].column == first.column
    else { return nil }
    let title = own[1]
    // Where items are numbered so too, a row without values is an item that lacks them.
    guard forms.contains(number.isBracketed) else { return nil }
    if title.columnSpan * 2 > layout.width,
      !title.words.contains(where: { PlanPhrases.notTitleEnds.contains($0) })
    {
      return (number.value, title)
    }
    let role = title.column < layout.width ? layout.roles[title.column] : nil
    let ends = title.words.last.map { PlanPhrases.notTitleEnds.contains($0) } ?? true
    guard role == .content || role == .task, title.words.count <= 20, !ends else { return nil }
    return (number.value, title)
  }

  /// A number that titles have and nothing else is beside: 一, 一、 or （一）.
  private struct TitleNumber {
    let value: Int
    let isBracketed: Bool

    init?(_ words: String) {
      // Most numbers are figures.
      guard let first = words.utf8.first, first == 0x28 || first >= 0x80, words.utf8.count <= 24
      else { return nil }
      let compact = TextFolding.compact(words)
      let bare = compact.filter { !PlanPhrases.numberSigns.contains($0) }
      guard !bare.isEmpty, !bare.contains(where: \.isASCII),
        let value = ChineseNumerals.value(of: bare)
      else { return nil }
      (self.value, isBracketed) = (value, compact.hasPrefix("("))
    }
  }
}
