/// What an office file (OOXML) says about itself beside its content, as bytes to be compared.
package struct OfficeProperties: Sendable, Hashable {
  /// The part that names the program which saved it; nil when there is none.
  package let application: [UInt8]?
  /// The part that names the sheets of a workbook; nil for other files.
  package let sheets: [UInt8]?
  /// The subject; nil when none is given.
  package let subject: [UInt8]?

  /// Reads the properties of a file; nil when it is no container that can be read.
  package init?(of bytes: [UInt8]) {
    do throws(DocumentReadError) {
      self = try ZipArchive.withArchive(bytes, file: "", limits: ReadLimits()) {
        (archive) throws(DocumentReadError) in
        OfficeProperties(
          application: try archive.bytes(of: "docProps/app.xml"),
          sheets: try archive.bytes(of: "xl/workbook.xml"),
          core: try archive.bytes(of: "docProps/core.xml"))
      }
    } catch {
      return nil
    }
  }

  private init(application: [UInt8]?, sheets: [UInt8]?, core: [UInt8]?) {
    self.application = application
    self.sheets = sheets
    subject = core.flatMap { $0.between("<dc:subject>", "</dc:subject>") }
  }
}

extension Array<UInt8> {
  /// What stands between two marks; nil when they are missing or nothing does.
  package func between(_ start: String, _ end: String) -> [UInt8]? {
    guard let open = firstRange(of: Array(start.utf8)),
      let close = self[open.upperBound...].firstRange(of: Array(end.utf8)),
      close.lowerBound > open.upperBound
    else { return nil }
    return Array(self[open.upperBound..<close.lowerBound])
  }
}
