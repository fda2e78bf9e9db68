/// The kinds of files that are told apart by their first bytes.
enum FileFormat: Equatable {
  /// A zip container: an office file, or none.
  case zip
  /// An office file protected by a password.
  case encryptedOffice
  /// A format that another program converts; the extension names it.
  case convertible(String)
  /// Text of some form.
  case text
  /// Something else.
  case unknown

  /// Finds the kind of a file by its content; the extension only names dialects of one format.
  static func find(in bytes: [UInt8], fileExtension: String) -> FileFormat {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return .zip
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return compound(bytes, fileExtension)
    }
    if bytes.starts(with: "{\\rtf".utf8) { return .convertible("rtf") }
    if contains(bytes.prefix(1024), Array("%PDF-".utf8)) { return .convertible("pdf") }
    return .text
  }

  /// Whether a converted file becomes a workbook.
  static func isSheet(_ format: String) -> Bool {
    ["xls", "et", "xlsb", "ods"].contains(format)
  }

  /// Tells old office files apart by the names of the streams inside of them.
  private static func compound(_ bytes: [UInt8], _ fileExtension: String) -> FileFormat {
    func holds(_ name: String) -> Bool {
      contains(bytes[...], name.utf8.flatMap { [$0, 0] })
    }
    if holds("EncryptedPackage") { return .encryptedOffice }
    if holds("Workbook") || holds("Book") {
      return .convertible(fileExtension == "et" ? "et" : "xls")
    }
    if holds("WordDocument") { return .convertible(fileExtension == "wps" ? "wps" : "doc") }
    return ["doc", "wps", "xls", "et"].contains(fileExtension)
      ? .convertible(fileExtension) : .unknown
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, bytes.count >= pattern.count else { return false }
    var index = bytes.startIndex
    let last = bytes.endIndex - pattern.count
    while index <= last {
      guard let hit = bytes[index...last].firstIndex(of: first) else { return false }
      if bytes[hit..<hit + pattern.count].elementsEqual(pattern) { return true }
      index = hit + 1
    }
    return false
  }
}
