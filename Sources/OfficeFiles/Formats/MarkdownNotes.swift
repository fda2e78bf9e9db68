import TaskLedger

/// The notes of a Markdown text ([^1]: …), as pandoc and GitHub read them.
///
/// A note goes on over the indented lines right below it. What stands in code or HTML is no note, and a mark without a
/// note is nothing but words.
struct MarkdownNotes {
  /// The notes, which are said.
  private(set) var notes = AttachedNotes()
  /// The lines that hold notes, from 0.
  private(set) var lines: Set<Int> = []
  /// The names of the notes in small letters.
  private var names: Set<String> = []

  /// Creates the notes of a text without any.
  init() {}

  /// Finds the notes of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - lines: Its lines.
  ///   - file: Its name in messages.
  ///   - literal: The lines of code and HTML, in order.
  init(_ bytes: [UInt8], _ lines: [Range<Int>], file: String, outside literal: [Range<Int>]) {
    guard bytes.contains(UInt8(ascii: "^")) else { return }
    var open: (line: Int, text: CleanText)?
    var blocks = literal[...]
    for (index, line) in lines.enumerated() {
      while let block = blocks.first, block.upperBound <= index { blocks.removeFirst() }
      if open != nil, Self.goesOn(bytes, line) {
        self.lines.insert(index)
        open?.text.append("\n")
        bytes[line].withUnsafeBufferPointer { open?.text.append($0) }
        continue
      }
      close(&open, file: file)
      guard blocks.first?.contains(index) != true, let mark = Self.mark(bytes, line) else {
        continue
      }
      names.insert(mark.name)
      self.lines.insert(index)
      var text = CleanText()
      bytes[mark.end..<line.upperBound].withUnsafeBufferPointer { text.append($0) }
      open = (index, text)
    }
    close(&open, file: file)
  }

  private mutating func close(_ open: inout (line: Int, text: CleanText)?, file: String) {
    guard let done = open else { return }
    open = nil
    let words = AttachedNote.line(done.text)
    guard !words.isEmpty else { return }
    notes.add(
      AttachedNote(place: .text(file: file, line: done.line + 1, column: 1), words: words))
  }

  /// Whether a line below a note goes on with it: it has words and is set in as far as code.
  private static func goesOn(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    guard !UTF8Text.trimmed(bytes, line).isEmpty else { return false }
    return bytes[line].first == 0x09
      || bytes[line].prefix(4).elementsEqual([0x20, 0x20, 0x20, 0x20])
  }

  /// The name of the note that a line begins, and where its words begin.
  private static func mark(
    _ bytes: [UInt8], _ line: Range<Int>
  ) -> (name: String, end: Int)? {
    let range = UTF8Text.trimmed(bytes, line)
    guard range.count > 4, bytes[range.lowerBound] == UInt8(ascii: "["),
      bytes[range.lowerBound + 1] == UInt8(ascii: "^"),
      let close = bytes[range].firstIndex(of: UInt8(ascii: "]")), close + 1 < range.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let name = UTF8Text.string(bytes, (range.lowerBound + 2)..<close)
    guard !name.isEmpty, !name.contains(where: isOutsideOfNames) else { return nil }
    return (name.lowercased(), close + 2)
  }

  private static func isOutsideOfNames(_ sign: Character) -> Bool {
    sign.isWhitespace || sign == "["
  }

  /// Whether there is a note of this name.
  func has(_ name: some StringProtocol) -> Bool {
    !names.isEmpty && names.contains(name.lowercased())
  }

  /// Words without the marks of the notes that there are: [^1].
  func withoutMarks(_ words: String) -> String {
    guard !names.isEmpty, words.contains("[^") else { return words }
    var result = ""
    var rest = words[...]
    while let open = rest.firstRange(of: "[^") {
      let name = rest[open.upperBound...].prefix { $0 != "]" && !Self.isOutsideOfNames($0) }
      let close = name.endIndex
      guard close < rest.endIndex, rest[close] == "]", has(name) else {
        // Words in brackets are words.
        result += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      result += rest[..<open.lowerBound]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
