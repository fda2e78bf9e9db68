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
    for (label, value) in zip(cells, cells.dropFirst()) { take(label.words, value.words) }
  }

  private mutating func read(_ line: String) {
    guard line.utf8.count <= 200,
      let colon = line.firstIndex(where: { PlanPhrases.colons.contains($0) })
    else { return }
    take(String(line[..<colon]), String(line[line.index(after: colon)...]))
  }

  private mutating func take(_ label: String, _ value: String) {
    let key = TextFolding.compact(label).filter { $0 != ":" }
    if number == nil, PlanPhrases.numberLabels.contains(key) { number = HeaderReader.number(value) }
    if date == nil, PlanPhrases.issueLabels.contains(key) { date = HeaderReader.date(value) }
  }
}
