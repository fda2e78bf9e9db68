import TaskLedger

/// The words of a paragraph or cell of Markdown, without their marks.
struct MarkdownInline {
  /// The lines, divided where the source or a `<br>` divides them.
  private(set) var lines = [""]
  /// For each of the lines, how many lines of the source stand before it.
  private(set) var offsets = [0]
  /// Whether words with a line through them were left out.
  private(set) var isStruck = false
  private(set) var images = 0
  /// Whether a table in HTML begins inside of it.
  private(set) var hasTable = false
  private var struck = 0
  private let notes: MarkdownNotes

  /// Creates the words of a text with these notes.
  init(_ notes: MarkdownNotes) { self.notes = notes }

  /// Reads everything inside of a node.
  mutating func read(_ node: CommonMark.Node) {
    for child in node.children { add(child) }
  }

  private mutating func add(_ node: CommonMark.Node) {
    switch node.kind {
    case .text: add(notes.withoutMarks(node.literal))
    case .code: add(node.literal)
    case .softbreak, .linebreak: divide(after: 1)
    case .htmlInline: addTag(node.literal)
    case .strikethrough:
      struck += 1
      read(node)
      struck -= 1
    case .link where isFootnote(node): break
    // The words beside a picture stand in for it and are none of the text.
    case .image: images += 1
    default: read(node)
    }
  }

  /// Whether a link is the mark of a note: [^1].
  private func isFootnote(_ node: CommonMark.Node) -> Bool {
    guard let words = node.children.first(where: { _ in true })?.literal, words.hasPrefix("^")
    else { return false }
    return notes.has(words.dropFirst())
  }

  private mutating func divide(after count: Int) {
    offsets.append((offsets.last ?? 0) + count)
    lines.append("")
  }

  private mutating func add(_ words: String) {
    guard struck == 0 else {
      isStruck = isStruck || words.contains { !$0.isWhitespace }
      return
    }
    lines[lines.count - 1] += words
  }

  /// A tag between words: it divides them or says how they look; what is none is kept as it is.
  private mutating func addTag(_ literal: String) {
    if literal.hasPrefix("<!") || literal.hasPrefix("<?") { return }
    let isEnd = literal.hasPrefix("</")
    let name = literal.dropFirst(isEnd ? 2 : 1).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber)
    }
    guard let tag = HTMLTag(rawValue: name.lowercased()) else { return add(literal) }
    switch tag {
    case .del, .s, .strike: struck = max(struck + (isEnd ? -1 : 1), 0)
    case .img: images += 1
    case .table, .tr, .td, .th: hasTable = true
    case .input: add(HTMLFields.box(inTag: literal) ?? "")
    // The parts of a formula would run together.
    case _ where tag.isMath: add(literal)
    default: if tag == .br || tag.dividesLines { divide(after: 0) }
    }
  }
}

/// Finds how far HTML among Markdown reaches.
enum PageLines {
  /// The line behind the HTML that begins on a line: at least to `last`, and on to the end of the
  /// tables that begin before it.
  static func end(_ bytes: [UInt8], _ lines: [Range<Int>], from first: Int, to last: Int) -> Int {
    var open = 0
    var index = max(first, 0)
    while index < lines.count {
      open += tables(bytes, lines[index])
      index += 1
      // What follows a table without a blank line belongs to the HTML.
      let isBlank = index >= lines.count || UTF8Text.trimmed(bytes, lines[index]).isEmpty
      if index >= last, open <= 0, isBlank || index == last { break }
    }
    return index
  }

  /// How many more tables begin than end on a line.
  private static func tables(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    var open = 0
    var index = line.lowerBound
    while let place = UTF8Text.place(of: 0x3C, in: bytes, index..<line.upperBound) {
      if starts(bytes, place + 1, "table", line.upperBound) { open += 1 }
      if starts(bytes, place + 1, "/table", line.upperBound) { open -= 1 }
      index = place + 1
    }
    return open
  }

  private static func starts(
    _ bytes: [UInt8], _ index: Int, _ word: StaticString, _ end: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= end else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
  }
}

/// What lines of Markdown hold besides their words.
struct InlineNotes {
  var struck: Diagnostic.Location?
  var struckCount = 0
  var images = 0

  mutating func add(_ inline: MarkdownInline, at place: Diagnostic.Location) {
    images += inline.images
    guard inline.isStruck else { return }
    struckCount += 1
    struck = struck ?? place
  }
}
