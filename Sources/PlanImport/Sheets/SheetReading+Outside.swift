import OfficeFiles
import TaskLedger

/// Words of a sheet that stand where nothing is filled in (表外的字): nothing is recorded of them, and
/// that is said.
struct OutsideWords {
  /// Where they stand.
  enum Place {
    /// In a column that is none of the sheet's, with its heading.
    case column(String?)
    /// Beside or below the table, or on the page in words.
    case cell
    /// On a page that is none of the sheet's.
    case page(String)
    /// In a cell that is only shown, of an item or a figure.
    case shown(of: String, column: String, item: ItemID?)
    /// In a sentence of the page in words, which is only shown.
    case sentence
  }

  var place: Place
  /// The cells, the first of which names the place.
  var cells: [SourceCell]
}

extension SheetReading {
  // MARK: - Tables

  /// Notes the words above a table and those in columns that are none of its own. Whoever numbers the
  /// rows for herself says nothing.
  mutating func noteOutside(of table: SourceTable, _ head: Int, known: Set<Int>) {
    for row in table.rows.prefix(head) { noteRow(row, known: nil) }
    var columns: [Int: [SourceCell]] = [:]
    for row in table.rows.dropFirst(head + 1) {
      for cell in row.cells where !cell.isBlank && !known.contains(cell.column) {
        columns[cell.column, default: []].append(cell)
      }
    }
    for (column, cells) in columns.sorted(by: { $0.key < $1.key }) {
      let numbers = Set(cells.compactMap { Int(TextFolding.compact($0.text)) })
      if cells.count > 1, numbers == Set(1...cells.count) { continue }
      let heading = table.rows[head].cell(at: column).map { PrintableText.line($0.text) }
      outside.append(
        OutsideWords(place: .column(heading.flatMap { $0.isEmpty ? nil : $0 }), cells: cells))
    }
  }

  /// Notes the words of a row that is none of the table's, but for totals.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - known: The columns of the table, where the others are told by themselves.
  mutating func noteRow(_ row: SourceRow, known: Set<Int>?) {
    let cells = row.cells.filter { !$0.isBlank && known?.contains($0.column) ?? true }
    guard !cells.contains(where: { words.facts.isTotal($0.text) }),
      cells.contains(where: { $0.text.contains(where: \.isLetter) })
    else { return }
    outside.append(OutsideWords(place: .cell, cells: cells))
  }

  /// Notes the cells of a row that are only shown and say something else than when it was made. One
  /// that was emptied lost nothing that somebody wrote.
  ///
  /// - Parameters:
  ///   - check: The cell with what they said; without it nothing is known.
  ///   - cells: The cells in the order of the check, nil where one is blank.
  ///   - headings: Their headings.
  ///   - name: What the row is of, in words.
  ///   - item: The item, when it is of one.
  mutating func compare(
    _ check: SourceCell?, _ cells: [SourceCell?], _ headings: [String], of name: String,
    item: ItemID?
  ) {
    guard let check = check.flatMap({ SheetCheck(reading: $0.text) }) else { return }
    for (place, cell) in cells.enumerated() {
      guard let cell, !cell.isBlank, !check.holds(cell.text, day: cell.date, at: place) else {
        continue
      }
      outside.append(
        OutsideWords(
          place: .shown(of: name, column: headings[place], item: item), cells: [cell]))
    }
  }

  /// Refuses cells that hold an error of the program that wrote them in place of an answer.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  mutating func refuseErrors(_ row: SourceRow, _ columns: some Sequence<Int>) -> Bool {
    let cells = columns.sorted().compactMap { row.cell(at: $0) }
      .filter { SheetWords.isErrorValue($0.text) }
    sheet.faults += cells.map { .sheetCellError($0.text, at: $0.location) }
    return !cells.isEmpty
  }

  // MARK: - The page in words

  /// Reads the labelled cells of a page in words, who filled it in and the code, and notes what stands
  /// there besides; a page without labels is none of the sheet's.
  mutating func readFields(_ table: SourceTable) {
    var labels: Set<String> = []
    var others: [OutsideWords] = []
    var hasTitle = false
    for row in table.rows {
      var cells = row.cells.filter { !$0.isBlank }[...]
      let check = cells.lazy.compactMap { SheetCheck(reading: $0.text) }.first
      cells.removeAll { SheetCheck(reading: $0.text) != nil }
      var left: [SourceCell] = []
      while let cell = cells.popFirst() {
        let label = Self.label(of: cell)
        let isField = SheetWords.fieldLabels.contains(label)
        guard isField || SheetWords.sentenceLabels.contains(label) else {
          left.append(cell)
          continue
        }
        labels.insert(label)
        // Beside a label without a value another may stand.
        guard let value = cells.first, !SheetWords.fieldLabels.contains(Self.label(of: value))
        else { continue }
        cells.removeFirst()
        if isField {
          readField(label, value)
        } else if check?.holds(value.text, at: 0) == false {
          others.append(OutsideWords(place: .sentence, cells: [value]))
        }
      }
      // The title has no label: it is known by its check, or stands first and alone.
      if let title = left.first, !hasTitle,
        check.map({ $0.holds(title.text, at: 0) }) ?? (labels.isEmpty && left.count == 1)
      {
        hasTitle = true
        left.removeFirst()
      }
      others += left.map { OutsideWords(place: .cell, cells: [$0]) }
    }
    if labels.contains(SheetWords.codeLabel) || labels.count > 1 {
      outside += others
    } else if table.name != SheetWords.choicesPage {
      notePage(table)
    }
  }

  private static func label(of cell: SourceCell) -> String {
    var label = TextFolding.compact(cell.text)[...]
    while label.last == ":" { label.removeLast() }
    return String(label)
  }

  private mutating func readField(_ label: String, _ value: SourceCell) {
    switch label {
    case SheetWords.codeLabel: take(code: value.text, at: value.location)
    case SheetWords.personLabel, SheetWords.reviewerLabel:
      if SheetWords.isErrorValue(value.text) {
        sheet.faults.append(.sheetCellError(value.text, at: value.location))
      }
      sheet.person = answer(value)
    case SheetWords.departmentLabel: sheet.department = value.text
    case SheetWords.dayLabel: sheet.asOf = value.date ?? SheetReader.day(value.text)
    default: break
    }
  }

  /// Notes a page with words that is none of the sheet's.
  private mutating func notePage(_ table: SourceTable) {
    let cells = table.rows.flatMap(\.cells).filter { !$0.isBlank }
    guard !cells.isEmpty else { return }
    outside.append(
      OutsideWords(place: .page(PrintableText.line(table.name ?? "")), cells: cells))
  }
}
