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
  /// Fields without a result, and signs of symbol fonts that are unknown: the first, and how many.
  var fields = Places()
  var symbols = Places()
  /// Tables whose style strikes or hides some rows or columns.
  var styledTables = Places()
  var nestedTables: [(place: Diagnostic.Location, index: Int)] = []

  /// Places of one kind: the first, and how many there are.
  struct Places {
    private(set) var first: Diagnostic.Location?
    private(set) var count = 0

    mutating func add(_ place: Diagnostic.Location, count more: Int = 1) {
      first = first ?? place
      count += more
    }
  }

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
    if let place = fields.first { list.append(.fieldsLeftOut(at: place, count: fields.count)) }
    if let place = symbols.first { list.append(.symbolsLeftOut(at: place, count: symbols.count)) }
    if let place = styledTables.first {
      list.append(.tableStyleUndecided(at: place, count: styledTables.count))
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
  /// The character for a position; nil when it is unknown.
  static func text(font: String?, code: String?) -> String? {
    guard let code, let value = UInt32(code, radix: 16), value >= 0x20 else { return nil }
    if let name = font.flatMap({ SymbolFont.name($0) }) {
      return SymbolFont.text(value, font: name)
    }
    guard !(0xE000...0xF8FF).contains(value) else { return nil }
    return Unicode.Scalar(value).map { String(Character($0)) }
  }

  /// The symbol font that a run sets for Latin letters; nil when it is none.
  static func font(_ attributes: XMLAttributes) -> String? {
    // Nearly every run names a font, and nearly none of them is one of symbols.
    switch attributes.bytes("ascii")?.first {
    case UInt8(ascii: "S"), UInt8(ascii: "s"), UInt8(ascii: "W"), UInt8(ascii: "w"):
      attributes["ascii"].flatMap { SymbolFont.name($0) }
    default: nil
    }
  }
}
