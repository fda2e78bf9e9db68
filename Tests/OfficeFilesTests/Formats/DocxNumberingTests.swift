import OfficeFiles
import TaskLedger
import Testing

struct DocxNumberingTests {
  typealias D = DocxFixture

  private func level(
    _ index: Int, _ format: String, _ text: String, _ more: String = ""
  ) -> String {
    "<w:lvl w:ilvl='\(index)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>"
      + "<w:lvlText w:val='\(text)'/>\(more)</w:lvl>"
  }

  private func list(_ number: Int, level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(number)'/></w:numPr>"
  }

  private func definition(_ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId='0'>\(levels.joined())</w:abstractNum>"
      + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
  }

  @Test func `levels count, restart and take their outer numbers`() throws {
    let numbering = definition(
      level(0, "chineseCountingThousand", "%1、", "<w:suff w:val='nothing'/>"),
      level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    let document = try D.read(
      D.p("甲", list(1)) + D.p("乙", list(1, level: 1)) + D.p("丙", list(1, level: 1))
        + D.p("丁", list(1)) + D.p("戊", list(1, level: 1)),
      numbering: numbering)
    #expect(document.paragraphs == ["一、甲", "1.1 乙", "1.2 丙", "二、丁", "2.1 戊"])
  }

  @Test func `an empty numbered cell shows its number`() throws {
    let numbering = definition(level(0, "decimal", "%1"))
    let empty = "<w:p><w:pPr>\(list(1))</w:pPr></w:p>"
    let document = try D.read(
      D.tbl(D.tr(D.tc(empty), D.tc("a")), D.tr(D.tc(empty), D.tc("b"))), numbering: numbering)
    #expect(document.grids == [[["1", "a"], ["2", "b"]]])
  }

  @Test func `a list that starts anew starts anew`() throws {
    let numbering =
      definition(level(0, "decimal", "%1."))
      + "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
      + "<w:startOverride w:val='1'/></w:lvlOverride></w:num>"
      + "<w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>"
    let document = try D.read(
      D.p("a", list(1)) + D.p("b", list(1)) + D.p("c", list(2)) + D.p("d", list(2))
        + D.p("e", list(3)), numbering: numbering)
    #expect(document.paragraphs == ["1. a", "2. b", "1. c", "2. d", "3. e"])
  }

  @Test func `a style brings its list and a paragraph can leave it`() throws {
    let numbering = definition(
      level(0, "decimal", "%1）", "<w:suff w:val='nothing'/>"),
      level(1, "decimalEnclosedCircle", "%2", "<w:suff w:val='nothing'/><w:pStyle w:val='S2'/>"))
    let styles =
      "<w:style w:type='paragraph' w:styleId='S1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
      + "</w:pPr></w:style><w:style w:type='paragraph' w:styleId='S2'><w:basedOn w:val='S2'/>"
      + "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
      + "<w:style w:type='paragraph' w:styleId='S3'><w:basedOn w:val='S1'/></w:style>"
    let document = try D.read(
      D.p("a", "<w:pStyle w:val='S3'/>") + D.p("b", "<w:pStyle w:val='S2'/>")
        + D.p("c", "<w:pStyle w:val='S1'/><w:numPr><w:numId w:val='0'/></w:numPr>")
        + D.p("d", "<w:pStyle w:val='S1'/>"), numbering: numbering, styles: styles)
    #expect(document.paragraphs == ["1）a", "①b", "c", "2）d"])
  }

  @Test func `bullets give no label`() throws {
    let document = try D.read(
      D.p("点", list(1)), numbering: definition(level(0, "bullet", "\u{F06C}")))
    #expect(document.paragraphs == ["点"])
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    var format: String
    var number: Int
    var text: String
    init(_ format: String, _ number: Int, _ text: String) {
      (self.format, self.number, self.text) = (format, number, text)
    }
    var testDescription: String { "\(format) \(number)" }
  }

  @Test(arguments: [
    Sample("decimal", 12, "12"), Sample("decimalZero", 7, "07"), Sample("lowerLetter", 28, "bb"),
    Sample("upperLetter", 3, "C"), Sample("lowerRoman", 14, "xiv"), Sample("upperRoman", 9, "IX"),
    Sample("chineseCounting", 10, "十"), Sample("chineseCounting", 11, "十一"),
    Sample("chineseCountingThousand", 105, "一百零五"), Sample("japaneseCounting", 20, "二十"),
    Sample("chineseLegalSimplified", 12, "壹拾贰"), Sample("ideographDigital", 20, "二〇"),
    Sample("ideographTraditional", 3, "丙"), Sample("decimalEnclosedCircleChinese", 10, "⑩"),
    Sample("decimalEnclosedParen", 2, "⑵"), Sample("decimalEnclosedFullstop", 1, "⒈"),
    Sample("decimalFullWidth", 12, "１２"), Sample("none", 5, ""), Sample("unknown", 5, "5"),
    Sample("upperRoman", 0, "0"), Sample("lowerLetter", -3, "-3"),
  ])
  func `numbers are written as Word writes them`(sample: Sample) {
    #expect(NumberLabel.text(sample.number, format: sample.format) == sample.text)
  }
}
