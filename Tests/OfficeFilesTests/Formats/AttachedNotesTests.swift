import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Notes that hang on cells and words are said with their words, and never run into the text.
struct AttachedNotesTests {
  private typealias D = DocxFixture
  private typealias N = NotesFixture

  private let older: (String, String?) = (
    "comments",
    "<comments xmlns='\(XlsxFixture.sheet)'><authors/><commentList><comment ref='D2'><text><r><t>"
      + "王主任：\n</t></r><r><t>改为九月底</t></r><rPh><t>音</t></rPh></text></comment></commentList></comments>"
  )

  @Test(.bug(id: "desk", "the notes of cells were left out without a word"))
  func `a note of a cell is said with the cell and its words`() throws {
    let document = try N.workbook([older])
    #expect(document.grids == [[["", "", "", "2020年6月"]]])
    #expect(N.said(document) == ["方案.xlsx[表!D2] 批注「王主任： 改为九月底」没有读入"])
  }

  @Test func `what is kept as a thread is said once, with its answers`() throws {
    let thread =
      "<ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/"
      + "threadedcomments'><threadedComment ref='D2'><text>请改到十月</text></threadedComment>"
      + "<threadedComment ref='D2'><text>同意</text></threadedComment></ThreadedComments>"
    let document = try N.workbook([older, ("threadedComment", thread)])
    #expect(N.said(document).map { $0.contains("十月") || $0.contains("同意") } == [true, true])
  }

  @Test func `comments and notes of a document are said where they hang`() throws {
    let reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    let body = D.tbl(
      D.tr(
        D.tc("<w:p><w:r><w:t>2020年6月</w:t></w:r>\(reference)</w:p>"),
        D.tc("<w:p><w:r><w:t>校团委</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>")))
    let document = try N.document(
      body,
      [
        (
          "footnotes",
          N.part(
            "footnotes",
            "<w:footnote w:id='-1'><w:p/></w:footnote><w:footnote w:id='2'>\(D.p("以批复为准"))"
              + "</w:footnote>")
        ),
        (
          "comments", N.part("comments", "<w:comment w:id='0'>\(D.p("换部门"))</w:comment>")
        ),
      ])
    #expect(document.grids == [[["2020年6月", "校团委"]]])
    #expect(
      N.said(document) == [
        "方案.docx[表1 第1行第1列] 脚注或尾注「以批复为准」没有读入",
        "方案.docx[表1 第1行第2列] 批注「换部门」没有读入",
      ])
  }

  @Test(arguments: [
    "2020年6月<a href='#fn1' role='doc-noteref'><sup>1</sup></a>"
      + "</td></tr></table><section role='doc-endnotes'><ol><li>以批复为准</li></ol></section>",
    "2020年6月<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a></td></tr></table>"
      + "<div style='mso-element:footnote-list'><p><a style='mso-footnote-id:ftn1' "
      + "href='#_ftnref1'>[1]</a>以批复为准</p></div>",
    "2020年6月<sup><a href='#ftnt1'>[1]</a></sup></td></tr></table>"
      + "<div><p><a href='#ftnt_ref1'>[1]</a>以批复为准</p></div>",
    "2020年6月<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a></td></tr></table>"
      + "<div id='sdfootnote1'><p><a href='#sdfootnote1anc'>1</a>以批复为准</p></div>",
    "<a class='comment-indicator'></a><style>comment{display:none}</style><comment>以批复为准</comment>2020年6月</td></tr></table>",
    "2020年6月<a class=msocomanchor href='#_msocom_1'>[m1]</a></td></tr></table>"
      + "<div style='mso-element: comment-list'><p>以批复为准</p></div>",
  ])
  func `the notes of a page are no part of its text`(page: String) throws {
    let document = try DocumentReader.read(
      bytes: Array("<html><body><table><tr><td>\(page)</body></html>".utf8), name: "方案.html")
    #expect(document.grids == [[["2020年6月"]]])
    #expect(document.paragraphs.isEmpty)
    #expect(N.said(document).count { $0.contains("「以批复为准」没有读入") } == 1, "\(N.said(document))")
  }

  @Test func `the notes of Markdown are said, and their marks are no words`() throws {
    let document = try DocumentReader.read(
      bytes: Array(
        "|时限|部门|\n|--|--|\n|2020年6月[^1]|校团委[^二]|\n\n[^1]: 以批复 为准\n[^二]: 待定\n".utf8),
      name: "方案.md")
    #expect(document.grids == [[["时限", "部门"], ["2020年6月", "校团委"]]])
    #expect(document.paragraphs.isEmpty)
    #expect(N.said(document).count == 2)
  }

  @Test(.bug(id: "desk", "the raised 1 behind 6月 made it the first of June"))
  func `raised digits are no figures`() throws {
    let run = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
    let word = try D.read("<w:p><w:r><w:t>6月</w:t></w:r>\(run)<w:r><w:t>底</w:t></w:r></w:p>")
    #expect(word.paragraphs == ["6月¹底"])
    let page = try DocumentReader.read(
      bytes: Array("<html><body><p>6月<sup>1</sup>，5m<sup>2</sup></p></body></html>".utf8),
      name: "a.html")
    #expect(page.paragraphs == ["6月¹，5m²"])
    let sheet = XlsxFixture(
      "<sheetData><row><c r='A1' t='inlineStr'><is><r><t>6月</t></r><r><rPr><vertAlign "
        + "val='superscript'/></rPr><t>1</t></r></is></c></row></sheetData>")
    let workbook = try DocumentReader.read(
      bytes: try ZipFixture(parts: sheet.parts()).bytes(), name: "a.xlsx")
    #expect(workbook.grids == [[["6月¹"]]])
  }

  private func office(_ body: String, by generator: String) throws -> SourceDocument {
    try DocumentReader.read(
      bytes: Array(
        "<html><head><meta name='generator' content='\(generator)'></head><body>\(body)</body></html>"
          .utf8), name: "方案.html")
  }

  @Test(.bug(id: "desk", "LibreOffice keeps the notes of a text in comments of its page"))
  func `what LibreOffice keeps in comments of a page is said`() throws {
    let body =
      "<!-- ***** --><table><tr><td>2020年6月<!-- 改为九月底 --></td></tr></table><!--[if x]>a<![endif]-->"
    let document = try office(body, by: "LibreOffice 7.4.7.2 (Linux)")
    #expect(document.grids == [[["2020年6月"]]])
    #expect(N.said(document) == ["方案.html[表1 第1行第1列] 批注「改为九月底」没有读入"])
    #expect(N.said(try office(body, by: "Microsoft Word 15")).isEmpty)
  }

  @Test func `what LibreOffice writes of notes among the words of a page is no word`() throws {
    let note =
      "<span title='annotation' class='P2'><br/>[ANNOTATION:<br/>"
      + "<br/><span title='dc:creator'>BY '王'</span><br/><span>NOTE: '改为九月底'</span>]</span>"
    let document = try office("<table><tr><td>\(note)2020年6月</td></tr></table>", by: "LibreOffice")
    #expect(document.grids == [[["2020年6月"]]])
    #expect(N.said(document).count == 1)
    #expect(N.said(document).first?.contains("NOTE: '改为九月底'") ?? false)
  }
}
