internal import OfficeFiles
internal import TaskLedger

/// Reads the rows of a plan's tables into items (条目).
///
/// Task, number and basis are filled down from merged and from blank cells; a deadline is taken
/// over only from a merged cell, from 同上, or within a cell of several items.
struct PlanTableReader {
  /// The items read.
  private(set) var items: [ItemDraft] = []
  /// What was left out of the table, with its place.
  private(set) var remarks: [(words: String, location: Diagnostic.Location)] = []
  /// The rows with words and no content of an item, with their place.
  private(set) var unread: [(words: String, location: Diagnostic.Location)] = []
  /// What items took over from others that their cells name.
  private(set) var taken: [ItemReferences.Taken] = []
  /// The lines that speak of all items above them.
  private(set) var closings: [CommonLine] = []
  private var language: CellLanguage
  /// How many items stand above the last of these lines.
  private var closed = 0
  private let countsItems: Bool
  private let sectionsAreTasks: Bool
  private let sections: SectionTitles
  private let fewestOnAllCores: Int
  private let sentences: SentenceReader
  private var isInSection = false
  private var task = TaskPlace()
  /// What the title of the open section or table states.
  private var stated = SectionStatement()
  /// What the title of the open table states.
  private var tableStated = SectionStatement()
  /// Which table or section is open.
  private var group = -1
  /// Whether the tables are of different years.
  private let yearsDiffer: Bool
  /// The year that the title of the open table names, where they differ.
  private var tableYear: Int?
  /// The year that the title of a section gives to what stands below it, and how it is numbered.
  private var named: (year: Int, style: Numbering.Style?)?
  /// Whether the rows of labels of the open table stand below their items.
  private var labelsBelow = false
  /// How many items stand above the last row of labels.
  private var labelled = 0
  /// Whether the plan says of the open table that the first of several departments leads.
  private var namesLeadFirst = false
  private let notesLeadFirst: Bool
  /// Whether the plan says that the look of a name marks the lead.
  private var formatsLead = false
  /// What no column of the open table holds.
  private var lacking: Set<ColumnRole> = []
  /// The blocks that end before the open one and are not read yet.
  private var blocks: [ItemBlock] = []
  private var block: ItemBlock?
  /// What ``nextNumber()`` found, until a block begins, grows or ends: a long cell is split once.
  private var foundNumber: Int??

  /// Reads all parts of the plan's table.
  ///
  /// - Parameters:
  ///   - tables: The parts.
  ///   - language: The reader of deadlines and departments.
  ///   - fewest: Of how many items on threads are worth starting.
  init(_ tables: PlanTables, language: CellLanguage, onAllCoresFrom fewest: Int) {
    self.language = language
    sentences = SentenceReader(language.setting, year: language.year)
    fewestOnAllCores = fewest
    notesLeadFirst = tables.namesLeadFirst
    yearsDiffer = tables.areOfSeveralYears
    formatsLead = tables.formatsLead || tables.parts.contains { $0.layout.formatsLead }
    let parts = tables.parts.map { part in
      (part, part.rows.map { PlanRow($0, layout: part.layout) })
    }
    countsItems = Self.countsItems(parts)
    sectionsAreTasks = Self.sectionsAreTasks(parts)
    sections = SectionTitles(parts.lazy.flatMap(\.1))
    for (index, (part, rows)) in parts.enumerated() {
      if !part.isContinuation {
        let goesOn = tables.parts[(index + 1)...].prefix(while: \.isContinuation)
        labelsBelow = LabelRow.standBelow([part] + goesOn, sentences)
      }
      begin(part)
      for (source, row) in zip(part.rows, rows) { read(source, row, part.layout) }
      for line in part.closings { close(line) }
    }
    finishBlock()
    readBlocks()
    DittoEntries.resolve(&items, language.setting)
    taken = ItemReferences.resolve(&items)
  }

  /// A part of the plan's table with its rows by role.
  private typealias Part = (part: PlanTables.Part, rows: [PlanRow])

  /// Opens a table: what stands above it holds for its rows.
  private mutating func begin(_ part: PlanTables.Part) {
    group += 1
    lacking = part.layout.lacking
    namesLeadFirst = notesLeadFirst || part.layout.namesLeadFirst
    guard !part.isContinuation else { return }
    finishBlock()
    (named, tableYear) = (nil, yearsDiffer ? part.caption.year : nil)
    if labelsBelow {
      readBlocks()
      labelled = items.count
    }
    (stated, tableStated) = (part.caption.stated, part.caption.stated)
    if let title = part.caption.task, !part.layout.has(.task) {
      task = TaskPlace(number: part.caption.taskNumber, title: title)
      isInSection = true
    }
  }

  /// Gives the items above a line what it states of them.
  private mutating func close(_ line: CommonLine) {
    finishBlock()
    readBlocks()
    for index in closed..<items.count { language.fill(&items[index], from: line.stated) }
    closed = items.count
    closings.append(line)
  }

  // MARK: - Rows

