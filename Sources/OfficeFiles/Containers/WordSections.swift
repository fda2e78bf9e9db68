import Foundation

/// Finishes what pandoc leaves open in a Word document, and packs it the same way every time.
///
/// pandoc knows one section only, that of its reference document. `printed.lua` marks where others
/// end, with a `w:sectPr` that says no more than landscape or other margins; here each of them gets
/// the page, margins and page numbers of the reference document, turned for landscape. Parts are
/// packed without a clock.
package enum WordSections {
  /// Finishes a document.
  ///
  /// - Parameters:
  ///   - document: What pandoc wrote.
  ///   - reference: The reference document it was given, whose settings are taken as they are:
  ///     pandoc mixes them with its own.
  /// - Returns: The container.
  /// - Throws: ``DocumentReadError`` when either is no Word document.
  package static func finished(
    _ document: [UInt8], reference: [UInt8]
  ) throws(DocumentReadError) -> [UInt8] {
    let (settings, styles) = try ZipArchive.withArchive(
      reference, file: "reference.docx", limits: ReadLimits()
    ) { (archive) throws(DocumentReadError) in
      (try archive.bytes(of: "word/settings.xml"), try archive.bytes(of: "word/styles.xml"))
    }
    let formatting = WordFormatting(styles: String(decoding: styles ?? [], as: UTF8.self))
    let entries = try ZipArchive.withArchive(
      document, file: "document.docx", limits: ReadLimits()
    ) { (archive) throws(DocumentReadError) in
      var entries: [ZipEntry] = []
      for name in archive.names.sorted(by: isBefore) where !name.hasSuffix("/") {
        guard var bytes = try archive.bytes(of: name) else { continue }
        if name == "word/document.xml" {
          let text = withSections(String(decoding: bytes, as: UTF8.self))
          bytes = Array(formatting.applied(to: text).utf8)
        }
        if name == "word/settings.xml", let settings { bytes = settings }
        entries.append(ZipEntry(name: name, content: .bytes(bytes)))
      }
      return entries
    }
    do throws(ZipWriteError) {
      return try ZipWriter.bytes(of: entries, file: "document.docx")
    } catch {
      throw .damaged(file: "document.docx", part: "", detail: "archive")
    }
  }

  /// `[Content_Types].xml` first, as readers of office files expect it.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    let (first, second) = (one.hasPrefix("[") ? 0 : 1, other.hasPrefix("[") ? 0 : 1)
    return (first, one) < (second, other)
  }

  private static let opening = "<w:sectPr"
  private static let closing = "</w:sectPr>"
  private static let mark = "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/><w:sectPr>"
  private static let markEnd = "</w:sectPr></w:pPr></w:p>"

  /// The main part with every marked section written out; the last one is the document's own.
  static func withSections(_ text: String) -> String {
    guard let start = text.range(of: opening, options: .backwards),
      let end = text.range(of: closing, range: start.lowerBound..<text.endIndex)
    else { return text }
    let page = String(text[start.lowerBound..<end.upperBound])
    var rest = text[..<start.lowerBound]
    var result = ""
    var last = page
    while let begin = rest.range(of: mark), let finish = rest.range(of: markEnd) {
      let section = section(page, as: rest[begin.upperBound..<finish.lowerBound])
      result += rest[..<begin.lowerBound]
      rest = rest[finish.upperBound...]
      // pandoc 3 indents what it writes.
      if rest.allSatisfy(\.isWhitespace) {
        last = section
      } else {
        result += mark.dropLast("<w:sectPr>".count) + section + "</w:pPr></w:p>"
      }
    }
    return result + rest + last + text[end.upperBound...]
  }

  /// The section of the reference document as a mark wants it: turned, with margins of its own.
  private static func section(_ page: String, as wish: Substring) -> String {
    var section = wish.contains("w:orient=\"landscape\"") ? turned(page) : page
    let wish = String(wish)
    if let old = tag("pgMar", in: section), let new = tag("pgMar", in: wish) {
      section.replaceSubrange(old, with: wish[new])
    }
    return section
  }

  /// A section turned by a quarter so that the head of the page lies where the binding edge was.
  ///
  /// The page number keeps its distance from the text.
  static func turned(_ section: String) -> String {
    let old = section
    let page = (width: figure("w", of: "pgSz", in: old), height: figure("h", of: "pgSz", in: old))
    let names = ["top", "right", "bottom", "left", "footer"]
    let margins = names.map { figure($0, of: "pgMar", in: old) }
    guard let width = page.width, let height = page.height,
      let top = margins[0], let right = margins[1], let bottom = margins[2], let left = margins[3]
    else { return section }
    let footer = margins[4].map { max(284, $0 - bottom + right) }
    var new = setting("w", of: "pgSz", to: "\(height)", in: section)
    new = setting("h", of: "pgSz", to: "\(width)", in: new)
    new = setting("orient", of: "pgSz", to: "landscape", in: new)
    for (name, value) in [("top", left), ("right", top), ("bottom", right), ("left", bottom)] {
      new = setting(name, of: "pgMar", to: "\(value)", in: new)
    }
    if let footer { new = setting("footer", of: "pgMar", to: "\(footer)", in: new) }
    return new
  }

  static func figure(_ attribute: String, of element: String, in text: String) -> Int? {
    guard let tag = tag(element, in: text),
      let start = text.range(of: " w:\(attribute)=\"", range: tag),
      let end = text.range(of: "\"", range: start.upperBound..<tag.upperBound)
    else { return nil }
    return Int(text[start.upperBound..<end.lowerBound])
  }

  static func setting(
    _ attribute: String, of element: String, to value: String, in text: String
  ) -> String {
    guard let tag = tag(element, in: text) else { return text }
    var text = text
    if let start = text.range(of: " w:\(attribute)=\"", range: tag),
      let end = text.range(of: "\"", range: start.upperBound..<tag.upperBound)
    {
      text.replaceSubrange(start.upperBound..<end.lowerBound, with: value)
    } else {
      let place = text.index(tag.lowerBound, offsetBy: "<w:\(element)".count)
      text.insert(contentsOf: " w:\(attribute)=\"\(value)\"", at: place)
    }
    return text
  }

  private static func tag(_ name: String, in text: String) -> Range<String.Index>? {
    guard let start = text.range(of: "<w:\(name) "),
      let end = text.range(of: ">", range: start.upperBound..<text.endIndex)
    else { return nil }
    return start.lowerBound..<end.upperBound
  }
}
