import Foundation
import OfficeFiles
import TestSupport
import Testing

struct WordSectionsTests {
  private static let page =
    "<w:sectPr><w:footerReference r:id=\"rId9\" w:type=\"default\" /><w:pgSz w:h=\"16838\" w:w=\"11906\" />"
    + "<w:pgMar w:bottom=\"1984\" w:footer=\"1307\" w:left=\"1587\" w:right=\"1474\" w:top=\"2098\" />"
    + "</w:sectPr>"
  private static let turned =
    "<w:sectPr><w:footerReference r:id=\"rId9\" w:type=\"default\" />"
    + "<w:pgSz w:orient=\"landscape\" w:h=\"11906\" w:w=\"16838\" />"
    + "<w:pgMar w:bottom=\"1474\" w:footer=\"797\" w:left=\"1984\" w:right=\"2098\" w:top=\"1587\" />"
    + "</w:sectPr>"

  private static func mark(_ wish: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/><w:sectPr>\(wish)</w:sectPr></w:pPr></w:p>"
  }

  private static let across = mark("<w:pgSz w:orient=\"landscape\"/>")

  /// The main part as it leaves a container with this body.
  private func finished(_ body: String) throws -> String {
    let document = try ZipFixture(parts: [
      ("word/settings.xml", "<mixed/>"), ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", "<w:body>\(body)\(Self.page)</w:body>"),
    ]).bytes()
    let reference = try ZipFixture(parts: [("word/settings.xml", "<settings/>")]).bytes()
    let bytes = try WordSections.finished(document, reference: reference)
    #expect(try WordSections.finished(document, reference: reference) == bytes)
    return try ScratchFolder.with { folder in
      try ZipFile.text(of: "word/document.xml", in: bytes, folder: folder)
    }
  }

  @Test func `a mark gets page, margins and page numbers of the document`() throws {
    let text = try finished("<w:p>前</w:p>" + Self.mark("") + "<w:p>后</w:p>")
    #expect(
      text
        == "<w:body><w:p>前</w:p><w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>\(Self.page)</w:pPr></w:p>"
        + "<w:p>后</w:p>\(Self.page)</w:body>")
  }

  @Test func `a landscape part is turned with its margins, the page number at the same distance`()
    throws
  {
    let text = try finished("<w:p>前</w:p>" + Self.across + "<w:p>后</w:p>")
    #expect(
      text
        == "<w:body><w:p>前</w:p><w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>\(Self.turned)</w:pPr></w:p>"
        + "<w:p>后</w:p>\(Self.page)</w:body>")
  }

  @Test func `a mark at the end is the document's own section, so that no empty page follows`()
    throws
  {
    let text = try finished("<w:p>前</w:p>" + Self.mark("") + "<w:p>后</w:p>" + Self.across)
    #expect(text.hasSuffix("<w:p>后</w:p>\(Self.turned)</w:body>"))
    #expect(text.contains("\(Self.page)</w:pPr>"))
  }

  @Test func `white space behind the last mark is no page`() throws {
    let text = try finished("\n <w:p>文</w:p>\n " + Self.across + "\n ")
    #expect(text == "<w:body>\n <w:p>文</w:p>\n \n \(Self.turned)</w:body>")
  }

  @Test func `margins that a mark names win`() throws {
    let margins = "<w:pgMar w:top=\"1417\" w:left=\"1417\"/>"
    let text = try finished("<w:p>文</w:p>" + Self.mark(margins))
    #expect(text.contains("<w:pgSz w:h=\"16838\" w:w=\"11906\" />\(margins)</w:sectPr></w:body>"))
  }

  @Test func `settings are those of the reference document`() throws {
    let document = try ZipFixture(parts: [
      ("word/document.xml", "<w:body/>"), ("word/settings.xml", "<mixed/>"),
    ]).bytes()
    let reference = try ZipFixture(parts: [("word/settings.xml", "<settings/>")]).bytes()
    let bytes = try WordSections.finished(document, reference: reference)
    let settings = try ScratchFolder.with { folder in
      try ZipFile.text(of: "word/settings.xml", in: bytes, folder: folder)
    }
    #expect(settings == "<settings/>")
  }

  @Test func `what is no container is refused`() {
    #expect(throws: DocumentReadError.self) {
      try WordSections.finished(Array("no zip".utf8), reference: [])
    }
  }
}

/// Reads one part of a container.
enum ZipFile {
  static func text(of part: String, in bytes: [UInt8], folder: String) throws -> String {
    let path = folder + "/container.zip"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try ZipArchive.withArchive(at: path, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      String(decoding: try archive.bytes(of: part) ?? [], as: UTF8.self)
    }
  }
}
