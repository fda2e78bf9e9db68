import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

struct HostileFileTests {
  typealias D = DocxFixture
  private let name = "方案.docx"

  private func refusal(
    _ bytes: [UInt8], name: String = "方案.docx", limits: ReadLimits = ReadLimits()
  ) -> DocumentReadError? {
    do {
      _ = try DocumentReader.read(bytes: bytes, name: name, limits: limits, converter: .none)
      return nil
    } catch {
      return error
    }
  }

  @Test func `nothing is refused as empty`() {
    #expect(refusal([]) == .empty(file: name))
    #expect(refusal(Array(" \n\t\u{FEFF}".utf8), name: "a.txt") == .empty(file: "a.txt"))
  }

  @Test func `a document type declaration is refused before its entities`() throws {
    for declaration in [
      "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
      "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>", "<!DOCTYPE d SYSTEM 'http://x/y.dtd'>",
    ] {
      #expect(
        refusal(try D.bytes(D.p("&a;"), prefix: declaration))
          == .damaged(file: name, part: "word/document.xml", detail: "doctype"))
    }
  }

  @Test(arguments: ["../evil", "word/../../evil", "/etc/evil", "c:/evil", "word\\..\\evil"])
  func `a name that leaves the container is refused`(entry: String) throws {
    let bytes = try ZipFixture(parts: D.parts(D.p("a")) + [(entry, "x")]).bytes()
    guard case .damaged(_, _, "entry-name") = refusal(bytes) else {
      Issue.record("read")
      return
    }
  }

  @Test func `two parts of one name are refused`() throws {
    let parts = D.parts(D.p("a")) + [("word/document.xml", "<x/>")]
    #expect(
      refusal(try ZipFixture(parts: parts).bytes())
        == .damaged(file: name, part: "word/document.xml", detail: "duplicate"))
  }

  @Test func `encryption is named as such`() throws {
    var fixture = ZipFixture(parts: D.parts(D.p("a")))
    fixture.isEncrypted = true
    #expect(refusal(try fixture.bytes()) == .encrypted(file: name))
    let compound: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 500)
      + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(refusal(compound) == .encrypted(file: name))
  }

  @Test func `a file cut off anywhere is refused`() throws {
    let bytes = try D.bytes(D.tbl(D.tr(D.tc("序号"), D.tc("内容"))))
    for count in stride(from: 4, to: bytes.count - 1, by: 7) {
      #expect(refusal(Array(bytes[..<count])) != nil)
    }
    let text = D.parts(D.p("甲乙丙"))[2].1
    var parts = D.parts("")
    parts[2].1 = String(text.prefix(text.count - 20))
    #expect(
      refusal(try ZipFixture(parts: parts).bytes())
        == .damaged(file: name, part: "word/document.xml", detail: "xml"))
  }

  @Test func `a bomb is refused by its ratio and by its size`() throws {
    let bomb = try D.bytes(D.p(String(repeating: "A", count: 4 << 20)))
    #expect(refusal(bomb) == .tooLarge(file: name, what: .ratio, limit: 250))
    var limits = ReadLimits()
    limits.partBytes = 1 << 20
    #expect(
      refusal(bomb, limits: limits) == .tooLarge(file: name, what: .partBytes, limit: 1 << 20))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var what: DocumentReadError.Limit
    var limits: ReadLimits
    var body: String
    init(
      _ what: DocumentReadError.Limit, _ body: String,
      _ change: (inout ReadLimits) -> Void = { _ in }
    ) {
      testDescription = what.rawValue
      self.what = what
      self.body = body
      limits = ReadLimits()
      change(&limits)
    }
  }

  @Test(arguments: [
    Case(.depth, String(repeating: "<w:tbl><w:tr><w:tc>", count: 100)),
    Case(.columns, "<w:tbl><w:tr>" + String(repeating: "<w:tc/>", count: 1025) + "</w:tr></w:tbl>"),
    Case(
      .columns,
      D.tbl(D.tr(D.tc("a", "<w:gridSpan w:val='9223372036854775807'/>"), D.tc("b")))),
    Case(.rows, D.tbl(D.tr(D.tc("a")), D.tr(D.tc("b")), D.tr(D.tc("c")))) { $0.rows = 2 },
    Case(.cells, D.tbl(D.tr(D.tc("a"), D.tc("b"), D.tc("c")))) { $0.cells = 2 },
    Case(.characters, D.p("一二三四")) { $0.characters = 3 },
    Case(.paragraphs, D.p("一") + D.p("二")) { $0.paragraphs = 1 },
    Case(.elements, D.p("一") + D.p("二")) { $0.elements = 5 },
    Case(.elements, "<w:p \((0..<3000).map { "a\($0)='x'" }.joined(separator: " "))/>"),
    Case(.elements, "<w:p \((0..<300).map { "xmlns:a\($0)='x'" }.joined(separator: " "))/>"),
    Case(.entries, "") { $0.entries = 2 }, Case(.fileBytes, "") { $0.fileBytes = 100 },
  ])
  func `every limit of a document holds`(sample: Case) throws {
    let error = refusal(try D.bytes(sample.body), limits: sample.limits)
    guard case .tooLarge(_, let what, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(what == sample.what)
  }

  @Test(arguments: [
    ("a.csv", String(repeating: ",", count: 2000)),
    ("a.txt", "a" + String(repeating: "\t", count: 2000)),
    ("a.md", "|a|b|\n|-|-|\n" + String(repeating: "|", count: 2000)),
    ("a.html", "<table><tr>" + String(repeating: "<td>x", count: 2000)),
    ("b.html", "<table><tr><td colspan=1000>a<td colspan=1000>b"),
  ])
  func `too many columns of any text are refused`(file: String, text: String) {
    #expect(
      refusal(Array(text.utf8), name: file)
        == .tooLarge(file: file, what: .columns, limit: 1024))
  }

  @Test func `merges that cover each other cost no more than the cells allow`() throws {
    let rows = (1...50).map { "<row r='\($0)'><c r='A\($0)'><v>1</v></c></row>" }.joined()
    let merges = String(repeating: "<mergeCell ref='A1:XFD1048576'/>", count: 100)
    let fixture = XlsxFixture("<sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells>")
    let bytes = try ZipFixture(parts: fixture.parts()).bytes()
    var limits = ReadLimits()
    limits.cells = 1000
    #expect(
      refusal(bytes, limits: limits) == .tooLarge(file: name, what: .cells, limit: 1000))
  }

  @Test func `deep pages and hanging rows are refused`() {
    let deep = Array(String(repeating: "<div>", count: 1000).utf8)
    #expect(refusal(deep, name: "a.html") == .tooLarge(file: "a.html", what: .depth, limit: 240))
    var limits = ReadLimits()
    limits.cells = 1000
    let hanging =
      "<table><tr>" + String(repeating: "<td rowspan=60000>", count: 100)
      + String(repeating: "<tr>", count: 100)
    #expect(
      refusal(Array(hanging.utf8), name: "a.html", limits: limits)
        == .tooLarge(file: "a.html", what: .cells, limit: 1000))
  }

  @Test func `files of no known format are refused`() throws {
    #expect(refusal(Array("<?xml version='1.0'?><x/>".utf8)) == .unknownFormat(file: name))
    #expect(refusal(Array(0...255)) == .unknownFormat(file: name))
    #expect(refusal(try ZipFixture(parts: [("a.txt", "x")]).bytes()) == .unknownFormat(file: name))
  }

  @Test(
    .bug(id: "cli", "a lock file and two bytes were read as text, an archive was to be saved anew"))
  func `what only looks like a document by its name is said to be what it is`() throws {
    let owner = Array("\u{5}admin   ".utf8) + [5, 0, 0x61, 0, 0x64, 0]
    for file in ["~$方案.docx", ".~lock.方案.docx#"] {
      #expect(refusal(owner, name: file) == .unreadableFile(file: file, reason: "lock"))
      #expect(refusal([], name: file) == .unreadableFile(file: file, reason: "lock"))
    }
    for bytes in [Array("PK".utf8), Array("ab".utf8)] {
      #expect(refusal(bytes) == .damaged(file: name, part: "", detail: "archive"))
      #expect(refusal(bytes, name: "a.txt") == nil)
    }
    let packed = try ZipFixture(parts: [("方案/a.txt", "x")]).bytes()
    #expect(refusal(packed, name: "a.zip") == .unreadableFile(file: "a.zip", reason: "archive"))
    let words = ["lock": "文档本身", "archive": "先解压"]
    for (reason, remedy) in words {
      let diagnostic = DocumentReadError.unreadableFile(file: "a", reason: reason).diagnostic
      #expect(diagnostic.remedy?.words.contains(remedy) == true, "\(diagnostic)")
    }
  }

  @Test(arguments: [
    ("旧.doc", "doc"), ("旧.wps", "wps"), ("旧.xls", "xls"), ("稿.pdf", "pdf"), ("稿.rtf", "rtf"),
  ])
  func `formats that need another program say so without it`(file: String, format: String) {
    let head: [UInt8] =
      switch format {
      case "pdf": Array("%PDF-1.4".utf8)
      case "rtf": Array("{\\rtf1".utf8)
      default: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
      }
    guard case .needsConversion(file, format, _) = refusal(head, name: file) else {
      Issue.record("read")
      return
    }
  }

  @Test func `a converted file is read once and said`() throws {
    let docx = try D.bytes(D.p("正文"))
    let converter = OfficeConverter { _, from, to in from == "rtf" && to == "docx" ? docx : nil }
    let document = try DocumentReader.read(
      bytes: Array("{\\rtf1".utf8), name: "稿.rtf", converter: converter)
    #expect(document.paragraphs == ["正文"])
    #expect(document.codes == ["format-converted"])
    let loop = OfficeConverter { bytes, _, _ in bytes }
    #expect(
      throws: DocumentReadError.needsConversion(file: "稿.rtf", format: "rtf", tool: "LibreOffice")
    ) {
      try DocumentReader.read(bytes: Array("{\\rtf1".utf8), name: "稿.rtf", converter: loop)
    }
  }

  @Test func `missing files and folders are named`() {
    #expect(throws: DocumentReadError.unreadableFile(file: "无.docx", reason: "missing")) {
      try DocumentReader.read(fileAt: "/nowhere/无.docx")
    }
    #expect(throws: DocumentReadError.unreadableFile(file: "Tests", reason: "folder")) {
      try DocumentReader.read(
        fileAt: SharedDocuments.repository.appendingPathComponent("Tests").path)
    }
  }
}
