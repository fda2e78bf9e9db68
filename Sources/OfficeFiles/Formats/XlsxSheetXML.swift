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
}

/// Writes one sheet.
enum XlsxSheetXML {
  static func text(of table: XlsxTable, isFirst: Bool, strings: inout XlsxStrings) -> String {
    var text = XlsxPackage.head + "<worksheet xmlns=\"\(XlsxPackage.space)\">"
    text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    text += "<sheetViews><sheetView \(isFirst ? "tabSelected=\"1\" " : "")workbookViewId=\"0\">"
    text += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    text += "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/>"
    text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    let widths = widths(of: table)
    text += columns(widths)
    text += "<sheetData>"
    for (row, cells) in table.rows.enumerated() {
      text += "<row r=\"\(row + 1)\" ht=\"\(height(of: cells, widths))\">"
      for (column, cell) in cells.enumerated() {
        text += self.cell(cell, XlsxPlace(row: row, column: column), strings: &strings)
      }
      text += "</row>"
    }
    text += "</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" "
    text += "header=\"0.3\" footer=\"0.3\"/>"
    text += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
    return text + "</worksheet>"
  }

  private static func cell(
    _ cell: XlsxCell, _ place: XlsxPlace, strings: inout XlsxStrings
  ) -> String {
    func number(_ style: XlsxStyle, _ value: String) -> String {
      "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\"><v>\(value)</v></c>"
    }
    switch cell {
    case .text(let raw):
      let words = PrintableText.block(raw)
      let style: XlsxStyle =
        place.row == 0 ? .heading : needsQuote(words) ? .quoted : .words
      if words.isEmpty { return "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\"/>" }
      return "<c r=\"\(place.reference)\" s=\"\(style.rawValue)\" t=\"s\"><v>"
        + "\(strings.place(of: words))</v></c>"
    case .number(let value): return number(.number, digits(value))
    case .share(let value): return number(.share, digits(value))
    case .date(let day): return number(.date, String(serial(of: day)))
    case .chineseDate(let day): return number(.chineseDate, String(serial(of: day)))
    }
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

  private static func columns(_ widths: [Int]) -> String {
    guard !widths.isEmpty else { return "" }
    let columns = widths.enumerated().map { place, width in
      "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return "<cols>\(columns.joined())</cols>"
  }

  /// The height of a row in points for its wrapped lines; programs may fit it again.
  private static func height(of cells: [XlsxCell], _ widths: [Int]) -> Int {
    var lines = 1
    for (cell, width) in zip(cells, widths) {
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
