import TaskLedger

/// What all sheets of a workbook share.
struct XlsxContext {
  var file: String
  var texts: [XlsxText]
  var formats: [NumberFormat?]
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
final class XlsxSheetHandler: XMLContentHandler {
  private let name: String
  private let context: XlsxContext
  private(set) var budget: ReadBudget
  private(set) var grid = XlsxGrid()

  private var row = -1
  private var column = -1
  private var isRowHidden = false
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var text = CleanText()
  private var isText = false
  private var skipped = 0

  private enum Kind { case number, shared, inline, formula, truth, fault, day }

  init(name: String, context: XlsxContext, budget: ReadBudget) {
    self.name = name
    self.context = context
    self.budget = budget
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .row:
      row = attributes.int("r").map { min(max($0, 1), 1 << 30) - 1 } ?? row + 1
      column = -1
      isRowHidden = attributes.isOn("hidden", default: false)
    case .c: try startCell(attributes)
    case .v:
      isText = true
      hasValue = true
    case .t: isText = true
    case .f: hasFormula = true
    case .rPh: skipped = 1
    case .col:
      if attributes.isOn("hidden", default: false), let low = attributes.int("min"),
        let high = attributes.int("max"), low >= 1, high >= low, grid.hiddenColumns.count < 1000
      {
        grid.hiddenColumns.append((low - 1)...(high - 1))
      }
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
    case .v, .t: isText = false
    case .c: try endCell()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    guard isText, skipped == 0 else { return }
    text.append(bytes)
  }

  private func startCell(_ attributes: XMLAttributes) throws(DocumentReadError) {
    if let reference = attributes.bytes("r") {
      guard let place = XlsxPlace(reference) else {
        throw .damaged(file: context.file, part: name, detail: "reference")
      }
      row = place.row
      column = place.column
    } else {
      column += 1
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
    text.removeAll()
  }

  private func endCell() throws(DocumentReadError) {
    let place = XlsxPlace(row: row, column: column)
    let (paragraphs, date) = try content()
    if paragraphs.isEmpty {
      if hasFormula && !hasValue {
        grid.uncached.append(place)
        if grid.uncached.count > 10_000 { grid.uncached.removeLast() }
      }
      return
    }
    try budget.addCell(endingAt: column + 1)
    grid.add(
      SourceCell(
        column: column, paragraphs: paragraphs, date: date,
        location: .cell(file: context.file, sheet: name, reference: place.reference)),
      row: row, isHidden: isRowHidden)
  }

  private func content() throws(DocumentReadError) -> (paragraphs: [String], date: CivilDate?) {
    switch kind {
    case .shared:
      guard let value = text.trimmed, let index = Int(value), context.texts.indices.contains(index)
      else { return ([], nil) }
      let shared = context.texts[index]
      try budget.addText(shared.bytes)
      return (shared.paragraphs, nil)
    case .inline, .formula, .fault:
      try budget.addText(text.utf8.count)
      return (XlsxText(text).paragraphs, nil)
    case .truth:
      guard let value = text.trimmed else { return ([], nil) }
      return ([value == "0" ? "FALSE" : "TRUE"], nil)
    case .day:
      guard let value = text.trimmed else { return ([], nil) }
      return ([value], CivilDate(String(value.prefix(10))))
    case .number:
      guard let written = text.trimmed else { return ([], nil) }
      try budget.addText(written.utf8.count)
      guard let value = Double(written), value.isFinite else { return ([written], nil) }
      guard context.formats.indices.contains(style), let format = context.formats[style] else {
        return ([NumberFormat.general(value)], nil)
      }
      let shown = format.text(value, since1904: context.since1904)
      return (UTF8Text.paragraphs(shown.text), shown.date)
    }
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
