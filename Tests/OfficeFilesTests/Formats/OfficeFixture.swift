import OfficeFiles
import TestSupport

/// Word documents made up of a body in raw WordprocessingML.
enum DocxFixture {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

  /// The bytes of a document with this body and, when given, these other parts.
  static func bytes(
    _ body: String, numbering: String? = nil, styles: String? = nil, prefix: String = ""
  ) throws -> [UInt8] {
    try ZipFixture(parts: parts(body, numbering: numbering, styles: styles, prefix: prefix))
      .bytes()
  }

  /// The parts of a document.
  static func parts(
    _ body: String, numbering: String? = nil, styles: String? = nil, prefix: String = ""
  ) -> [(String, String)] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    var parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships xmlns='\(packages)'><Relationship Id='r1' Type='\(types)/officeDocument' "
          + "Target='word/document.xml'/></Relationships>"
      ),
      (
        "word/document.xml",
        prefix + "<w:document xmlns:w='\(word)' xmlns:mc='\(compatibility)' "
          + "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
          + "<w:body>\(body)</w:body></w:document>"
      ),
    ]
    var targets = ""
    if let numbering {
      targets += "<Relationship Id='r2' Type='\(types)/numbering' Target='numbering.xml'/>"
      parts.append(
        ("word/numbering.xml", "<w:numbering xmlns:w='\(word)'>\(numbering)</w:numbering>"))
    }
    if let styles {
      targets += "<Relationship Id='r3' Type='\(types)/styles' Target='/word/styles.xml'/>"
      parts.append(("word/styles.xml", "<w:styles xmlns:w='\(word)'>\(styles)</w:styles>"))
    }
    if !targets.isEmpty {
      parts.append(
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns='\(packages)'>\(targets)</Relationships>"
        ))
    }
    return parts
  }

  static func read(
    _ body: String, numbering: String? = nil, styles: String? = nil
  ) throws -> SourceDocument {
    try DocumentReader.read(
      bytes: try bytes(body, numbering: numbering, styles: styles), name: "方案.docx")
  }

  static func p(_ text: String, _ properties: String = "") -> String {
    let kept = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(kept)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  static func tc(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.hasPrefix("<") ? text : p(text))</w:tc>"
  }

  static func tr(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  static func tbl(_ rows: String...) -> String { "<w:tbl>\(rows.joined())</w:tbl>" }
}
