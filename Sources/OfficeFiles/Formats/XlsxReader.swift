import TaskLedger

/// Reads workbooks (.xlsx): every sheet is one table, named after the sheet.
///
/// Formulas count by the value saved with them, dates as displayed; hidden sheets, rows and columns
/// are read like the others, and said.
struct XlsxReader {
  /// Reads the workbook of a container.
  static func read(_ archive: ZipArchive, name: String) throws(DocumentReadError) -> SourceDocument
  {
    let main = try OfficePackage.mainPart(of: archive, default: "xl/workbook.xml")
    let relationships = try OfficePackage.relationships(of: main, in: archive)
    let workbook = XlsxWorkbookHandler()
    try read(main, of: archive, with: workbook)
    let budget = ReadBudget(file: name, limits: archive.limits)
    let strings = XlsxStringHandler(budget: budget)
    if let part = relationships.first(where: { $0.kind == "sharedStrings" })?.part {
      try read(part, of: archive, with: strings)
    }
    let styles = XlsxStyleHandler()
    if let part = relationships.first(where: { $0.kind == "styles" })?.part {
      try read(part, of: archive, with: styles)
    }
    var reader = XlsxReader(
      archive: archive,
      context: XlsxContext(
        file: name, texts: strings.texts, formats: styles.formats, since1904: workbook.since1904),
      budget: budget, document: SourceDocument(name: name, blocks: []))
    var others = 0
    for sheet in workbook.sheets {
      guard let target = relationships.first(where: { $0.id == sheet.relationship }),
        let part = target.part
      else { throw .damaged(file: name, part: sheet.name, detail: "missing") }
      if target.kind == "worksheet" {
        try reader.readSheet(sheet, part: part)
      } else {
        others += 1
      }
    }
    if others > 0 {
      reader.document.diagnostics.append(.leftOut(file: name, .objects, count: others))
    }
    return reader.document
  }

  private static func read(
    _ name: String, of archive: ZipArchive, with handler: any XMLContentHandler
  ) throws(DocumentReadError) {
    guard let part = try archive.open(name) else {
      throw .damaged(file: archive.file, part: name, detail: "missing")
    }
    try XMLStream.read(part, with: handler)
  }

  private let archive: ZipArchive
  private let context: XlsxContext
  private var budget: ReadBudget
  private var document: SourceDocument

  private mutating func readSheet(
    _ sheet: XlsxWorkbookHandler.Sheet, part: String
  ) throws(DocumentReadError) {
    let handler = XlsxSheetHandler(name: sheet.name, context: context, budget: budget)
    try Self.read(part, of: archive, with: handler)
    // The cells are counted again where merges and blanks are added to them.
    var counted = ReadBudget(file: context.file, limits: archive.limits)
    counted.continueRows(of: budget)
    budget = handler.budget
    var grid = handler.grid
    let rows = try grid.table(file: context.file, sheet: sheet.name, budget: &counted)
    budget.continueRows(of: counted)
    guard !rows.isEmpty else { return }
    document.blocks.append(
      .table(SourceTable(name: sheet.name, rows: rows, isHidden: sheet.isHidden)))
    say(grid, sheet)
  }

  private mutating func say(_ grid: XlsxGrid, _ sheet: XlsxWorkbookHandler.Sheet) {
    let hidden = grid.hiddenCounts
    let file = context.file
    if sheet.isHidden {
      document.diagnostics.append(.hiddenSheetRead(file: file, sheet: sheet.name))
    }
    if hidden.rows > 0 || hidden.columns > 0 {
      document.diagnostics.append(
        .hiddenCellsRead(
          file: file, sheet: sheet.name, rows: hidden.rows, columns: hidden.columns))
    }
    if let first = grid.uncached.first {
      document.diagnostics.append(
        .formulaWithoutValue(
          at: .cell(file: file, sheet: sheet.name, reference: first.reference),
          count: grid.uncached.count))
    }
    if grid.coveredTexts > 0 {
      document.diagnostics.append(
        .leftOut(
          at: .cell(file: file, sheet: sheet.name, reference: "A1"), .coveredCells,
          count: grid.coveredTexts))
    }
  }
}
