/// The kinds of files that are told apart by their first bytes.
enum FileFormat: Equatable {
  /// A zip container: an office file, or none.
  case zip
  /// An office file protected by a password.
  case encryptedOffice
  /// A format that another program converts; the extension names it.
  case convertible(String)
  /// A web page kept as one file, with what it shows (.mht).
  case archivedPage
  /// A picture.
  case picture
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
    if isPicture(bytes) { return .picture }
    if ArchivedPage.isOne(bytes) { return .archivedPage }
    if contains(bytes.prefix(1024), Array("%PDF-".utf8)) { return .convertible("pdf") }
    return .text
  }

  private static func isPicture(_ bytes: [UInt8]) -> Bool {
    let starts: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
      [0x4D, 0x4D, 0x00, 0x2A],
    ]
    if starts.contains(where: { bytes.starts(with: $0) }) { return true }
    if bytes.count >= 26, bytes.starts(with: "BM".utf8), bytes[6..<10].allSatisfy({ $0 == 0 }) {
      return true
    }
    guard bytes.count >= 12 else { return false }
    return bytes.starts(with: "RIFF".utf8) && bytes[8..<12].elementsEqual("WEBP".utf8)
      || bytes[4..<12].elementsEqual("ftypheic".utf8)
      || bytes[4..<12].elementsEqual("ftypmif1".utf8)
  }

  /// Whether a converted file becomes a workbook.
  static func isSheet(_ format: String) -> Bool {
    ["xls", "et", "xlsb", "ods"].contains(format)
  }

  /// Tells old office files apart by the names of the streams inside of them.
  private static func compound(_ bytes: [UInt8], _ fileExtension: String) -> FileFormat {
    if contains(bytes[...], "EncryptedPackage".utf8.flatMap { [$0, 0] }) {
      return .encryptedOffice
    }
    if holdsStream("Workbook", bytes) || holdsStream("Book", bytes) {
      return .convertible(fileExtension == "et" ? "et" : "xls")
    }
    if holdsStream("WordDocument", bytes) {
      return .convertible(fileExtension == "wps" ? "wps" : "doc")
    }
    return ["doc", "wps", "xls", "et"].contains(fileExtension)
      ? .convertible(fileExtension) : .unknown
  }

  /// Whether the directory of an old office file names a stream: an entry of 128 bytes begins with
  /// the name, and gives its length behind it. Names of styles, such as Book Title, are no streams.
  private static func holdsStream(_ name: String, _ bytes: [UInt8]) -> Bool {
    let pattern: [UInt8] = name.utf8.flatMap { [$0, 0] } + [0, 0]
    for start in stride(from: 512, to: bytes.count - 127, by: 128)
    where bytes[start] == pattern[0] && bytes[start + 64] == UInt8(pattern.count)
      && bytes[start + 65] == 0 && bytes[start..<start + pattern.count].elementsEqual(pattern)
    {
      return true
    }
    return false
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
