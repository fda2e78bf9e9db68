import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Workbooks as other programs and people make them: legal and unusual, or damaged.
struct ForeignWorkbookTests {
  private func read(_ fixture: XlsxFixture) throws -> SourceDocument {
    try DocumentReader.read(
      bytes: try ZipFixture(parts: fixture.parts()).bytes(), name: "方案.xlsx", converter: .none)
  }

  private func failure(_ sheet: String, strings: [String] = []) -> DocumentReadError? {
    var fixture = XlsxFixture(sheet)
    fixture.strings = strings
    do {
      _ = try read(fixture)
      return nil
    } catch {
      return error as? DocumentReadError
    }
  }

  private func cell(_ place: String, _ text: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  @Test(.bug(id: "foreign", "a row inside of a cell made the program die"))
  func `rows and cells inside of cells are damage`() {
    for inner in ["<row r='3'></row>", "<row><c r='A3'/></row>", "<c r='B2'/>"] {
      let found = failure(
        "<sheetData><row r='2'><c r='A2' t='str'><v>1</v>\(inner)</c></row></sheetData>")
      #expect(found == .damaged(file: "方案.xlsx", part: "表", detail: "structure"))
    }
  }

  @Test func `a shared text that is not there and a cell that is there twice are damage`() {
    #expect(
      failure(
        "<sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row></sheetData>",
        strings: ["<t>x</t>"])
        == .damaged(file: "方案.xlsx", part: "表", detail: "shared-text"))
    #expect(
      failure("<sheetData><row r='1'>\(cell("C1", "6月"))\(cell("C1", "9月"))</row></sheetData>")
        == .damaged(file: "方案.xlsx", part: "表!C1", detail: "duplicate-cell"))
    #expect(
      failure(
        "<sheetData><row r='1'>\(cell("A1", "x"))</row><row r='1'>\(cell("A1", "y"))</row></sheetData>"
      )
        != nil)
  }

  @Test func `text that stands in its cell counts once`() throws {
    let document = try read(
      XlsxFixture(
        "<sheetData><row r='1'><c r='A1' t='inlineStr'><v>1.0</v><is><t>1.</t></is></c></row></sheetData>"
      ))
    #expect(document.grids == [[["1."]]])
  }

  @Test func `what is escaped is resolved once`() throws {
    var fixture = XlsxFixture(
      "<sheetData><row r='1'>\((0..<5).map { "<c t='s'><v>\($0)</v></c>" }.joined())</row></sheetData>"
    )
    fixture.strings = [
      "<t>A_x005F_x0030_B</t>", "<t>_x005F_x000D_</t>", "<t>甲_x000A_乙</t>", "<t>_x4E2D_文</t>",
      "<t>a_xFFFE_b_xD83D__xDE00_c_xD800_d</t>",
    ]
    #expect(try read(fixture).grids == [[["A_x0030_B", "_x000D_", "甲\n乙", "中文", "ab😀cd"]]])
  }

  @Test func `what is written comes back equal`() throws {
    let words = ["=1+1", "_x000D_", "a_x005F_", "甲\n乙", "2020-06-30", "'a", "_x_x0030_"]
    let bytes = try XlsxWriter.bytes(
      of: [XlsxTable(name: "表", words: [["栏"] + words, words])], file: "x.xlsx")
    let read = try DocumentReader.read(bytes: bytes, name: "x.xlsx", converter: .none)
    #expect(read.tables.first?.rows.last?.cells.prefix(words.count).map(\.text) == words)
  }

  @Test func `a stray cell far away is said and left out`() throws {
    let document = try read(
      XlsxFixture("<sheetData><row r='1'>\(cell("A1", "序号"))\(cell("XFD1", "x"))</row></sheetData>")
    )
    #expect(document.grids == [[["序号"]]])
    #expect(document.codes == ["far-cells-left-out"])
  }

  @Test func `struck words and cells are gone and said`() throws {
    var fixture = XlsxFixture(
      "<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
        + "<c r='B1' t='inlineStr'><is><r><rPr><strike/></rPr><t>8月</t></r><r><t>6月</t></r></is></c>"
        + "</row></sheetData>")
    fixture.strings = [
      "<r><rPr><strike/></rPr><t>2020年8月</t></r><r><rPr><strike val='0'/></rPr><t>2020年6月</t></r>"
    ]
    let document = try read(fixture)
    #expect(document.grids == [[["2020年6月", "6月"]]])
    #expect(document.tables[0].rows[0].cells.map(\.hasStruckText) == [true, true])
    #expect(document.codes == ["struck-text-left-out"])
  }

  @Test func `a picture that WPS keeps in a cell is a picture`() throws {
    let document = try read(
      XlsxFixture(
        "<sheetData><row r='1'>\(cell("A1", "措施"))<c r='B1' t='str'><f>x</f>"
          + "<v>=DISPIMG(\"ID_1\",1)</v></c></row></sheetData>"))
    #expect(document.grids == [[["措施"]]])
    #expect(document.codes == ["images-left-out"])
  }

  @Test func `hidden and narrow columns and stored numbers are facts of the table`() throws {
    let document = try read(
      XlsxFixture(
        "<cols><col min='2' max='2' hidden='1'/><col min='3' max='3' width='0.3'/></cols><sheetData>"
          + "<row r='1' hidden='1'><c r='A1'><v>2020.1</v></c>\(cell("B1", "x"))\(cell("C1", "y"))"
          + "\(cell("D1", "z"))</row></sheetData>"))
    #expect(document.tables[0].hiddenColumns == [1, 2])
    #expect(document.tables[0].rows[0].isHidden)
    #expect(document.tables[0].rows[0].cells[0].number == 2020.1)
  }

  @Test(.bug(id: "read", "a part was read once for each sheet that names it"))
  func `sheets that name one part are one`() throws {
    var fixture = XlsxFixture("<sheetData><row r='1'>\(cell("A1", "甲"))</row></sheetData>")
    let name = fixture.sheets[0].name
    fixture.sheets.append(("另", "", "<sheetData/>"))
    // The names of parts do not tell small letters from large ones.
    let parts = fixture.parts().map { part, content in
      (part, content.replacing("worksheets/sheet1.xml'", with: "worksheets/SHEET0.xml'"))
    }
    let document = try DocumentReader.read(
      bytes: try ZipFixture(parts: parts).bytes(), name: "方案.xlsx", converter: .none)
    #expect(document.tables.map(\.name) == [name])
    #expect(document.codes == ["sheet-repeated"])
  }

  @Test(.bug(id: "read", "the values of a cell ran together"))
  func `a cell with two values is damage, and truth has two spellings`() throws {
    #expect(
      failure("<sheetData><row r='1'><c r='C1'><v>4</v><v>5</v></c></row></sheetData>")
        == .damaged(file: "方案.xlsx", part: "表!C1", detail: "duplicate-value"))
    let text = "<is><t>6月</t></is>"
    #expect(
      failure(
        "<sheetData><row r='1'><c r='C1' t='inlineStr'>\(text)\(text)</c></row></sheetData>")
        == .damaged(file: "方案.xlsx", part: "表!C1", detail: "duplicate-value"))
    let truths = ["0", "1", "false", "true"].enumerated().map {
      "<c r='\("ABCD".map(String.init)[$0.offset])1' t='b'><v>\($0.element)</v></c>"
    }
    let document = try read(
      XlsxFixture("<sheetData><row r='1'>\(truths.joined())</row></sheetData>"))
    #expect(document.grids == [[["FALSE", "TRUE", "FALSE", "TRUE"]]])
  }
}
