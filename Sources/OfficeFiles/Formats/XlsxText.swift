/// A text of a workbook: one that cells share, or one that stands in its cell.
struct XlsxText {
  /// The paragraphs without struck words, in order, without empty ones.
  var paragraphs: [String]
  /// The size of the text as it was written.
  var bytes: Int
  /// Whether words with a line through them were left out.
  var isStruck: Bool
  /// The paragraphs of those runs that have a font of their own; the others take that of the cell.
  var ownParagraphs: [String] = []
  /// Whether words take the font of the cell.
  var followsCell = true
}

/// Collects the text of a cell or of a shared text from its runs.
///
/// Phonetic guides are no text; runs with a line through them are left out and said.
struct XlsxTextBuilder {
  private var text = CleanText()
  private var piece: [UInt8] = []
  private var bytes = 0
  private var isRunStruck = false
  private var isRunRaised = false
  /// Whether the run has a font of its own.
  private var isRunOwn = false
  private var isStruck = false
  /// The words of runs with a font of their own.
  private var own = CleanText()
  private var followsCell = false

  /// Begins another text.
  mutating func reset() {
    text.removeAll()
    piece.removeAll(keepingCapacity: true)
    bytes = 0
    own.removeAll()
    (isRunStruck, isRunRaised, isRunOwn, isStruck) = (false, false, false, false)
    followsCell = false
  }

  mutating func beginRun() { (isRunStruck, isRunRaised, isRunOwn) = (false, false, false) }

  /// The run has properties, and with them a font of its own.
  mutating func markRun() { isRunOwn = true }

  mutating func strikeRun() { isRunStruck = true }

  mutating func raiseRun() { isRunRaised = true }

  /// Takes a piece of what stands in one element.
  mutating func add(_ source: UnsafeBufferPointer<UInt8>) { piece.append(contentsOf: source) }

  /// The element ends: what it escapes is whole now.
  mutating func endPiece() {
    defer { piece.removeAll(keepingCapacity: true) }
    bytes += piece.count
    if isRunStruck {
      isStruck = isStruck || !UTF8Text.trimmed(piece, 0..<piece.count).isEmpty
      return
    }
    XlsxEscapes.resolve(&piece)
    if isRunRaised, let digits = piece.withUnsafeBufferPointer(RaisedDigits.text) {
      piece = Array(digits.utf8)
    }
    piece.withUnsafeBufferPointer { text.append($0) }
    if isRunOwn {
      piece.withUnsafeBufferPointer { own.append($0) }
    } else if !followsCell {
      followsCell = !UTF8Text.trimmed(piece, 0..<piece.count).isEmpty
    }
  }

  /// The text so far without white space at its ends; nil when there is none.
  var trimmed: String? { text.trimmed }

  /// The text.
  var result: XlsxText {
    XlsxText(
      paragraphs: Self.paragraphs(text.utf8), bytes: bytes, isStruck: isStruck,
      ownParagraphs: Self.paragraphs(own.utf8), followsCell: followsCell)
  }

  private static func paragraphs(_ utf8: [UInt8]) -> [String] {
    if utf8.isEmpty { return [] }
    return UTF8Text.lines(utf8).compactMap { line in
      let range = UTF8Text.trimmed(utf8, line)
      return range.isEmpty ? nil : UTF8Text.string(utf8, range)
    }
  }
}

/// Characters that workbooks write as `_x000D_`: those XML cannot hold, and the underscore of what
/// only looks like one of them.
enum XlsxEscapes {
  /// Resolves every escape once.
  static func resolve(_ bytes: inout [UInt8]) {
    guard var place = next(in: bytes, from: 0) else { return }
    var result: [UInt8] = []
    var start = 0
    while true {
      result += bytes[start..<place]
      // Units that follow each other may be one character.
      var units: [UInt16] = []
      var end = place
      while let unit = unit(in: bytes, at: end) {
        units.append(unit)
        end += 7
      }
      for scalar in String(decoding: units, as: UTF16.self).unicodeScalars
      where scalar.value != 0xFFFD {
        result += String(scalar).utf8
      }
      start = end
      guard let other = next(in: bytes, from: end) else { break }
      place = other
    }
    bytes = result + bytes[start...]
  }

  private static func next(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while let found = UTF8Text.place(of: 0x5F, in: bytes, place..<bytes.count) {
      if unit(in: bytes, at: found) != nil { return found }
      place = found + 1
    }
    return nil
  }

  /// The unit that an escape at a place stands for, or nil.
  private static func unit(in bytes: [UInt8], at place: Int) -> UInt16? {
    guard place + 7 <= bytes.count, bytes[place] == 0x5F, bytes[place + 1] == 0x78,
      bytes[place + 6] == 0x5F
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}

/// The shared texts of a workbook, without phonetic guides.
final class XlsxStringHandler: XMLContentHandler {
  private(set) var texts: [XlsxText] = []
  private var budget: ReadBudget
  private var builder = XlsxTextBuilder()
  private var skipped = 0
  private var isText = false

  init(budget: ReadBudget) { self.budget = budget }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .si: builder.reset()
    case .r: builder.beginRun()
    case .rPr: builder.markRun()
    case .strike: if attributes.isOn("val", default: true) { builder.strikeRun() }
    case .vertAlign: if attributes["val"] == "superscript" { builder.raiseRun() }
    case .t: isText = true
    case .rPh: skipped = 1
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard name.space == .sheet else { return }
    switch name.local {
    case .t:
      isText = false
      builder.endPiece()
    case .si:
      let text = builder.result
      try budget.addText(text.bytes)
      texts.append(text)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if isText, skipped == 0 { builder.add(bytes) }
  }
}
