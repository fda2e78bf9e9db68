import Foundation
import OfficeFiles
import TestSupport
import Testing
import XiaohaoCLI

/// What a ledger of somebody else brings along to print papers with.
struct ForeignLayoutTests {
  private let desk: Desk

  init() throws {
    desk = try Desk.withPlan()
    try FileManager.default.createDirectory(
      atPath: desk.path("台账/templates"), withIntermediateDirectories: true)
  }

  private func report(_ words: String) -> Desk.Outcome {
    desk.run("report \(words) --ledger 台账 --today 2020-08-01")
  }

  @Test(.enabled(if: Shell.has("pandoc"), "pandoc is not installed"))
  func `a filter in the ledger's folder is not run, and that is said`() throws {
    let victim = desk.path("被运行")
    try desk.write(
      "台账/templates/printed.lua", Array("io.open('\(victim)', 'w'):write('x'):close()".utf8))
    let outcome = report("filing-form --output 表.docx")
    #expect(outcome.status == .fine)
    #expect(
      outcome.messages.contains("layout-not-used") && outcome.messages.contains("printed.lua"))
    #expect(!FileManager.default.fileExists(atPath: victim))
  }

  @Test(.enabled(if: Shell.has("pandoc"), "pandoc is not installed"))
  func `a picture that a template names is not fetched`() throws {
    let secret = desk.path("秘密.png")
    try desk.write("秘密.png", Array("秘密".utf8))
    try desk.write(
      "台账/templates/filing-form.mustache",
      Array("# 表\n\n![图](\(secret)) ![图](http://127.0.0.1:9/a.png) [链](file:///etc)\n".utf8))
    #expect(report("filing-form --output 表.docx").status == .fine)
    let parts = try ZipArchive.withArchive(at: desk.path("表.docx"), limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      var parts: [(String, [UInt8])] = []
      for name in archive.names { parts.append((name, try archive.bytes(of: name) ?? [])) }
      return parts
    }
    #expect(!parts.contains { $0.0.contains("media/") })
    #expect(
      !parts.contains { String(decoding: $0.1, as: UTF8.self).contains("TargetMode=\"External\"") })
    let body = parts.first { $0.0 == "word/document.xml" }?.1 ?? []
    #expect(String(decoding: body, as: UTF8.self).contains("链"))
  }

  @Test(.enabled(if: Shell.has("pandoc"), "pandoc is not installed"))
  func `from a reference document styles and page are taken and nothing else`() throws {
    desk.run("templates export 台账/templates")
    let path = desk.path("台账/templates/reference.docx")
    var entries: [ZipEntry] = []
    try ZipArchive.withArchive(at: path, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      for name in archive.names {
        var text = String(decoding: try archive.bytes(of: name) ?? [], as: UTF8.self)
        text = text.replacing("仿宋_GB2312", with: "华文仿宋").replacing(
          "w:top=\"2098\"", with: "w:top=\"2222\"")
        text = text.replacing("<w:zoom", with: "<w:attachedTemplate r:id=\"rId1\"/><w:zoom")
        entries.append(ZipEntry(name: name, text: text))
      }
    }
    entries.append(
      ZipEntry(
        name: "word/_rels/settings.xml.rels",
        text:
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/attachedTemplate\" Target=\"http://10.9.8.7/a.dotm\" "
          + "TargetMode=\"External\"/></Relationships>"))
    try Data(ZipWriter.bytes(of: entries, file: "reference.docx")).write(
      to: URL(fileURLWithPath: path))
    #expect(report("self-evaluation --output 表.docx").status == .fine)
    let text = try ZipArchive.withArchive(at: desk.path("表.docx"), limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      var text = ""
      for name in archive.names {
        text += String(decoding: try archive.bytes(of: name) ?? [], as: UTF8.self)
      }
      return text
    }
    #expect(text.contains("华文仿宋") && text.contains("w:top=\"2222\""))
    #expect(!text.contains("attachedTemplate") && !text.contains("10.9.8.7"))
  }

  @Test(arguments: [
    "@import 'http://a/b.css';", "p { background: url(http://a/b) }",
    "p { background: \\75 rl(http://a/b) }", "p{}\n@\\69mport 'x';", "p{background:URL(//a)}",
    "p { background: image-set('http://a/b' 1x) }",
  ])
  func `a style sheet that asks for something from elsewhere is refused`(style: String) throws {
    try desk.write("台账/templates/paper.css", Array(style.utf8))
    let outcome = report("filing-form --format html")
    #expect(outcome.status == .unreadableInput)
    #expect(outcome.messages.contains("style-reaches-out") && outcome.output.isEmpty)
    #expect(report("filing-form --format md").status == .fine)
  }

  @Test func `a style sheet cannot end its element, whatever stands before the mark`() throws {
    try desk.write(
      "台账/templates/paper.css", Array("p{}\u{600}</style><script>alert(1)</script>".utf8))
    #expect(!report("filing-form --format html").output.contains("</style><script>"))
  }

  @Test func `every page forbids what is elsewhere before anything could load it`() throws {
    for words in ["filing-form --format html", "board"] {
      let page = report(words).output
      let policy = try #require(page.range(of: "Content-Security-Policy"))
      let style = try #require(page.range(of: "<style"))
      #expect(policy.lowerBound < style.lowerBound, "\(words)")
      #expect(page.contains("default-src 'none'"))
    }
    try desk.write(
      "台账/templates/board.mustache",
      Array("<script src=\"http://a/b.js\"></script><!DOCTYPE html>\n<html><head>".utf8))
    #expect(report("board").output.hasPrefix("<meta http-equiv=\"Content-Security-Policy\""))
    try desk.write(
      "台账/templates/board.mustache",
      Array("<!DOCTYPE html>\n<html>\n<head>\n<META content='>' HTTP-EQUIV=refresh>".utf8))
    #expect(report("board").status == .unreadableInput)
  }

  @Test func `a page's template cannot turn the escaping off`() throws {
    desk.run([
      "note", "3.1", "<b onclick=a>", "--ledger", "台账", "--actor", "学工部", "--today", "2020-07-30",
    ])
    try desk.write(
      "台账/templates/board.mustache",
      Array(
        "{{% CONTENT_TYPE:TEXT}}\n<!DOCTYPE html>\n<html>\n<head>{{#school}}{{school}}{{/school}}"
          .utf8))
    #expect(report("board").status == .fine)
    try desk.write(
      "台账/templates/board.mustache", Array("<html>\n{{% CONTENT_TYPE:TEXT}}\n{{asOf}}".utf8))
    #expect(report("board").messages.contains("template-tag-refused"))
  }

  @Test(arguments: ["monthly.mustache", "paper.css", "reference.docx"])
  func `a pipe among the templates is refused and not waited for`(name: String) throws {
    #expect(mkfifo(desk.path("台账/templates/\(name)"), 0o600) == 0)
    #expect(report("filing-form --format html").status == .unreadableInput)
  }
}
