import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Workbooks whose package or styles are legal and unusual.
struct XlsxPackageTests {
  private let day = "<sheetData><row r='1'><c r='A1' s='1'><v>44012</v></c></row></sheetData>"

  private func read(_ parts: [(String, String)]) throws -> SourceDocument {
    try DocumentReader.read(bytes: try ZipFixture(parts: parts).bytes(), name: "方案.xlsx")
  }

  /// The parts of a workbook, one of them changed.
  private func parts(
    of fixture: XlsxFixture, changing name: String, _ change: (String) -> String
  ) -> [(String, String)] {
    fixture.parts().map { $0.0 == name ? ($0.0, change($0.1)) : $0 }
  }

  private func firstCell(_ document: SourceDocument) throws -> SourceCell {
    let tables = document.blocks.compactMap { block -> SourceTable? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first?.rows.first?.cells.first)
  }

  @Test(arguments: ["0.00%", "0.0", "@"])
  func `formats of conditional formats are none of cells`(code: String) throws {
    var fixture = XlsxFixture(day)
    fixture.formats = [(14, nil)]
    let changed = parts(of: fixture, changing: "xl/styles.xml") {
      $0.replacing(
        "</styleSheet>",
        with: "<dxfs><dxf><numFmt numFmtId='14' formatCode='\(code)'/></dxf></dxfs></styleSheet>")
    }
    #expect(try firstCell(read(changed)).date?.description == "2020-06-30")
  }

  @Test func `a number is no date because a table's style shows dates`() throws {
    var fixture = XlsxFixture(day)
    fixture.formats = [(170, "0")]
    let changed = parts(of: fixture, changing: "xl/styles.xml") {
      $0.replacing(
        "</styleSheet>",
        with:
          "<dxfs><dxf><numFmt numFmtId='170' formatCode='yyyy-mm-dd'/></dxf></dxfs></styleSheet>")
    }
    let cell = try firstCell(read(changed))
    #expect(cell.date == nil)
    #expect(cell.text == "44012")
  }

  @Test(arguments: ["r:id=''", "r:id='nothing'"])
  func `a sheet without a part is passed over and said`(relationship: String) throws {
    let changed = parts(of: XlsxFixture(day), changing: "xl/workbook.xml") {
      $0.replacing("</sheets>", with: "<sheet name='宏' \(relationship)/></sheets>")
    }
    let document = try read(changed)
    #expect(document.blocks.count == 1)
    let note = try #require(document.diagnostics.first { $0.code == "sheet-without-part" })
    #expect(note.message.contains("宏"))
  }

  @Test func `parts at the root are found by their relationships`() throws {
    let moved = XlsxFixture(day).parts().map { name, text in
      (
        name.replacing("xl/", with: ""),
        text.replacing("/xl/workbook.xml", with: "workbook.xml")
          .replacing("/xl/styles.xml", with: "styles.xml")
      )
    }
    #expect(try firstCell(read(moved)).text == "44012")
  }
}
