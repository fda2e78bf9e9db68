internal import OfficeFiles
internal import TaskLedger

/// What the cells of one column hold, taken from the first filled ones.
struct ColumnProfile {
  /// How many cells are looked at.
  private static let sample = 40

  /// How many cells of their own were looked at.
  private(set) var filled = 0
  /// How many of them are the first of their wording.
  private(set) var distinct = 0
  /// The share that the deadline language reads.
  private(set) var dates = 0.0
  /// The share that begins with a day, and is no other text with a day in it.
  private(set) var leadingDates = 0.0
  /// The share whose every name looks like a department.
  private(set) var departments = 0.0
  /// The share that is a number alone.
  private(set) var numbers = 0.0
  /// The share that begins with a number.
  private(set) var numbered = 0.0
  /// The share that is the id of a clause.
  private(set) var clauses = 0.0
  /// The share that is a tick or another sign alone.
  private(set) var signs = 0.0
  /// The mean number of characters.
  private(set) var length = 0.0
  /// How well the long cells fit the list, in the mean.
  private(set) var likeness = 0.0

  /// Whether the column repeats its words or runs over merged rows, as titles do.
  var isRepeated: Bool { filled > 0 && (distinct * 10 < filled * 7 || merged * 3 >= rows) }
  private var merged = 0
  private var rows = 0

  /// Looks through the cells of a column.
  ///
  /// - Parameters:
  ///   - column: The grid column.
  ///   - table: The table.
  ///   - start: The first row below the heading.
  ///   - setting: Departments and list.
  init(column: Int, of table: SourceTable, from start: Int, setting: PlanSetting) {
    var seen: Set<String> = []
    for row in table.rows[min(start, table.rows.count)...] {
      guard filled < Self.sample, rows < 400 else { break }
      guard let cell = row.cells.first(where: { $0.column == column }) else { continue }
      // A text over most of the table is a title or a note.
      if cell.columnSpan > 2 { continue }
      rows += 1
      if cell.continuesAbove { merged += 1 }
      guard !cell.continuesAbove, !cell.isBlank, !cell.isDitto else { continue }
      filled += 1
      if seen.insert(cell.words).inserted { distinct += 1 }
      add(cell, setting)
    }
    guard filled > 0 else { return }
    let count = Double(filled)
    (dates, departments, numbers) = (dates / count, departments / count, numbers / count)
    leadingDates /= count
    (numbered, clauses, signs) = (numbered / count, clauses / count, signs / count)
    (length, likeness) = (length / count, likeness / count)
  }

  private mutating func add(_ cell: SourceCell, _ setting: PlanSetting) {
    let words = cell.words
    let count = words.count
    length += Double(count)
    let compact = TextFolding.compact(words)
    if ClauseID(compact) != nil { clauses += 1 }
    let leading = Numbering.leading(words)
    if leading.map({ !$0.rest.isEmpty }) ?? false { numbered += 1 }
    if compact.allSatisfy(\.isNumber) || ChineseNumerals.value(of: compact) != nil
      || (leading?.rest.isEmpty ?? false)
    {
      numbers += 1
    } else if compact.count == 1, let only = compact.first,
      PlanPhrases.ticks.contains(only) || PlanPhrases.unticked.contains(only)
    {
      signs += 1
    } else if cell.date != nil || Self.isDate(words) {
      dates += 1
      if cell.date != nil || words.first.map(DeadlineFinder.begins) ?? false { leadingDates += 1 }
    } else if words.utf8.count <= 240 {
      let names = DepartmentNames.readMarked(words, knowing: setting.departments).assignment.all
      if !names.isEmpty, names.allSatisfy({ setting.isDepartment($0) }) { departments += 1 }
    }
    if count >= 8, !setting.clauses.isEmpty { likeness += setting.likeness(of: words) }
  }

  /// Whether words are a day, or several: 立行立改 and 长期整改 are kinds, and may be headings.
  static func isDay(_ words: String) -> Bool {
    guard isDate(words) else { return false }
    return switch DeadlineLanguage.read(TextFolding.unspaced(words), year: 2020).meaning {
    case .immediate, .ongoing: false
    default: true
    }
  }

  /// Whether words are a deadline and nothing else.
  static func isDate(_ words: String) -> Bool {
    guard words.utf8.count <= 90 else { return false }
    return switch DeadlineLanguage.read(TextFolding.unspaced(words), year: 2020).meaning {
    case .blank, .vague, .unreadable, .event: false
    case .immediate, .date, .range, .dates, .recurring, .ongoing: true
    }
  }
}
