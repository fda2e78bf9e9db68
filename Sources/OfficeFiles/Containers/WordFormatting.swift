import Foundation

/// Writes what the styles of a Word document say once more into its paragraphs and runs: alignment,
/// indent, face and size.
///
/// WPS and checkers of official papers read direct formatting, and some of them nothing else.
package struct WordFormatting {
  /// What a style says.
  private struct Style {
    var base: String?
    /// `w:ind` and `w:jc`.
    var indent: String?
    var alignment: String?
    /// `w:rFonts`, `w:sz` and `w:szCs`.
    var faces: String?
    var sizes: String?
  }

  private var styles: [String: Style] = [:]

  /// Reads the styles of the reference document.
  package init(styles xml: String) {
    var rest = Substring(xml)
    while let start = rest.range(of: "<w:style "), let end = rest.range(of: "</w:style>"),
      start.upperBound < end.lowerBound
    {
      let block = rest[start.upperBound..<end.lowerBound]
      rest = rest[end.upperBound...]
      guard let id = Self.value("w:styleId", in: block) else { continue }
      styles[id] = Style(
        base: Self.element("w:basedOn", in: block).flatMap { Self.value("w:val", in: $0[...]) },
        indent: Self.element("w:ind", in: block), alignment: Self.element("w:jc", in: block),
        faces: Self.element("w:rFonts", in: block),
        sizes: Self.element("w:sz", in: block).map {
          $0 + (Self.element("w:szCs", in: block) ?? "")
        })
    }
  }

  /// The main part with direct formatting; paragraphs and runs that say something of their own are
  /// left as they are.
  package func applied(to xml: String) -> String {
    var result = ""
    var rest = Substring(xml)
    while let start = rest.range(of: Self.opening) {
      result += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      guard let quote = rest.firstIndex(of: "\""), let end = rest.range(of: "</w:p>") else { break }
      let id = String(rest[..<quote])
      var paragraph = rest[..<end.lowerBound]
      rest = rest[end.lowerBound...]
      guard let close = paragraph.range(of: "/>") else {
        result += paragraph
        continue
      }
      result += paragraph[..<close.upperBound]
      paragraph = paragraph[close.upperBound...]
      for keep in Self.keeps where paragraph.hasPrefix(keep) {
        result += keep
        paragraph = paragraph.dropFirst(keep.count)
      }
      if paragraph.hasPrefix("</w:pPr>") {
        result += wanted(\.indent, of: id) ?? ""
        result += wanted(\.alignment, of: id) ?? ""
      }
      result += withFaces(paragraph, of: id)
    }
    return result + rest
  }

  /// A paragraph that stays with the next or whole says nothing of its own about its looks.
  private static let keeps = ["<w:keepNext/>", "<w:keepLines/>"]
  private static let opening = "<w:p><w:pPr><w:pStyle w:val=\""

  /// Runs without properties of their own, or with bold alone, get face and size.
  private func withFaces(_ paragraph: Substring, of id: String) -> String {
    guard let faces = wanted(\.faces, of: id), let sizes = wanted(\.sizes, of: id) else {
      return String(paragraph)
    }
    let plain = String(paragraph)
      .replacing("<w:r><w:t", with: "<w:r><w:rPr>\(faces)\(sizes)</w:rPr><w:t")
    return Self.bold.reduce(plain) { text, bold in
      text.replacing(
        "<w:r><w:rPr>\(bold)</w:rPr>", with: "<w:r><w:rPr>\(faces)<w:b/><w:bCs/>\(sizes)</w:rPr>")
    }
  }

  /// How pandoc and our filter say that a run is bold and nothing else.
  private static let bold = ["<w:b /><w:bCs />", "<w:b/><w:bCs/>", "<w:bCs /><w:b />"]

  /// What a style says, or the nearest of those it rests on.
  private func wanted(_ path: KeyPath<Style, String?>, of id: String) -> String? {
    var next: String? = id
    for _ in 0..<10 {
      guard let id = next, let style = styles[id] else { return nil }
      if let found = style[keyPath: path] { return found }
      next = style.base
    }
    return nil
  }

  /// An empty element as written, such as `<w:jc w:val="center"/>`.
  private static func element(_ name: String, in block: Substring) -> String? {
    guard let start = block.range(of: "<\(name) "),
      let end = block[start.upperBound...].range(of: "/>")
    else { return nil }
    return String(block[start.lowerBound..<end.upperBound])
  }

  private static func value(_ attribute: String, in text: Substring) -> String? {
    guard let start = text.range(of: "\(attribute)=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}
