internal import OfficeFiles
internal import TaskLedger

/// The tables of a document that belong to its plan, with their rows below the headings.
struct PlanTables {
  /// One table of the plan.
  struct Part {
    /// The columns.
    var layout: TableLayout
    /// The rows below the heading; repeated headings and notes are left out.
    var rows: [SourceRow]
    /// What stands above it: the last words before it, the name of its sheet.
    var caption: Caption
    /// Whether it only goes on with the table before.
    var isContinuation = false
    /// The table of the document that it is part of, by place.
    var origin: Int
    /// The lines below it that speak of all items above them.
    var closings: [CommonLine] = []
  }

  /// What stands above a table.
  struct Caption: Hashable {
    /// The words by which people name the table.
    var name = ""
    /// The number of the task that the words name.
    var taskNumber: Int?
    /// The year of the list, which the words name.
    var year: Int?
    /// The title of the task that the words name.
    var task: String?
    /// What the words state of all items below.
    var stated = SectionStatement()
    /// The lines among its rows that speak of all items below.
    var openings: [CommonLine] = []
  }

  /// The parts in document order.
  private(set) var parts: [Part] = []
  /// Tables that are not the plan's, by their first cells and their headings.
  private(set) var others: [LeftTable] = []
  /// Hidden sheets with a plan that give way to one that can be seen.
  private(set) var hiddenPlans: [String] = []
  /// Rows that are totals, signatures and notes.
  private(set) var notes: [(words: String, location: Diagnostic.Location)] = []
  /// Tables that say what another says, or are of another year, and are not read.
  private(set) var versions: [PlanVersions.Choice] = []
  /// How many tables were not compared with each other because there are too many.
  private(set) var uncompared = 0
  /// The lines that speak of all items below them.
  private(set) var openings: [CommonLine] = []
  /// Whether a note of the document says that the first of several departments leads.
  private(set) var namesLeadFirst = false
  /// Whether a note of the document says that the look of a name marks the lead.
  private(set) var formatsLead = false
  /// The names of all tables that may hold a plan.
  private(set) var names: [String] = []

  /// A table that was left alone.
  struct LeftTable {
    /// The words it begins with, or the name of its sheet.
    var words: String
    /// The texts of its first rows that may be headings.
    var headings: [String]
    /// Where it begins.
    var location: Diagnostic.Location?
    /// Whether it stands in one table of the document with others.
    var isPart: Bool

    /// The table as messages name it.
    var summary: String { ([words] + headings.filter { $0 != words }).joined(separator: "｜") }
  }

  /// The headings of columns that no role fits.
  var unreadHeadings: [String] { distinct { $0.unread } }
  /// Columns that were passed over for another of the same kind.
  var rivals: [TableLayout.Rival] { distinct { $0.rivals } }
  /// Roles that several columns may have.
  var undecided: [TableLayout.Undecided] { distinct { $0.undecided } }
  /// The columns that were taken by what they hold or by a person's word.
  var readings: [ColumnReading] { distinct { $0.readings } }

  private func distinct<Value: Hashable>(_ values: (TableLayout) -> [Value]) -> [Value] {
    var result: [Value] = []
    for part in parts where !part.isContinuation {
      for value in values(part.layout) where !result.contains(value) { result.append(value) }
    }
    return result
  }

  /// Finds the plan's tables in a document.
  init(in document: SourceDocument, setting: PlanSetting) {
    let lines = Self.lines(of: document)
    namesLeadFirst = lines.contains { line in
      LeadOrder.isSaid(in: line)
        && (PlanPhrases.noteSubjects.contains { line.contains($0) }
          || PlanPhrases.isNote(TextFolding.compact(line.prefix(20))))
    }
    formatsLead = lines.contains(where: LeadOrder.isFormatted)
    let reader = SentenceReader(setting, year: nil)
    let found = FoundTables(in: document, lines, reader, setting)
    let tables = found.tables
    var walk = Walk(
      reader: reader, setting: setting,
      hasVisiblePlan: tables.contains { $0.isPlan && !$0.shaped.isHidden },
      labelsBelow: Self.labelsStandBelow(found.blocks, reader),
      divided: Set(Dictionary(grouping: tables, by: \.origin).filter { $1.count > 1 }.keys))
    for block in found.blocks {
      switch block {
      case .paragraph(let paragraph): read(paragraph, &walk)
      case .table(let table): read(table, &walk)
      }
    }
    choose(setting)
  }

