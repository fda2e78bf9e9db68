import CExpat
import Foundation

/// What reads the events of an XML part.
protocol XMLContentHandler: AnyObject {
  /// An element begins.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError)
  /// An element ends.
  func end(_ name: XMLName) throws(DocumentReadError)
  /// Text, possibly only a piece of it, never split within a character.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError)
}

/// The attributes of an element, valid only while it begins.
struct XMLAttributes {
  /// Name and value in turn, a null pointer at the end.
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute by its local name, in any namespace.
  subscript(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value as a whole number; nil when it is none or beyond any table.
  func int(_ name: StaticString) -> Int? {
    guard let value = bytes(name), !value.isEmpty else { return nil }
    var number = 0
    for byte in value {
      // Signs and numbers beyond any table are rare enough for the slow way.
      guard byte >= 0x30, byte <= 0x39, number < 1 << 40 else {
        return Int(String(decoding: value, as: UTF8.self))
      }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  /// The bytes of a value.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard var entry = list else { return nil }
    while let key = entry[0], let value = entry[1] {
      if Self.equal(key, name) {
        return UnsafeBufferPointer(
          start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: strlen(value))
      }
      entry += 2
    }
    return nil
  }

  /// Whether a switch such as `<w:vanish/>` or `hidden="1"` is on; a missing value is `fallback`.
  func isOn(_ name: StaticString, default fallback: Bool) -> Bool {
    guard let value = self[name] else { return fallback }
    return !(value == "0" || value == "false" || value == "off" || value == "none")
  }

  /// The namespaces that are declared, with their prefixes; the empty prefix is the default one.
  fileprivate func forEachDeclaration(
    _ body: (_ prefix: UnsafePointer<CChar>, _ uri: UnsafePointer<CChar>) -> Void
  ) {
    guard var entry = list else { return }
    while let key = entry[0], let value = entry[1] {
      if key[0] == 0x78, strncmp(key, "xmlns", 5) == 0 {
        if key[5] == 0 { body(key + 5, value) }
        if key[5] == 0x3A { body(key + 6, value) }
      }
      entry += 2
    }
  }

  fileprivate var count: Int {
    guard var entry = list else { return 0 }
    var count = 0
    while entry[0] != nil {
      count += 1
      entry += 2
    }
    return count
  }

  /// Whether a name is this one, with or without a prefix.
  private static func equal(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    var start = key
    var place = key
    while place[0] != 0 {
      if place[0] == 0x3A { start = place + 1 }
      place += 1
    }
    return place - start == name.utf8CodeUnitCount
      && memcmp(start, name.utf8Start, name.utf8CodeUnitCount) == 0
  }
}

/// Reads an XML part of a container as a stream of events.
///
/// A document type declaration ends the reading, so entities are never declared or loaded; depth,
/// number of elements, and the length of a single tag or comment are limited.
final class XMLStream {
  private let part: ZipArchive.Part
  /// Inflates the part meanwhile, when it is a large one.
  private let ahead: ReadAhead?
  private let handler: any XMLContentHandler
  private var failure: DocumentReadError?
  private var parser: XML_Parser?
  private var names = XMLNames()
  private var depth = 0
  private var elements = 0
  /// Bytes given since the parser last said something: those of a tag or comment without an end.
  private var silentBytes = 0

  /// The bytes given to the parser at once; twice as many after each piece that ended no tag, so
  /// that a long one is not looked at again and again.
  private static let pieceBytes = 1 << 16
  /// The most attributes of one tag.
  private static let attributes = 2048
  /// The most bytes of one tag or comment.
  private static let tagBytes = 8 << 20

  /// Reads a part from its start to its end.
  static func read(
    _ part: ZipArchive.Part, with handler: any XMLContentHandler
  ) throws(DocumentReadError) {
    let stream = XMLStream(part, handler)
    defer { stream.ahead?.close() }
    try stream.run()
  }

  private init(_ part: ZipArchive.Part, _ handler: any XMLContentHandler) {
    self.part = part
    ahead = (part.archive.size(of: part.name) ?? 0) >= ReadAhead.fewestBytes ? ReadAhead(part) : nil
    self.handler = handler
  }

  private var damaged: DocumentReadError {
    .damaged(file: part.archive.file, part: part.name, detail: "xml")
  }

  private func run() throws(DocumentReadError) {
    guard let parser = XML_ParserCreate(nil) else { throw damaged }
    self.parser = parser
    defer {
      self.parser = nil
      XML_ParserFree(parser)
    }
    listen(to: parser)
    var wanted = Self.pieceBytes
    while true {
      guard let space = XML_GetBuffer(parser, Int32(wanted)) else { throw damaged }
      let buffer = UnsafeMutableRawBufferPointer(start: space, count: wanted)
      var count = 0
      // Whole pieces, so that the doubling counts.
      while count < wanted {
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        let number = if let ahead { try ahead.read(into: rest) } else { try part.read(into: rest) }
        if number == 0 { break }
        count += number
      }
      silentBytes += count
      let isEnd = count < wanted
      let status = withExtendedLifetime(self) {
        XML_ParseBuffer(parser, Int32(count), isEnd ? 1 : 0)
      }
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw damaged }
      if isEnd { return }
      if silentBytes > Self.tagBytes {
        throw .tooLarge(file: part.archive.file, what: .elements, limit: Self.tagBytes)
      }
      wanted = max(Self.pieceBytes, silentBytes)
    }
  }

  private func listen(to parser: XML_Parser) {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { pointer, name, list in
        guard let name else { return }
        XMLStream.with(pointer) { $0.begin(name, XMLAttributes(list: list)) }
      },
      { pointer, name in
        guard let name else { return }
        XMLStream.with(pointer) { $0.finish(name) }
      })
    XML_SetCharacterDataHandler(parser) { pointer, text, length in
      guard let text else { return }
      XMLStream.with(pointer) {
        $0.add(
          UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: Int(length)))
      }
    }
    XML_SetCommentHandler(parser) { pointer, _ in XMLStream.with(pointer) { $0.silentBytes = 0 } }
    XML_SetProcessingInstructionHandler(parser) { pointer, _, _ in
      XMLStream.with(pointer) { $0.silentBytes = 0 }
    }
    XML_SetStartDoctypeDeclHandler(parser) { pointer, _, _, _, _ in
      XMLStream.with(pointer) { stream in
        stream.stop(
          .damaged(file: stream.part.archive.file, part: stream.part.name, detail: "doctype"))
      }
    }
  }

  private func stop(_ error: DocumentReadError) {
    if failure == nil { failure = error }
    if let parser { XML_StopParser(parser, 0) }
  }

  private func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard failure == nil else { return }
    depth += 1
    silentBytes = 0
    let count = attributes.count
    if count > Self.attributes {
      return stop(
        .tooLarge(file: part.archive.file, what: .elements, limit: Self.attributes))
    }
    elements += 1 + count * count / 64
    attributes.forEachDeclaration { prefix, uri in names.declare(prefix, uri, depth: depth) }
    let file = part.archive.file
    let limits = part.archive.limits
    if names.declared > limits.namespaces {
      return stop(.tooLarge(file: file, what: .elements, limit: limits.namespaces))
    }
    if depth > limits.depth {
      return stop(.tooLarge(file: file, what: .depth, limit: limits.depth))
    }
    if elements > limits.elements {
      return stop(.tooLarge(file: file, what: .elements, limit: limits.elements))
    }
    do {
      try handler.start(names.name(name), attributes)
    } catch {
      stop(error)
    }
  }

  private func finish(_ name: UnsafePointer<CChar>) {
    guard failure == nil else { return }
    silentBytes = 0
    do {
      try handler.end(names.name(name))
    } catch {
      stop(error)
    }
    names.close(depth: depth)
    depth -= 1
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    silentBytes = 0
    do {
      try handler.text(bytes)
    } catch {
      stop(error)
    }
  }

  /// Calls the stream behind a pointer of the parser, which the stream outlives.
  private static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void
  ) {
    guard let pointer else { return }
    Unmanaged<XMLStream>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
  }
}
