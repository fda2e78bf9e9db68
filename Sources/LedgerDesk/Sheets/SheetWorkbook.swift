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
        let spots = (head + 1..<rows.count).filter {
          !page.closed.contains(FormPage.Field(row: $0, column: column))
        }.map { XlsxSpot(row: $0, column: column) }
        form.open.formUnion(spots)
        for run in runs(of: spots, rule, page) {
          if run.rule == .day { form.days.formUnion(run.spots) }
          form.validations.append(validation(run.rule, run.spots, &choices))
        }
      }
    }
    return XlsxTable(
      name: page.name, rows: rows.map { $0.map { .text($0) } }, form: form)
  }

  /// The cells of a column one below the other that share a rule.
  private static func runs(
    of spots: [XlsxSpot], _ rule: FormPage.Rule, _ page: FormPage
  ) -> [(rule: FormPage.Rule, spots: [XlsxSpot])] {
    var runs: [(rule: FormPage.Rule, spots: [XlsxSpot])] = []
    for spot in spots {
      let own = page.cells[FormPage.Field(row: spot.row, column: spot.column)] ?? rule
      if let last = runs.last, last.rule == own {
        runs[runs.count - 1].spots.append(spot)
      } else {
        runs.append((own, [spot]))
      }
    }
    return runs
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
        range: "'\(SheetWords.choicesPage)'!$\(letter)$1:$\(letter)$\(words.count)")
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
    return XlsxTable(name: SheetWords.choicesPage, rows: rows, form: form)
  }
}
