internal import TaskLedger

/// Reads the rows of a plan's tables into items (条目).
///
/// Task, number and basis are filled down from merged and from blank cells; a deadline is taken
/// over only from a merged cell, from 同上, or within a cell of several items.
struct PlanTableReader {
  /// The items read so far.
  private(set) var items: [ItemDraft] = []
  /// What was left out of the table, with its place.
  private(set) var remarks: [(words: String, location: Diagnostic.Location)] = []
  /// The rows with words and no content of an item, with their place.
  private(set) var unread: [(words: String, location: Diagnostic.Location)] = []
  private var language: CellLanguage
  private let countsItems: Bool
  private let sectionsAreTasks: Bool
  private var isInSection = false
  private var task = TaskPlace()
  private var block: ItemBlock?
  private var lastDeadline = Deadline.blank
  private var lastDepartments = DepartmentAssignment()
  private var lastMeasures: [Measure] = []

  /// Reads all parts of the plan's table.
  init(_ tables: PlanTables, language: CellLanguage) {
    self.language = language
    countsItems = Self.countsItems(tables)
    sectionsAreTasks = Self.sectionsAreTasks(tables)
    for part in tables.parts {
      for source in part.rows { read(source, part.layout) }
    }
    finishBlock()
  }

  // MARK: - Rows

  private mutating func read(_ source: SourceRow, _ layout: TableLayout) {
    if let alone = Self.onlyCell(source, layout) {
      finishBlock()
      readHeading(alone)
      return
    }
    if let total = Self.total(source) {
      remarks.append(total)
      return
    }
    var row = PlanRow(source, layout: layout)
    let (above, last) = (block, items.last?.ordinal)
    RowRepair.repair(&row, source, layout, &language, expected: Self.next(after: above, or: last))
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

  /// The words of a row of totals: its first cell says so.
  private static func total(_ row: SourceRow) -> (words: String, location: Diagnostic.Location)? {
    guard let first = row.cells.first(where: { !$0.isBlank }), !first.continuesAbove,
      first.text.utf8.count <= 16,
      PlanPhrases.totals.contains(TextFolding.compact(first.text))
    else { return nil }
    let words = row.cells.filter { !$0.isBlank }.map(\.words).joined(separator: "　")
    return (words, first.location)
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
      rows: [row], location: location, deadlineAbove: lastDeadline,
      departmentsAbove: lastDepartments, measuresAbove: lastMeasures)
    if let id = clause.flatMap({ ClauseID($0) }) { block.task.number = id.task }
    if row.isShifted { block.flags.insert(.cellShifted) }
    self.block = block
  }

  private mutating func finishBlock() {
    guard let done = block else { return }
    block = nil
    let new = done.items(&language)
    items += new
    if let last = new.last {
      lastDeadline = last.deadline
      lastDepartments = last.departments
      lastMeasures = last.measures
    }
  }

  /// The number that the next item should have, when the last one has a plain number.
  private static func next(after block: ItemBlock?, or ordinal: String?) -> Int? {
    if let block, let last = ContentSplitter.pieces(of: block.content).last?.ordinal {
      return Int(last).map { $0 + 1 }
    }
    return (block?.ordinal ?? ordinal).flatMap { Int($0) }.map { $0 + 1 }
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
    let joined = words.split(separator: "\n").joined()
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
  private mutating func readHeading(_ cell: SourceCell) {
    let words = cell.words
    if let leading = Numbering.leading(words), !leading.rest.isEmpty, words.count <= 60 {
      task = TaskPlace(number: leading.label.value, title: TextFolding.unspaced(leading.rest))
      isInSection = true
    } else {
      remarks.append((words, cell.location))
    }
  }

  /// The only cell with words, when it stands over several columns or in the first ones.
  private static func onlyCell(_ row: SourceRow, _ layout: TableLayout) -> SourceCell? {
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
    return true
  }

  // MARK: - What 序号 counts

  /// Whether 序号 counts items rather than tasks: it changes while the task stays.
  private static func countsItems(_ tables: PlanTables) -> Bool {
    var task: String?
    var last: String?
    var rows = 0
    var changes = 0
    var numbered = 0
    for part in tables.parts {
      for source in part.rows {
        let row = PlanRow(source, layout: part.layout)
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
    guard changes > 0 else { return rows > 0 && numbered == 0 && !hasTasks(tables) }
    return numbered * 2 < rows || changes * 2 >= rows
  }

  /// Whether rows with a heading alone are the tasks: the rows below each name a task of their own.
  private static func sectionsAreTasks(_ tables: PlanTables) -> Bool {
    var rows = 0
    var named = 0
    var last: String?
    for part in tables.parts where part.layout.has(.task) {
      for source in part.rows where onlyCell(source, part.layout) == nil {
        let row = PlanRow(source, layout: part.layout)
        guard row.hasOwn(.content) else { continue }
        rows += 1
        if row.hasOwn(.task), row.text(.task) != last { named += 1 }
        last = row.text(.task)
      }
    }
    return named * 5 >= rows * 4
  }

  private static func hasTasks(_ tables: PlanTables) -> Bool {
    tables.parts.contains { $0.layout.has(.task) }
  }
}
