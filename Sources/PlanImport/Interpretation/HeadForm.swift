internal import OfficeFiles
internal import TaskLedger

/// The table at the head of a document, and lines with labels, that name its number and its day of
/// issue (文件信息表).
struct HeadForm {
  /// The document number.
  private(set) var number: String?
  /// The day of issue.
  private(set) var date: CivilDate?

  /// Looks through the small tables and the lines with labels of a document.
  init(_ document: SourceDocument) {
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): read(paragraph.text)
      case .table(let table):
        for row in table.rows.prefix(8) { read(row) }
      }
      if number != nil, date != nil { return }
    }
  }

  private mutating func read(_ row: SourceRow) {
    let cells = row.cells.filter { !$0.isBlank && $0.text.utf8.count <= 120 }
    for cell in cells { read(cell.words) }
    for (label, value) in zip(cells, cells.dropFirst()) {
      take(Self.key(label.words), value.words, value.date)
    }
  }

  /// Reads the labels of a line with what stands behind each: 文号：…〔2020〕3号　印发日期：2020年6月1日.
  private mutating func read(_ line: String) {
    guard line.utf8.count <= 200, line.contains(where: { PlanPhrases.colons.contains($0) }) else {
      return
    }
    let parts = line.split(omittingEmptySubsequences: false) { PlanPhrases.colons.contains($0) }
    var label = Self.label(endOf: parts[0])
    for part in parts.dropFirst() {
      let next = Self.label(endOf: part)
      let value = next.map { part[..<$0.start] } ?? part
      if let label { take(label.key, Self.bare(value), nil) }
      label = next
    }
  }

  /// The label of a number or a day that ends words, and where it begins.
  private static func label(endOf words: Substring) -> (key: String, start: Substring.Index)? {
    var starts = words.indices.filter { isBetween(words[$0]) }.map { words.index(after: $0) }
    starts.insert(words.startIndex, at: 0)
    for start in starts {
      let key = key(String(words[start...]))
      if PlanPhrases.numberLabels.contains(key) || PlanPhrases.issueLabels.contains(key) {
        return (key, start)
      }
    }
    return nil
  }

  private static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || PlanPhrases.labelStarts.contains(character)
  }

  private static func bare(_ value: Substring) -> String {
    var value = value
    while let last = value.last, isBetween(last) { value.removeLast() }
    return String(value)
  }

  private static func key(_ label: String) -> String {
    TextFolding.compact(label).filter { $0 != ":" }
  }

  private mutating func take(_ key: String, _ value: String, _ stored: CivilDate?) {
    if number == nil, PlanPhrases.numberLabels.contains(key) { number = HeaderReader.number(value) }
    if date == nil, PlanPhrases.issueLabels.contains(key) {
      date = stored ?? HeaderReader.date(value) ?? Self.day(value)
    }
  }

  /// The day that a value behind a label is, in whatever way it is written: 2020.6.1.
  private static func day(_ value: String) -> CivilDate? {
    guard case .date(let point) = DeadlineLanguage.read(value, year: nil).meaning,
      point.precision == .day, point.bound == .within
    else { return nil }
    return point.day
  }
}
