import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

struct DocxReaderTests {
  typealias D = DocxFixture

  @Test func `runs join and marks of space become characters`() throws {
    let document = try D.read(
      "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>一</w:t><w:tab/>"
        + "<w:t>二</w:t><w:br/><w:t xml:space='preserve'>三 </w:t></w:r>"
        + "<w:r><w:t>四</w:t><w:noBreakHyphen/><w:cr/></w:r></w:p>")
    #expect(document.paragraphs == ["一\t二\n三 四-"])
  }

  @Test func `tracked changes are read as accepted and said`() throws {
    let document = try D.read(
      "<w:p><w:r><w:t>于</w:t></w:r><w:del w:id='1'><w:r><w:delText>六</w:delText><w:t>六</w:t>"
        + "</w:r></w:del><w:ins w:id='2'><w:r><w:t>七</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧"
        + "</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>月</w:t></w:r></w:moveTo></w:p>")
    #expect(document.paragraphs == ["于七月"])
    #expect(document.codes == ["changes-accepted"])
  }

  @Test func `a paragraph whose mark was deleted joins the next`() throws {
    let document = try D.read(
      D.p("前半", "<w:rPr><w:del w:id='1'/></w:rPr>") + D.p("后半") + D.p("另段"))
    #expect(document.paragraphs == ["前半后半", "另段"])
  }

  @Test func `properties before a change do not count`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("a", "<w:vMerge w:val='restart'/>"), D.tc("b")),
        D.tr(D.tc("c", "<w:tcPrChange><w:tcPr><w:vMerge/></w:tcPr></w:tcPrChange>"), D.tc("d"))))
    #expect(document.grids == [[["a", "b"], ["c", "d"]]])
  }

  @Test func `a text box is read once`() throws {
    let box = "<w:txbxContent>\(D.p("框内"))</w:txbxContent>"
    let document = try D.read(
      "<w:p><w:r><w:t>正</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>\(box)"
        + "</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r>"
        + "<w:r><w:t>文</w:t></w:r></w:p>")
    #expect(document.paragraphs == ["框内", "正文"])
  }

  @Test func `fields give their results and not their instructions`() throws {
    let document = try D.read(
      "<w:p><w:r><w:t>共</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>"
        + " PAGE </w:instrText><w:t>指令</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + "<w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:fldSimple "
        + "w:instr='DATE'><w:r><w:t>页</w:t></w:r></w:fldSimple></w:p>")
    #expect(document.paragraphs == ["共3页"])
  }

  @Test func `what is left out is said by kind`() throws {
    let document = try D.read(
      "<w:p><w:r><w:t>文</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r>"
        + "<w:commentReference w:id='1'/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r>"
        + "<w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p><w:altChunk/>")
    #expect(document.paragraphs == ["文"])
    #expect(
      document.codes == [
        "footnotes-left-out", "comments-left-out", "images-left-out", "embedded-left-out",
        "hidden-text-left-out",
      ])
  }

  @Test func `content controls, links and smart tags are transparent`() throws {
    let document = try D.read(
      "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链</w:t></w:r>"
        + "</w:hyperlink><w:smartTag><w:r><w:t>接</w:t></w:r></w:smartTag><w:ruby><w:rt><w:r><w:t>音"
        + "</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:p>"
        + "</w:sdtContent></w:sdt>")
    #expect(document.paragraphs == ["链接字"])
  }

  @Test func `references to characters and invisible ones are resolved on entry`() throws {
    let document = try D.read(D.p("A&amp;B&#20013;&#xFEFF;&#x200B;&lt;C"))
    #expect(document.paragraphs == ["A&B中<C"])
  }

  @Test func `a strict document reads like a transitional one`() throws {
    let parts = D.parts(D.tbl(D.tr(D.tc("序号"), D.tc("内容")))).map { name, text in
      (
        name,
        text.replacing(D.word, with: "http://purl.oclc.org/ooxml/wordprocessingml/main")
          .replacing(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      )
    }
    let document = try DocumentReader.read(
      bytes: try ZipFixture(parts: parts).bytes(), name: "a.docx")
    #expect(document.grids == [[["序号", "内容"]]])
  }

  @Test(.enabled(if: SharedDocuments.isAvailable, "the real documents are not in ../shared"))
  func `the real plan and notice give their tables`() throws {
    let plan = try DocumentReader.read(fileAt: SharedDocuments.url("documents/plan-38.docx").path)
    #expect(plan.tables.map(\.rows.count).reduce(0, +) == 37)
    #expect(plan.tables.allSatisfy { table in table.rows.allSatisfy { $0.cells.count == 7 } })
    #expect(plan.diagnostics.isEmpty)
    let notice = try DocumentReader.read(
      fileAt: SharedDocuments.url("documents/notice-14.docx").path)
    #expect(notice.tables.map(\.rows.count) == [28])
    let merged = notice.tables[0].rows.flatMap(\.cells).count { $0.continuesAbove }
    #expect(merged > 20)
  }
}
