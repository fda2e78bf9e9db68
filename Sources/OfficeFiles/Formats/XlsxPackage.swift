import TaskLedger

/// The parts of a workbook that hold no cells.
enum XlsxPackage {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// A text in XML; what looks like the escape of a character in a workbook is escaped itself.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "_") where isCharacterEscape(bytes[place...]):
        result += "_x005F_".utf8
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether bytes begin like the escape of a character: `_x`, four digits and `_`.
  private static func isCharacterEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array(bytes.prefix(7))
    return word.count == 7 && word[1] == UInt8(ascii: "x") && word[6] == UInt8(ascii: "_")
      && word[2...5].allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
      }
  }

  static func contentTypes(_ sheets: Int, hasProperties: Bool) -> String {
    let parts =
      (1...max(sheets, 1)).map { ("xl/worksheets/sheet\($0).xml", "worksheet") }
      + [
        ("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles"),
        ("xl/sharedStrings.xml", "sharedStrings"),
      ]
    return head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" "
      + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map {
        "<Override PartName=\"/\($0.0)\" ContentType=\"\(type).\($0.1)+xml\"/>"
      }.joined()
      + (hasProperties
        ? "<Override PartName=\"/docProps/custom.xml\" ContentType=\""
          + "application/vnd.openxmlformats-officedocument.custom-properties+xml\"/>" : "")
      + "</Types>"
  }

  static func packageRelationships(hasProperties: Bool) -> String {
    head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
      + (hasProperties
        ? "<Relationship Id=\"rId2\" Type=\"\(office)/custom-properties\" "
          + "Target=\"docProps/custom.xml\"/>" : "") + "</Relationships>"
  }

  static func workbook(_ names: [String], _ forms: [XlsxForm?]) -> String {
    let sheets = zip(names, forms).enumerated().map { place, sheet in
      "<sheet name=\"\(escaped(sheet.0))\" sheetId=\"\(place + 1)\" "
        + (sheet.1?.isHidden == true ? "state=\"hidden\" " : "") + "r:id=\"rId\(place + 1)\"/>"
    }
    // The heads of a form are all rows down to that of its headings.
    let titles = zip(names, forms).enumerated().compactMap { place, sheet -> String? in
      guard let last = sheet.1.map(\.headRow) ?? 0 else { return nil }
      return "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(place)\">"
        + "'\(escaped(ScalarText.replacing(["'"], in: sheet.0, with: "''")))'!$\(last + 1):$\(last + 1)"
        + "</definedName>"
    }
    return head + "<workbook xmlns=\"\(space)\" xmlns:r=\"\(office)\"><bookViews>"
      + "<workbookView/></bookViews><sheets>\(sheets.joined())</sheets>"
      + "<definedNames>\(titles.joined())</definedNames></workbook>"
  }

  static func workbookRelationships(_ sheets: Int) -> String {
    let targets =
      (1...max(sheets, 1)).map { ("worksheet", "worksheets/sheet\($0).xml") }
      + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    return head + "<Relationships xmlns=\"\(package)/relationships\">"
      + targets.enumerated().map { place, target in
        "<Relationship Id=\"rId\(place + 1)\" Type=\"\(office)/\(target.0)\" "
          + "Target=\"\(target.1)\"/>"
      }.joined() + "</Relationships>"
  }

  /// The styles in the order of ``XlsxStyle``.
  static let styles: String = {
    let font = "<sz val=\"11\"/><name val=\"宋体\"/><family val=\"2\"/>"
    let side = ["left", "right", "top", "bottom"].map {
      "<\($0) style=\"thin\"><color rgb=\"FF999999\"/></\($0)>"
    }.joined()
    func style(
      _ format: Int, font: Int = 0, fill: Int = 0, border: Int = 1, _ rest: String,
      quote: Bool = false, isOpen: Bool = false
    ) -> String {
      "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" "
        + "xfId=\"0\" "
        + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
        + "applyAlignment=\"1\"\(quote ? " quotePrefix=\"1\"" : "")"
        + "\(isOpen ? " applyProtection=\"1\"" : "")>"
        + "<alignment \(rest)/>\(isOpen ? "<protection locked=\"0\"/>" : "")</xf>"
    }
    let wrapped = "vertical=\"top\" wrapText=\"1\""
    let plain = "horizontal=\"left\" vertical=\"top\""
    let cells = [
      style(0, wrapped), style(0, font: 1, fill: 2, "horizontal=\"center\" " + wrapped),
      style(0, wrapped, quote: true), style(0, "vertical=\"top\""), style(10, "vertical=\"top\""),
      style(164, plain), style(165, plain),
      style(49, fill: 3, wrapped, isOpen: true), style(164, fill: 3, plain, isOpen: true),
      style(0, font: 2, border: 0, wrapped), style(0, border: 0, wrapped),
    ]
    return head + "<styleSheet xmlns=\"\(space)\"><numFmts count=\"2\">"
      + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
      + "<numFmt numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
      + "</numFmts><fonts count=\"3\"><font>\(font)</font><font><b/>\(font)</font>"
      + "<font><b/><sz val=\"16\"/><name val=\"黑体\"/><family val=\"2\"/></font></fonts>"
      + "<fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill>"
      + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7E6E6\"/>"
      + "<bgColor indexed=\"64\"/></patternFill></fill>"
      + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF9E5\"/>"
      + "<bgColor indexed=\"64\"/></patternFill></fill></fills>"
      + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      + "<border>\(side)<diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs><cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs>"
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      + "</cellStyles></styleSheet>"
  }()
}
