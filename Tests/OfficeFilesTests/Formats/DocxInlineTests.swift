import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Fields, formulas and signs within the lines of Word documents.
struct DocxInlineTests {
  typealias D = DocxFixture

  /// A field of a form, or of anything else, with its instruction and without a result.
  private static func field(_ instruction: String, _ data: String = "") -> String {
    "<w:r><w:fldChar w:fldCharType='begin'>\(data)</w:fldChar></w:r>"
      + "<w:r><w:instrText> \(instruction) </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
  }

  private static func box(_ content: String) -> String {
    field("FORMCHECKBOX", "<w:ffData><w:checkBox>\(content)</w:checkBox></w:ffData>")
  }

  private static func list(_ content: String) -> String {
    field(
      "FORMDROPDOWN",
      "<w:ffData><w:ddList>\(content)<w:listEntry w:val='5月底'/><w:listEntry w:val='6月底'/>"
        + "</w:ddList></w:ffData>")
  }

  private static func text(_ words: String) -> String { "<w:r><w:t>\(words)</w:t></w:r>" }

  /// A formula.
  private static func math(_ content: String) -> String {
    "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>\(content)</m:oMath>"
  }

  private static func figure(_ words: String) -> String { "<m:r><m:t>\(words)</m:t></m:r>" }

  private static func fraction(_ over: String, _ under: String) -> String {
    "<m:f><m:num>\(figure(over))</m:num><m:den>\(figure(under))</m:den></m:f>"
  }

  /// What a line holds, and how it is read.
  struct Sample: CustomTestStringConvertible, Sendable {
    var content: String
    var shown: String
    var testDescription: String { shown }
    init(_ content: String, _ shown: String) { (self.content, self.shown) = (content, shown) }
  }

