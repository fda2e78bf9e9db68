import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Text with a line through it is left out, and said.
struct StruckTextTests {
  typealias D = DocxFixture

  private func read(_ properties: String) throws -> (text: String, notes: [String]) {
    let run = "<w:r><w:rPr>\(properties)</w:rPr><w:t>压缩机构</w:t></w:r><w:r><w:t>规模</w:t></w:r>"
    let bytes = try D.bytes("<w:p>\(run)</w:p>")
    let document = try DocumentReader.read(bytes: bytes, name: "方案.docx", converter: .none)
    guard case .paragraph(let paragraph)? = document.blocks.first else { return ("", []) }
    return (paragraph.text, document.diagnostics.map { "\($0.code) \($0.message)" })
  }

  @Test(
    .bug(id: "desk", "struck rows were read as if they stood"),
    arguments: ["<w:strike/>", "<w:dstrike/>", "<w:b/><w:strike w:val=\"1\"/>"])
  func `text with a line through it is left out and said`(properties: String) throws {
    let (text, notes) = try read(properties)
    #expect(text == "规模")
    #expect(notes == ["struck-text-left-out 有 1 处文字画了删除线，没有读入"])
  }

  @Test(arguments: ["<w:strike w:val=\"0\"/>", "<w:b/>"])
  func `no line is not spoken of`(properties: String) throws {
    let (text, notes) = try read(properties)
    #expect(text == "压缩机构规模")
    #expect(notes == [])
  }
}
