import Foundation
import TaskLedger

/// Reads a document of any known format into tables and paragraphs.
///
/// The format is found by content; the extension of the name only decides between text formats
/// that look alike. Nothing is written but the work folder of a conversion, and nothing outside of
/// the bytes is loaded.
package enum DocumentReader {
  /// Reads a document from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - name: The file name without its folder, as messages print it.
  ///   - limits: What is refused as too large.
  ///   - converter: What turns old formats into ones that are read here.
  /// - Returns: The tables and paragraphs in order.
  /// - Throws: ``DocumentReadError`` when the document cannot be read at all.
  package static func read(
    bytes: [UInt8], name: String, limits: ReadLimits = ReadLimits(),
    converter: OfficeConverter = .installed
  ) throws(DocumentReadError) -> SourceDocument {
    let source = Source(name: name, limits: limits, converter: converter)
    return try source.read(bytes)
  }

  /// Reads a document from a file; the name in messages is the last part of the path.
  package static func read(
    fileAt path: String, limits: ReadLimits = ReadLimits(),
    converter: OfficeConverter = .installed
  ) throws(DocumentReadError) -> SourceDocument {
    try read(
      bytes: try self.bytes(ofFileAt: path, limits: limits),
      name: URL(fileURLWithPath: path).lastPathComponent, limits: limits, converter: converter)
  }

  /// The bytes of a file that may be a document.
  ///
  /// - Throws: ``DocumentReadError`` when it is missing, a folder, not readable or too large.
  package static func bytes(
    ofFileAt path: String, limits: ReadLimits = ReadLimits()
  ) throws(DocumentReadError) -> [UInt8] {
    try FileBytes.read(
      path, name: URL(fileURLWithPath: path).lastPathComponent, limit: limits.fileBytes)
  }
}

/// One document on its way to its reader.
private struct Source {
  let name: String
  let limits: ReadLimits
  let converter: OfficeConverter

  private var fileExtension: String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether the name is that of the file an office program keeps beside a document while it is open.
  private var isLockFile: Bool { name.hasPrefix("~$") || name.hasPrefix(".~lock.") }

  /// Why a file that holds nothing known is not read.
  private var unrecognised: DocumentReadError {
    if isLockFile { return .unreadableFile(file: name, reason: "lock") }
    return ["zip", "rar", "7z"].contains(fileExtension)
      ? .unreadableFile(file: name, reason: "archive") : .unknownFormat(file: name)
  }

  /// Whether so few bytes under the name of a container can only be what is left of one: the record
  /// that ends a container alone has 22.
  private func isCutOff(_ bytes: [UInt8]) -> Bool {
    bytes.count < 22 && ["docx", "docm", "xlsx", "xlsm"].contains(fileExtension)
  }

