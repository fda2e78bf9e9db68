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
    var closings: [ClosingLine] = []
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
  /// Whether a note of the document says that the first of several departments leads.
  private(set) var namesLeadFirst = false
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
    var blocks: [SourceDocument.Block] = []
    var origins: [Int] = []
    for (place, block) in document.blocks.enumerated() {
      guard case .table(let table) = block else {
        blocks.append(block)
        continue
      }
      let parts = TableDivision.parts(of: table, setting.vocabulary)
      blocks += parts.map { .table($0) }
      origins += parts.map { _ in place }
    }
    let tables = blocks.compactMap { block -> SourceTable? in
      if case .table(let table) = block { table } else { nil }
    }
    let lines = Self.lines(of: document)
    namesLeadFirst = lines.contains { line in
      LeadOrder.isSaid(in: line) && PlanPhrases.noteSubjects.contains { line.contains($0) }
    }
    let legend = MarkLegend(lines)
    let reader = SentenceReader(setting, year: nil)
    let stages = StageEnds(lines, reader)
    // 一任务一表: one such table alone may as well be a list with a line on top.
    let forms = tables.map { FormTable.table($0, setting.vocabulary) }
    let hasForms = forms.count { $0 != nil } > 1
    let shaped = zip(tables, forms).map { table, form in
      TableShape(
        table, form: hasForms ? form : nil, legend: legend, stages: stages, setting: setting
      ).table
    }
    let found = shaped.map { TableLayout.find(in: $0, setting: setting) }
    // A table whose content is only guessed is no part of a plan that names its content.
    let isNamed = found.contains { $0.map { !$0.isContentInferred } ?? false }
    let hasDays = found.contains { $0.map { $0.has(.deadline) && $0.has(.content) } ?? false }
    let layouts = shaped.indices.map { place in
      found[place].flatMap { layout -> TableLayout? in
        if place > 0, origins[place] == origins[place - 1], let above = found[place - 1],
          LaidOutTable(table: shaped[place - 1], layout: above)
            .numbersGoOn(in: LaidOutTable(table: shaped[place], layout: layout))
        {
          return layout
        }
        if isNamed, layout.isContentInferred { return nil }
        return hasDays && Self.isOtherList(shaped[place], layout, setting) ? nil : layout
      }
    }
    let hasVisiblePlan = zip(shaped, layouts).contains { !$0.isHidden && $1 != nil }
    var previous: LaidOutTable?
    var isApart = false
    var above: [String] = []
    var index = 0
    for block in blocks {
      guard case .table = block else {
        if case .paragraph(let paragraph) = block, !Self.isContinuationMark(paragraph.text) {
          if let last = parts.indices.last,
            let line = ClosingLine(
              TextFolding.tidied(paragraph.text), at: paragraph.location, reader)
          {
            parts[last].closings.append(line)
            continue
          }
          isApart = true
          // An annex is no rest of the plan.
          if Caption.isAnnex(paragraph.text) { previous = nil }
          above.append(TextFolding.tidied(paragraph.text))
        }
        continue
      }
      let (table, layout, origin) = (shaped[index], layouts[index], origins[index])
      // What the text says of stages holds for the columns of the stages, and not for every row.
      if StageEnds.head(tables[index]) { above.removeAll(where: StageEnds.isNamed) }
      let hasOwnHeading = found[index] != nil
      index += 1
      if let layout {
        if table.isHidden, hasVisiblePlan {
          hiddenPlans.append(table.name ?? "")
        } else {
          let caption = Caption(table, layout, above: above, reader, setting.vocabulary)
          add(table, layout, from: layout.headingRows.upperBound, caption, of: origin)
          previous = LaidOutTable(table: table, layout: layout)
        }
      } else if let above = previous, !hasOwnHeading, above.hasWidth(of: table) {
        // What looks like the rest of the plan and is not read is warned of.
        if above.goesOn(with: table, isApart: isApart, setting) {
          add(table, above.layout, from: 0, Caption(), of: origin, isContinuation: true)
          previous = LaidOutTable(table: table, layout: above.layout.headless)
        } else {
          leave(table, isPart: true)
        }
      } else {
        leave(table, isPart: origins.count { $0 == origin } > 1)
        if isApart { previous = nil }
      }
      (above, isApart) = ([], false)
    }
    choose(setting.mapping.table)
  }

  /// Whether a table beside a plan is a list of other things, such as papers to hand in: it says
  /// neither when nor how anything is done nor of which task it is part, and nothing in it is like a
  /// clause.
  private static func isOtherList(
    _ table: SourceTable, _ layout: TableLayout, _ setting: PlanSetting
  ) -> Bool {
    let work: [ColumnRole] = [.deadline, .measures, .task, .clause]
    guard !work.contains(where: layout.has), !setting.clauses.isEmpty,
      !layout.readings.contains(where: { $0.ground == .person }),
      let content = layout.roles.firstIndex(of: .content)
    else { return false }
    let profile = ColumnProfile(
      column: content, of: table, from: layout.headingRows.upperBound, setting: setting)
    return profile.likeness < 0.2
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
  private mutating func choose(_ wanted: String?) {
    names = parts.filter { !$0.isContinuation }.map(\.caption.name)
    let choice = PlanVersions.choose(among: parts, wanted: wanted)
    versions = choice.choices
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
  var captionYear: Int? {
    let years = Set(parts.filter { !$0.isContinuation }.compactMap(\.caption.year))
    return years.count == 1 ? years.first : nil
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
    for row in table.rows[start...] {
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
