import Foundation

/// The text of a Word document as it is to be printed: every run, in order, without layout.
package enum WordText {
  /// The text of the main part.
  ///
  /// - Parameter document: The container.
  /// - Returns: The runs one after the other.
  /// - Throws: ``DocumentReadError`` when it is no Word document.
  package static func printed(_ document: [UInt8]) throws(DocumentReadError) -> String {
    let part = try ZipArchive.withArchive(
      document, file: "document.docx", limits: ReadLimits()
    ) { (archive) throws(DocumentReadError) in try archive.bytes(of: "word/document.xml") }
    return runs(of: String(decoding: part ?? [], as: UTF8.self))
  }

  /// The texts of `w:t` elements, references resolved.
  static func runs(of xml: String) -> String {
    var text = ""
    var rest = Substring(xml)
    while let start = rest.range(of: "<w:t") {
      rest = rest[start.upperBound...]
      // `w:tbl`, `w:tab` and others begin alike.
      guard let next = rest.first, next == ">" || next == " ", let open = rest.firstIndex(of: ">")
      else { continue }
      let isEmpty = rest[..<open].last == "/"
      rest = rest[rest.index(after: open)...]
      guard !isEmpty, let end = rest.range(of: "</w:t>") else { continue }
      text += unescaped(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return text
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
