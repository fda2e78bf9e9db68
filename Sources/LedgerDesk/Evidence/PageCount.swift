import Foundation

/// Counts the pages of a PDF where the file itself says so beyond doubt.
///
/// Only files with plain cross-reference tables are read: the way goes from the end of the file over
/// the table to the catalogue and from there to the root of the pages, whose count is that of the
/// whole document (ISO 32000-1, 7.5 and 7.7.3). Anything else is unknown, never guessed.
package struct PageCount {
  private let bytes: [UInt8]
  private var offsets: [Int: Int] = [:]
  private var root: Int?

  /// The number of pages; nil when the file does not say it beyond doubt.
  package static func of(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: Array("%PDF-".utf8)) else { return nil }
    var reader = PageCount(bytes: bytes)
    guard reader.readTables(), let root = reader.root,
      let catalogue = reader.object(root), let pages = reader.reference("/Pages", in: catalogue),
      let tree = reader.object(pages), tree.contains(#//Type\s*/Pages\b/#),
      let count = reader.single(#//Count\s+(\d+)/#, in: tree), count > 0
    else { return nil }
    return count
  }

  /// The number of pages of a file of at most 64 MiB; nil when it is not known beyond doubt.
  static func ofFile(at path: String) -> Int? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: (64 << 20) + 1), data.count <= 64 << 20 else {
      return nil
    }
    return of([UInt8](data))
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the cross-reference tables, the newest first; false when one is of another kind.
  private mutating func readTables() -> Bool {
    let tail = text(max(0, bytes.count - 1024)..<bytes.count)
    guard let start = tail.ranges(of: "startxref").last,
      var place = Int(tail[start.upperBound...].split(whereSeparator: \.isWhitespace).first ?? "")
    else { return false }
    var seen: Set<Int> = []
    while seen.insert(place).inserted {
      guard let trailer = readTable(at: place) else { return false }
      if trailer.contains("/Encrypt") || trailer.contains("/XRefStm") { return false }
      if root == nil { root = reference("/Root", in: trailer) }
      guard let earlier = single(#//Prev\s+(\d+)/#, in: trailer) else { return root != nil }
      place = earlier
    }
    return false
  }

  /// Reads one table and returns its trailer.
  private mutating func readTable(at place: Int) -> String? {
    guard place >= 0, place < bytes.count else { return nil }
    let limit = min(bytes.count, place + 8 << 20)
    guard let end = end(of: "startxref", in: place..<limit) else { return nil }
    let part = text(place..<end)
    guard part.hasPrefix("xref"), let trailer = part.ranges(of: "trailer").first else { return nil }
    let words = part[..<trailer.lowerBound].dropFirst(4).split(whereSeparator: \.isWhitespace)
    var index = 0
    while index + 1 < words.count {
      guard let first = Int(words[index]), let count = Int(words[index + 1]),
        (0...1 << 24).contains(first), (0...1 << 24).contains(count),
        index + 2 + count * 3 <= words.count
      else { return nil }
      index += 2
      for number in first..<first + count {
        // The newest table holds, also for what it calls free.
        if offsets[number] == nil {
          offsets[number] = words[index + 2] == "n" ? Int(words[index]) ?? -1 : -1
        }
        index += 3
      }
    }
    return index == words.count ? String(part[trailer.upperBound...]) : nil
  }

  /// The text of an object; nil when it is not where the table says.
  private func object(_ number: Int) -> String? {
    guard let place = offsets[number], place > 0, place < bytes.count else { return nil }
    let limit = min(bytes.count, place + 1 << 20)
    guard let end = end(of: "endobj", in: place..<limit) else { return nil }
    let part = text(place..<end)
    let head = part.prefix(40).split(whereSeparator: \.isWhitespace)
    guard head.count >= 3, Int(head[0]) == number, head[2].hasPrefix("obj"),
      !part.contains("stream")
    else { return nil }
    return part
  }

  /// The object that a key refers to, when the key occurs once.
  private func reference(_ key: String, in part: String) -> Int? {
    let found = part.ranges(of: key).filter { range in
      part[range.upperBound...].first.map { $0.isWhitespace } ?? false
    }
    guard found.count == 1, let only = found.first else { return nil }
    let words = part[only.upperBound...].split(maxSplits: 3) { $0.isWhitespace }
    guard words.count >= 3, words[2].hasPrefix("R") else { return nil }
    return Int(words[0])
  }

  /// The only number that an expression finds.
  private func single(_ expression: Regex<(Substring, Substring)>, in part: String) -> Int? {
    let found = part.matches(of: expression)
    return found.count == 1 ? found.first.flatMap { Int($0.output.1) } : nil
  }

  /// Where a word first begins in a range.
  private func end(of word: String, in range: Range<Int>) -> Int? {
    let wanted = Array(word.utf8)
    var index = range.lowerBound
    while index + wanted.count <= range.upperBound {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Bytes as characters one by one, so that no byte is lost.
  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(bytes[range].map { Unicode.Scalar($0) }))
  }
}
