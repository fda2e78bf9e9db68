import TaskLedger

/// What the reader of a Word document left out or decided, counted for the messages.
struct DocxNotes {
  var changes = 0
  var footnotes = References()
  var comments = References()
  var images = 0
  var embedded = 0
  var placeholders = 0
  var hiddenRuns = 0
  var hiddenRows = 0
  var coveredTexts = 0
  var struckRuns = 0
  /// Where the first words with a line through them stand.
  var struckPlace: Diagnostic.Location?
  var nestedTables: [(place: Diagnostic.Location, index: Int)] = []

  /// Where a note hangs, and its number in the part that holds its words.
  struct Reference {
    var id: String?
    var place: Diagnostic.Location
    var isEndnote = false
  }

  /// The places where notes hang: the first ones, the others counted.
  struct References {
    private(set) var kept: [Reference] = []
    private(set) var others = 0

    mutating func append(_ reference: Reference) {
      if kept.count < DocxNoteHandler.most { kept.append(reference) } else { others += 1 }
    }
  }

  /// The words of the notes of a document, by their numbers.
  struct Texts {
    var comments: [String: String] = [:]
    var footnotes: [String: String] = [:]
    var endnotes: [String: String] = [:]
    /// The parts that could not be read to their end.
    var damaged: [(what: Diagnostic.LeftOut, part: String)] = []

    /// The kinds of parts, with where their words are kept.
    static var kinds: [(String, WritableKeyPath<Texts, [String: String]>)] {
      [("comments", \.comments), ("footnotes", \.footnotes), ("endnotes", \.endnotes)]
    }
  }

  /// The messages, a kind each.
  func diagnostics(file: String, texts: Texts) -> [Diagnostic] {
    var list: [Diagnostic] = []
    if changes > 0 { list.append(.changesAccepted(file: file, count: changes)) }
    if struckRuns > 0 {
      let place = struckPlace ?? .paragraph(file: file, index: 1)
      list.append(.struckTextLeftOut(at: place, count: struckRuns))
    }
    list += said(footnotes, .footnotes, file: file) {
      $0.isEndnote ? texts.endnotes : texts.footnotes
    }
    list += said(comments, .comments, file: file) { _ in texts.comments }
    list += texts.damaged.map {
      .notesDamaged(at: .paragraph(file: file, index: 1), $0.what, part: $0.part)
    }
    if images > 0 { list.append(.leftOut(file: file, .images, count: images)) }
    if embedded > 0 { list.append(.leftOut(file: file, .embeddedFiles, count: embedded)) }
    if placeholders > 0 { list.append(.leftOut(file: file, .placeholders, count: placeholders)) }
    if hiddenRuns > 0 { list.append(.leftOut(file: file, .hiddenText, count: hiddenRuns)) }
    if hiddenRows > 0 { list.append(.hiddenRowsRead(file: file, count: hiddenRows)) }
    if coveredTexts > 0 { list.append(.leftOut(file: file, .coveredCells, count: coveredTexts)) }
    for (place, index) in nestedTables.prefix(20) {
      list.append(.nestedTable(at: place, index: index))
    }
    return list
  }

  /// Each note with its words; those whose words are not there are counted.
  private func said(
    _ references: References, _ what: Diagnostic.LeftOut, file: String,
    texts: (Reference) -> [String: String]
  ) -> [Diagnostic] {
    var notes = AttachedNotes()
    for reference in references.kept {
      let words = reference.id.flatMap { texts(reference)[$0] }
      notes.add(words.map { AttachedNote(place: reference.place, words: $0) })
    }
    notes.add(others: references.others)
    return Diagnostic.notesLeftOut(file: file, what, notes)
  }
}

/// One of several forms of the same content.
enum DocxChoice {
  /// Whether a choice needs no more than shapes and text, whose content is read.
  static func isUnderstood(_ required: String?) -> Bool {
    let known: Set = ["wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "v", "w"]
    let prefixes = (required ?? "").split(separator: " ").map(String.init)
    return !prefixes.isEmpty && prefixes.allSatisfy(known.contains)
  }
}

/// Symbols that Word keeps as positions in a symbol font.
enum DocxSymbol {
  /// The character for a position; empty for pictures without meaning.
  static func text(font: String?, code: String?) -> String {
    guard let code, let value = UInt32(code, radix: 16) else { return "" }
    switch (font ?? "", value & 0xFF) {
    case ("Wingdings", 0xFC), ("Wingdings 2", 0x50): return "\u{2713}"
    case ("Wingdings", 0xFE), ("Wingdings 2", 0x52), ("Wingdings 2", 0x53): return "\u{2611}"
    case ("Wingdings", 0xA8), ("Wingdings", 0x6F), ("Wingdings 2", 0xA3): return "\u{2610}"
    default:
      guard value >= 0x20, !(0xE000...0xF8FF).contains(value), let scalar = Unicode.Scalar(value)
      else { return "" }
      return String(Character(scalar))
    }
  }
}
