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

/// What the styles of a workbook say about the text of cells, from `xl/styles.xml`.
struct XlsxStyles {
  /// What one cell style says.
  struct Style {
    /// How numbers are shown; nil is the general format.
    var format: NumberFormat?
    /// Whether a line goes through the text.
    var isStruck = false
  }

  /// The styles by their places.
  var styles: [Style] = []

  /// The style of a place; a place that is not there has nothing special.
  subscript(_ place: Int) -> Style { styles.indices.contains(place) ? styles[place] : Style() }
}

/// Reads `xl/styles.xml`.
///
/// Formats and fonts of conditional formats and table styles are none of the cells'.
final class XlsxStyleHandler: XMLContentHandler {
  private var codes: [Int: String] = [:]
  private var struckFonts: [Bool] = []
  private var cells: [(format: Int, font: Int)] = []
  private var part = XMLName.Local.other

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .sheet else { return }
    switch (part, name.local) {
    case (.other, .numFmts), (.other, .fonts), (.other, .cellXfs), (.other, .dxfs):
      part = name.local
    case (.numFmts, .numFmt):
      if let id = attributes.int("numFmtId") { codes[id] = attributes["formatCode"] }
    case (.fonts, .font): struckFonts.append(false)
    case (.fonts, .strike):
      if let last = struckFonts.indices.last {
        struckFonts[last] = attributes.isOn("val", default: true)
      }
    case (.cellXfs, .xf):
      cells.append((attributes.int("numFmtId") ?? 0, attributes.int("fontId") ?? 0))
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if name.space == .sheet, name.local == part { part = .other }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}

  /// The styles that cells name.
  var styles: XlsxStyles {
    var known: [Int: NumberFormat] = [:]
    return XlsxStyles(
      styles: cells.map { cell in
        let format =
          known[cell.format] ?? codes[cell.format].map { NumberFormat($0) }
          ?? NumberFormat.builtIn(cell.format)
        known[cell.format] = format
        return XlsxStyles.Style(
          format: format,
          isStruck: struckFonts.indices.contains(cell.font) && struckFonts[cell.font])
      })
  }
}
