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
    /// The cells above its headings, each with words of its own.
    var head: [String] = []
    /// Whether it only goes on with the table before.
    var isContinuation = false
    /// The table of the document that it is part of, by place.
    var origin: Int
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
          Self.numbersGoOn(from: (shaped[place - 1], above), to: (shaped[place], layout))
        {
          return layout
        }
        if isNamed, layout.isContentInferred { return nil }
        return hasDays && Self.isOtherList(shaped[place], layout, setting) ? nil : layout
      }
    }
    let hasVisiblePlan = zip(shaped, layouts).contains { !$0.isHidden && $1 != nil }
    var previous: (table: SourceTable, layout: TableLayout)?
    var isApart = false
    var above: [String] = []
    var index = 0
    for block in blocks {
      guard case .table = block else {
        if case .paragraph(let paragraph) = block, !Self.isContinuationMark(paragraph.text) {
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
          previous = (table, layout)
        }
      } else if let above = previous, !hasOwnHeading, Self.hasWidth(of: above.layout, table) {
        // What looks like the rest of the plan and is not read is warned of.
        if Self.goesOn(from: above, with: table, isApart: isApart, setting) {
          add(table, above.layout, from: 0, Caption(), of: origin, isContinuation: true)
          previous = (table, above.layout)
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

  /// Whether the numbers of a table go on where those of the one above it end.
  private static func numbersGoOn(
    from above: (table: SourceTable, layout: TableLayout),
    to below: (table: SourceTable, layout: TableLayout)
  ) -> Bool {
    guard let last = numbers(above).last, let first = numbers(below).first else { return false }
    return first == last + 1
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
    var head =
      isContinuation
      ? []
      : table.rows[..<layout.headingRows.lowerBound].flatMap(\.cells)
        .filter { !$0.isBlank && $0.text.utf8.count <= 120 }.map(\.words)
    var rows: [SourceRow] = []
    rows.reserveCapacity(table.rows.count - start)
    for row in table.rows[start...] {
      switch RowKind(row, layout) {
      case .data: rows.append(row)
      case .heading:
        // Numbers may begin again below it.
        guard !rows.isEmpty else { continue }
        parts.append(
          Part(
            layout: layout, rows: rows, caption: caption, head: head,
            isContinuation: isContinuation, origin: origin))
        (rows, caption, head, isContinuation) = ([], Caption(), [], true)
      case .note:
        let own = row.cells.filter { !$0.isBlank }
        guard let first = own.first else { continue }
        notes.append((own.map(\.words).joined(separator: "　"), first.location))
      }
    }
    parts.append(
      Part(
        layout: layout, rows: rows, caption: caption, head: head, isContinuation: isContinuation,
        origin: origin))
  }

  /// Whether words between two tables only say that the table goes on.
  private static func isContinuationMark(_ words: String) -> Bool {
    let mark = TextFolding.compact(words)
    if mark.isEmpty || (mark.count <= 6 && mark.contains(PlanPhrases.continuedWord)) { return true }
    // — 5 —, 第5页 共8页
    return mark.count <= 12 && mark.contains(where: \.isNumber)
      && mark.allSatisfy { $0.isNumber || PlanPhrases.pageSigns.contains($0) }
  }

  /// Whether a table without headings has as many columns as the plan.
  private static func hasWidth(of layout: TableLayout, _ table: SourceTable) -> Bool {
    guard layout.width >= 3, !table.rows.isEmpty else { return false }
    let width = table.rows.lazy.compactMap(\.cells.last).map { $0.column + $0.columnSpan }.max()
    return width == layout.width
  }

  /// Whether a table without headings goes on with the one before: right below it when its columns
  /// hold nothing else; below other words when its numbers go on too, and its columns hold the same.
  private static func goesOn(
    from above: (table: SourceTable, layout: TableLayout), with table: SourceTable, isApart: Bool,
    _ setting: PlanSetting
  ) -> Bool {
    let start = above.layout.headingRows.upperBound
    let known = above.layout.roles.indices.compactMap { column -> (ColumnRole, Int)? in
      above.layout.roles[column].map { ($0, column) }
    }
    var (same, other) = (0, 0)
    for (role, column) in known where Self.telling.contains(role) {
      let before = ColumnProfile(column: column, of: above.table, from: start, setting: setting)
      let own = ColumnProfile(column: column, of: table, from: 0, setting: setting)
      guard own.filled > 0 else { continue }
      switch role {
      case .deadline where before.dates >= 0.6:
        if own.dates == 0 { other += 1 } else if own.dates >= 0.6 { same += 1 }
      case .departments, .lead, .supporting:
        guard before.departments >= 0.6 else { continue }
        if own.departments == 0 { other += 1 } else if own.departments >= 0.6 { same += 1 }
      case .content where before.departments < 0.2 && before.dates < 0.2:
        if own.departments >= 0.8 || own.dates >= 0.8 || own.numbers >= 0.8 { other += 1 }
      default: break
      }
    }
    let below = (table: table, layout: above.layout.headless)
    let numbersGoOn = numbersGoOn(from: above, to: below)
    if isApart { return numbersGoOn && other == 0 && same > 0 }
    if numbersGoOn { return other <= 1 }
    // What is like the clauses is the plan's, though one column holds other words than above.
    let fits = other == 0 || other == 1 && likeness(of: below, setting) >= 0.5
    return fits && !beginsAnew(from: above, to: below, setting)
  }

  /// How like the clauses the contents of a part are.
  private static func likeness(
    of part: (table: SourceTable, layout: TableLayout), _ setting: PlanSetting
  ) -> Double {
    part.layout.roles.firstIndex(of: .content).map {
      ColumnProfile(column: $0, of: part.table, from: 0, setting: setting).likeness
    } ?? 0
  }

  /// Whether a table counts from 1 again and nothing in it is like a clause.
  private static func beginsAnew(
    from above: (table: SourceTable, layout: TableLayout),
    to below: (table: SourceTable, layout: TableLayout), _ setting: PlanSetting
  ) -> Bool {
    guard !setting.clauses.isEmpty, numbers(below).first == 1,
      let last = numbers(above).last, last > 1, below.layout.roles.contains(.content)
    else { return false }
    return likeness(of: below, setting) < 0.2
  }

  /// The numbers of a table below its headings.
  private static func numbers(_ part: (table: SourceTable, layout: TableLayout)) -> [Int] {
    guard let column = part.layout.roles.firstIndex(of: .ordinal) else { return [] }
    return part.table.rows.dropFirst(part.layout.headingRows.upperBound).compactMap { row in
      row.cells.first { $0.column == column }.flatMap { Int(TextFolding.compact($0.words)) }
    }
  }

  /// The roles whose cells tell a plan from another table.
  private static let telling: Set<ColumnRole> = [
    .deadline, .departments, .lead, .supporting, .content,
  ]
}

extension PlanTables.Caption {
  /// Reads what stands above a table: the last short paragraphs before it, else the name of its
  /// sheet; and the rows above its headings.
  init(
    _ table: SourceTable, _ layout: TableLayout, above: [String], _ reader: SentenceReader,
    _ vocabulary: HeadingVocabulary
  ) {
    let sheet = table.name.flatMap { Self.isDefault($0) ? nil : $0 }
    let rows = table.rows[..<layout.headingRows.lowerBound].compactMap { row -> String? in
      let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
      return own.count == 1 ? own.first?.words : nil
    }
    let labels = LabelledText(vocabulary)
    let near = above.suffix(3).filter { $0.count <= 60 }
    name = sheet ?? near.last { Self.isPlanTitle($0) } ?? near.last ?? rows.first ?? ""
    let candidates = [sheet].compactMap { $0 } + near + rows
    for line in candidates where Self.isPlanTitle(line) {
      // 任务清单（2020年10月底前完成）; the bracket of a title may name its year alone.
      let inside = LabelledText.tail(of: line)?.inside ?? ""
      guard PlanPhrases.completionWords.contains(where: { inside.hasSuffix($0) }) else { continue }
      let found = reader.title(line).stated
      if found.deadline != nil { stated = SectionStatement(found) }
    }
    for line in candidates where !Self.isPlanTitle(line) && !Self.isAnnex(line) {
      let leading = Numbering.leading(Self.withoutTaskWord(line))
      let (title, found) = reader.title(leading?.rest ?? line)
      let words = TextFolding.unspaced(title)
      // A sentence above a table speaks of the work in general.
      let isSentence = line.contains(PlanPhrases.fullStop) || line.contains(PlanPhrases.semicolon)
      guard !isSentence || labels.beginsWithLabel(line) else { continue }
      if !found.isEmpty { stated = SectionStatement(found) }
      let isTask = leading != nil || Self.withoutTaskWord(line) != line || line == sheet
      let isTitle = words.last.map { !PlanPhrases.notTitleEnds.contains($0) } ?? false
      if isTask, isTitle, words.count <= 30 {
        (task, taskNumber) = (words, leading?.label.value)
      }
    }
    if let sheet, reader.isDepartment(sheet) {
      // A sheet a department.
      if stated.departments.all.isEmpty { stated.departments = DepartmentAssignment(lead: [sheet]) }
      if task == sheet { task = nil }
    }
    if stated.deadline == nil {
      year =
        candidates.lazy.filter { !$0.contains(PlanPhrases.fullStop) }
        .compactMap(HeaderReader.firstYear).first
    }
    readForm(table.rows[..<layout.headingRows.lowerBound], vocabulary)
  }

  /// Reads the rows above the headings that name a task and what holds for it: 任务名称 … 牵头单位 ….
  private mutating func readForm(_ rows: ArraySlice<SourceRow>, _ vocabulary: HeadingVocabulary) {
    var values: [ColumnRole: String] = [:]
    for row in rows {
      let cells = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
      for (label, value) in zip(cells, cells.dropFirst()) {
        guard let role = vocabulary.role(of: label.text), values[role] == nil,
          vocabulary.role(of: value.text) == nil
        else { continue }
        values[role] = value.words
      }
    }
    guard let title = values[.task] else { return }
    (task, taskNumber) = (TextFolding.unspaced(title), nil)
    if let words = values[.deadline] { stated.deadline = words }
    if let words = values[.person] { stated.person = words }
    for role in [ColumnRole.departments, .lead, .supporting] {
      guard let words = values[role] else { continue }
      let read = DepartmentNames.read(words)
      stated.departments = stated.departments.joined(
        role == .supporting
          ? DepartmentAssignment(supporting: read.all)
          : role == .lead ? DepartmentAssignment(lead: read.all) : read)
    }
  }

  /// Whether words are the title of a plan or a list as a whole.
  private static func isPlanTitle(_ words: String) -> Bool {
    let compact = TextFolding.compact(words)
    return PlanPhrases.planTitleWords.contains { compact.hasSuffix($0) }
      || PlanPhrases.planTitleWords.contains { compact.contains($0 + "(") }
  }

  fileprivate static func isAnnex(_ words: String) -> Bool {
    PlanPhrases.annexBeginnings.contains { words.hasPrefix($0) } || HeaderReader.date(words) != nil
  }

  /// The number and title behind 任务: 任务一：… is 一、….
  private static func withoutTaskWord(_ words: String) -> String {
    guard words.hasPrefix(PlanPhrases.taskWord) else { return words }
    let rest = words.dropFirst(PlanPhrases.taskWord.count)
    guard
      let colon = rest.firstIndex(where: { PlanPhrases.colons.contains($0) || $0.isWhitespace }),
      let number = ChineseNumerals.value(of: TextFolding.compact(rest[..<colon]))
    else { return words }
    return "\(number). " + rest[rest.index(after: colon)...]
  }

  /// Whether the name of a sheet is the one that the program gave it.
  private static func isDefault(_ name: String) -> Bool {
    let words = TextFolding.compact(name).lowercased()
    return PlanPhrases.defaultSheetNames.contains { words.hasPrefix($0) }
      && words.drop { !$0.isNumber }.allSatisfy(\.isNumber)
  }
}
