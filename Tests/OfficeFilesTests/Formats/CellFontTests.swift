import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Runs of a cell with a font of their own, and runs that take the font of the cell.
struct CellFontTests {
  /// A sheet whose only cell is struck by its style and holds these runs.
  private func struck(_ runs: String, isShared: Bool) throws -> SourceDocument {
    let content = isShared ? "t='s'><v>0</v>" : "t='inlineStr'><is>\(runs)</is>"
    var fixture = XlsxFixture(
      "<sheetData><row r='1'><c r='A1' s='1' \(content)</c></row></sheetData>")
    fixture.strings = [runs]
    let parts = fixture.parts().map { name, content in
      guard name == "xl/styles.xml" else { return (name, content) }
      return (
        name,
        "<styleSheet xmlns='\(XlsxFixture.sheet)'><fonts><font/><font><strike/></font></fonts>"
          + "<cellXfs><xf fontId='0'/><xf fontId='1'/></cellXfs></styleSheet>"
      )
    }
    return try DocumentReader.read(
      bytes: try ZipFixture(parts: parts).bytes(), name: "方案.xlsx", converter: .none)
  }

  @Test(
    .bug(id: "read", "runs without a font of their own were read in a struck cell"),
    arguments: [true, false])
  func `runs without a font of their own take the cell's`(isShared: Bool) throws {
    let document = try struck(
      "<r><t>2020年5月31日</t></r><r><rPr><b/></rPr><t>2020年6月30日</t></r>", isShared: isShared)
    #expect(document.grids == [[["2020年6月30日"]]])
    #expect(document.codes == ["struck-text-left-out"])
  }

  @Test func `a cell whose runs all take its font is blank`() throws {
    let document = try struck("<r><t>2020年</t></r><r><t>5月</t></r>", isShared: true)
    #expect(document.grids == [[[""]]])
    #expect(document.codes == ["struck-text-left-out"])
  }

  @Test func `runs that all have a font of their own are read whole`() throws {
    let document = try struck(
      "<r><rPr/><t>2020年</t></r><r><rPr><strike val='0'/></rPr><t>6月</t></r>", isShared: true)
    #expect(document.grids == [[["2020年6月"]]])
    #expect(document.codes.isEmpty)
  }
}
