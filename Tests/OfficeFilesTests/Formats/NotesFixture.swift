import OfficeFiles
import TaskLedger
import TestSupport

/// Documents with notes beside their text.
enum NotesFixture {
  private typealias D = DocxFixture
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// A workbook with one cell, `D2`, whose sheet has these parts of notes; nil is a part that is
  /// named and not there.
  static func workbook(_ notes: [(kind: String, part: String?)]) throws -> SourceDocument {
    let fixture = XlsxFixture(
      "<sheetData><row r='2'><c r='D2' t='inlineStr'><is><t>2020年6月</t></is></c></row></sheetData>")
    let links = notes.map {
      "<Relationship Id='\($0.kind)' Type='\(types)/\($0.kind)' Target='../\($0.kind).xml'/>"
    }
    let parts =
      fixture.parts()
      + notes.compactMap { note in note.part.map { ("xl/\(note.kind).xml", $0) } } + [
        (
          "xl/worksheets/_rels/sheet0.xml.rels",
          "<Relationships xmlns='\(packages)'>\(links.joined())</Relationships>"
        )
      ]
    return try DocumentReader.read(bytes: try ZipFixture(parts: parts).bytes(), name: "方案.xlsx")
  }

  /// The part of the notes of a sheet with these entries.
  static func comments(_ entries: String, isWhole: Bool = true) -> String {
    "<comments xmlns='\(XlsxFixture.sheet)'><authors/><commentList>\(entries)"
      + (isWhole ? "</commentList></comments>" : "")
  }

  /// A note of a cell.
  static func comment(_ cell: String, _ words: String) -> String {
    "<comment ref='\(cell)'><text><t>\(words)</t></text></comment>"
  }

  /// A Word document with this body, whose parts of notes are these by their kinds.
  static func document(
    _ body: String, _ notes: [(kind: String, part: String?)]
  ) throws -> SourceDocument {
    let links = notes.map {
      "<Relationship Id='\($0.kind)' Type='\(types)/\($0.kind)' Target='\($0.kind).xml'/>"
    }
    let parts =
      D.parts(body)
      + notes.compactMap { note in note.part.map { ("word/\(note.kind).xml", $0) } } + [
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns='\(packages)'>\(links.joined())</Relationships>"
        )
      ]
    return try DocumentReader.read(bytes: try ZipFixture(parts: parts).bytes(), name: "方案.docx")
  }

  /// A part of notes of a Word document: `comments`, `footnotes`.
  static func part(_ name: String, _ entries: String, isWhole: Bool = true) -> String {
    "<w:\(name) xmlns:w='\(D.word)'>\(entries)" + (isWhole ? "</w:\(name)>" : "")
  }

  /// What is said of the notes of a document.
  static func said(_ document: SourceDocument) -> [String] {
    document.diagnostics.filter { $0.code.hasSuffix("s-left-out") }
      .map { "\($0.location?.description ?? "-") \($0.message)" }
  }
}
