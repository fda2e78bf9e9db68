import TaskLedger

/// Reads workbooks (.xlsx): every sheet is one table, named after the sheet.
///
/// Formulas count by the value saved with them, dates as displayed; hidden sheets, rows and columns
/// are read like the others, and said.
struct XlsxReader {
  /// Reads the workbook of a container.
  static func read(
    _ archive: ZipArchive, main: String, name: String
  ) throws(DocumentReadError) -> SourceDocument {
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
        file: name, texts: strings.texts, styles: styles.styles, since1904: workbook.since1904),
      budget: budget, document: SourceDocument(name: name, blocks: []))
    try reader.readSheets(workbook.sheets, relationships)
    reader.document.properties = CustomProperties.read(archive)
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
  private var pictures = 0
  private var notes = AttachedNotes()

  /// Reads the sheets with cells, each part once; the others are said.
  private mutating func readSheets(
    _ sheets: [XlsxWorkbookHandler.Sheet], _ relationships: [OfficePackage.Relationship]
  ) throws(DocumentReadError) {
    var charts = 0
    var read = 0
    var names: [String: String] = [:]
    var repeated = RepeatedSheets()
    let targets = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    for sheet in sheets {
      let target = targets[sheet.relationship]
      guard let target, let part = target.part else {
        // Macros and modules are listed as sheets and have no part.
        document.diagnostics.append(.sheetWithoutPart(file: context.file, sheet: sheet.name))
        continue
      }
      guard target.kind == "worksheet" else {
        charts += 1
        continue
      }
      // The names of parts do not tell small letters from large ones.
      if let first = names[part.lowercased()] {
        repeated.add(sheet.name, like: first)
        continue
      }
      names[part.lowercased()] = sheet.name
      read += 1
      try readSheet(sheet, part: part)
      try countPictures(of: part)
      try readNotes(of: part, sheet: sheet.name)
    }
    if read == 0, charts == 0, let first = sheets.first {
      throw .damaged(file: context.file, part: first.name, detail: "missing")
    }
    let file = context.file
    document.diagnostics += repeated.diagnostics(file: file)
    if charts > 0 { document.diagnostics.append(.leftOut(file: file, .charts, count: charts)) }
    if pictures > 0 { document.diagnostics.append(.leftOut(file: file, .images, count: pictures)) }
    document.diagnostics += Diagnostic.notesLeftOut(file: file, .comments, notes)
  }

  /// Reads the notes of the cells of a sheet; what a newer program wrote as a thread stands in the
  /// older part as well.
  private mutating func readNotes(of part: String, sheet: String) throws(DocumentReadError) {
    let related = try OfficePackage.relationships(of: part, in: archive)
    let newer = XlsxNoteHandler(file: context.file, sheet: sheet, limits: archive.limits)
    try readNotes("threadedComment", related, sheet: sheet, with: newer)
    let older = XlsxNoteHandler(
      file: context.file, sheet: sheet, limits: archive.limits, besides: newer.references)
    try readNotes("comments", related, sheet: sheet, with: older)
    notes.add(older.notes)
    notes.add(newer.notes)
  }

  /// Reads the parts of one kind; one that is damaged is said.
  private mutating func readNotes(
    _ kind: String, _ related: [OfficePackage.Relationship], sheet: String,
    with handler: XlsxNoteHandler
  ) throws(DocumentReadError) {
    for note in related where note.kind == kind {
      guard let part = note.part else { continue }
      guard try !AttachedNotes.read(part, of: archive, with: handler) else { continue }
      document.diagnostics.append(
        .notesDamaged(
          at: .cell(file: context.file, sheet: sheet, reference: "A1"), .comments, part: part))
    }
  }

  /// Counts the pictures that lie over a sheet.
  private mutating func countPictures(of sheet: String) throws(DocumentReadError) {
    let drawings = try OfficePackage.relationships(of: sheet, in: archive)
    for drawing in drawings where drawing.kind == "drawing" {
      guard let part = drawing.part, archive.contains(part) else { continue }
      pictures += try OfficePackage.relationships(of: part, in: archive)
        .count { $0.kind == "image" }
    }
  }

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
    guard !rows.isEmpty else { return say(grid, sheet) }
    document.blocks.append(
      .table(
        SourceTable(
          name: sheet.name, rows: rows, isHidden: sheet.isHidden,
          hiddenColumns: grid.hiddenColumnNumbers)))
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
    for note in XlsxGrid.Note.allCases {
      guard let (count, first) = grid.notes[note] else { continue }
      let place = Diagnostic.Location.cell(
        file: file, sheet: sheet.name, reference: first.reference)
      switch note {
      case .uncached:
        document.diagnostics.append(.formulaWithoutValue(at: place, count: count))
      case .struckText: document.diagnostics.append(.struckTextLeftOut(at: place, count: count))
      case .picture: document.diagnostics.append(.leftOut(at: place, .images, count: count))
      case .far: document.diagnostics.append(.farCellsLeftOut(at: place, count: count))
      case .covered:
        document.diagnostics.append(.leftOut(at: place, .coveredCells, count: count))
      }
    }
  }
}

/// The sheets of a workbook that name a part which another sheet named before.
private struct RepeatedSheets {
  private var first: (sheet: String, like: String)?
  private var count = 0

  mutating func add(_ sheet: String, like other: String) {
    first = first ?? (sheet, other)
    count += 1
  }

  func diagnostics(file: String) -> [Diagnostic] {
    guard let first else { return [] }
    return [.sheetRepeated(file: file, sheet: first.sheet, like: first.like, count: count)]
  }
}
