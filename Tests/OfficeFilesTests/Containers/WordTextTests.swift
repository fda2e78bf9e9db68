import OfficeFiles
import TestSupport
import Testing

/// The text of a Word document, against which a printed paper is compared.
struct WordTextTests {
  private func printed(_ body: String) throws -> String {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let document = "<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"
    return try WordText.printed(
      try ZipFixture(parts: [("word/document.xml", document)]).bytes())
  }

  @Test(
    .bug(id: "desk", "a straight apostrophe was said to be lost in print"),
    arguments: [
      ("学生会&#39;三会&#x27;制度", "学生会'三会'制度"), ("甲&amp;lt;乙", "甲&lt;乙"),
      ("&lt;3&gt; &quot;&apos;", "<3> \"'"),
    ])
  func `references are resolved once, numbers too`(written: String, expected: String) throws {
    #expect(try printed("<w:p><w:r><w:t>\(written)</w:t></w:r></w:p>") == expected)
  }

  @Test func `the runs come one after the other, and nothing else is text`() throws {
    let text = try printed(
      "<w:p><w:r><w:t xml:space=\"preserve\">甲 </w:t><w:tab/><w:t/></w:r></w:p>"
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>乙</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>")
    #expect(text == "甲 乙")
  }
}
