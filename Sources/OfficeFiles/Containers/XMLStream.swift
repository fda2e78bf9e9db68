import CXML2
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
  /// Five pointers each: local name, prefix, namespace, begin and end of the value.
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let count: Int

  /// The value of an attribute by its local name, in any namespace.
  subscript(_ name: StaticString) -> String? {
    guard let value = bytes(name) else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    guard value.contains(UInt8(ascii: "&")) else { return text }
    // libxml2 leaves an ampersand as this reference unless it replaces entities.
    return text.replacing("&#38;", with: "&")
  }

  /// The value as a whole number.
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
    guard let list else { return nil }
    for index in 0..<count {
      guard let local = list[index * 5], let begin = list[index * 5 + 3],
        let end = list[index * 5 + 4], Self.equal(local, name)
      else { continue }
      return UnsafeBufferPointer(start: begin, count: end - begin)
    }
    return nil
  }

  /// Whether a switch such as `<w:vanish/>` or `hidden="1"` is on; a missing value is `fallback`.
  func isOn(_ name: StaticString, default fallback: Bool) -> Bool {
    guard let value = self[name] else { return fallback }
    return !(value == "0" || value == "false" || value == "off" || value == "none")
  }

  private static func equal(_ text: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    let start = name.utf8Start
    for offset in 0..<count where text[offset] != start[offset] { return false }
    return text[count] == 0
  }
}

/// Reads an XML part of a container as a stream of events.
///
/// A document type declaration ends the reading, so entities are never declared or loaded; depth
/// and number of elements are limited.
final class XMLStream {
  private let part: ZipArchive.Part
  /// Inflates the part meanwhile, when it is a large one.
  private let ahead: ReadAhead?
  private let handler: any XMLContentHandler
  private var failure: DocumentReadError?
  private var context: xmlParserCtxtPtr?
  /// Names by the address of their text, which the parser keeps the same for the same name.
  private let names = UnsafeMutablePointer<NameSlot>.allocate(capacity: slotMask + 1)
  private static let slotMask = 2047
  private var depth = 0
  private var elements = 0
  /// Equals signs read since the last event: the attributes of a tag that has not begun yet.
  private var pendingEquals = 0
  /// The namespaces declared by the open elements.
  private var namespaces = 0
  /// The open elements that declare some, and how many; the last one's depth for a quick look.
  private var declaring: [(depth: Int, count: Int)] = []
  private var declaringDepth = 0

