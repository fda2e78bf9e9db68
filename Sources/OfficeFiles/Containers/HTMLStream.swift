/// What reads the events of an HTML page.
protocol HTMLContentHandler: AnyObject {
  /// An element begins; the attributes are those with a value, by their names in small letters.
  func start(_ tag: HTMLTag, _ attributes: [String: String]) throws(DocumentReadError)
  /// An element ends, written or implied; every beginning has its end.
  func end(_ tag: HTMLTag) throws(DocumentReadError)
  /// Text, possibly only a piece of it.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError)
  /// What a comment holds, which no page shows.
  func comment(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads an HTML page as a stream of events, however badly it is written.
///
/// Every byte is looked at a fixed number of times and no tree is built, so that time and memory
/// grow with the page alone (decision 0041 says why no library does this). Ends that a page leaves
/// out are given; unknown elements are looked through.
struct HTMLStream {
  private let page: UnsafeBufferPointer<UInt8>
  private let file: String
  private let limits: ReadLimits
  private let handler: any HTMLContentHandler
  private var index = 0
  private var open: [HTMLTag] = []
  private var elements = 0
  private var references = HTMLReferences()

  /// Reads a page.
  static func read(
    _ text: CleanText, file: String, limits: ReadLimits, with handler: any HTMLContentHandler
  ) throws(DocumentReadError) {
    try text.utf8.withUnsafeBufferPointer { (page) throws(DocumentReadError) in
      var stream = HTMLStream(page: page, file: file, limits: limits, handler: handler)
      try stream.run()
    }
  }

  private init(
    page: UnsafeBufferPointer<UInt8>, file: String, limits: ReadLimits,
    handler: any HTMLContentHandler
  ) {
    self.page = page
    self.file = file
    self.limits = limits
    self.handler = handler
  }

  private mutating func run() throws(DocumentReadError) {
    var start = 0
    while index < page.count {
      switch page[index] {
      case 0x3C where isMarkup(at: index + 1):
        try give(start..<index)
        try readMarkup()
        start = index
      case 0x26:
        guard let (text, length) = references.text(page, at: index) else {
          index += 1
          continue
        }
        try give(start..<index)
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DocumentReadError) in
          try handler.text(bytes)
        }
        index += length
        start = index
      default: index += 1
      }
    }
    try give(start..<page.count)
    while let last = open.popLast() { try handler.end(last) }
  }

  private func give(_ range: Range<Int>) throws(DocumentReadError) {
    if !range.isEmpty { try handler.text(UnsafeBufferPointer(rebasing: page[range])) }
  }

  private func byte(_ place: Int) -> UInt8 { place < page.count ? page[place] : 0 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Whether a tag, an end, a comment or a declaration follows an opening angle.
  private func isMarkup(at place: Int) -> Bool {
    let next = byte(place)
    if Self.isLetter(next) || next == 0x21 || next == 0x3F { return true }
    return next == 0x2F && Self.isLetter(byte(place + 1))
  }

  // MARK: Markup

  private mutating func readMarkup() throws(DocumentReadError) {
    switch byte(index + 1) {
    case 0x21, 0x3F:
      guard byte(index + 2) == 0x2D, byte(index + 3) == 0x2D else {
        index = end(of: ">", from: index + 2)
        return
      }
      let start = index + 4
      index = end(of: "-->", from: index + 2)
      if index - 3 > start {
        handler.comment(UnsafeBufferPointer(rebasing: page[start..<(index - 3)]))
      }
    case 0x2F:
      index += 2
      let tag = readName()
      index = end(of: ">", from: index)
      guard let tag else { return }
      if tag == .br { try begin(.br, [:]) } else { try close(tag) }
    default:
      index += 1
      let tag = readName()
      let attributes = readAttributes()
      guard let tag else { return }
      try begin(tag, attributes)
      // <mrow/> is whole, as in XML.
      if tag.isMath, page[index - 2] == 0x2F { try close(tag) }
      if tag.isRaw { try passRaw(tag) }
    }
  }

  /// The place behind the next mark; the end of the page when there is none.
  private func end(of mark: StaticString, from start: Int) -> Int {
    let count = mark.utf8CodeUnitCount
    let last = page.count - count
    var place = start
    while place <= last {
      var same = 0
      while same < count, page[place + same] == mark.utf8Start[same] { same += 1 }
      if same == count { return place + count }
      place += 1
    }
    return page.count
  }

  /// Reads the name of a tag; nil for one that is looked through.
  private mutating func readName() -> HTMLTag? {
    let start = index
    while index < page.count, !Self.endsName(page[index]) { index += 1 }
    guard index - start <= 14 else { return nil }
    return HTMLTag(rawValue: Self.small(page[start..<index]))
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E: true
    default: false
    }
  }