  /// Gives the items above a row of labels what it states; one alone has it of its own.
  private mutating func take(_ labels: LabelRow) {
    finishBlock()
    readBlocks()
    let above = labelled..<items.count
    for index in above where above.count == 1 { language.take(labels.stated, into: &items[index]) }
    for index in above { language.fill(&items[index], from: SectionStatement(labels.stated)) }
    labelled = items.count
  }

  private mutating func read(_ source: SourceRow, _ row: PlanRow, _ layout: TableLayout) {
    if let labels = LabelRow(source, layout, sentences) {
      if labelsBelow {
        take(labels)
        return
      }
      if !labels.isAlone {
        finishBlock()
        group += 1
        stated = SectionStatement(labels.stated)
        return
      }
    }
    if let alone = SectionTitles.alone(in: source, layout) {
      if let line = CommonLine(alone.words, of: .above, at: alone.location, sentences) {
        close(line)
        return
      }
      finishBlock()
      readHeading(alone, layout)
      return
    }
    if let (number, title) = sections.numbered(source, row, layout) {
      finishBlock()
      readHeading(title, layout, number: number)
      return
    }
    var row = row
    let expected = RowRepair.asksForNumber(row) ? nextNumber() : nil
    RowRepair.repair(&row, source, layout, &language, expected: expected)
    let isTaskRow = updateTask(row)
    if row.hasOwn(.content) {
      if isContinuedText(row) { return }
      open(row, ordinal: row.text(.ordinal))
    } else if row.hasOwn(.measures) || row.hasOwn(.deadline) || row.hasOwn(.departments)
      || row.hasOwn(.lead) || row.hasOwn(.supporting) || row.hasOwn(.person)
    {
      let isOwnItem = row.hasOwn(.ordinal) && (countsItems || isTaskRow)
      if isOwnItem || block == nil {
        if row.hasOwn(.measures) {
          open(row, ordinal: row.text(.ordinal))
        } else {
          leave(source, layout)
        }
      } else {
        block?.rows.append(row)
      }
    } else if !isTaskRow {
      leave(source, layout)
    }
  }

  /// Keeps the words of a row that is no item, to be said; a number alone says nothing.
  private mutating func leave(_ row: SourceRow, _ layout: TableLayout) {
    let own = row.cells.filter { cell in
      !cell.isBlank && !cell.continuesAbove && !cell.isDitto && cell.column < layout.width
        && layout.roles[cell.column] != nil
    }
    guard own.contains(where: { layout.roles[$0.column] != .ordinal }), let first = own.first else {
      return
    }
    unread.append((own.map(\.words).joined(separator: "　"), first.location))
  }

  private mutating func open(_ row: PlanRow, ordinal: String) {
    finishBlock()
    let content = row.hasOwn(.content) ? row.text(.content) : row.text(.measures)
    let location = (row.hasOwn(.content) ? row[.content] : row[.measures])?.location
    guard let location else { return }
    let clause = row.hasOwn(.clause) ? TextFolding.compact(row.text(.clause)) : nil
    let counted = countsItems && row.hasOwn(.ordinal) ? Self.printed(ordinal) : nil
    var block = ItemBlock(
      task: task, ordinal: clause ?? counted, content: content,
      basis: row.hasOwn(.basis) ? row.text(.basis) : task.basis, isSingle: countsItems,
      rows: [row], location: location)
    if let id = clause.flatMap({ ClauseID($0) }) { block.task.number = id.task }
    if row.isShifted { block.flags.insert(.cellShifted) }
    (block.group, block.stated, block.lacking) = (group, stated, lacking)
    (block.namesLeadFirst, block.formatsLead) = (namesLeadFirst, formatsLead)
    block.year = named?.year ?? tableYear
    self.block = block
    foundNumber = nil
  }

  private mutating func finishBlock() {
    guard let done = block else { return }
    block = nil
    blocks.append(done)
    foundNumber = nil
    if blocks.count == BlockReader.most { readBlocks() }
  }

  private mutating func readBlocks() {
    items += BlockReader.items(
      of: blocks, below: ItemBlock.Above(items.last), language: language,
      onAllCoresFrom: fewestOnAllCores)
    blocks.removeAll(keepingCapacity: true)
  }

  /// The number that the next item should have, when the last one has a plain number.
  private mutating func nextNumber() -> Int? {
    if let foundNumber { return foundNumber }
    let last =
      block.flatMap { ContentSplitter.pieces(of: $0.content).last?.ordinal }
      ?? block?.ordinal ?? (blocks.isEmpty ? items.last?.ordinal : blocks.last?.lastOrdinal)
    let number = last.flatMap { Int($0) }.map { $0 + 1 }
    foundNumber = .some(number)
    return number
  }

  // MARK: - Tasks

  /// Takes the row's task over; true when the row begins another one.
  private mutating func updateTask(_ row: PlanRow) -> Bool {
    if isInSection, sectionsAreTasks { return false }
    let words = row.hasOwn(.task) ? row.text(.task) : nil
    let printed = row.hasOwn(.ordinal) && !countsItems ? Self.printed(row.text(.ordinal)) : nil
    guard words != nil || printed != nil else { return false }
    let named = words.map(Self.named)
    let title = named?.title ?? (printed == task.printed ? task.title : nil)
    let number = printed.flatMap(Self.taskNumber) ?? named?.number
    if title == task.title, number == nil || number == task.number { return false }
    task = TaskPlace(
      number: number, title: title, basis: row.hasOwn(.basis) ? row.text(.basis) : "",
      printed: printed)
    return true
  }