  static let samples: [Sample] = [
    Sample(list("<w:result w:val='1'/>") + text("前"), "6月底前"),
    Sample(list("<w:default w:val='1'/>") + text("前"), "6月底前"),
    Sample(list(""), "5月底"),
    Sample(box("<w:default w:val='0'/><w:checked/>") + text("6月底"), "☑6月底"),
    Sample(box("<w:default w:val='1'/>") + text("6月底"), "☑6月底"),
    Sample(
      box("<w:default w:val='1'/><w:checked w:val='0'/>") + text("7月底"), "☐7月底"),
    Sample(field("eq \\o\\ac(○,30)") + text("日"), "㉚日"),
    Sample(field("EQ \\o\\ac(□,急)"), "急"), Sample(field("EQ \\f(1;2)") + text("以上"), "1/2以上"),
    Sample(text("10") + field("EQ \\s\\up5(2)") + text("人"), "10²人"),
    Sample("<w:fldSimple w:instr='EQ \\o(○,1)'/>" + text("起草"), "①起草"),
    Sample(field("XE \"甲\"") + text("乙"), "乙"),
    Sample(math(fraction("1", "2")) + text("以上"), "1/2以上"),
    Sample(text("1") + math(fraction("1", "2")) + text("5人"), "1 1/2 5人"),
    Sample(math(fraction("a+b", "2")), "(a+b)/2"),
    Sample(
      math("<m:sSup><m:e>\(figure("10"))</m:e><m:sup>\(figure("2"))</m:sup></m:sSup>") + text("人"),
      "10²人"),
    Sample(
      math("<m:sSup><m:e>\(figure("10"))</m:e><m:sup>\(figure("n"))</m:sup></m:sSup>"), "10^n"),
    Sample(
      math("<m:sSub><m:e>\(figure("10"))</m:e><m:sub>\(figure("2"))</m:sub></m:sSub>"), "10_2"),
    Sample(math("<m:rad><m:deg/><m:e>\(figure("4"))</m:e></m:rad>"), "√(4)"),
    Sample(math("<m:d><m:e>\(figure("4"))</m:e></m:d>"), "(4)"),
    Sample("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + text("25"), "≥25"),
    Sample(text("6月") + "<w:r><w:sym w:font='Symbol' w:char='F07E'/></w:r>" + text("8月"), "6月~8月"),
    Sample("<w:r><w:sym w:font='Wingdings' w:char='F081'/></w:r>" + text("起草"), "①起草"),
    Sample(
      "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>&#xF0FE;</w:t></w:r>" + text("是"),
      "☑是"),
  ]

  @Test(
    .bug(id: "read", "fields, formulas and signs were gone or ran together"), arguments: samples)
  func `what stands within a line is read as it looks`(sample: Sample) throws {
    let document = try D.read("<w:p>\(sample.content)</w:p>")
    #expect(document.paragraphs == [sample.shown])
    #expect(document.codes.isEmpty)
  }

  @Test func `a field without a result and an unknown sign are said`() throws {
    let document = try D.read(
      "<w:p>" + Self.field("SEQ 表") + Self.text("6")
        + "<w:r><w:sym w:font='Wingdings' w:char='F0A9'/></w:r>" + Self.text("8月") + "</w:p>")
    #expect(document.paragraphs == ["6 8月"])
    #expect(document.codes == ["fields-left-out", "symbols-left-out"])
  }

  @Test func `a field with a result is that result`() throws {
    let document = try D.read(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>SEQ</w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + Self.text("3")
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")
    #expect(document.paragraphs == ["3"])
    #expect(document.codes.isEmpty)
  }

  @Test func `no instruction makes the reader trap`() throws {
    var dice = SplitMix64(seed: 11)
    let pieces = ["EQ", "\\o", "\\f", "\\ac", "(", ")", ",", "\\", "○", "1", "FORMDROPDOWN", " "]
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 0..<30, using: &dice)).compactMap { _ in
        pieces.randomElement(using: &dice)
      }
      _ = try D.read("<w:p>\(Self.field(words.joined()))</w:p>")
    }
    let deep = String(repeating: "\\o(", count: 900)
    _ = try D.read("<w:p>\(Self.field("EQ " + deep))</w:p>")
  }

  @Test(
    .bug(id: "read", "a text box took the marks of the run around it"),
    arguments: [("strike", "struck-text-left-out"), ("vanish", "hidden-text-left-out")])
  func `a run goes on behind the text box that stands in it`(mark: String, code: String) throws {
    let document = try D.read(
      "<w:p><w:r><w:rPr><w:\(mark)/></w:rPr><w:txbxContent>\(D.p("注"))</w:txbxContent>"
        + "<w:t>2020年5月</w:t></w:r>\(Self.text("6月"))</w:p>")
    #expect(document.paragraphs == ["注", "6月"])
    #expect(document.codes == [code])
  }

  @Test(.bug(id: "read", "what had lost its mark became part of the first heading"))
  func `a paragraph without its mark stands before the table`() throws {
    let document = try D.read(
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Self.text("附件1"))</w:p>"
        + D.tbl(D.tr(D.tc("序号"), D.tc("内容"))))
    #expect(document.paragraphs == ["附件1"])
    #expect(document.grids == [[["序号", "内容"]]])
  }

  @Test(.bug(id: "read", "a paragraph that nobody sees was counted"))
  func `a paragraph that is hidden with its mark has no number`() throws {
    let list =
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:lvlText w:val='%1.'/>"
      + "</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    let number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    let hidden = "<w:rPr><w:vanish/></w:rPr>"
    let document = try D.read(
      D.p("甲", number)
        + "<w:p><w:pPr>\(number)\(hidden)</w:pPr><w:r>\(hidden)<w:t>暗</w:t></w:r></w:p>"
        + D.p("乙", number), numbering: list)
    #expect(document.paragraphs == ["1. 甲", "2. 乙"])
    #expect(document.codes == ["hidden-text-left-out"])
  }

  @Test(.bug(id: "read", "a line through the last row of a style struck all rows"))
  func `what a style says of some rows is said and strikes none`() throws {
    let styles =
      "<w:style w:type='table' w:styleId='T'><w:tblStylePr w:type='lastRow'><w:rPr><w:strike/></w:rPr>"
      + "</w:tblStylePr></w:style>"
    let document = try D.read(
      "<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr>\(D.tr(D.tc("甲"), D.tc("乙")))</w:tbl>",
      styles: styles)
    #expect(document.grids == [[["甲", "乙"]]])
    #expect(document.codes == ["style-undecided"])
  }

  @Test func `a document within the document is said`() throws {
    #expect(try D.read(D.p("甲") + "<w:subDoc/>").codes == ["embedded-left-out"])
  }
}
