import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Notes that cannot be read, and more of them than are said one by one, are never passed over.
struct DamagedNotesTests {
  private typealias N = NotesFixture
  private typealias D = DocxFixture

  @Test(
    .bug(id: "desk", "a damaged part of notes was passed over without a word"),
    arguments: ["comments", "threadedComment"])
  func `a damaged part of a workbook is said, and the notes before the fault`(
    kind: String
  ) throws {
    let older = N.comments(N.comment("D2", "改为九月底") + "<comment ref='D3'><text>", isWhole: false)
    let newer =
      "<ThreadedComments xmlns='http://schemas.microsoft.com/office/spreadsheetml/2018/"
      + "threadedcomments'><threadedComment ref='D2'><text>改为九月底</text></threadedComment><thr"
    let document = try N.workbook([(kind, kind == "comments" ? older : newer)])
    #expect(document.grids == [[["", "", "", "2020年6月"]]])
    #expect(
      Set(N.said(document)) == [
        "方案.xlsx[表!D2] 批注「改为九月底」没有读入",
        "方案.xlsx[表!A1] 存放批注的「xl/\(kind).xml」缺失或已损坏，其中的批注没有读全",
      ])
    #expect(document.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func `a part of notes that is named and not there is said`() throws {
    let sheet = try N.workbook([("comments", nil)])
    #expect(N.said(sheet) == ["方案.xlsx[表!A1] 存放批注的「xl/comments.xml」缺失或已损坏，其中的批注没有读全"])
    let text = try N.document(D.p("正文"), [("footnotes", nil)])
    #expect(
      N.said(text) == ["方案.docx[第1段] 存放脚注或尾注的「word/footnotes.xml」缺失或已损坏，其中的脚注或尾注没有读全"])
  }

  @Test func `a damaged part of a document is said, and the notes before the fault`() throws {
    let references = (0..<3).map { "<w:r><w:commentReference w:id='\($0)'/></w:r>" }.joined()
    let entries = "<w:comment w:id='0'>\(D.p("换部门"))</w:comment><w:comment w:id='1'><w:p>"
    let document = try N.document(
      "<w:p><w:r><w:t>校团委</w:t></w:r>\(references)</w:p>",
      [("comments", N.part("comments", entries, isWhole: false))])
    #expect(document.paragraphs == ["校团委"])
    #expect(
      N.said(document) == [
        "方案.docx[第1段] 批注「换部门」没有读入", "方案.docx[第1段] 另有 2 处批注没有读入",
        "方案.docx[第1段] 存放批注的「word/comments.xml」缺失或已损坏，其中的批注没有读全",
      ])
  }

  /// How many notes the documents of the next tests have.
  private static let many = 10_300

  private func check(_ document: SourceDocument, _ name: String) {
    let said = N.said(document)
    #expect(said.count == 201)
    let rest = "另有 \(Self.many - 200) 处\(name)没有读入"
    #expect(said.last?.hasSuffix(rest) ?? false, "\(said.suffix(2))")
  }

  @Test(.bug(id: "desk", "notes beyond ten thousand were not counted"))
  func `notes beyond those that are said are counted in a workbook`() throws {
    let entries = (1...Self.many).map { N.comment("B\($0)", "核对\($0)") }.joined()
    check(try N.workbook([("comments", N.comments(entries))]), "批注")
  }

  @Test func `notes beyond those that are said are counted in a document`() throws {
    let numbers = 1...Self.many
    let references = numbers.map { "<w:r><w:footnoteReference w:id='\($0)'/></w:r>" }.joined()
    let entries = numbers.map { "<w:footnote w:id='\($0)'>\(D.p("核对\($0)"))</w:footnote>" }
    let document = try N.document(
      "<w:p><w:r><w:t>正文</w:t></w:r>\(references)</w:p>",
      [("footnotes", N.part("footnotes", entries.joined()))])
    check(document, "脚注或尾注")
  }

  @Test func `notes beyond those that are said are counted in a page and in Markdown`() throws {
    let list = (1...Self.many).map { "<p>核对\($0)</p>" }.joined()
    let page =
      "<html><body><p>正文</p><div style='mso-element:comment-list'>\(list)</div></body></html>"
    check(try DocumentReader.read(bytes: Array(page.utf8), name: "a.html"), "批注")
    let lines = (1...Self.many).map { "[^\($0)]: 核对\($0)" }
    let text = (["正文[^1]。", ""] + lines).joined(separator: "\n")
    check(try DocumentReader.read(bytes: Array(text.utf8), name: "a.md"), "脚注或尾注")
  }

  @Test func `words of a note behind many blanks are its words`() throws {
    let blanks = String(repeating: " ", count: 500)
    let document = try N.workbook([
      ("comments", N.comments(N.comment("D2", "核对\(blanks)改为九月底")))
    ])
    #expect(N.said(document) == ["方案.xlsx[表!D2] 批注「核对 改为九月底」没有读入"])
  }
}