  /// The title of a task without its number, on one line.
  private static func named(_ words: String) -> (title: String, number: Int?) {
    let joined =
      words.utf8.contains(0x0A) ? words.split(separator: "\n").joined() : words
    guard let leading = Numbering.leading(joined), !leading.rest.isEmpty else {
      return (TextFolding.unspaced(joined), nil)
    }
    return (TextFolding.unspaced(leading.rest), leading.label.value)
  }

  /// A printed number as figures, or its words.
  private static func printed(_ words: String) -> String {
    let compact = TextFolding.compact(words)
    if let leading = Numbering.leading(compact), leading.rest.isEmpty {
      return ContentSplitter.ordinal(leading.label)
    }
    if let value = ChineseNumerals.value(of: compact) { return String(value) }
    return String(compact.map { PlanPhrases.dashes.contains($0) ? "." : $0 })
  }

  private static func taskNumber(_ printed: String) -> Int? {
    printed.split(separator: ".").first.flatMap { Int($0) }
  }

  /// A row with nothing but one text: a heading of the rows below, or a remark.
  private mutating func readHeading(
    _ cell: SourceCell, _ layout: TableLayout, number: Int? = nil
  ) {
    let words = cell.words
    let leading = Numbering.leading(words).flatMap { $0.rest.isEmpty ? nil : $0 }
    let printed = number ?? leading?.label.value
    guard words.count <= 60 else {
      remarks.append((words, cell.location))
      return
    }
    let (title, found) = sentences.title(leading?.rest ?? words)
    let year = PlanPhrases.yearOfTasks(leading?.rest ?? words)
    if let year {
      named = (year, leading?.label.style)
    } else if let named, named.style == leading?.label.style {
      // A title of the same kind begins something else.
      self.named = nil
    }
    guard printed != nil || !found.isEmpty || year != nil else {
      remarks.append((words, cell.location))
      return
    }
    group += 1
    if labelsBelow {
      readBlocks()
      labelled = items.count
    }
    stated = found.isEmpty ? tableStated : SectionStatement(found)
    // 两个月内完成： and 2026年任务 gather what is due and are no tasks.
    guard printed != nil || year == nil && !layout.has(.task), !title.isEmpty else { return }
    task = TaskPlace(number: printed, title: TextFolding.unspaced(title))
    isInSection = true
  }

  /// Takes over the rest of a content that a page break split: words without number, task, deadline
  /// and departments below a numbered item.
  private mutating func isContinuedText(_ row: PlanRow) -> Bool {
    guard !countsItems, block != nil, !row.isShifted, !row.hasOwn(.deadline),
      !row.inherits(.deadline), !row.hasOwn(.departments), !row.hasOwn(.lead),
      !row.hasOwn(.task), !row.hasOwn(.ordinal), !row.hasOwn(.clause),
      !row.hasOwn(.measures), !row.inherits(.measures),
      let content = block?.content, Numbering.leading(content) != nil,
      Numbering.leading(row.text(.content)) == nil
    else { return false }
    block?.content = content + row.text(.content)
    foundNumber = nil
    return true
  }

  // MARK: - What 序号 counts

  /// Whether 序号 counts items rather than tasks: it changes while the task stays.
  private static func countsItems(_ parts: [Part]) -> Bool {
    var task: String?
    var last: String?
    var rows = 0
    var changes = 0
    var numbered = 0
    for (_, planRows) in parts {
      for row in planRows {
        if row.hasOwn(.content) {
          rows += 1
          if Numbering.leading(row.text(.content)) != nil { numbered += 1 }
        }
        let isSameTask = !row.hasOwn(.task) || row.text(.task) == task
        if row.hasOwn(.task) { task = row.text(.task) }
        guard row.hasOwn(.ordinal) else { continue }
        let ordinal = row.text(.ordinal)
        if last != nil, isSameTask, ordinal != last { changes += 1 }
        last = ordinal
      }
    }
    guard changes > 0 else { return rows > 0 && numbered == 0 && !hasTasks(parts) }
    return numbered * 2 < rows || changes * 2 >= rows
  }

  /// Whether rows with a heading alone are the tasks: the rows below each name a task of their own.
  private static func sectionsAreTasks(_ parts: [Part]) -> Bool {
    var rows = 0
    var named = 0
    var last: String?
    for (part, planRows) in parts where part.layout.has(.task) {
      for (source, row) in zip(part.rows, planRows)
      where SectionTitles.alone(in: source, part.layout) == nil {
        guard row.hasOwn(.content) else { continue }
        rows += 1
        if row.hasOwn(.task), row.text(.task) != last { named += 1 }
        last = row.text(.task)
      }
    }
    return named * 5 >= rows * 4
  }

  private static func hasTasks(_ parts: [Part]) -> Bool {
    parts.contains { $0.part.layout.has(.task) }
  }
}
