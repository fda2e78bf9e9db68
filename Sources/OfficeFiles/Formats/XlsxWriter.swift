package import TaskLedger

/// One cell of a sheet to be written.
package enum XlsxCell: Sendable, Hashable {
  /// Words; never taken for a formula, a number or a date, whatever they begin with.
  case text(String)
  /// A number, shown as it is.
  case number(Double)
  /// A share between 0 and 1, shown in per cent with two places.
  case share(Double)
  /// A day, shown as 2020-09-30.
  case date(CivilDate)
  /// A day, shown as 2020年9月30日.
  case chineseDate(CivilDate)

  /// Words as written: a real date when they are exactly what a date cell shows, text else.
  package init(asWritten words: String) {
    guard let day = Self.day(words) else {
      self = .text(words)
      return
    }
    let chinese = "\(day.year)年\(day.month)月\(day.day)日"
    self = words == chinese ? .chineseDate(day) : .date(day)
  }

  /// The day that words are, when a date cell shows exactly them.
  private static func day(_ words: String) -> CivilDate? {
    if let day = CivilDate(words) { return day.description == words ? day : nil }
    let numbers = words.split(whereSeparator: { "年月日".contains($0) }).compactMap { Int($0) }
    guard numbers.count == 3,
      let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]),
      words == "\(day.year)年\(day.month)月\(day.day)日"
    else { return nil }
    return day
  }
}

/// A sheet to be written: the first row is the heading, unless its form says otherwise.
package struct XlsxTable: Sendable, Hashable {
  /// The name; characters that spreadsheets refuse are replaced, and it is cut to 31.
  package var name: String
  /// The rows, the heading first; rows may have different numbers of cells.
  package var rows: [[XlsxCell]]
  /// How it is filled in and printed; nil for a plain table.
  package var form: XlsxForm?

  /// Creates a sheet.
  package init(name: String, rows: [[XlsxCell]], form: XlsxForm? = nil) {
    self.name = name
    self.rows = rows
    self.form = form
  }

  /// Creates a sheet of words.
  package init(name: String, words: [[String]]) {
    self.init(name: name, rows: words.map { $0.map { .text($0) } })
  }
}

/// Why a workbook could not be written.
package enum XlsxWriteError: Error, Sendable, Hashable {
  /// A cell holds more than the 32 767 characters a spreadsheet takes.
  case cellTooLong(sheet: String, reference: String, count: Int)
  /// A sheet has more rows or columns than a spreadsheet takes.
  case sheetTooLarge(sheet: String, rows: Int, columns: Int)
  /// The container could not be written.
  case container(ZipWriteError)
}

/// Writes workbooks (.xlsx): the same sheets give the same bytes on any machine.
///
/// The heading row is frozen and repeated on every printed page, columns are as wide as their
/// words up to a limit, words wrap, nothing is merged, and there is no formula anywhere.
package enum XlsxWriter {
  /// The most characters of a cell, in UTF-16 units as spreadsheets count.
  static let cellLimit = 32_767
  /// The most rows of a sheet.
  static let rowLimit = 1_048_576
  /// The most columns of a sheet.
  static let columnLimit = 16_384

  /// Writes a workbook.
  ///
  /// - Parameters:
  ///   - tables: The sheets in order, at least one; two of one name are numbered.
  ///   - file: The workbook's name in errors.
  ///   - properties: What the file says about itself beside its content.
  /// - Returns: The bytes of the workbook.
  /// - Throws: ``XlsxWriteError`` naming the sheet and the cell that do not fit.
  package static func bytes(
    of tables: [XlsxTable], file: String, properties: [(name: String, value: String)] = []
  ) throws(XlsxWriteError) -> [UInt8] {
    let names = XlsxNames.distinct(tables.map(\.name))
    var strings = XlsxStrings()
    var sheets: [String] = []
    for (table, name) in zip(tables, names) {
      try check(table, name: name)
      sheets.append(XlsxSheetXML.text(of: table, isFirst: sheets.isEmpty, strings: &strings))
    }
    var entries = [
      ZipEntry(
        name: "[Content_Types].xml",
        text: XlsxPackage.contentTypes(sheets.count, hasProperties: !properties.isEmpty)),
      ZipEntry(
        name: "_rels/.rels",
        text: XlsxPackage.packageRelationships(hasProperties: !properties.isEmpty)),
      ZipEntry(
        name: "xl/workbook.xml", text: XlsxPackage.workbook(names, tables.map(\.form))),
      ZipEntry(
        name: "xl/_rels/workbook.xml.rels", text: XlsxPackage.workbookRelationships(names.count)),
      ZipEntry(name: "xl/styles.xml", text: XlsxPackage.styles),
      ZipEntry(name: "xl/sharedStrings.xml", text: strings.xml),
    ]
    for (place, text) in sheets.enumerated() {
      entries.append(ZipEntry(name: "xl/worksheets/sheet\(place + 1).xml", text: text))
    }
    if !properties.isEmpty {
      entries.append(
        ZipEntry(name: "docProps/custom.xml", text: CustomProperties.xml(properties)))
    }
    do throws(ZipWriteError) {
      return try ZipWriter.bytes(of: entries, file: file)
    } catch {
      throw .container(error)
    }
  }

  private static func check(_ table: XlsxTable, name: String) throws(XlsxWriteError) {
    let columns = table.rows.map(\.count).max() ?? 0
    if table.rows.count > rowLimit || columns > columnLimit {
      throw .sheetTooLarge(sheet: name, rows: table.rows.count, columns: columns)
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard case .text(let words) = cell, words.utf16.count > cellLimit else { continue }
        throw .cellTooLong(
          sheet: name, reference: XlsxPlace(row: row, column: column).reference,
          count: words.utf16.count)
      }
    }
  }
}

/// The words that cells share, each once, in the order in which they first stand.
struct XlsxStrings {
  /// By bytes: words of other code points are other words, also when they look alike.
  private var places: [[UInt8]: Int] = [:]
  private var texts: [String] = []
  private var uses = 0

  /// The place of words among the shared ones.
  mutating func place(of text: String) -> Int {
    uses += 1
    let bytes = Array(text.utf8)
    if let known = places[bytes] { return known }
    places[bytes] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The part that holds them.
  var xml: String {
    XlsxPackage.head + "<sst xmlns=\"\(XlsxPackage.space)\" count=\"\(uses)\" uniqueCount=\""
      + "\(texts.count)\">"
      + texts.map { "<si><t xml:space=\"preserve\">\(XlsxPackage.escaped($0))</t></si>" }.joined()
      + "</sst>"
  }
}

/// Names of sheets as spreadsheets take them.
enum XlsxNames {
  /// The names made fit and distinct without regard to case.
  static func distinct(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.enumerated().map { place, name in
      let base = fit(name, place: place)
      var candidate = base
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        let suffix = " \(number)"
        candidate = cut(base, to: 31 - suffix.count) + suffix
        number += 1
      }
      return candidate
    }
  }

  private static func fit(_ name: String, place: Int) -> String {
    let plain = ScalarText.replacing(refused, in: PrintableText.line(name), with: "_")
    let result = ScalarText.trimmed(cut(plain, to: 31)) { $0 == "'" || $0 == " " }
    return result.isEmpty ? "Sheet\(place + 1)" : result
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    ScalarText.prefix(of: name, limit: limit) { UTF16.width($0) }
  }

  private static let refused: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
}
