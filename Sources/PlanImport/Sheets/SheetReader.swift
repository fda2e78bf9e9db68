package import OfficeFiles
package import TaskLedger

/// Reads sheets that came back (表单): by their headings and keys, wherever rows, columns and pages
/// were moved to.
package enum SheetReader {
  /// Reads a sheet.
  ///
  /// - Parameters:
  ///   - document: The workbook.
  ///   - words: What its headings and names mean.
  /// - Returns: What was read; `code` is nil and there are no faults when it is none of ours.
  package static func read(_ document: SourceDocument, _ words: SheetVocabulary) -> ReturnedSheet {
    var reading = SheetReading(file: document.name, words)
    reading.read(document)
    return reading.sheet
  }

  /// Reads the figures of a file: of a sheet of ours, or of any table that names them.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - words: What its headings and names mean.
  /// - Returns: The figures, and the sheet when the document is one.
  package static func figures(
    in document: SourceDocument, _ words: SheetVocabulary
  ) -> (table: FactTable, sheet: ReturnedSheet?) {
    let sheet = read(document, words)
    let asked = sheet.figures ?? FactTable(asked: [], vocabulary: words.facts, today: words.today)
    if sheet.isOurs { return (asked, sheet) }
    return (
      FactTable(
        document.cellTables, file: document.name, vocabulary: words.facts, today: words.today), nil
    )
  }
}

/// What the headings and names of sheets mean.
package struct SheetVocabulary: Sendable {
  /// What the work calls what is to be done.
  package var content: String
  /// The names of figures.
  package var facts: FactVocabulary
  /// The last day on which something can have happened; any day without it.
  package var today: CivilDate?

  /// Creates a vocabulary.
  package init(content: String, facts: FactVocabulary, today: CivilDate?) {
    (self.content, self.facts, self.today) = (content, facts, today)
  }
}

/// One sheet while it is read.
struct SheetReading {
  var sheet: ReturnedSheet
  let words: SheetVocabulary
  /// The rows of figures with answers.
  var asked: [[FactVocabulary.Role: IndicatorTable.Cell]] = []
  /// Whether something names a sheet, readable or not: a table of staff alone may be evidence.
  var isMarked = false
  /// Whether there is a page of figures.
  var hasFigures = false
  /// Words that stand where nothing is filled in, said when it is known which sheet it is.
  var outside: [OutsideWords] = []
  private var codes: [SheetCode] = []
  /// What the cells of the row before say, also for the rows that they are merged over.
  private var above: Set<SheetColumn> = []
  private var content: String { words.content }

  init(file: String, _ words: SheetVocabulary) {
    sheet = ReturnedSheet(file: file)
    self.words = words
  }

  mutating func read(_ document: SourceDocument) {
    if let words = document.properties[SheetWords.property] { take(code: words, at: nil) }
    var tables: [(SourceTable, head: Int)] = []
    var others = 0
    for case .table(let table) in document.blocks {
      if let head = headRow(of: table) {
        tables.append((table, head))
      } else if readOther(table) {
        others += 1
      } else {
        readFields(table)
      }
    }
    for (table, head) in tables { readRows(of: table, head) }
    guard isMarked || !tables.isEmpty else {
      sheet = ReturnedSheet(file: sheet.file)
      return
    }
    settleFigures()
    settleCode()
    let kind = sheet.code?.kind
    sheet.notes += outside.map { .sheetWordsLeft($0, in: kind) }
    for note in document.diagnostics where SheetReader.isSaid(note.code) {
      sheet.notes.append(.sheetNote(note, in: kind))
    }
    if let code = sheet.code, code.kind != .receipt, tables.isEmpty, others == 0 {
      sheet.faults.append(.sheetTableMissing(sheet.file))
    }
  }

  // MARK: - Identity

  /// A code that some row or page names.
  mutating func take(_ code: SheetCode) {
    isMarked = true
    codes.append(code)
  }

  mutating func take(code words: String, at location: Diagnostic.Location?) {
    do throws(SheetCode.Fault) {
      take(try SheetCode(reading: words))
    } catch {
      isMarked = true
      sheet.faults.append(.sheetCode(error, words, file: sheet.file, at: location))
    }
  }

  /// The code of the sheet: all that name one must name the same.
  private mutating func settleCode() {
    sheet.code = codes.first
    guard let first = codes.first, let other = codes.first(where: { $0 != first }) else { return }
    sheet.faults.append(.sheetMixed(first, other, file: sheet.file, at: nil))
  }

  // MARK: - The table

  /// The row of headings: one that names the item and something to fill in.
  private func headRow(of table: SourceTable) -> Int? {
    table.rows.prefix(30).firstIndex { row in
      let columns = row.cells.compactMap { SheetColumn(heading: $0.text, content: content) }
      return (columns.contains(.item) || columns.contains(.key)) && columns.count >= 3
    }
  }

  private mutating func readRows(of table: SourceTable, _ head: Int) {
    var columns: [SheetColumn: Int] = [:]
    let heading = table.rows[head]
    for cell in heading.cells {
      guard let column = SheetColumn(heading: cell.text, content: content) else { continue }
      if columns[column] == nil {
        columns[column] = cell.column
      } else {
        sheet.faults.append(.sheetColumnTwice(column, at: cell.location))
      }
    }
    let place = heading.cells.first?.location
    if columns[.key] == nil, columns[.item] == nil || columns[.reviewCode] == nil {
      sheet.faults.append(.sheetKeyMissing(sheet.file, at: place))
      return
    }
    let wanted = columns[.decision] == nil ? SheetReader.departmentColumns : [.decision, .opinion]
    let gone = wanted.filter { columns[$0] == nil }
    if !gone.isEmpty {
      sheet.notes.append(.sheetColumnsGone(gone.map(\.rawValue), sheet.file, at: place))
    }
    noteOutside(of: table, head, known: Set(columns.values))
    for row in table.rows.dropFirst(head + 1) { read(row, columns) }
  }

