import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Workbooks made up of sheets in raw SpreadsheetML.
struct XlsxFixture {
  static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  var sheets: [(name: String, attributes: String, content: String)] = []
  var strings: [String] = []
  var formats: [(number: Int, code: String?)] = []
  var properties = ""

  init(_ content: String) { sheets = [("表", "", content)] }

  func parts() -> [(String, String)] {
    var list = ""
    var targets = ""
    var parts: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      list += "<sheet name='\(sheet.name)' \(sheet.attributes) r:id='s\(index)'/>"
      targets +=
        "<Relationship Id='s\(index)' Type='\(Self.office)/worksheet' "
        + "Target='worksheets/sheet\(index).xml'/>"
      parts.append(
        (
          "xl/worksheets/sheet\(index).xml",
          "<worksheet xmlns='\(Self.sheet)'>\(sheet.content)</worksheet>"
        ))
    }
    targets += "<Relationship Id='t' Type='\(Self.office)/sharedStrings' Target='s.xml'/>"
    targets += "<Relationship Id='f' Type='\(Self.office)/styles' Target='/xl/styles.xml'/>"
    parts.append(
      (
        "xl/s.xml",
        "<sst xmlns='\(Self.sheet)'>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
      ))
    let codes = formats.map { number, code in
      code.map { "<numFmt numFmtId='\(number)' formatCode='\($0)'/>" } ?? ""
    }
    let cells = formats.map { "<xf numFmtId='\($0.number)'/>" }
    parts.append(
      (
        "xl/styles.xml",
        "<styleSheet xmlns='\(Self.sheet)'><numFmts>\(codes.joined())</numFmts><cellStyleXfs>"
          + "<xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>\(cells.joined())</cellXfs>"
          + "</styleSheet>"
      ))
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns='\(Self.sheet)' xmlns:r='\(Self.office)'>\(properties)<sheets>\(list)"
          + "</sheets></workbook>"
      ))
    parts.append(
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='\(Self.package)'>\(targets)</Relationships>"
      ))
    parts.append(
      (
        "_rels/.rels",
        "<Relationships xmlns='\(Self.package)'><Relationship Id='r' "
          + "Type='\(Self.office)/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
      ))
    return parts
  }

  func read() throws -> SourceDocument {
    try DocumentReader.read(bytes: try ZipFixture(parts: parts()).bytes(), name: "方案.xlsx")
  }
}

struct XlsxReaderTests {
  private func text(_ reference: String, _ text: String) -> String {
    "<c r='\(reference)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  private func data(_ rows: String...) -> String { "<sheetData>\(rows.joined())</sheetData>" }

  @Test func `shared and inline texts are read without phonetic guides`() throws {
    var fixture = XlsxFixture(
      data(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
          + "<c r='C1' t='inlineStr'><is><r><t>直</t></r><r><t>接</t></r></is></c></row>"))
    fixture.strings = [
      "<t>序号</t>",
      "<r><rPr><b/></rPr><t>内</t></r><r><t xml:space='preserve'>容&#10;第二段 </t></r>"
        + "<rPh sb='0' eb='1'><t>ネイ</t></rPh><phoneticPr fontId='1'/>",
    ]
    let document = try fixture.read()
    #expect(document.grids == [[["序号", "内容\n第二段", "直接"]]])
    #expect(document.tables[0].rows[0].cells[1].paragraphs == ["内容", "第二段"])
    #expect(document.tables[0].name == "表")
    #expect(
      document.tables[0].rows[0].cells[2].location
        == .cell(file: "方案.xlsx", sheet: "表", reference: "C1"))
  }

