internal import OfficeFiles
internal import TaskLedger

/// The tables of a document that belong to its plan, with their rows below the headings.
struct PlanTables {
  /// One table of the plan.
  struct Part {
    /// The columns.
    var layout: TableLayout
    /// The rows below the heading, repeated headings left out.
    var rows: [SourceRow]
  }

  /// The parts in document order.
  var parts: [Part] = []
  /// The first cells of tables that are not the plan's.
  var others: [(words: String, location: Diagnostic.Location?)] = []
  /// Hidden sheets with a plan that give way to one that can be seen.
  var hiddenPlans: [String] = []
  /// The headings of columns that no role fits.
  var unreadHeadings: [String] = []
  /// Columns that were passed over for another of the same kind, with the one that is read.
  var rivals: [(read: String, unread: String)] = []

  /// Finds the plan's tables in a document.
  init(in document: SourceDocument, vocabulary: HeadingVocabulary) {
    var previous: TableLayout?
    let hasVisiblePlan = Self.hasVisiblePlan(document, vocabulary)
    for block in document.blocks {
      guard case .table(let table) = block else {
        if case .paragraph(let paragraph) = block, !Self.isContinuationMark(paragraph.text) {
          previous = nil
        }
        continue
      }
      if let layout = TableLayout.find(in: table, vocabulary: vocabulary) {
        if table.isHidden, hasVisiblePlan {
          hiddenPlans.append(table.name ?? "")
          continue
        }
        add(table, layout: layout, from: layout.headingRows.upperBound)
        previous = layout
      } else if let layout = previous, Self.continues(table, layout) {
        add(table, layout: layout, from: 0)
      } else if let first = table.rows.lazy.flatMap(\.cells).first(where: { !$0.isBlank }) {
        let words = table.name ?? String(Words.clean(first.text).prefix(20))
        others.append((words, first.location))
      }
    }
  }

  /// Whether a plan stands where its reader sees it, in a document that hides some of its tables.
  private static func hasVisiblePlan(
    _ document: SourceDocument, _ vocabulary: HeadingVocabulary
  ) -> Bool {
    let tables = document.blocks.compactMap { block -> SourceTable? in
      if case .table(let table) = block { table } else { nil }
    }
    guard tables.contains(where: \.isHidden) else { return false }
    return tables.contains {
      !$0.isHidden && TableLayout.find(in: $0, vocabulary: vocabulary) != nil
    }
  }

  /// The year in the heading of the deadlines, as in 完成时限（2021年）; nil when there is none.
  var headingYear: Int? {
    for part in parts {
      guard let column = part.layout.roles.firstIndex(of: .deadline) else { continue }
      for heading in part.layout.headings[column] ?? [] {
        if let year = HeaderReader.firstYear(heading) { return year }
      }
    }
    return nil
  }

  /// The first year that a deadline names, for documents that say nothing else of their year.
  var firstYear: Int? {
    for part in parts {
      guard let column = part.layout.roles.firstIndex(of: .deadline) else { continue }
      for row in part.rows {
        guard let cell = row.cell(at: column), !cell.isBlank else { continue }
        if let date = cell.date { return date.year }
        let read = DeadlineLanguage.read(TextFolding.unspaced(cell.words), year: nil)
        if let day = read.due ?? read.start { return day.year }
      }
    }
    return nil
  }

  private mutating func add(_ table: SourceTable, layout: TableLayout, from start: Int) {
    let rows = table.rows[start...].filter { !Self.repeatsHeading($0, layout) }
    parts.append(Part(layout: layout, rows: Array(rows)))
    for heading in layout.unread where !unreadHeadings.contains(heading) {
      unreadHeadings.append(heading)
    }
    for rival in layout.rivals where !rivals.contains(where: { $0 == rival }) {
      rivals.append(rival)
    }
  }

  /// Whether words between two tables only say that the table goes on.
  private static func isContinuationMark(_ words: String) -> Bool {
    let mark = TextFolding.compact(words)
    return mark.isEmpty || (mark.count <= 6 && mark.contains(PlanPhrases.continuedWord))
  }

  /// Whether a table without headings goes on with the one before: it has as many columns.
  private static func continues(_ table: SourceTable, _ layout: TableLayout) -> Bool {
    guard layout.width >= 3, !table.rows.isEmpty else { return false }
    let width = table.rows.lazy.compactMap(\.cells.last).map { $0.column + $0.columnSpan }.max()
    return width == layout.width
  }

  /// Whether a row says the headings again.
  private static func repeatsHeading(_ row: SourceRow, _ layout: TableLayout) -> Bool {
    var same = 0
    for cell in row.cells where !cell.paragraphs.isEmpty {
      guard cell.paragraphs.count <= 4, let heading = layout.headings[cell.column],
        cell.text.utf8.count <= 120, heading.contains(HeadingVocabulary.key(cell.text))
      else { return false }
      same += 1
    }
    return same >= 2
  }
}