  private struct NameSlot {
    var local: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>?
    var name = XMLName(space: .other, local: .other)
  }

  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

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
    names.initialize(repeating: NameSlot(), count: Self.slotMask + 1)
  }

  deinit { names.deallocate() }

  private func run() throws(DocumentReadError) {
    guard Self.isReady else { return }
    var sax = Self.events
    let this = Unmanaged.passUnretained(self).toOpaque()
    guard
      let context = xmlCreateIOParserCtxt(
        &sax, this, Self.readMore, nil, this, XML_CHAR_ENCODING_NONE)
    else { throw .damaged(file: part.archive.file, part: part.name, detail: "xml") }
    self.context = context
    defer {
      self.context = nil
      xmlFreeParserCtxt(context)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options | XML_PARSE_NOWARNING.rawValue))
    let result = withExtendedLifetime(self) { xmlParseDocument(context) }
    if let failure { throw failure }
    if result != 0 || context.pointee.wellFormed != 1 {
      throw .damaged(file: part.archive.file, part: part.name, detail: "xml")
    }
  }

  private func stop(_ error: DocumentReadError) {
    if failure == nil { failure = error }
    if let context { xmlStopParser(context) }
  }

  /// The name behind the pointers of the parser, which are the same for the same name.
  private func name(
    _ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?
  ) -> XMLName {
    var slot = Int(bitPattern: local) & Self.slotMask
    for _ in 0..<8 {
      let known = names[slot]
      if known.local == local, known.uri == uri { return known.name }
      if known.local == nil { break }
      slot = (slot &+ 1) & Self.slotMask
    }
    let space = uri.map { XMLName.Space(uri: String(cString: $0)) } ?? .other
    let name = XMLName(space: space, local: XMLName.Local(String(cString: local)))
    names[slot] = NameSlot(local: local, uri: uri, name: name)
    return name
  }

  private func begin(
    _ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ attributes: XMLAttributes,
    declared: Int
  ) {
    guard failure == nil else { return }
    depth += 1
    pendingEquals = 0
    // The parser compares every attribute with every other.
    elements += 1 + attributes.count * attributes.count / 64
    let limits = part.archive.limits
    if declared > 0 {
      namespaces += declared
      declaring.append((depth, declared))
      declaringDepth = depth
      if namespaces > limits.namespaces {
        return stop(.tooLarge(file: part.archive.file, what: .elements, limit: limits.namespaces))
      }
    }
    if depth > limits.depth {
      return stop(.tooLarge(file: part.archive.file, what: .depth, limit: limits.depth))
    }
    if elements > limits.elements {
      return stop(.tooLarge(file: part.archive.file, what: .elements, limit: limits.elements))
    }
    do {
      try handler.start(name(local, uri), attributes)
    } catch {
      stop(error)
    }
  }

  private func finish(_ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) {
    guard failure == nil else { return }
    if depth == declaringDepth, let last = declaring.popLast() {
      namespaces -= last.count
      declaringDepth = declaring.last?.depth ?? 0
    }
    depth -= 1
    pendingEquals = 0
    do {
      try handler.end(name(local, uri))
    } catch {
      stop(error)
    }
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    pendingEquals = 0
    do {
      try handler.text(bytes)
    } catch {
      stop(error)
    }
  }

  private func fill(_ space: UnsafeMutableRawBufferPointer) -> Int32 {
    do {
      let count =
        if let ahead { try ahead.read(into: space) } else { try part.read(into: space) }
      pendingEquals += Self.equalsSigns(in: UnsafeRawBufferPointer(rebasing: space[..<count]))
      // Counted before the parser spends its time on them.
      if pendingEquals > 2048 {
        failure = .tooLarge(file: part.archive.file, what: .elements, limit: 2048)
        return -1
      }
      return Int32(count)
    } catch {
      failure = error
      return -1
    }
  }

  private static func equalsSigns(in bytes: UnsafeRawBufferPointer) -> Int {
    guard var place = bytes.baseAddress else { return 0 }
    let end = place + bytes.count
    var count = 0
    while let found = memchr(place, 0x3D, end - place) {
      count += 1
      place = UnsafeRawPointer(found) + 1
    }
    return count
  }

  /// Calls the stream behind a pointer of the parser, which the stream outlives.
  private static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void
  ) {
    guard let pointer else { return }
    Unmanaged<XMLStream>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
  }

  private static let readMore: xmlInputReadCallback = { pointer, buffer, length in
    guard let buffer else { return -1 }
    var count: Int32 = -1
    XMLStream.with(pointer) { stream in
      if stream.failure != nil { return }
      count = stream.fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)))
    }
    return count
  }

  private static var events: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = 0xDEED_BEAF
    sax.startElementNs = { pointer, local, _, uri, declared, _, count, _, list in
      guard let local else { return }
      XMLStream.with(pointer) {
        $0.begin(
          local, uri, XMLAttributes(list: list, count: Int(count)), declared: Int(declared))
      }
    }
    sax.endElementNs = { pointer, local, _, uri in
      guard let local else { return }
      XMLStream.with(pointer) { $0.finish(local, uri) }
    }
    sax.characters = { pointer, text, length in
      XMLStream.with(pointer) { $0.add(UnsafeBufferPointer(start: text, count: Int(length))) }
    }
    sax.cdataBlock = sax.characters
    sax.internalSubset = { pointer, _, _, _ in
      XMLStream.with(pointer) { stream in
        stream.stop(
          .damaged(file: stream.part.archive.file, part: stream.part.name, detail: "doctype"))
      }
    }
    sax.serror = { _, _ in }
    return sax
  }
}
