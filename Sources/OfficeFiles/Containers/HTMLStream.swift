import CXML2

/// What reads the events of an HTML page.
protocol HTMLContentHandler: AnyObject {
  /// An element begins; the attributes are those with a value.
  func start(_ name: String, _ attributes: [String: String]) throws(DocumentReadError)
  /// An element ends, written or implied.
  func end(_ name: String) throws(DocumentReadError)
  /// Text, possibly only a piece of it.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError)
}

/// Reads an HTML page as a stream of events, however badly it is written.
final class HTMLStream {
  private let file: String
  private let limits: ReadLimits
  private let handler: any HTMLContentHandler
  private var failure: DocumentReadError?
  private var context: htmlParserCtxtPtr?
  private var depth = 0
  private var elements = 0

  /// Reads a page.
  static func read(
    _ text: CleanText, file: String, limits: ReadLimits, with handler: any HTMLContentHandler
  ) throws(DocumentReadError) {
    let stream = HTMLStream(file, limits, handler)
    try stream.run(text.utf8)
  }

  private init(_ file: String, _ limits: ReadLimits, _ handler: any HTMLContentHandler) {
    self.file = file
    self.limits = limits
    self.handler = handler
  }

  private func run(_ bytes: [UInt8]) throws(DocumentReadError) {
    guard let context = htmlNewParserCtxt() else { return }
    self.context = context
    defer {
      self.context = nil
      htmlFreeParserCtxt(context)
    }
    context.pointee.sax.pointee = Self.events
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
    // The encoding is given, so that a declaration inside of the page changes nothing.
    withExtendedLifetime(self) {
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { page in
          _ = htmlCtxtReadMemory(
            context, page.baseAddress, Int32(clamping: page.count), nil, "UTF-8",
            Int32(bitPattern: options | HTML_PARSE_NOWARNING.rawValue))
        }
      }
    }
    if let failure { throw failure }
  }

  private func stop(_ error: DocumentReadError) {
    if failure == nil { failure = error }
    if let context { xmlStopParser(context) }
  }

  private func begin(
    _ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    elements += 1
    if depth > limits.depth {
      return stop(.tooLarge(file: file, what: .depth, limit: limits.depth))
    }
    if elements > limits.elements / 3 {
      return stop(.tooLarge(file: file, what: .elements, limit: limits.elements / 3))
    }
    var attributes: [String: String] = [:]
    if var entry = list {
      while let key = entry[0], attributes.count < 100 {
        if let value = entry[1] { attributes[String(cString: key)] = String(cString: value) }
        entry += 2
      }
    }
    do {
      try handler.start(String(cString: name), attributes)
    } catch {
      stop(error)
    }
  }

  private func finish(_ name: UnsafePointer<xmlChar>) {
    guard failure == nil else { return }
    depth -= 1
    do {
      try handler.end(String(cString: name))
    } catch {
      stop(error)
    }
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    do {
      try handler.text(bytes)
    } catch {
      stop(error)
    }
  }

  private static func with(
    _ pointer: UnsafeMutableRawPointer?, _ body: (HTMLStream) -> Void
  ) {
    guard let pointer else { return }
    Unmanaged<HTMLStream>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
  }

  private static var events: htmlSAXHandler {
    var sax = htmlSAXHandler()
    sax.startElement = { pointer, name, list in
      guard let name else { return }
      HTMLStream.with(pointer) { $0.begin(name, list) }
    }
    sax.endElement = { pointer, name in
      guard let name else { return }
      HTMLStream.with(pointer) { $0.finish(name) }
    }
    sax.characters = { pointer, text, length in
      HTMLStream.with(pointer) { $0.add(UnsafeBufferPointer(start: text, count: Int(length))) }
    }
    sax.ignorableWhitespace = sax.characters
    return sax
  }
}
