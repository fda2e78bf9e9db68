import Foundation

/// Reads `multipart/form-data` piece by piece, in memory that does not grow with the content.
///
/// No package here reads it as a stream. The format is RFC 7578: parts between lines of two dashes
/// and the boundary, each with a few header lines, an empty line and its content. Whatever a browser
/// never sends is refused.
struct MultipartReader {
  /// What a piece brought.
  enum Step {
    /// A part begins.
    case begun(Part)
    /// More of the part's content; good only during the call.
    case content(UnsafeRawBufferPointer)
    /// The part is whole.
    case ended
  }

  /// The head of a part.
  struct Part: Sendable, Hashable {
    /// The name of the field.
    var name: String
    /// The name of the file; nil for a text.
    var fileName: String?
  }

  /// Why the content cannot be read.
  enum Fault: Error, Sendable, Hashable, CaseIterable {
    /// The content type names no boundary that can be.
    case boundaryMissing
    /// The content does not begin with the boundary.
    case boundaryExpected
    /// The head of a part is longer than any browser's.
    case headTooLong
    /// The head of a part cannot be read.
    case headUnreadable
    /// There are more parts than a form can have.
    case tooManyParts
    /// The content ends in the middle.
    case unfinished
  }

  /// The longest head of a part, in bytes.
  static let headLimit = 8 * 1024
  /// The most parts.
  static let partLimit = 200

  private enum Place {
    /// Before the first boundary.
    case start
    /// In the head of a part.
    case head
    /// In the content of a part.
    case content
    /// Behind the last boundary; what follows is not looked at.
    case end
  }

  /// What ends a part: a line break, two dashes and the boundary.
  private let delimiter: [UInt8]
  private var place = Place.start
  private var rest: [UInt8] = []
  private var partCount = 0

  /// Creates a reader for a content type.
  init(contentType: String) throws(Fault) {
    guard let boundary = Self.boundary(in: contentType) else { throw .boundaryMissing }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Takes the next piece and tells what it brought, in order.
  mutating func read(
    _ piece: UnsafeRawBufferPointer, _ take: (Step) throws -> Void
  ) throws {
    if place == .end { return }
    var bytes = rest
    rest = []
    bytes.append(contentsOf: piece)
    var position = 0
    try bytes.withUnsafeBytes { bytes in
      while position < bytes.count, try step(bytes, &position, take) {}
    }
    if place != .end, position < bytes.count { rest = Array(bytes[position...]) }
  }

  /// Says that nothing more comes.
  func finish() throws(Fault) {
    guard case .end = place else { throw .unfinished }
  }

  /// Goes on as far as the bytes reach.
  ///
  /// - Returns: Whether there may be more to do with them.
  private mutating func step(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ take: (Step) throws -> Void
  ) throws -> Bool {
    switch place {
    case .start: return try open(bytes, &position)
    case .head: return try readHead(bytes, &position, take)
    case .content: return try readContent(bytes, &position, take)
    case .end: return false
    }
  }

  /// The first boundary has no line break before it.
  private mutating func open(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) throws -> Bool
  {
    let first = delimiter[2...]
    let available = min(first.count, bytes.count)
    guard bytes.prefix(available).elementsEqual(first.prefix(available)) else {
      throw Fault.boundaryExpected
    }
    guard bytes.count >= first.count + 2 else { return false }
    position = first.count
    return try afterBoundary(bytes, &position)
  }

  /// Behind a boundary stands a line break, or two dashes at the end of all.
  private mutating func afterBoundary(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int
  ) throws -> Bool {
    switch (bytes[position], bytes[position + 1]) {
    case (0x0D, 0x0A):
      partCount += 1
      guard partCount <= Self.partLimit else { throw Fault.tooManyParts }
      place = .head
      position += 2
      return true
    case (0x2D, 0x2D):
      place = .end
      position = bytes.count
      return false
    default:
      throw Fault.boundaryExpected
    }
  }

  private mutating func readHead(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ take: (Step) throws -> Void
  ) throws -> Bool {
    let head = UnsafeRawBufferPointer(rebasing: bytes[position...])
    guard let end = Self.endOfHead(head) else {
      guard head.count <= Self.headLimit else { throw Fault.headTooLong }
      return false
    }
    guard end <= Self.headLimit else { throw Fault.headTooLong }
    guard let part = Self.part(UnsafeRawBufferPointer(rebasing: head[..<end])) else {
      throw Fault.headUnreadable
    }
    try take(.begun(part))
    position += end + 4
    place = .content
    return true
  }

  private mutating func readContent(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, _ take: (Step) throws -> Void
  ) throws -> Bool {
    var search = position
    while let found = Self.lineBreak(in: bytes, from: search) {
      let available = min(delimiter.count, bytes.count - found)
      guard bytes[found..<found + available].elementsEqual(delimiter.prefix(available)) else {
        search = found + 1
        continue
      }
      // What is before the boundary, or before what may become one, is content.
      try give(bytes, from: position, to: found, take)
      position = found
      guard bytes.count >= found + delimiter.count + 2 else { return false }
      try take(.ended)
      position = found + delimiter.count
      return try afterBoundary(bytes, &position)
    }
    try give(bytes, from: position, to: bytes.count, take)
    position = bytes.count
    return false
  }

  private func give(
    _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ take: (Step) throws -> Void
  ) throws {
    if start < end { try take(.content(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))) }
  }