  private static func small(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Reads to the end of the tag; of attributes named twice the first counts.
  private mutating func readAttributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while index < page.count, page[index] != 0x3E {
      if Self.endsName(page[index]) {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < page.count, !Self.endsName(page[index]), page[index] != 0x3D { index += 1 }
      let name = start..<index
      passSpace()
      var value = index..<index
      if byte(index) == 0x3D {
        index += 1
        passSpace()
        value = readValue()
      }
      guard attributes.count < 100, name.count <= 40 else { continue }
      let key = Self.small(page[name])
      if attributes[key] == nil { attributes[key] = references.resolved(page, value) }
    }
    index = min(index + 1, page.count)
    return attributes
  }

  private mutating func passSpace() {
    while index < page.count, Self.endsName(page[index]), page[index] != 0x2F, page[index] != 0x3E {
      index += 1
    }
  }

  private mutating func readValue() -> Range<Int> {
    let quote = byte(index)
    guard quote == 0x22 || quote == 0x27 else {
      let start = index
      while index < page.count, !Self.endsName(page[index]) || page[index] == 0x2F { index += 1 }
      return start..<index
    }
    let start = index + 1
    index = start
    while index < page.count, page[index] != quote { index += 1 }
    let value = start..<index
    index = min(index + 1, page.count)
    return value
  }

  /// Passes over what a script or style holds; a field for text shows it.
  private mutating func passRaw(_ tag: HTMLTag) throws(DocumentReadError) {
    let name = Array("</\(tag.rawValue)".utf8)
    let start = index
    var last = page.count
    while index < page.count {
      if page[index] == 0x3C, index + name.count <= page.count,
        (1..<name.count).allSatisfy({ page[index + $0] | 0x20 == name[$0] | 0x20 }),
        Self.endsName(byte(index + name.count))
      {
        last = index
        index = end(of: ">", from: index)
        break
      }
      index += 1
    }
    if tag == .textarea {
      let words = Array(references.resolved(page, start..<last).utf8)
      try words.withUnsafeBufferPointer { (bytes) throws(DocumentReadError) in
        try handler.text(bytes)
      }
    }
    try close(tag)
  }

  // MARK: Elements

  private mutating func begin(
    _ tag: HTMLTag, _ attributes: [String: String]
  ) throws(DocumentReadError) {
    elements += 1
    if elements > limits.elements / 3 {
      throw .tooLarge(file: file, what: .elements, limit: limits.elements / 3)
    }
    try endImplied(by: tag)
    try beginImplied(for: tag)
    open.append(tag)
    if open.count > limits.depth {
      throw .tooLarge(file: file, what: .depth, limit: limits.depth)
    }
    try handler.start(tag, attributes)
    if tag.isVoid {
      open.removeLast()
      try handler.end(tag)
    }
  }

  /// Ends what cannot hold the element that begins: a paragraph, an entry, a cell, a row.
  private mutating func endImplied(by tag: HTMLTag) throws(DocumentReadError) {
    var lowest = open.count
    for place in open.indices.reversed() {
      if open[place].isEnded(by: tag) { lowest = place }
      if open[place].stopsSearch(for: tag) { break }
    }
    while open.count > lowest, let last = open.popLast() { try handler.end(last) }
  }

  /// Begins the body of a table and the row that a page leaves out before a row or a cell.
  private mutating func beginImplied(for tag: HTMLTag) throws(DocumentReadError) {
    guard tag == .tr || tag == .td || tag == .th else { return }
    switch open.last(where: \.isPartOfTable) {
    case .table: try begin(tag == .tr ? .tbody : .tr, [:])
    case .tbody, .thead, .tfoot: if tag != .tr { try begin(.tr, [:]) }
    default: break
    }
  }

  /// Ends the innermost open element of this kind, and all inside of it.
  private mutating func close(_ tag: HTMLTag) throws(DocumentReadError) {
    let isTable = HTMLTag.table.stopsSearch(for: tag) || tag == .table
    for place in open.indices.reversed() {
      if open[place] == tag {
        while open.count > place, let last = open.popLast() { try handler.end(last) }
        return
      }
      if isTable ? open[place] == .table : open[place].isBarrier { return }
    }
  }
}
