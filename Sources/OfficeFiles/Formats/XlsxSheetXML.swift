import TaskLedger

/// The styles of `XlsxPackage.styles`, by their place.
enum XlsxStyle: Int {
  /// Words, wrapped, at the top.
  case words = 0
  /// The heading row.
  case heading
  /// Words that a spreadsheet would take for a formula, number or date when they are edited.
  case quoted
  /// A number.
  case number
  /// A share in per cent.
  case share
  /// 2020-09-30.
  case date
  /// 2020年9月30日.
  case chineseDate
  /// Words that may be written.
  case open
  /// A day that may be written.
  case openDay
  /// The title of a page.
  case title
  /// Words of a page that is no table.
  case prose
}

/// Writes one sheet.
enum XlsxSheetXML {
  static func text(of table: XlsxTable, isFirst: Bool, strings: inout XlsxStrings) -> String {
    let form = table.form
    var text = XlsxPackage.head + "<worksheet xmlns=\"\(XlsxPackage.space)\">"
    text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    text += "<sheetViews><sheetView \(isFirst ? "tabSelected=\"1\" " : "")workbookViewId=\"0\">"
    text += pane(form)
    text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    let widths = form.flatMap { $0.widths.isEmpty ? nil : $0.widths } ?? widths(of: table)
    text += columns(widths, hidden: form?.hiddenColumns ?? [])
    text += "<sheetData>"
    for (row, cells) in table.rows.enumerated() {
      let height = height(of: cells, widths, hidden: form?.hiddenColumns ?? [])
      let isTitle = form?.titleRows.contains(row) ?? false
      text += "<row r=\"\(row + 1)\" ht=\"\(isTitle ? max(height, 28) : height)\""
      text += form == nil ? ">" : " customHeight=\"1\">"
      for (column, cell) in cells.enumerated() {
        let place = XlsxPlace(row: row, column: column)
        text += self.cell(cell, place, form, strings: &strings)
      }
      text += "</row>"
    }
    text += "</sheetData>" + (form.map(XlsxFormXML.rules) ?? "")
    text += "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" "
    text += "header=\"0.3\" footer=\"0.3\"/>"
    let direction = form?.isLandscape ?? true ? "landscape" : "portrait"
    text += "<pageSetup paperSize=\"9\" orientation=\"\(direction)\" fitToHeight=\"0\"/>"
    return text + (form.map(XlsxFormXML.foot) ?? "") + "</worksheet>"
  }

  /// What stays where it is when the sheet is moved.
  private static func pane(_ form: XlsxForm?) -> String {
    guard let head = form.map(\.headRow) ?? 0 else { return "" }
    let columns = form?.frozenColumns ?? 0
    let place = XlsxPlace(row: head + 1, column: columns).reference
    let pane = columns > 0 ? "bottomRight" : "bottomLeft"
    return "<pane \(columns > 0 ? "xSplit=\"\(columns)\" " : "")ySplit=\"\(head + 1)\" "
      + "topLeftCell=\"\(place)\" activePane=\"\(pane)\" state=\"frozen\"/>"
      + "<selection pane=\"\(pane)\" activeCell=\"\(place)\" sqref=\"\(place)\"/>"
  }

  private static func cell(
    _ cell: XlsxCell, _ place: XlsxPlace, _ form: XlsxForm?, strings: inout XlsxStrings
  ) -> String {
    func number(_ style: XlsxStyle, _ value: String) -> String {
      "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\"><v>\(value)</v></c>"
    }
    switch cell {
    case .text(let raw):
      let words = PrintableText.block(raw)
      let style =
        form.map { self.style(of: place, words, $0) }
        ?? (place.row == 0 ? .heading : needsQuote(words) ? .quoted : .words)
      if words.isEmpty { return "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\"/>" }
      return "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\" t=\"s\"><v>"
        + "\(strings.place(of: words))</v></c>"
    case .number(let value): return number(.number, digits(value))
    case .share(let value): return number(.share, digits(value))
    case .date(let day): return number(.date, String(serial(of: day)))
    case .chineseDate(let day): return number(.chineseDate, String(serial(of: day)))
    }
  }

  /// The style of words in a form.
  private static func style(
    of place: XlsxPlace, _ words: String, _ form: XlsxForm
  ) -> XlsxStyle {
    let spot = XlsxSpot(row: place.row, column: place.column)
    if form.days.contains(spot) { return .openDay }
    if form.open.contains(spot) { return .open }
    if form.titleRows.contains(place.row) { return .title }
    if form.headRow == place.row { return .heading }
    guard let head = form.headRow, place.row > head else { return .prose }
    return needsQuote(words) ? .quoted : .words
  }

  /// Whether a spreadsheet would make something else of the words when somebody edits the cell.
  private static func needsQuote(_ words: String) -> Bool {
    guard let first = words.unicodeScalars.first else { return false }
    let marks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "'", "＝", "＋", "－", "＠"]
    return marks.contains(first)
      || (first.properties.numericType != nil && words.unicodeScalars.count <= 24)
  }

  /// A number without the trailing `.0` of whole ones.
  private static func digits(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// The serial number of a day in the 1900 system, which counts a 29 February 1900.
  private static func serial(of day: CivilDate) -> Int {
    let serial = day.dayNumber + 25_569
    return serial < 61 ? serial - 1 : serial
  }

  // MARK: - Widths and heights

  /// As wide as the longest line, between 6 and 48 narrow characters.
  private static func widths(of table: XlsxTable) -> [Int] {
    var widths = Array(repeating: 6, count: table.rows.map(\.count).max() ?? 0)
    for cells in table.rows {
      for (column, cell) in cells.enumerated() {
        let longest = lineWidths(of: cell).max() ?? 0
        widths[column] = min(max(widths[column], longest + 2), 48)
      }
    }
    return widths
  }

  private static func columns(_ widths: [Int], hidden: Set<Int>) -> String {
    guard !widths.isEmpty else { return "" }
    let columns = widths.enumerated().map { place, width in
      "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" "
        + "customWidth=\"1\"\(hidden.contains(place) ? " hidden=\"1\"" : "")/>"
    }
    return "<cols>\(columns.joined())</cols>"
  }

  /// The height of a row in points for its wrapped lines; programs may fit it again.
  private static func height(
    of cells: [XlsxCell], _ widths: [Int], hidden: Set<Int>
  ) -> Int {
    var lines = 1
    for (column, (cell, width)) in zip(cells, widths).enumerated()
    where !hidden.contains(column) {
      let room = max(width - 2, 1)
      lines = max(lines, lineWidths(of: cell).reduce(0) { $0 + max(1, ($1 + room - 1) / room) })
    }
    // No row is higher than 409 points.
    return min(lines * 16, 400)
  }

  /// The width of every line in narrow characters; a Chinese one counts twice.
  private static func lineWidths(of cell: XlsxCell) -> [Int] {
    switch cell {
    case .text(let words):
      var widths = [0]
      for scalar in words.unicodeScalars {
        if scalar == "\n" {
          widths.append(0)
        } else {
          widths[widths.count - 1] += scalar.value >= 0x1100 ? 2 : 1
        }
      }
      return widths
    case .number(let value), .share(let value): return [digits(value).count]
    case .date: return [10]
    case .chineseDate: return [14]
    }
  }
}
