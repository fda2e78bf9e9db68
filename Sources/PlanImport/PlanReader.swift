import Foundation
import TaskLedger

/// Reads a document of any known format into tables and paragraphs.
///
/// The format is found by content; the extension of the name only decides between text formats
/// that look alike. Nothing is written, and nothing outside of the bytes is loaded.
package enum PlanReader {
  /// Reads a document from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The file name without its folder, as messages print it.
  ///   - limits: What is refused as too large.
  /// - Returns: The tables and paragraphs in order.
  /// - Throws: ``PlanReadError`` when the document cannot be read at all.
  package static func read(
    bytes: [UInt8], name: String, limits: ReadLimits = ReadLimits()
  ) throws(PlanReadError) -> SourceDocument {
    if bytes.isEmpty { throw .empty(file: name) }
    if bytes.count > limits.fileBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.fileBytes)
    }
    switch FileFormat.find(in: bytes, name: name) {
    case .zip: return try readContainer(bytes, name: name, limits: limits)
    case .encryptedOffice: throw .encrypted(file: name)
    case .unknown: throw .unknownFormat(file: name)
    case .text: return try readText(bytes, name: name, limits: limits)
    }
  }

  /// Reads a document from a file; the name in messages is the last part of the path.
  package static func read(
    fileAt path: String, limits: ReadLimits = ReadLimits()
  ) throws(PlanReadError) -> SourceDocument {
    try read(
      bytes: try self.bytes(ofFileAt: path, limits: limits),
      name: URL(fileURLWithPath: path).lastPathComponent, limits: limits)
  }

  /// The bytes of a file that may be a document.
  ///
  /// - Throws: ``PlanReadError`` when it is missing, a folder, not readable or too large.
  package static func bytes(
    ofFileAt path: String, limits: ReadLimits = ReadLimits()
  ) throws(PlanReadError) -> [UInt8] {
    try FileBytes.read(
      path, name: URL(fileURLWithPath: path).lastPathComponent, limit: limits.fileBytes)
  }

  private static func readContainer(
    _ bytes: [UInt8], name: String, limits: ReadLimits
  ) throws(PlanReadError) -> SourceDocument {
    try ZipArchive.withArchive(bytes, file: name, limits: limits) {
      archive throws(PlanReadError) in
      if archive.containsPart(under: "word/") { return try DocxReader.read(archive, name: name) }
      if archive.contains("xl/workbook.bin") {
        throw .needsConversion(file: name, format: "xlsb", tool: "LibreOffice")
      }
      if archive.containsPart(under: "xl/") { return try XlsxReader.read(archive, name: name) }
      throw .unknownFormat(file: name)
    }
  }

  private static func readText(
    _ bytes: [UInt8], name: String, limits: ReadLimits
  ) throws(PlanReadError) -> SourceDocument {
    if bytes.count > limits.textBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.textBytes)
    }
    guard let decoded = TextDecoding.decode(bytes) else { throw .unknownFormat(file: name) }
    let text = CleanText(decoded.text)
    if UTF8Text.trimmed(text.utf8, 0..<text.utf8.count).isEmpty { throw .empty(file: name) }
    let written = UTF8Text.string(text.utf8, 0..<text.utf8.count)
    var document =
      if MarkdownReader.recognises(written, name: name) {
        try MarkdownReader.read(written, name: name, limits: limits)
      } else if CSVReader.recognises(text.utf8, name: name) {
        try CSVReader.read(text.utf8, name: name, limits: limits)
      } else {
        try TextReader.read(text, name: name, limits: limits)
      }
    if decoded.isRepaired { document.diagnostics.append(.textRepaired(file: name)) }
    return document
  }
}
