import TaskLedger

/// The sheets a workbook lists and its date system, from `xl/workbook.xml`.
final class XlsxWorkbookHandler: XMLContentHandler {
  /// A sheet of the workbook.
  struct Sheet {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var since1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .sheet else { return }
    switch name.local {
    case .workbookPr: since1904 = attributes.isOn("date1904", default: false)
    case .sheet:
      guard let id = attributes["id"] else { return }
      var title = CleanText(attributes["name"] ?? "")
      if title.isBlank { title = CleanText("Sheet\(sheets.count + 1)") }
      let state = attributes["state"]
      sheets.append(
        Sheet(
          name: title.trimmed ?? "", relationship: id,
          isHidden: state == "hidden" || state == "veryHidden"))
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}
}

/// The number format of every cell style, from `xl/styles.xml`.
final class XlsxStyleHandler: XMLContentHandler {
  private var codes: [Int: String] = [:]
  private var numbers: [Int] = []
  private var isInCells = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .sheet else { return }
    switch name.local {
    case .numFmt:
      if let id = attributes.int("numFmtId") { codes[id] = attributes["formatCode"] }
    case .cellXfs: isInCells = true
    case .xf: if isInCells { numbers.append(attributes.int("numFmtId") ?? 0) }
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if name.space == .sheet, name.local == .cellXfs { isInCells = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}

  /// The formats by style; nil is the general one.
  var formats: [NumberFormat?] {
    var known: [Int: NumberFormat] = [:]
    return numbers.map { number in
      if let format = known[number] { return format }
      let format = codes[number].map { NumberFormat($0) } ?? NumberFormat.builtIn(number)
      known[number] = format
      return format
    }
  }
}

/// A text that cells of a workbook share.
struct XlsxText {
  var paragraphs: [String]
  var bytes: Int

  init(_ text: CleanText) {
    bytes = text.utf8.count
    let utf8 = text.utf8
    // Excel writes control characters as _x000D_.
    let parts = UTF8Text.lines(utf8)
    paragraphs = parts.compactMap { line in
      let range = UTF8Text.trimmed(utf8, line)
      if range.isEmpty { return nil }
      let text = UTF8Text.string(utf8, range)
      guard UTF8Text.place(of: 0x5F, in: utf8, range) != nil, text.contains("_x000D_") else {
        return text
      }
      let rest = UTF8Text.paragraphs(text.replacing("_x000D_", with: "")).joined()
      return rest.isEmpty ? nil : rest
    }
  }
}

/// The shared texts of a workbook, without phonetic guides.
final class XlsxStringHandler: XMLContentHandler {
  private(set) var texts: [XlsxText] = []
  private var budget: ReadBudget
  private var text = CleanText()
  private var skipped = 0
  private var isText = false

  init(budget: ReadBudget) { self.budget = budget }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .si: text.removeAll()
    case .t: isText = true
    case .rPh: skipped = 1
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
    case .t: isText = false
    case .si:
      try budget.addText(text.utf8.count)
      texts.append(XlsxText(text))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if isText, skipped == 0 { text.append(bytes) }
  }
}
