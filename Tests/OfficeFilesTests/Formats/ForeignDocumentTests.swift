import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Word documents, pages and Markdown as other programs write them.
struct ForeignDocumentTests {
  typealias D = DocxFixture

  private func text(_ content: String, _ name: String) throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(content.utf8), name: name, converter: .none)
  }

  private static func item(_ level: Int, _ text: String) -> String {
    D.p(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='1'/></w:numPr>")
  }

  @Test func `a level that was passed over counts as begun, an absent start is zero`() throws {
    func level(_ number: Int, _ format: String, _ text: String, start: String) -> String {
      "<w:lvl w:ilvl='\(number)'>\(start)<w:numFmt w:val='\(format)'/><w:lvlText w:val='\(text)'/></w:lvl>"
    }
    let start = "<w:start w:val='1'/>"
    let list =
      "<w:abstractNum w:abstractNumId='0'>"
      + level(0, "chineseCounting", "%1、", start: start)
      + level(1, "chineseCounting", "（%2）", start: start) + level(2, "decimal", "%3.", start: start)
      + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    let read = try D.read(
      Self.item(0, "甲") + Self.item(2, "乙") + Self.item(1, "丙") + Self.item(1, "丁"),
      numbering: list)
    #expect(read.paragraphs == ["一、 甲", "1. 乙", "（二） 丙", "（三） 丁"])
    let zero = try D.read(
      Self.item(0, "甲") + Self.item(0, "乙"),
      numbering: "<w:abstractNum w:abstractNumId='0'>\(level(0, "decimal", "%1.", start: ""))"
        + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>")
    #expect(zero.paragraphs == ["0. 甲", "1. 乙"])
  }

  @Test func `a choice that is not understood gives its fallback`() throws {
    let read = try D.read(
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w:t>x</w:t></mc:Choice>"
        + "<mc:Fallback><w:t>✅</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>")
    #expect(read.paragraphs == ["✅"])
  }

  @Test func `the prompt of a field that nobody filled is no text`() throws {
    let control =
      "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
      + "<w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>"
    let read = try D.read("<w:p>\(control)<w:r><w:t>甲</w:t></w:r></w:p>")
    #expect(read.paragraphs == ["甲"])
    #expect(read.codes == ["placeholders-left-out"])
  }

  @Test func `styles hide and strike text as runs do`() throws {
    let styles =
      "<w:style w:type='character' w:styleId='D'><w:rPr><w:strike/></w:rPr></w:style>"
      + "<w:style w:type='paragraph' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
      + "<w:style w:type='table' w:styleId='T'><w:rPr><w:strike/></w:rPr></w:style>"
    let read = try D.read(
      "<w:p><w:r><w:rPr><w:rStyle w:val='D'/></w:rPr><w:t>8月</w:t></w:r><w:r><w:t>6月</w:t></w:r></w:p>"
        + D.p("暗", "<w:pStyle w:val='H'/>")
        + "<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr>\(D.tr(D.tc("旧"), D.tc("旧")))</w:tbl>",
      styles: styles)
    #expect(read.paragraphs == ["6月"])
    #expect(read.grids == [[["", ""]]])
    #expect(read.codes == ["struck-text-left-out", "hidden-text-left-out"])
  }

  @Test func `tracked merges count as accepted, cells inside of cells are damage`() throws {
    let read = try D.read(
      D.tbl(
        D.tr(D.tc("甲", "<w:cellMerge w:vMerge='rest'/>"), D.tc("a")),
        D.tr(D.tc("乙", "<w:cellMerge w:vMerge='cont'/>"), D.tc("b"))))
    #expect(read.grids == [[["甲", "a"], ["^", "b"]]])
    #expect(throws: DocumentReadError.damaged(file: "方案.docx", part: "", detail: "structure")) {
      try D.read("<w:tbl><w:tr><w:tc><w:tc><w:p/></w:tc></w:tc></w:tr></w:tbl>")
    }
  }

  @Test func `a document of pictures alone is named as that`() throws {
    #expect(throws: DocumentReadError.noText(file: "方案.docx", holds: .pictures)) {
      try D.read("<w:p><w:r><a:blip/></w:r></w:p>")
    }
    #expect(throws: DocumentReadError.noText(file: "方案.docx", holds: .picture)) {
      try DocumentReader.read(
        bytes: [0x89, 0x50, 0x4E, 0x47, 1, 2, 3], name: "方案.docx", converter: .none)
    }
  }

  @Test func `tables in HTML and drawn ones among Markdown are tables`() throws {
    let read = try text(
      "# 题\n\n<table>\n<tr><td>1</td>\n\n<td>甲</td></tr>\n</table>\n\n"
        + "+---+------+\n| 2 | 乙   |\n|   | 丙   |\n+===+======+\n| 3 | 丁   |\n+---+------+\n\n末\n",
      "方案.md")
    #expect(read.grids == [[["1", "甲"]], [["2", "乙丙"], ["3", "丁"]]])
    #expect(read.paragraphs == ["题", "末"])
  }

  @Test func `code holds no table, however long its fence`() throws {
    let read = try text(
      "````\n```\n| a | b |\n|---|---|\n```\n````\n\n~~~\n| c | d |\n|---|---|\n~~~\n", "方案.md")
    #expect(read.tables.isEmpty)
  }

  @Test func `numbers of lists and marks of Markdown are kept and dropped as they are meant`()
    throws
  {
    let read = try text(
      "5. 甲\n7. 乙\n   - 丙 **粗** `码` [链](x)\n\n1~2人，3~4人\n\n~~旧~~新 <b>重</b> <校名>\n", "方案.md")
    #expect(
      read.paragraphs == ["5. 甲", "7. 乙", "丙 粗 码 链", "1~2人，3~4人", "新 重 <校名>"])
    #expect(read.codes == ["struck-text-left-out"])
  }

  @Test func `a page is divided as a browser shows it`() throws {
    let read = try text(
      "<table><tfoot><tr><td>合计<td></tfoot><tr><td colspan='2px'>一<tr><td>学工部\n校团委<td><del>旧</del>新"
        + "<tr hidden><td>暗<td>暗</table><p>甲&nbsp;乙&mdash;&#150;", "页.html")
    #expect(read.grids == [[["一", "<"], ["学工部 校团委", "新"], ["合计", ""]]])
    #expect(read.paragraphs == ["甲\u{A0}乙——".replacing("——", with: "—–")])
    #expect(read.codes == ["struck-text-left-out", "hidden-text-left-out"])
  }

  @Test func `a page kept as one file is read`() throws {
    let read = try text(
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "<table><tr><td>=E7=94=\r\n=B2</td></tr></table>\r\n--b--\r\n", "方案.mht")
    #expect(read.grids == [[["甲"]]])
  }

  @Test func `what looks like a table and is none is said`() throws {
    #expect(try text("甲|乙|丙\n\n丁|戊|己\n", "方案.md").codes == ["table-unread"])
    #expect(throws: DocumentReadError.noText(file: "方案.txt", holds: .scattered)) {
      try text(Array(repeating: "甲\n|\n", count: 8).joined(), "方案.txt")
    }
    let drawn = try text("┌─┬─┐\n│1│甲│\n│2│乙│\n└─┴─┘\n", "方案.txt")
    #expect(drawn.grids == [[["1", "甲"], ["2", "乙"]]])
  }

  @Test func `what is no character never enters`() throws {
    let read = try text("甲\u{FFFE}\u{FFFF}\u{061C}\u{FFF9}乙\n丙\n", "方案.txt")
    #expect(read.paragraphs == ["甲乙", "丙"])
  }
}