  func read(_ bytes: [UInt8]) throws(DocumentReadError) -> SourceDocument {
    let format = FileFormat.find(in: bytes, fileExtension: fileExtension)
    if isLockFile, [.text, .unknown].contains(format) { throw unrecognised }
    if bytes.isEmpty { throw .empty(file: name) }
    if bytes.count > limits.fileBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.fileBytes)
    }
    switch format {
    case .zip: return try readContainer(bytes)
    case .encryptedOffice: throw .encrypted(file: name)
    case .convertible(let format): return try convert(bytes, format)
    case .archivedPage: return try readArchivedPage(bytes)
    case .picture: throw .noText(file: name, holds: .picture)
    case .text where isCutOff(bytes):
      throw .damaged(file: name, part: "", detail: "archive")
    case .text: return try readText(bytes, fileExtension: fileExtension)
    case .unknown: throw unrecognised
    }
  }

  private func readContainer(_ bytes: [UInt8]) throws(DocumentReadError) -> SourceDocument {
    let (document, format) = try ZipArchive.withArchive(bytes, file: name, limits: limits) {
      archive throws(DocumentReadError) -> (SourceDocument?, String) in
      switch try OfficePackage.mainPart(of: archive) {
      case .document(let part):
        return (try DocxReader.read(archive, main: part, name: name), "docx")
      case .workbook(let part):
        return (try XlsxReader.read(archive, main: part, name: name), "xlsx")
      case .binaryWorkbook: return (nil, "xlsb")
      case nil: break
      }
      for (folder, part) in [("word/", "word/document.xml"), ("xl/", "xl/workbook.xml")]
      where archive.containsPart(under: folder) {
        throw .damaged(file: name, part: part, detail: "missing")
      }
      if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
        return (nil, fileExtension == "ods" ? "ods" : "odt")
      }
      throw unrecognised
    }
    if let document { return document }
    return try convert(bytes, format)
  }

  private func readArchivedPage(_ bytes: [UInt8]) throws(DocumentReadError) -> SourceDocument {
    guard let (text, isPage) = ArchivedPage.text(of: bytes) else {
      throw unrecognised
    }
    let content = CleanText(text)
    if content.isBlank { throw .empty(file: name) }
    return try readText(content, fileExtension: isPage ? "html" : "txt")
  }

  private func convert(_ bytes: [UInt8], _ format: String) throws(DocumentReadError)
    -> SourceDocument
  {
    let isPDF = format == "pdf"
    let tool = isPDF ? "pdftotext" : "LibreOffice"
    let target = isPDF ? "txt" : FileFormat.isSheet(format) ? "xlsx" : "docx"
    guard let converted = converter.convert(bytes, format, target) else {
      throw .needsConversion(file: name, format: format, tool: tool)
    }
    if isPDF {
      let text = CleanText(String(decoding: converted, as: UTF8.self))
      if text.isBlank { throw .noText(file: name, holds: .scan) }
      if PrintedLayout.holdsTable(text.utf8) { throw .noText(file: name, holds: .loose) }
    }
    if converted.isEmpty { throw .needsConversion(file: name, format: format, tool: tool) }
    if converted.count > limits.fileBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.fileBytes)
    }
    // What comes back is read once, and never converted again.
    var document: SourceDocument
    if isPDF {
      document = try readText(converted, fileExtension: "txt")
    } else {
      guard converted.starts(with: [0x50, 0x4B]) else {
        throw .needsConversion(file: name, format: format, tool: tool)
      }
      let once = Source(name: name, limits: limits, converter: .none)
      document = try once.readContainer(converted)
    }
    document.diagnostics.append(
      .converted(
        file: name, format: format, tool: tool, isIsolated: isPDF || converter.isIsolated()))
    return document
  }

  private func readText(
    _ bytes: [UInt8], fileExtension: String
  ) throws(DocumentReadError) -> SourceDocument {
    if bytes.count > limits.textBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.textBytes)
    }
    guard let decoded = TextDecoding.decode(bytes) else { throw unrecognised }
    let text = CleanText(decoded.text)
    if text.isBlank { throw .empty(file: name) }
    if text.utf8.count(where: { $0 == 0x0A }) > limits.paragraphs {
      throw .tooLarge(file: name, what: .paragraphs, limit: limits.paragraphs)
    }
    var document = try readText(text, fileExtension: fileExtension)
    if decoded.isRepaired { document.diagnostics.append(.textRepaired(file: name)) }
    return document
  }

  private func readText(
    _ text: CleanText, fileExtension: String
  ) throws(DocumentReadError) -> SourceDocument {
    if HTMLReader.isPage(text.utf8) || ["html", "htm"].contains(fileExtension) {
      if text.utf8.count > limits.pageBytes {
        throw .tooLarge(file: name, what: .fileBytes, limit: limits.pageBytes)
      }
      return try HTMLReader.read(text, name: name, limits: limits)
    }
    // XML of another kind: its tags are no prose.
    if UTF8Text.starts(text.utf8, at: 0, with: "<?xml", before: text.utf8.count) {
      throw unrecognised
    }
    if DrawnTable.isIn(text.utf8), !["md", "markdown"].contains(fileExtension) {
      return try TextReader.read(text, name: name, limits: limits)
    }
    if ["csv", "tsv"].contains(fileExtension),
      let separator = CSVReader.separator(of: text.utf8, isTrusted: true)
    {
      return try CSVReader.read(text, name: name, separator: separator, limits: limits)
    }
    if ["md", "markdown"].contains(fileExtension) || MarkdownReader.hasTable(text.utf8) {
      return try MarkdownReader.read(text, name: name, limits: limits)
    }
    if let separator = CSVReader.separator(of: text.utf8, isTrusted: false),
      separator != 0x09 || CSVReader.hasQuotedLineBreaks(text.utf8)
    {
      return try CSVReader.read(text, name: name, separator: separator, limits: limits)
    }
    return try TextReader.read(text, name: name, limits: limits)
  }
}
