import TaskLedger

/// Reads Word documents (.docx): paragraphs and tables of the body, tracked changes as accepted.
struct DocxReader {
  /// Reads the document of a container.
  static func read(
    _ archive: ZipArchive, main: String, name: String
  ) throws(DocumentReadError) -> SourceDocument {
    let relationships = try OfficePackage.relationships(of: main, in: archive)
    let styles = try styles(relationships, in: archive)
    let numbering = try numbering(relationships, styles, in: archive)
    guard let part = try archive.open(main) else {
      throw .damaged(file: name, part: main, detail: "missing")
    }
    let body = DocxBody(
      file: name, numbering: numbering, styles: styles,
      budget: ReadBudget(file: name, limits: archive.limits))
    try XMLStream.read(part, with: body)
    let document = try body.finish(notes(relationships, in: archive))
    if document.blocks.isEmpty, body.hasPictures { throw .noText(file: name, holds: .pictures) }
    return document
  }

  private static func part(
    _ kind: String, _ relationships: [OfficePackage.Relationship], in archive: ZipArchive
  ) throws(DocumentReadError) -> ZipArchive.Part? {
    guard let name = relationships.first(where: { $0.kind == kind })?.part else { return nil }
    return try archive.open(name)
  }

  /// The words of comments, footnotes and endnotes; a part that is damaged is said.
  private static func notes(
    _ relationships: [OfficePackage.Relationship], in archive: ZipArchive
  ) throws(DocumentReadError) -> DocxNotes.Texts {
    var texts = DocxNotes.Texts()
    for (kind, texted) in DocxNotes.Texts.kinds {
      guard let name = relationships.first(where: { $0.kind == kind })?.part else { continue }
      let handler = DocxNoteHandler()
      if try !AttachedNotes.read(name, of: archive, with: handler) {
        texts.damaged.append((kind == "comments" ? .comments : .footnotes, name))
      }
      texts[keyPath: texted] = handler.words
    }
    return texts
  }

  private static func styles(
    _ relationships: [OfficePackage.Relationship], in archive: ZipArchive
  ) throws(DocumentReadError) -> DocxStyles {
    let handler = DocxStyleHandler()
    if let part = try part("styles", relationships, in: archive) {
      try XMLStream.read(part, with: handler)
    }
    return handler.styles
  }

  private static func numbering(
    _ relationships: [OfficePackage.Relationship], _ styles: DocxStyles, in archive: ZipArchive
  ) throws(DocumentReadError) -> DocxNumbering? {
    guard let lists = try part("numbering", relationships, in: archive) else { return nil }
    let handler = DocxNumberingHandler()
    try XMLStream.read(lists, with: handler)
    var numbering = handler.numbering
    numbering.styles = styles
    return numbering
  }
}