  /// A walk through the document from its beginning.
  private struct Walk {
    let reader: SentenceReader
    let setting: PlanSetting
    /// Whether a plan stands where it can be seen.
    let hasVisiblePlan: Bool
    /// Whether lines of labels speak of the table above them.
    let labelsBelow: Bool
    /// The tables of the document that hold several, by place.
    let divided: Set<Int>
    /// The last table of the plan.
    var previous: LaidOutTable?
    /// Whether words stand behind it that are no mark of going on.
    var isApart = false
    /// The words since the last table.
    var above: [String] = []
    /// What lines state of all tables below them.
    var opening: (stated: SectionStatement, lines: [CommonLine], isOfPart: Bool)?
    /// Whether the heading of a part stands above.
    var isInPart = false
  }

  private mutating func read(_ paragraph: SourceParagraph, _ walk: inout Walk) {
    guard !Self.isContinuationMark(paragraph.text) else { return }
    let words = TextFolding.tidied(paragraph.text)
    let place = paragraph.location
    if walk.labelsBelow, let last = parts.indices.last,
      let stated = Self.labels(in: words, walk.reader)
    {
      parts[last].closings.append(CommonLine(labels: words, stated, at: place))
      return
    }
    if let last = parts.indices.last,
      let line = CommonLine(words, of: .above, at: place, walk.reader)
    {
      parts[last].closings.append(line)
      return
    }
    walk.isApart = true
    if let line = CommonLine(words, of: .below, at: place, walk.reader) {
      var stated = line.stated
      if let opening = walk.opening { stated.fill(from: opening.stated) }
      walk.opening = (stated, (walk.opening?.lines ?? []) + [line], walk.isInPart)
      return
    }
    if Numbering.leading(words)?.label.style == .chinese {
      walk.isInPart = true
      if walk.opening?.isOfPart ?? false { walk.opening = nil }
    }
    // An annex is no rest of the plan.
    if Caption.isAnnex(paragraph.text) { (walk.previous, walk.opening) = (nil, nil) }
    walk.above.append(words)
  }

  private mutating func read(_ found: FoundTables.Table, _ walk: inout Walk) {
    let (table, origin) = (found.shaped, found.origin)
    // What the text says of stages holds for the columns of the stages, and not for every row.
    if StageEnds.head(found.source) { walk.above.removeAll(where: StageEnds.isNamed) }
    if let layout = found.layout, found.isPlan {
      if table.isHidden, walk.hasVisiblePlan {
        hiddenPlans.append(table.name ?? "")
      } else {
        let caption = caption(of: table, layout, &walk)
        add(table, layout, from: layout.headingRows.upperBound, caption, of: origin)
        walk.previous = LaidOutTable(table: table, layout: layout)
      }
    } else if let above = walk.previous, found.layout == nil, above.hasWidth(of: table) {
      // What looks like the rest of the plan and is not read is warned of.
      if above.goesOn(with: table, isApart: walk.isApart, walk.setting) {
        add(table, above.layout, from: 0, Caption(), of: origin, isContinuation: true)
        walk.previous = LaidOutTable(table: table, layout: above.layout.headless)
      } else {
        leave(table, isPart: true)
      }
    } else {
      leave(table, isPart: walk.divided.contains(origin))
      if walk.isApart { walk.previous = nil }
    }
    (walk.above, walk.isApart) = ([], false)
  }

  /// What stands above a table of the plan, with the lines that speak of all below them.
  private mutating func caption(
    of table: SourceTable, _ layout: TableLayout, _ walk: inout Walk
  ) -> Caption {
    var caption = Caption(table, layout, above: walk.above, walk.reader, walk.setting)
    let lines = caption.openings + (walk.opening?.lines ?? [])
    for line in lines where !openings.contains(line) { openings.append(line) }
    if let stated = walk.opening?.stated { caption.stated.fill(from: stated) }
    if walk.opening?.lines.contains(where: \.isOfTable) ?? false { walk.opening = nil }
    return caption
  }

