import LedgerReports
import OfficeFiles
import TaskLedger

/// Writes the workbooks of forms: what may be typed is open, the rest is protected without a
/// password, and lists stand on a page of their own.
enum SheetWorkbook {
  /// The bytes of a workbook.
  static func bytes(of book: FormBook) throws(DeskError) -> [UInt8] {
    var choices: [[String]] = []
    var tables = book.pages.map { table(of: $0, &choices) }
    if !choices.isEmpty { tables.append(self.choices(choices)) }
    do throws(XlsxWriteError) {
      return try XlsxWriter.bytes(
        of: tables, file: book.file,
        properties: [(name: SheetWords.property, value: "\(book.code)")])
    } catch {
      throw DeskError([error.diagnostic], kind: .disk)
    }
  }

  private static func table(of page: FormPage, _ choices: inout [[String]]) -> XlsxTable {
    var form = XlsxForm()
    form.headRow = page.headRow
    form.widths = page.widths
    form.frozenColumns = page.frozenColumns
    form.hiddenColumns = page.hiddenColumns
    form.isLandscape = page.isLandscape
    form.foot = page.foot
    if page.headRow == nil { form.titleRows = [0] }
    for field in page.fields {
      form.open.insert(XlsxSpot(row: field.row, column: field.column))
    }
    let rows =
      page.rows + Array(repeating: page.widths.map { _ in "" }, count: page.spareRows)
    if let head = page.headRow, rows.count > head + 1 {
      for (column, rule) in page.open.sorted(by: { $0.key < $1.key }) {
        let spots = (head + 1..<rows.count).map { XlsxSpot(row: $0, column: column) }
        form.open.formUnion(spots)
        if rule == .day { form.days.formUnion(spots) }
        form.validations.append(validation(rule, spots, &choices))
      }
    }
    return XlsxTable(
      name: page.name, rows: rows.map { $0.map { .text($0) } }, form: form)
  }

  private static func validation(
    _ rule: FormPage.Rule, _ spots: [XlsxSpot], _ choices: inout [[String]]
  ) -> XlsxForm.Validation {
    let cells = "\(spots[0].reference):\(spots[spots.count - 1].reference)"
    let allowed: XlsxForm.Validation.Rule
    switch rule {
    case .words(let count): allowed = .length(count)
    case .day: allowed = .day
    case .choice(let words):
      let column = choices.firstIndex(of: words) ?? choices.count
      if column == choices.count { choices.append(words) }
      let letter = XlsxSpot(row: 0, column: column).reference.filter(\.isLetter)
      allowed = .list(
        range: "'\(FormPage.choicesName)'!$\(letter)$1:$\(letter)$\(words.count)")
    }
    return XlsxForm.Validation(cells: cells, rule: allowed, message: rule.message)
  }

  private static func choices(_ lists: [[String]]) -> XlsxTable {
    var form = XlsxForm()
    form.isHidden = true
    let count = lists.map(\.count).max() ?? 0
    let rows = (0..<count).map { row in
      lists.map { XlsxCell.text($0.indices.contains(row) ? $0[row] : "") }
    }
    return XlsxTable(name: FormPage.choicesName, rows: rows, form: form)
  }
}