  /// Where the next line break may begin.
  private static func lineBreak(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, 0x0D, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}

extension MultipartReader {
  /// The boundary that a content type names: 1 to 70 of the characters RFC 2046 allows.
  static func boundary(in contentType: String) -> String? {
    let parts = contentType.split(separator: ";")
    guard let kind = parts.first, trimmed(kind).lowercased() == "multipart/form-data" else {
      return nil
    }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, trimmed(pair[0]).lowercased() == "boundary" else { continue }
      var value = trimmed(pair[1])
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      let isAllowed = value.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "'()+_,-./:=?".utf8.contains(byte)
        }
      }
      return isAllowed && (1...70).contains(value.utf8.count) ? value : nil
    }
    return nil
  }

  /// Where the head ends: before its last line break and the empty line.
  private static func endOfHead(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var search = 0
    while let found = lineBreak(in: bytes, from: search) {
      guard found + 4 <= bytes.count else { return nil }
      if bytes[found..<found + 4].elementsEqual(end) { return found }
      search = found + 1
    }
    return nil
  }

  /// Reads the head of a part; nil when it is not one of a form.
  private static func part(_ bytes: UnsafeRawBufferPointer) -> Part? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    for line in text.components(separatedBy: "\r\n") {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2, trimmed(pair[0]).lowercased() == "content-disposition" else {
        continue
      }
      var rest = Substring(pair[1])
      guard trimmed(rest.prefix { $0 != ";" }).lowercased() == "form-data" else { return nil }
      rest = rest.drop { $0 != ";" }
      var values: [String: String] = [:]
      while rest.first == ";" {
        rest = rest.dropFirst().drop { $0 == " " }
        let key = rest.prefix { $0 != "=" && $0 != ";" }
        rest = rest.dropFirst(key.count)
        guard rest.first == "=" else { return nil }
        rest = rest.dropFirst()
        guard let value = value(&rest) else { return nil }
        // A name given twice could be read in two ways.
        guard values.updateValue(value, forKey: trimmed(key).lowercased()) == nil else {
          return nil
        }
        rest = rest.drop { $0 == " " }
      }
      guard rest.isEmpty, let name = values["name"], !name.isEmpty else { return nil }
      return Part(name: name, fileName: values["filename"])
    }
    return nil
  }

  /// Reads a value, in quotation marks or without.
  private static func value(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else {
      let value = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(value.count)
      return trimmed(value)
    }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let value = rest[..<end]
    rest = rest[rest.index(after: end)...]
    // Browsers write these three, and only these, with per cent signs.
    return String(value).replacing("%22", with: "\"").replacing("%0D", with: "")
      .replacing("%0A", with: "")
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }
}
