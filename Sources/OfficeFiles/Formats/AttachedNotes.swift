import TaskLedger

/// A note that hangs on a cell or on words (批注、脚注): it is no part of their text, and is said.
struct AttachedNote {
  /// Where it hangs; nil when nothing names it.
  var place: Diagnostic.Location?
  /// Its words on one line, shortened.
  var words: String

  /// The words of a note on one line, no longer than a message can hold.
  static func line(_ text: CleanText) -> String {
    let line = (text.trimmed ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 120 ? line.prefix(120) + "…" : line
  }
}

/// The notes of one kind in a document: the first ones with their words, the others counted.
struct AttachedNotes {
  /// The notes that are said one by one.
  private(set) var said: [AttachedNote] = []
  /// How many there are besides; their words are not kept or not there.
  private(set) var others = 0

  /// The most notes that are said one by one.
  static let most = 200

  /// Adds a note; nil is one whose words are not there.
  mutating func add(_ note: AttachedNote?) {
    if let note, said.count < Self.most { said.append(note) } else { others += 1 }
  }

  /// Adds notes of which nothing is known but that they are there.
  mutating func add(others count: Int) { others += count }

  /// Adds the notes of another part behind these.
  mutating func add(_ notes: AttachedNotes) {
    for note in notes.said { add(note) }
    others += notes.others
  }

  /// Reads a part of a container that holds notes.
  ///
  /// Notes are no part of the plan, so that their damage refuses no document; the handler keeps those
  /// before the fault.
  ///
  /// - Returns: Whether the part is there and could be read to its end.
  static func read(
    _ part: String, of archive: ZipArchive, with handler: any XMLContentHandler
  ) throws(DocumentReadError) -> Bool {
    do throws(DocumentReadError) {
      guard let source = try archive.open(part) else { return false }
      try XMLStream.read(source, with: handler)
      return true
    } catch .damaged {
      return false
    }
  }
}

/// Reads the notes of a sheet: `comments1.xml`, and `threadedComment1.xml` of newer programs.
final class XlsxNoteHandler: XMLContentHandler {
  /// The notes with their cells, in the order of the part.
  private(set) var notes = AttachedNotes()
  /// The cells with notes, as far as a sheet may have cells.
  private(set) var references: Set<String> = []
  private let file: String
  private let sheet: String
  private let known: Set<String>
  private let mostReferences: Int
  private var reference: String?
  private var text = CleanText()
  private var isText = false
  private var skipped = 0

  /// Creates a reader of the notes of a sheet; those of the cells in `known` are said already.
  init(file: String, sheet: String, limits: ReadLimits, besides known: Set<String> = []) {
    (self.file, self.sheet, self.known) = (file, sheet, known)
    mostReferences = limits.cells
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name.local {
    case .comment, .threadedComment:
      reference = attributes["ref"].map { String($0.prefix(12)) }
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
    case .comment, .threadedComment: endNote()
    default: break
    }
  }

  private func endNote() {
    defer { reference = nil }
    guard let reference, !known.contains(reference) else { return }
    let words = AttachedNote.line(text)
    guard !words.isEmpty else { return }
    if references.count < mostReferences { references.insert(reference) }
    notes.add(
      AttachedNote(
        place: .cell(file: file, sheet: sheet, reference: reference), words: words))
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
  /// The most notes whose words are kept.
  static let most = 10_000
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
      if let id, !line.isEmpty, words.count < Self.most { words[id] = line }
      id = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if isText, id != nil, text.utf8.count < 4096 { text.append(bytes) }
  }
}
