import Foundation
import TaskLedger

/// Takes the styles and the page from somebody's Word document, and nothing else.
///
/// A reference document may carry an attached template, pictures from elsewhere, macros and fonts;
/// what a paper takes from it are its styles, as plain XML, and the figures of its page.
package enum StyleDocument {
  /// The built-in reference document with the styles and the page of another one.
  ///
  /// - Parameters:
  ///   - own: A Word document.
  ///   - builtIn: The built-in reference document.
  /// - Returns: A container that holds the parts of the built-in one alone.
  /// - Throws: ``DocumentReadError`` when the document is none, or its styles are no plain XML.
  package static func styles(
    of own: [UInt8], in builtIn: [UInt8]
  ) throws(DocumentReadError) -> [UInt8] {
    let file = "reference.docx"
    let (styles, document) = try ZipArchive.withArchive(own, file: file, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      (try archive.bytes(of: "word/styles.xml"), try archive.bytes(of: "word/document.xml"))
    }
    guard let styles, let text = String(validating: styles, as: UTF8.self), isPlain(text),
      let document, let body = String(validating: document, as: UTF8.self)
    else { throw .damaged(file: file, part: "word/styles.xml", detail: "xml") }
    let entries = try ZipArchive.withArchive(builtIn, file: file, limits: ReadLimits()) {
      (archive) throws(DocumentReadError) in
      var entries: [ZipEntry] = []
      for name in archive.names {
        guard var bytes = try archive.bytes(of: name) else { continue }
        if name == "word/styles.xml" { bytes = styles }
        if name == "word/document.xml" {
          let text = String(decoding: bytes, as: UTF8.self)
          bytes = Array(WordSections.withPage(of: body, text).utf8)
        }
        entries.append(ZipEntry(name: name, content: .bytes(bytes)))
      }
      return entries
    }
    do throws(ZipWriteError) {
      return try ZipWriter.bytes(of: entries, file: file)
    } catch {
      throw .damaged(file: file, part: "", detail: "archive")
    }
  }

  /// Whether XML declares nothing and names no other part: styles need neither.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let refused = ["<!", "<?xml-stylesheet", "http-equiv", " r:id=", " r:embed=", " r:link="]
    let words = refused.map { Array($0.utf8) }
    return !bytes.indices.contains { place in
      words.contains { bytes[place...].starts(with: $0) }
    }
  }
}

extension WordSections {
  /// A main part with the size and the margins of another one's last page.
  static func withPage(of other: String, _ text: String) -> String {
    guard let start = other.range(of: "<w:sectPr", options: .backwards),
      let end = other.range(of: "</w:sectPr>", range: start.lowerBound..<other.endIndex)
    else { return text }
    let page = String(other[start.lowerBound..<end.upperBound])
    var text = text
    for (element, names) in [
      ("pgSz", ["w", "h"]),
      ("pgMar", ["top", "right", "bottom", "left", "header", "footer", "gutter"]),
      ("docGrid", ["linePitch"]),
    ] {
      for name in names {
        guard let value = figure(name, of: element, in: page), (0...100_000).contains(value)
        else { continue }
        text = setting(name, of: element, to: "\(value)", in: text)
      }
    }
    return text
  }
}
