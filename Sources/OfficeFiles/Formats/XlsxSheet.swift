import TaskLedger

/// What all sheets of a workbook share.
struct XlsxContext {
  var file: String
  var texts: [XlsxText]
  var styles: XlsxStyles
  var since1904: Bool
}

/// A place of a sheet, from 0.
struct XlsxPlace: Equatable {
  var row: Int
  var column: Int

  /// Reads a reference such as `AB12`; nil when it is none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      case 0x24: continue
      default: return nil
      }
      if column > 100_000_000 || row > 100_000_000 { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.row = row - 1
    self.column = column - 1
  }

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The reference as a spreadsheet writes it.
  var reference: String {
    // Every cell asks; written from its end, the text needs no other memory than its own.
    String(unsafeUninitializedCapacity: 40) { buffer in
      var start = buffer.count
      var rest = row + 1
      repeat {
        start -= 1
        buffer[start] = UInt8(0x30 + rest % 10)
        rest /= 10
      } while rest > 0
      rest = column + 1
      while rest > 0 {
        start -= 1
        buffer[start] = UInt8(0x41 + (rest - 1) % 26)
        rest = (rest - 1) / 26
      }
      let count = buffer.count - start
      for index in 0..<count { buffer[index] = buffer[start + index] }
      return count
    }
  }
}

/// Follows the events of one sheet.
///
/// A row inside of a cell, or a cell inside of another, is damage: which place a value belongs to
/// cannot be known then.
final class XlsxSheetHandler: XMLContentHandler {
  private let name: String
  private let context: XlsxContext
  // The parser gives one event at a time, so nothing reads these while they change; checking it
  // again takes a tenth of the time of reading.
  @exclusivity(unchecked) private(set) var budget: ReadBudget
  @exclusivity(unchecked) private(set) var grid = XlsxGrid()

  @exclusivity(unchecked) private var row = -1
  @exclusivity(unchecked) private var column = -1
  @exclusivity(unchecked) private var isInRow = false
  @exclusivity(unchecked) private var isInCell = false
  @exclusivity(unchecked) private var isRowHidden = false
  @exclusivity(unchecked) private var kind = Kind.number
  @exclusivity(unchecked) private var style = 0
  @exclusivity(unchecked) private var hasFormula = false
  @exclusivity(unchecked) private var hasValue = false
  @exclusivity(unchecked) private var hasText = false
  /// The value, and the text that stands in the cell itself.
  @exclusivity(unchecked) private var value = XlsxTextBuilder()
  @exclusivity(unchecked) private var inline = XlsxTextBuilder()
  @exclusivity(unchecked) private var target = Target.none
  @exclusivity(unchecked) private var skipped = 0

  private enum Kind { case number, shared, inline, formula, truth, fault, day }
  private enum Target { case none, value, inline }

  init(name: String, context: XlsxContext, budget: ReadBudget) {
    self.name = name
    self.context = context
    self.budget = budget
  }

  private func damage(_ detail: String) -> DocumentReadError {
    .damaged(file: context.file, part: name, detail: detail)
  }