  private mutating func read(_ row: SourceRow, _ columns: [SheetColumn: Int]) {
    func cell(_ column: SheetColumn) -> SourceCell? {
      columns[column].flatMap { row.cell(at: $0) }.flatMap { $0.text.isEmpty ? nil : $0 }
    }
    refuseErrors(row, SheetColumn.allCases.filter(\.isOpen).compactMap { columns[$0] })
    var answers: [SheetColumn: ReturnedSheet.Answer] = [:]
    for column in SheetColumn.allCases where column.isOpen {
      if let cell = cell(column), let answer = answer(cell) { answers[column] = answer }
    }
    // What a review shows of the statement is not written by whoever decides.
    if columns[.decision] != nil { answers[.statement] = nil }
    guard let first = row.cells.first(where: { !$0.text.isEmpty }) else { return }
    let isNamed =
      cell(.item).flatMap(SheetReader.itemID) != nil
      && cell(.reviewCode).flatMap { ReviewCode($0.text) } != nil
    if cell(.key) == nil, answers.isEmpty, !isNamed {
      return noteRow(row, known: Set(columns.values))
    }
    guard let key = self.key(cell(.key), cell(.item), cell(.reviewCode), first, answers) else {
      return
    }
    if !sheet.items.insert(key.item).inserted {
      sheet.faults.append(.sheetRowTwice(key.item, at: first.location))
      return
    }
    let merged = SheetColumn.allCases.filter { column in
      column.isOpen && above.contains(column)
        && columns[column].flatMap { row.cell(at: $0) }.map { $0.continuesAbove && $0.isBlank }
          ?? false
    }
    above = Set(answers.keys).union(merged)
    compare(
      cell(.check),
      SheetColumn.shown.map { column in
        column == .statement && columns[.decision] == nil ? nil : cell(column)
      }, SheetColumn.shown.map(\.rawValue), of: "\(key.item)", item: key.item)
    if !merged.isEmpty {
      sheet.notes.append(.sheetCellsMerged(key.item, merged, at: first.location))
    }
    guard !answers.isEmpty else { return }
    sheet.rows.append(
      ReturnedSheet.Row(
        item: key.item, seal: key.seal, content: cell(.content)?.text, location: first.location,
        answers: answers))
  }

  /// Which item a row is of: its key, its number and its review code must not contradict each other.
  private mutating func key(
    _ key: SourceCell?, _ item: SourceCell?, _ code: SourceCell?, _ first: SourceCell,
    _ answers: [SheetColumn: ReturnedSheet.Answer]
  ) -> (item: ItemID, seal: ReviewSeal)? {
    let shown = item.flatMap { SheetReader.itemID($0) }
    let seen = code.flatMap { ReviewCode($0.text) }
    guard let key else {
      guard let shown, let seen else {
        // A row that somebody added below, with words in it, belongs to no item.
        if !answers.isEmpty { sheet.faults.append(.sheetRowUnknown(at: first.location)) }
        return nil
      }
      return (shown, .code(seen))
    }
    do throws(SheetCode.Fault) {
      let known = try SheetRowKey(reading: key.text)
      codes.append(known.code)
      if let item, shown != known.item {
        sheet.faults.append(.sheetRowMixed(known.item, shows: item.text, at: item.location))
        return nil
      }
      if let code, seen != ReviewCode(of: known.digest) {
        sheet.faults.append(.sheetRowMixed(known.item, shows: code.text, at: code.location))
        return nil
      }
      return (known.item, .digest(known.digest))
    } catch {
      sheet.faults.append(.sheetCode(error, key.text, file: sheet.file, at: key.location))
      return nil
    }
  }

  func answer(_ cell: SourceCell) -> ReturnedSheet.Answer? {
    let text = PrintableText.block(cell.text).trimmed
    guard !text.isEmpty, !SheetWords.isErrorValue(text) else { return nil }
    return ReturnedSheet.Answer(
      text: text, day: cell.date ?? SheetReader.day(text), location: cell.location)
  }
}

extension SheetReader {
  /// The columns that a department fills in.
  static let departmentColumns: [SheetColumn] = [
    .progress, .problem, .nextStep, .expected, .statement, .files, .number, .date, .apply,
  ]

  /// The day that words are, in any common writing; nil when they are none.
  package static func day(_ text: String) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    let plain = TextFolding.compact(text).replacing("/", with: "-").replacing(".", with: "-")
    let parts = plain.split(separator: "-").map(String.init)
    if parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2].prefix { $0.isNumber }), year > 1900
    {
      return CivilDate(year: year, month: month, day: day)
    }
    guard case .date(let point) = DeadlineLanguage.read(text, year: nil).meaning,
      point.precision == .day
    else { return nil }
    return point.day
  }

  /// The item that a cell shows; a program may have made a number of `3.10`.
  static func itemID(_ cell: SourceCell) -> ItemID? {
    ItemID(TextFolding.compact(cell.text).uppercased())
  }

  /// Whether what the reader of workbooks says matters for a sheet.
  static func isSaid(_ code: String) -> Bool {
    !["hidden-sheet-read", "hidden-cells-read", "sheet-without-part"].contains(code)
  }
}

extension String {
  fileprivate var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
