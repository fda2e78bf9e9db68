import TaskLedger

/// Reads Word documents (.docx): paragraphs and tables of the body, tracked changes as accepted.
struct DocxReader {
  /// Reads the document of a container.
  static func read(_ archive: ZipArchive, name: String) throws(DocumentReadError) -> SourceDocument
  {
    let main = try OfficePackage.mainPart(of: archive, default: "word/document.xml")
    let relationships = try OfficePackage.relationships(of: main, in: archive)
    let numbering = try numbering(relationships, in: archive)
    guard let part = try archive.open(main) else {
      throw .damaged(file: name, part: main, detail: "missing")
    }
    let body = DocxBody(
      file: name, numbering: numbering, budget: ReadBudget(file: name, limits: archive.limits))
    try XMLStream.read(part, with: body)
    return try body.finish()
  }

  private static func numbering(
    _ relationships: [OfficePackage.Relationship], in archive: ZipArchive
  ) throws(DocumentReadError) -> DocxNumbering? {
    func part(_ kind: String) throws(DocumentReadError) -> ZipArchive.Part? {
      guard let name = relationships.first(where: { $0.kind == kind })?.part else { return nil }
      return try archive.open(name)
    }
    guard let lists = try part("numbering") else { return nil }
    let handler = DocxNumberingHandler()
    try XMLStream.read(lists, with: handler)
    var numbering = handler.numbering
    if let part = try part("styles") {
      let styles = DocxStyleHandler()
      try XMLStream.read(part, with: styles)
      numbering.styles = styles.styles
    }
    return numbering
  }
}
