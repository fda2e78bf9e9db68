import Testing

import OfficeFiles

/// What styles say stands in paragraphs and runs too.
struct WordFormattingTests {
  private static let styles = """
    <w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>\
    <w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>\
    <w:szCs w:val="32"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Normal"/><w:pPr>\
    <w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>
    """

  private func applied(_ paragraph: String) -> String {
    WordFormatting(styles: Self.styles).applied(to: "<w:body>\(paragraph)</w:body>")
  }

  @Test func `a paragraph gets the alignment, face and size of its style`() {
    let text = applied(
      "<w:p><w:pPr><w:pStyle w:val=\"Title\" /></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>")
    #expect(
      text == "<w:body><w:p><w:pPr><w:pStyle w:val=\"Title\" /><w:jc w:val=\"center\"/></w:pPr>"
        + "<w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"44\"/>"
        + "<w:szCs w:val=\"44\"/></w:rPr><w:t>标题</w:t></w:r></w:p></w:body>")
  }

  @Test(arguments: ["<w:b /><w:bCs />", "<w:b/><w:bCs/>", "<w:bCs /><w:b />"])
  func `a bold run gets the face and size of its style`(bold: String) {
    let text = applied(
      "<w:p><w:pPr><w:pStyle w:val=\"Title\" /></w:pPr>"
        + "<w:r><w:rPr>\(bold)</w:rPr><w:t>粗</w:t></w:r></w:p>")
    #expect(
      text.contains(
        "<w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/><w:b/><w:bCs/><w:sz w:val=\"44\"/>"
          + "<w:szCs w:val=\"44\"/></w:rPr><w:t>粗</w:t></w:r>"))
  }

  @Test func `what a paragraph says of itself stays`() {
    let own = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/><w:jc w:val=\"left\"/></w:pPr></w:p>"
    #expect(applied(own) == "<w:body>\(own)</w:body>")
    let unknown = "<w:p><w:pPr><w:pStyle w:val=\"Other\"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>"
    #expect(applied(unknown) == "<w:body>\(unknown)</w:body>")
  }
}
