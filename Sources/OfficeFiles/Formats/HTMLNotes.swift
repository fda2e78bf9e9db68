import TaskLedger

/// The footnotes, endnotes and comments of a page, as word processors and converters write them.
///
/// The mark at the words is no part of them (2020年6月[1]), and the notes below the text are no
/// paragraphs of the plan; they are said.
struct HTMLNotes {
  enum Kind { case mark, footnotes, comments }

  private var kind: Kind?
  private var text = CleanText()
  private var footnotes = AttachedNotes()
  private var comments = AttachedNotes()
  private var place: Diagnostic.Location?
  /// Whether the line being read is a note itself: it links back to its mark.
  private(set) var lineKind: Kind?

  /// Begins to pass over an element that is a mark or holds notes; false for any other.
  mutating func begin(_ element: HTMLElement, at place: Diagnostic.Location) -> Bool {
    guard let found = Self.kind(element) else { return false }
    kind = found
    self.place = place
    if let target = element.attributes["href"], Self.isMark(target) {
      if Self.footnoteLinks.contains(where: target.hasPrefix) { lineKind = .footnotes }
      if Self.namedLinks.0.contains(where: target.hasPrefix), target.hasSuffix(Self.namedLinks.1) {
        lineKind = .footnotes
      }
      if Self.commentLinks.contains(where: target.hasPrefix) { lineKind = .comments }
    }
    return true
  }

  /// Takes a line that is a note; false when it is none.
  mutating func take(line: CleanText, at place: Diagnostic.Location) -> Bool {
    guard let found = lineKind else { return false }
    lineKind = nil
    (kind, self.place, text) = (found, place, line)
    end()
    return true
  }

  /// Takes a note that an office program keeps in a comment of the page.
  mutating func take(
    comment bytes: UnsafeBufferPointer<UInt8>, at place: Diagnostic.Location
  ) {
    var end = min(bytes.count, 4096)
    // No character is cut.
    while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var text = CleanText()
    text.append(UnsafeBufferPointer(rebasing: bytes[..<end]))
    let words = AttachedNote.line(text)
    // <!--[if gte mso 9]> is for programs, and <!-- ***** --> divides sheets.
    guard !words.hasPrefix("["), words.contains(where: { $0.isLetter || $0.isNumber }) else {
      return
    }
    comments.add(AttachedNote(place: place, words: words))
  }

  /// The line ends: the next one is no note for what stood in this one.
  mutating func endLine() { lineKind = nil }

  /// The next words begin another note.
  mutating func divide() { flush() }

  /// Takes words of a note.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard kind == .footnotes || kind == .comments, text.utf8.count < 4096 else { return }
    text.append(bytes)
  }

  /// A line of a note ends, and the note goes on.
  mutating func addSpace() {
    if kind == .footnotes || kind == .comments { text.append(" ") }
  }

  /// The element that was passed over ends.
  mutating func end() {
    flush()
    kind = nil
  }

  /// What is said of the notes.
  func diagnostics(file: String) -> [Diagnostic] {
    Diagnostic.notesLeftOut(file: file, .footnotes, footnotes)
      + Diagnostic.notesLeftOut(file: file, .comments, comments)
  }

  private mutating func flush() {
    defer { text.removeAll() }
    let line = Self.withoutMarks(AttachedNote.line(text))
    guard !line.isEmpty else { return }
    let note = AttachedNote(place: place, words: line)
    if kind == .comments { comments.add(note) } else { footnotes.add(note) }
  }

  /// A note without its own mark before it and the way back behind it.
  private static func withoutMarks(_ line: String) -> String {
    var words = line[...]
    if words.first == "[", let close = words.prefix(8).firstIndex(of: "]") {
      words = words[words.index(after: close)...].drop(while: \.isWhitespace)
    }
    while let last = words.last, last.isWhitespace || last.unicodeScalars.first == "\u{21A9}" {
      words.removeLast()
    }
    return String(words)
  }

  private static func kind(_ element: HTMLElement) -> Kind? {
    // LibreOffice writes the notes of cells so.
    if element.tag == .comment { return .comments }
    let attributes = element.attributes
    // So the filter for XHTML of LibreOffice writes notes, in the middle of the words.
    if element.tag == .span, attributes["title"] == "annotation" { return .comments }
    switch attributes["role"] {
    case "doc-noteref", "doc-backlink": return .mark
    case "doc-endnotes", "doc-footnotes": return .footnotes
    default: break
    }
    let style = attributes["style"] ?? ""
    if element.tag == .a {
      let target = attributes["href"] ?? ""
      let isMark =
        attributes["class"] == "msocomanchor" || style.contains("mso-footnote-id")
        || style.contains("mso-endnote-id") || isMark(target)
      return isMark ? .mark : nil
    }
    guard style.contains("mso-element") else { return nil }
    let words = style.filter { !$0.isWhitespace }
    if words.contains("mso-element:comment-list") { return .comments }
    let isList =
      words.contains("mso-element:footnote-list") || words.contains("mso-element:endnote-list")
    return isList ? .footnotes : nil
  }

  /// Whether a link leads to a note or back from one: such targets are numbered, and any other link
  /// has words of its own.
  private static func isMark(_ target: String) -> Bool {
    marks.contains { mark in
      guard target.hasPrefix(mark) else { return false }
      var rest = target.dropFirst(mark.count)
      for word in ["_ref", "ref"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
      for word in ["sym", "anc"] where rest.hasSuffix(word) { rest = rest.dropLast(word.count) }
      let number = rest.drop { "-:_".contains($0) }
      return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  private static let footnoteLinks = ["#ftnt_ref", "#_ftnref", "#_ednref", "#fnref"]
  /// How the links of LibreOffice from a note to its mark begin and end.
  private static let namedLinks = (["#sdfootnote", "#sdendnote"], "anc")
  private static let commentLinks = ["#cmnt_ref", "#_anchor"]
  private static let marks = [
    "#ftnt", "#cmnt", "#_ftn", "#_edn", "#_msocom", "#_anchor", "#fn", "#footnote", "#sdfootnote",
    "#sdendnote",
  ]
}
