import TaskLedger

/// A note that hangs on a cell or on words (批注、脚注): it is no part of their text, and is said.
struct AttachedNote {
  /// Where it hangs; nil when nothing names it.
  var place: Diagnostic.Location?
  /// Its words on one line, shortened.
  var words: String

  /// The most notes of a document that are said one by one.
  static let most = 200

  /// The words of a note on one line, no longer than a message can hold.
  static func line(_ text: CleanText) -> String {
    let line = (text.trimmed ?? "").prefix(400).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return line.count > 120 ? line.prefix(120) + "…" : line
  }
}

/// Reads the notes of a sheet: `comments1.xml`, and `threadedComment1.xml` of newer programs.
final class XlsxNoteHandler: XMLContentHandler {
  /// The notes with the names of their cells, in the order of the part.
  private(set) var notes: [(reference: String, words: String)] = []
  private var reference: String?
  private var text = CleanText()
  private var isText = false
  private var skipped = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name.local {
    case .comment, .threadedComment:
      reference = attributes["ref"]
      text.removeAll()
    case .rPh: skipped = 1
    // The older part holds runs, the newer one plain words.
    case .t: isText = name.space == .sheet
    case .text: isText = name.space == .other
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name.local {
    case .t, .text: isText = false
    case .comment, .threadedComment:
      if let reference, notes.count < 10_000 {
        notes.append((String(reference.prefix(12)), AttachedNote.line(text)))
      }
      reference = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if isText, reference != nil, skipped == 0, text.utf8.count < 4096 { text.append(bytes) }
  }
}

/// Reads the notes of a Word document by their numbers: `comments.xml`, `footnotes.xml`,
/// `endnotes.xml`.
final class DocxNoteHandler: XMLContentHandler {
  /// The words by number; the lines between text and notes have none.
  private(set) var words: [String: String] = [:]
  private var id: String?
  private var text = CleanText()
  private var isText = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.space == .word else { return }
    switch name.local {
    case .comment, .footnote, .endnote:
      id = attributes["id"]
      text.removeAll()
    case .p: text.append("\n")
    case .t: isText = true
    default: break
    }
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    guard name.space == .word else { return }
    switch name.local {
    case .t: isText = false
    case .comment, .footnote, .endnote:
      let line = AttachedNote.line(text)
      if let id, !line.isEmpty, words.count < 10_000 { words[id] = line }
      id = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if isText, id != nil, text.utf8.count < 4096 { text.append(bytes) }
  }
}
