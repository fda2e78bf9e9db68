internal import OfficeFiles
internal import TaskLedger

/// A row that a page break may have divided: its words go on in the row below, which has no number
/// (跨页断行).
///
/// Only what shows by itself is joined: the content above breaks off within a sentence and the one
/// below ends it, and what else stands below fills a gap or goes on with words that break off too.
struct SplitRow {
  /// The row.
  let row: SourceRow
  /// Its place among the rows of its part.
  let place: Int
  /// Its columns.
  let layout: TableLayout

  /// The row with the words of the one below; nil when that is a row of its own.
  func joined(with below: SourceRow) -> SourceRow? { Self.joined(row, below, layout) }

  /// A row with the words of the one below; nil when that is a row of its own.
  static func joined(
    _ row: SourceRow, _ below: SourceRow, _ layout: TableLayout
  ) -> SourceRow? {
    // Nearly every row ends here: its number is its own.
    guard let numbers = layout.roles.firstIndex(of: .ordinal),
      let number = own(row.cell(at: numbers))
    else { return nil }
    let other = own(below.cell(at: numbers))
    guard other.map({ $0.words == number.words }) ?? true,
      let contents = layout.roles.firstIndex(of: .content),
      let content = own(row.cell(at: contents)), let rest = own(below.cell(at: contents)),
      isUnfinished(content.words), content.words.count >= 12, endsSentence(rest.words),
      Numbering.leading(rest.words) == nil
    else { return nil }
    var result = row
    for cell in below.cells where cell.column < layout.width && cell.column != numbers {
      guard let role = layout.roles[cell.column], let more = own(cell) else { continue }
      guard let place = result.cells.firstIndex(where: { $0.column == cell.column }) else {
        return nil
      }
      let above = result.cells[place]
      guard let paragraphs = joined(above, more, role) else { return nil }
      result.cells[place].paragraphs = paragraphs
    }
    return result
  }

  private static func own(_ cell: SourceCell?) -> SourceCell? {
    guard let cell, !cell.isBlank, !cell.continuesAbove, !cell.isDitto else { return nil }
    return cell
  }

  /// The paragraphs of a cell with those below it; nil when both are whole.
  private static func joined(
    _ above: SourceCell, _ below: SourceCell, _ role: ColumnRole
  ) -> [String]? {
    let breaksOff =
      switch role {
      case .content: true
      case .measures: isUnfinished(above.words) && Numbering.leading(below.words) == nil
      case .deadline: above.date == nil && above.words.hasSuffix(PlanPhrases.yearWord)
      case .departments, .lead, .supporting, .person:
        above.words.last.map { PlanPhrases.listSeparators.contains($0) } ?? false
      case .ordinal, .clause, .task, .basis, .remark: false
      }
    if breaksOff, let last = above.paragraphs.last, let first = below.paragraphs.first {
      return above.paragraphs.dropLast() + [last + first] + below.paragraphs.dropFirst()
    }
    switch role {
    case .measures, .remark: return above.paragraphs + below.paragraphs
    case .task, .basis: return above.words == below.words ? above.paragraphs : nil
    case .ordinal, .clause, .content, .deadline, .departments, .lead, .supporting, .person:
      return nil
    }
  }

  private static func isUnfinished(_ words: String) -> Bool {
    words.last.map {
      !PlanPhrases.sentenceEnds.contains($0) && !PlanPhrases.brackets.contains($0)
    } ?? false
  }

  private static func endsSentence(_ words: String) -> Bool {
    words.last.map { $0 == PlanPhrases.fullStop || $0 == PlanPhrases.semicolon } ?? false
  }
}
