import OfficeFiles
import TestSupport
import Testing

/// Old office files are told apart by the streams they name, not by words inside of them.
struct OldOfficeTests {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  /// A file that names streams in its directory, and holds words besides.
  private func file(streams: [String], words: String) -> [UInt8] {
    var bytes = Self.signature + Array(repeating: 0, count: 504)
    for stream in streams {
      let name = Self.wide(stream) + [0, 0]
      var entry = name + Array(repeating: UInt8(0), count: 128 - name.count)
      entry[64] = UInt8(name.count)
      bytes += entry
    }
    return bytes + Self.wide(words) + Array(repeating: 0, count: 256)
  }

  /// The format that is named when nothing converts the file.
  private func format(_ bytes: [UInt8], _ name: String) -> String? {
    do throws(DocumentReadError) {
      _ = try DocumentReader.read(bytes: bytes, name: name, converter: .none)
      return nil
    } catch {
      if case .needsConversion(_, let format, _) = error { return format }
      return "\(error)"
    }
  }

  @Test(.bug(id: "desk", "a Word file with the style Book Title was taken for a workbook"))
  func `a style named Book Title makes no workbook`() {
    let words = "Book Title Bookmark Workbook"
    #expect(format(file(streams: ["Root Entry", "WordDocument"], words: words), "方案.doc") == "doc")
    #expect(format(file(streams: ["Root Entry", "WordDocument"], words: words), "方案.wps") == "wps")
    #expect(format(file(streams: [], words: words), "方案.doc") == "doc")
  }

  @Test func `workbooks are known by their stream, old ones too`() {
    #expect(format(file(streams: ["Root Entry", "Workbook"], words: ""), "方案.xls") == "xls")
    #expect(format(file(streams: ["Root Entry", "Book"], words: ""), "方案.xls") == "xls")
    #expect(format(file(streams: ["Root Entry", "Workbook"], words: ""), "方案.doc") == "xls")
  }
}
