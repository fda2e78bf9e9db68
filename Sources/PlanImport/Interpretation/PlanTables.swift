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
      LeadOrder.isSaid(in: line)
        && (PlanPhrases.noteSubjects.contains { line.contains($0) }
          || PlanPhrases.isNote(TextFolding.compact(line.prefix(20))))
    }
    formatsLead = lines.contains(where: LeadOrder.isFormatted)
    let legend = MarkLegend(lines)
    let reader = SentenceReader(setting, year: nil)
    let stages = StageEnds(lines, reader)
    // 一任务一表: one such table alone may as well be a list with a line on top, unless what stands
    // there is like a clause.
    let forms = tables.map { FormTable.table($0, setting.vocabulary) }
    let hasForms =
      forms.count { $0 != nil } > 1
      || forms.contains { form in
        form.flatMap { FormTable.content(of: $0, setting.vocabulary) }
          .map { setting.likeness(of: $0) >= 0.5 } ?? false
      }
    let shaped = zip(tables, forms).map { table, form in
      TableShape(
        table, form: hasForms ? form : nil, legend: legend, stages: stages, setting: setting
      ).table
    }
    let found = shaped.map { TableLayout.find(in: $0, setting: setting) }
    // A table whose content is only guessed is no part of a plan that names its content.
    let isNamed = found.contains { $0.map { !$0.isContentInferred } ?? false }
    let hasOthers =
      found.count { $0 != nil } > 1
      && found.contains { $0.map { $0.has(.deadline) && $0.has(.content) } ?? false }
    let layouts = shaped.indices.map { place in
      found[place].flatMap { layout -> TableLayout? in
        if place > 0, origins[place] == origins[place - 1], let above = found[place - 1],
          LaidOutTable(table: shaped[place - 1], layout: above)
            .numbersGoOn(in: LaidOutTable(table: shaped[place], layout: layout))
        {
          return layout
        }
        if isNamed, layout.isContentInferred { return nil }
        return hasOthers && Self.isOtherList(shaped[place], layout, setting) ? nil : layout
      }
    }
    let hasVisiblePlan = zip(shaped, layouts).contains { !$0.isHidden && $1 != nil }
    let labelsBelow = Self.labelsStandBelow(blocks, layouts.map { $0 != nil }, reader)
    var previous: LaidOutTable?
    var isApart = false
    var above: [String] = []
    var opening: (stated: SectionStatement, lines: [CommonLine], isOfPart: Bool)?
    var isInPart = false
    var index = 0
    for block in blocks {
      guard case .table = block else {
        if case .paragraph(let paragraph) = block, !Self.isContinuationMark(paragraph.text) {
          let words = TextFolding.tidied(paragraph.text)
          let place = paragraph.location
          if labelsBelow, let last = parts.indices.last,
            let stated = Self.labels(in: words, reader)
          {
            parts[last].closings.append(CommonLine(labels: words, stated, at: place))
            continue
          }
          if let last = parts.indices.last,
            let line = CommonLine(words, of: .above, at: place, reader)
          {
            parts[last].closings.append(line)
            continue
          }
          isApart = true
          if let line = CommonLine(words, of: .below, at: place, reader) {
            var stated = line.stated
            if let opening { stated.fill(from: opening.stated) }
            opening = (stated, (opening?.lines ?? []) + [line], isInPart)
            continue
          }
          if Numbering.leading(words)?.label.style == .chinese {
            isInPart = true
            if opening?.isOfPart ?? false { opening = nil }
          }
          // An annex is no rest of the plan.
          if Caption.isAnnex(paragraph.text) { (previous, opening) = (nil, nil) }
          above.append(words)
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
          var caption = Caption(table, layout, above: above, reader, setting)
          let lines = caption.openings + (opening?.lines ?? [])
          for line in lines where !openings.contains(line) { openings.append(line) }
          if let stated = opening?.stated { caption.stated.fill(from: stated) }
          if opening?.lines.contains(where: \.isOfTable) ?? false { opening = nil }
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
    choose(setting)
  }

  /// Whether a table beside a plan is a list of other things, such as papers to hand in: nothing in it
  /// is like a clause, and it says neither when nor how anything is done nor of which task it is part,
  /// or its contents name the items of the plan.
  private static func isOtherList(
    _ table: SourceTable, _ layout: TableLayout, _ setting: PlanSetting
  ) -> Bool {
    guard !setting.clauses.isEmpty, !layout.readings.contains(where: { $0.ground == .person }),
      let content = layout.roles.firstIndex(of: .content)
    else { return false }
    let start = layout.headingRows.upperBound
    let work: [ColumnRole] = [.deadline, .measures, .task, .clause]
    guard
      !work.contains(where: layout.has)
        || !layout.has(.ordinal) && namesItems(of: table, in: content, from: start)
    else { return false }
    return ColumnProfile(column: content, of: table, from: start, setting: setting).likeness < 0.2
  }

  /// Whether most contents of a table name items of another by their numbers: 完成第1.1、1.2项.
  private static func namesItems(
    of table: SourceTable, in column: Int, from start: Int
  ) -> Bool {
    let contents = table.rows[start...].compactMap { $0.cell(at: column) }
      .filter { !$0.isBlank && !$0.continuesAbove }.map { TextFolding.compact($0.words) }
    let naming = contents.count { words in
      words.count <= 60 && words.contains(/[0-9]+\.[0-9]+/)
    }
    return naming * 2 > contents.count
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