  private static func lines(of document: SourceDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table):
        (table.rows.prefix(6) + table.rows.suffix(4)).flatMap(\.cells).map(\.text)
      }
    }
  }

  private mutating func leave(_ table: SourceTable, isPart: Bool) {
    guard let first = table.rows.lazy.flatMap(\.cells).first(where: { !$0.isBlank }) else { return }
    let row = table.rows.first { $0.cells.count { !$0.isBlank } >= 2 }
    let headings = (row?.cells ?? []).filter { !$0.isBlank }
      .map { String(TextFolding.unspaced($0.words).prefix(12)) }
    others.append(
      LeftTable(
        words: table.name ?? String(TextFolding.tidied(first.text).prefix(20)), headings: headings,
        location: first.location, isPart: isPart))
  }

  /// Takes of several plans the one that counts.
  private mutating func choose(_ setting: PlanSetting) {
    names = parts.filter { !$0.isContinuation }.map(\.caption.name)
    let choice = PlanVersions.choose(among: parts, setting, wanted: setting.mapping.table)
    versions = choice.choices
    uncompared = choice.uncompared
    parts = choice.kept
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

  /// The year that the titles of the tables name, where they agree.
  var captionYear: Int? { captionYears.count == 1 ? captionYears.first : nil }

  /// Whether the titles of the tables name different years, so that each has its own.
  var areOfSeveralYears: Bool { captionYears.count > 1 }

  private var captionYears: Set<Int> {
    Set(parts.filter { !$0.isContinuation }.compactMap(\.caption.year))
  }

  /// Whether the list of one year was taken and that of another left.
  var isOneOfYears: Bool { versions.contains { $0.reason == .years || $0.reason == .named } }

  /// The first year that a deadline names, for documents that say nothing else of their year.
  var firstYear: Int? {
    for part in parts {
      guard let column = part.layout.roles.firstIndex(of: .deadline) else { continue }
      for row in part.rows {
        guard let cell = row.cell(at: column), !cell.isBlank else { continue }
        if let date = cell.date {
          // A year that is stored and not shown may be that of the day on which it was typed.
          if CellLanguage.showsYear(TextFolding.unspaced(cell.words)) { return date.year }
          continue
        }
        let read = DeadlineLanguage.read(TextFolding.unspaced(cell.words), year: nil)
        if let day = read.due ?? read.start { return day.year }
      }
    }
    return nil
  }

  private mutating func add(
    _ table: SourceTable, _ layout: TableLayout, from start: Int, _ caption: Caption,
    of origin: Int, isContinuation: Bool = false
  ) {
    var (caption, isContinuation) = (caption, isContinuation)
    var rows: [SourceRow] = []
    rows.reserveCapacity(table.rows.count - start)
    for row in table.rows[start...].lazy.flatMap({ layout.unstacked(layout.joining($0)) }) {
      switch RowKind(row, layout) {
      case .data:
        if let last = rows.last, let whole = SplitRow.joined(last, row, layout) {
          rows[rows.count - 1] = whole
        } else if rows.isEmpty, let last = goesOn(in: layout), let whole = last.joined(with: row) {
          parts[parts.count - 1].rows[last.place] = whole
        } else {
          rows.append(row)
        }
      case .heading:
        // Numbers may begin again below it.
        guard !rows.isEmpty else { continue }
        parts.append(
          Part(
            layout: layout, rows: rows, caption: caption, isContinuation: isContinuation,
            origin: origin))
        (rows, caption, isContinuation) = ([], Caption(), true)
      case .note:
        let own = row.cells.filter { !$0.isBlank }
        guard let first = own.first else { continue }
        notes.append((own.map(\.words).joined(separator: "　"), first.location))
      }
    }
    parts.append(
      Part(
        layout: layout, rows: rows, caption: caption, isContinuation: isContinuation,
        origin: origin))
  }

  /// The last row of the part before, when it has the same columns.
  private func goesOn(in layout: TableLayout) -> SplitRow? {
    guard let before = parts.last, before.layout.roles == layout.roles, before.closings.isEmpty,
      let last = before.rows.last
    else { return nil }
    return SplitRow(row: last, place: before.rows.count - 1, layout: layout)
  }

  /// Whether words between two tables only say that the table goes on.
  private static func isContinuationMark(_ words: String) -> Bool {
    let mark = TextFolding.compact(words)
    if mark.isEmpty || (mark.count <= 6 && mark.contains(PlanPhrases.continuedWord)) { return true }
    // — 5 —, 第5页 共8页
    return mark.count <= 12 && mark.contains(where: \.isNumber)
      && mark.allSatisfy { $0.isNumber || PlanPhrases.pageSigns.contains($0) }
  }
}
