import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Text with a line through it is read, and said.
struct StruckTextTests {
  typealias D = DocxFixture

  private func notes(_ properties: String) throws -> [String] {
    let run = "<w:r><w:rPr>\(properties)</w:rPr><w:t>压缩机构</w:t></w:r><w:r><w:t>规模</w:t></w:r>"
    let bytes = try D.bytes("<w:p>\(run)</w:p>")
    let document = try DocumentReader.read(bytes: bytes, name: "方案.docx", converter: .none)
    guard case .paragraph(let paragraph)? = document.blocks.first else { return [] }
    #expect(paragraph.text == "压缩机构规模")
    return document.diagnostics.map { "\($0.code) \($0.message)" }
  }

  @Test(
    .bug(id: "desk", "struck rows were read as if they stood"),
    arguments: ["<w:strike/>", "<w:dstrike/>", "<w:b/><w:strike w:val=\"1\"/>"])
  func `a line through text is said`(properties: String) throws {
    #expect(try notes(properties) == ["struck-text-read 文中有 1 处文字画了删除线，已照常读入"])
  }

  @Test(arguments: ["<w:strike w:val=\"0\"/>", "<w:b/>"])
  func `no line is not spoken of`(properties: String) throws {
    #expect(try notes(properties) == [])
  }
}