  @Test func `merges continue downwards and span to the right`() throws {
    let fixture = XlsxFixture(
      data(
        "<row r='1'>\(text("A1", "标题"))</row>",
        "<row r='2'>\(text("A2", "任务"))\(text("B2", "b"))\(text("C2", "c"))</row>",
        "<row r='3'><c r='A3'/>\(text("B3", "d"))</row>",
        "<row r='4'>\(text("C4", "e"))</row>")
        + "<mergeCells><mergeCell ref='A1:XFD1'/><mergeCell ref='A2:A4'/>"
        + "<mergeCell ref='B9:C99999'/></mergeCells>")
    let document = try fixture.read()
    #expect(
      document.grids == [[["标题", "<", "<"], ["任务", "b", "c"], ["^", "d", ""], ["^", "", "e"]]])
    #expect(
      document.tables[0].rows[2].cells[2].location
        == .cell(file: "方案.xlsx", sheet: "表", reference: "C3"))
  }

  @Test func `a gap of blank rows is one empty row`() throws {
    let fixture = XlsxFixture(
      data(
        "<row r='1'>\(text("A1", "上"))</row>", "<row r='2'><c r='A2' s='1'/></row>",
        "<row r='900000'>\(text("A900000", "下"))</row>"))
    #expect(try fixture.read().grids == [[["上"], [], ["下"]]])
  }

  struct Shown: CustomTestStringConvertible, Sendable {
    var number: Int
    var code: String?
    var value: String
    var text: String
    var date: String?
    init(_ number: Int, _ code: String?, _ value: String, _ text: String, _ date: String? = nil) {
      (self.number, self.code, self.value, self.text) = (number, code, value, text)
      self.date = date
    }
    var testDescription: String { "\(code ?? String(number)) \(value)" }
  }

  @Test(arguments: [
    Shown(14, nil, "44012", "2020/6/30", "2020-06-30"),
    Shown(57, nil, "43983", "2020年6月", "2020-06-01"),
    Shown(31, nil, "44012", "2020年6月30日", "2020-06-30"),
    Shown(58, nil, "44012", "6月30日", "2020-06-30"),
    Shown(176, "yyyy&quot;年&quot;mm&quot;月底前&quot;;@", "44012", "2020年06月底前", "2020-06-30"),
    Shown(177, "[$-804]yyyy-mm-dd;@", "44012.75", "2020-06-30", "2020-06-30"),
    Shown(
      178, "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;;@", "44105", "二〇二〇年十月", "2020-10-01"),
    Shown(22, nil, "44012.5208333333", "2020/6/30 12:30", "2020-06-30"),
    Shown(20, nil, "0.5", "12:00"),
    Shown(14, nil, "59", "1900/2/28", "1900-02-28"), Shown(14, nil, "61", "1900/3/1", "1900-03-01"),
    Shown(14, nil, "60", "60"), Shown(14, nil, "-3", "-3"), Shown(14, nil, "1e300", "1E+300"),
    Shown(0, nil, "12", "12"), Shown(0, nil, "12.0", "12"), Shown(0, nil, "0.1", "0.1"),
    Shown(0, nil, "0.30000000000000004", "0.3"), Shown(9, nil, "0.5", "50%"),
    Shown(10, nil, "0.3333", "33.33%"), Shown(4, nil, "-1234567.5", "-1,234,567.50"),
    Shown(179, "000", "7", "007"), Shown(180, "0&quot;项&quot;", "27", "27项"),
    Shown(181, "[Red]G/通用格式&quot;月&quot;", "9", "9月"),
    Shown(182, "aaaa", "44012", "星期二", "2020-06-30"),
    Shown(0, nil, "x1", "x1"),
  ])
  func `numbers and dates read as displayed`(shown: Shown) throws {
    var fixture = XlsxFixture(data("<row r='1'><c r='A1' s='1'><v>\(shown.value)</v></c></row>"))
    fixture.formats = [(shown.number, shown.code)]
    let cell = try #require(try fixture.read().tables.first?.rows.first?.cells.first)
    #expect(cell.text == shown.text)
    #expect(cell.date == shown.date.flatMap { CivilDate($0) })
  }

  @Test func `the date system of 1904 counts from its own day`() throws {
    var fixture = XlsxFixture(data("<row r='1'><c r='A1' s='1'><v>42550</v></c></row>"))
    fixture.properties = "<workbookPr date1904='1'/>"
    fixture.formats = [(14, nil)]
    let cell = try #require(try fixture.read().tables.first?.rows.first?.cells.first)
    #expect(cell.date == CivilDate("2020-06-30"))
  }

  @Test func `formulas count by their saved value`() throws {
    let fixture = XlsxFixture(
      data(
        "<row r='1'><c r='A1' t='str'><f>A2</f><v>文字</v></c><c r='B1'><f>1+1</f><v>2</v></c>"
          + "<c r='C1'><f>NOW()</f></c><c r='D1' t='b'><v>1</v></c><c r='E1' t='e'><v>#N/A</v></c>"
          + "<c r='F1' t='d'><v>2020-06-30T00:00:00</v></c></row>"))
    let document = try fixture.read()
    #expect(document.grids == [[["文字", "2", "", "TRUE", "#N/A", "2020-06-30T00:00:00"]]])
    #expect(document.tables[0].rows[0].cells[5].date == CivilDate("2020-06-30"))
    #expect(document.codes == ["formula-without-value"])
    #expect(
      document.diagnostics.first?.location
        == .cell(file: "方案.xlsx", sheet: "表", reference: "C1"))
  }

  @Test func `every sheet is a table and what is hidden is read and said`() throws {
    var fixture = XlsxFixture("")
    fixture.sheets = [
      ("封面", "", data("<row r='1'>\(text("A1", "封"))</row>")),
      ("空", "", data()),
      (
        "A&amp;B", "state='hidden'",
        "<cols><col min='2' max='3' hidden='1'/></cols>"
          + data("<row r='1' hidden='1'>\(text("A1", "x"))\(text("B1", "y"))</row>")
      ),
    ]
    let document = try fixture.read()
    #expect(document.tables.map(\.name) == ["封面", "A&B"])
    #expect(document.codes == ["hidden-sheet-read", "hidden-cells-read"])
    #expect(document.diagnostics.last?.message.contains("1 行、1 列") == true)
  }

  @Test func `cells without references follow each other`() throws {
    let fixture = XlsxFixture(
      data("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"))
    #expect(try fixture.read().grids == [[["1", "", "3"], ["4", "", ""]]])
  }

  @Test(arguments: ["A1", "Z9", "AA10", "AZ99", "BA100", "ZZ999", "AAA1000", "AMJ1048576"])
  func `a cell keeps its reference`(reference: String) throws {
    let row = reference.filter(\.isNumber)
    let cell = try #require(
      XlsxFixture(data("<row r='\(row)'>\(text(reference, "甲_1"))</row>")).read().tables[0].rows[0]
        .cells.last)
    #expect(cell.location == .cell(file: "方案.xlsx", sheet: "表", reference: reference))
    #expect(cell.paragraphs == ["甲_1"])
  }

  @Test func `a reference that is none is damage`() throws {
    let fixture = XlsxFixture(data("<row r='1'><c r='1A'><v>1</v></c></row>"))
    #expect(throws: DocumentReadError.damaged(file: "方案.xlsx", part: "表", detail: "reference")) {
      try fixture.read()
    }
  }

  @Test(.enabled(if: SharedDocuments.isAvailable, "the real documents are not in ../shared"))
  func `the real workbook agrees with the real document`() throws {
    let book = try DocumentReader.read(fileAt: SharedDocuments.url("documents/plan-38.xlsx").path)
    #expect(book.tables.map(\.name) == ["任务列表"])
    #expect(book.tables[0].rows.count == 29)
    #expect(book.tables[0].rows.dropFirst().allSatisfy { $0.cells.count == 7 })
    #expect(book.diagnostics.isEmpty)
  }
}