  private var doubledValue: DocumentReadError {
    let place = XlsxPlace(row: row, column: column).reference
    return .damaged(file: context.file, part: "\(name)!\(place)", detail: "duplicate-value")
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .row:
      guard !isInRow, !isInCell else { throw damage("structure") }
      isInRow = true
      row = attributes.int("r").map { min(max($0, 1), 1 << 30) - 1 } ?? row + 1
      column = -1
      // A height of 0 hides a row as well.
      isRowHidden =
        attributes.isOn("hidden", default: false) || attributes["ht"].flatMap(Double.init) == 0
    case .c:
      guard !isInCell else { throw damage("structure") }
      isInCell = true
      try startCell(attributes)
    case .v:
      guard isInCell else { return }
      // Which of two values counts cannot be known.
      if hasValue { throw doubledValue }
      target = .value
      hasValue = true
    case .is:
      guard isInCell else { return }
      if hasText { throw doubledValue }
      hasText = true
    case .t: target = isInCell ? .inline : .none
    case .r: inline.beginRun()
    case .rPr: inline.markRun()
    case .strike: if attributes.isOn("val", default: true) { inline.strikeRun() }
    case .vertAlign: if attributes["val"] == "superscript" { inline.raiseRun() }
    case .f: hasFormula = true
    case .rPh: skipped = 1
    case .col: addColumns(attributes)
    case .mergeCell: try addMerge(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .v, .t: endText()
    case .row: isInRow = false
    case .c:
      isInCell = false
      try endCell()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    switch target {
    case .none: break
    case .value: value.add(bytes)
    case .inline: inline.add(bytes)
    }
  }

  private func endText() {
    switch target {
    case .none: break
    case .value: value.endPiece()
    case .inline: inline.endPiece()
    }
    target = .none
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) throws(DocumentReadError) {
    if let reference = attributes.bytes("r") {
      guard let place = XlsxPlace(reference) else { throw damage("reference") }
      row = place.row
      column = place.column
    } else {
      column = min(column + 1, 1 << 30)
    }
    row = max(row, 0)
    style = attributes.int("s") ?? 0
    kind =
      switch attributes["t"] {
      case "s": .shared
      case "inlineStr": .inline
      case "str": .formula
      case "b": .truth
      case "e": .fault
      case "d": .day
      default: .number
      }
    hasFormula = false
    hasValue = false
    hasText = false
    value.reset()
    inline.reset()
  }

  private func endCell() throws(DocumentReadError) {
    let place = XlsxPlace(row: row, column: column)
    var content = try content()
    if content.isStruck { grid.note(.struckText, at: place) }
    if context.isPicture(content.paragraphs) {
      grid.note(.picture, at: place)
      content = Content()
    }
    if content.paragraphs.isEmpty {
      // Programs that do not reckon write an empty value beside the formula.
      if hasFormula, !hasValue || kind == .number { grid.note(.uncached, at: place) }
      if !content.isStruck { return }
    }
    // A stray cell at the far edge of a sheet says nothing about its table.
    guard column < budget.limits.columns else { return grid.note(.far, at: place) }
    try budget.addCell(endingAt: column + 1)
    grid.add(
      SourceCell(
        column: column, paragraphs: content.paragraphs, date: content.date, number: content.number,
        hasStruckText: content.isStruck,
        location: .cell(file: context.file, sheet: name, reference: place.reference)),
      row: row, isHidden: isRowHidden)
  }

  /// What a cell shows.
  private struct Content {
    var paragraphs: [String] = []
    var date: CivilDate?
    var number: Double?
    var isStruck = false
  }

  private func content() throws(DocumentReadError) -> Content {
    switch kind {
    case .shared:
      guard let text = value.trimmed else { return Content() }
      guard let index = Int(text), context.texts.indices.contains(index) else {
        throw damage("shared-text")
      }
      return try words(context.texts[index])
    case .inline:
      let text = inline.result
      return try words(text.paragraphs.isEmpty && !text.isStruck ? value.result : text)
    case .formula, .fault: return try words(value.result)
    case .truth:
      return plain(value.trimmed.map { ["0", "false"].contains($0) ? "FALSE" : "TRUE" })
    case .day:
      var content = plain(value.trimmed)
      content.date = value.trimmed.flatMap { CivilDate(String($0.prefix(10))) }
      return content
    case .number: return try number()
    }
  }

  private func words(_ text: XlsxText) throws(DocumentReadError) -> Content {
    try budget.addText(text.bytes)
    let style = context.styles[style]
    let paragraphs = style.isStruck ? text.ownParagraphs : text.paragraphs
    let isStruck = text.isStruck || style.isStruck && text.followsCell
    guard let format = style.format, format.writesAroundWords, !paragraphs.isEmpty else {
      return Content(paragraphs: paragraphs, isStruck: isStruck)
    }
    let shown = format.text(paragraphs.joined(separator: "\n"))
    return Content(paragraphs: UTF8Text.paragraphs(shown), isStruck: isStruck)
  }

  private func plain(_ text: String?) -> Content {
    guard let text else { return Content() }
    if context.styles[style].isStruck { return Content(isStruck: true) }
    return Content(paragraphs: [text])
  }

  private func number() throws(DocumentReadError) -> Content {
    var content = plain(value.trimmed)
    guard let written = content.paragraphs.first else { return content }
    try budget.addText(written.utf8.count)
    guard let number = Double(written), number.isFinite else { return content }
    content.number = number
    guard let format = context.styles[style].format else {
      content.paragraphs = [NumberFormat.general(number)]
      return content
    }
    let shown = format.text(number, since1904: context.since1904)
    content.paragraphs = UTF8Text.paragraphs(shown.text)
    content.date = shown.date
    return content
  }

  // MARK: Columns and merges

  /// Columns that nobody sees: hidden ones, and ones narrower than a character.
  private func addColumns(_ attributes: XMLAttributes) {
    let width = attributes["width"].flatMap { Double($0) }
    guard attributes.isOn("hidden", default: false) || width.map({ $0 < 1 }) == true,
      let low = attributes.int("min"), let high = attributes.int("max"), low >= 1, high >= low,
      grid.hiddenColumns.count < 1000
    else { return }
    grid.hiddenColumns.append((low - 1)...(high - 1))
  }

  private func addMerge(_ attributes: XMLAttributes) throws(DocumentReadError) {
    guard let range = attributes.bytes("ref"), let colon = range.firstIndex(of: 0x3A),
      let first = XlsxPlace(UnsafeBufferPointer(rebasing: range[..<colon])),
      let last = XlsxPlace(UnsafeBufferPointer(rebasing: range[(colon + 1)...]))
    else { return }
    guard grid.merges.count < budget.limits.rows else {
      throw .tooLarge(file: context.file, what: .cells, limit: budget.limits.cells)
    }
    grid.merges.append(
      XlsxGrid.Merge(
        rows: min(first.row, last.row)...max(first.row, last.row),
        columns: min(first.column, last.column)...max(first.column, last.column)))
  }
}

extension XlsxContext {
  /// Whether a cell holds a picture the way WPS keeps one: as a formula that shows it.
  func isPicture(_ paragraphs: [String]) -> Bool {
    guard paragraphs.count == 1, let text = paragraphs.first else { return false }
    return text.hasPrefix("=DISPIMG(") || text.hasPrefix("=_xlfn.DISPIMG(")
  }
}
