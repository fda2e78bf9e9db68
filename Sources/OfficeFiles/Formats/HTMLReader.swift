import TaskLedger

/// Reads HTML pages: tables with their spans, and the text around them as paragraphs.
final class HTMLReader: HTMLContentHandler {
  private let file: String
  private var budget: ReadBudget
  private var styles: HTMLStyles
  /// The open elements that are read, the outermost first, when a page has rules for them.
  private var elements: [HTMLElement] = []
  private var blocks: [SourceDocument.Block] = []
  private var nested: [SourceDocument.Block] = []
  private var notes: [Diagnostic] = []
  private var tables: [HTMLTable] = []
  private var tableCount = 0
  private var paragraphCount = 0
  private var skipped = 0
  private var lists = HTMLLists()
  private var label = ""
  private var text = CleanText()
  private var hasSpace = false

  private var inherited = HTMLInherited()
  private var fields = HTMLFields()
  private var math = HTMLMath()
  /// Whether the open element that nobody sees was counted.
  private var isInvisibleCounted = false
  /// Signs of symbol fonts that are unknown: the first, and how many.
  private var symbols: (place: Diagnostic.Location, count: Int)?

  /// Elements that are not read: how many hide their content, and how many strike it.
  private var struck = 0
  private var images = 0
  private var hiddenCount = 0
  private var struckCount = 0
  private var isStruckCounted = false
  /// Elements that a rule may hide or strike, which cannot be told: the first, and how many.
  private var undecided: (selector: String, place: Diagnostic.Location, count: Int)?
  /// Where the first words stand that were read without all rules.
  private var unfollowed: Diagnostic.Location?
  /// The notes below the text, and the one that is passed over now.
  private var footnotes = HTMLNotes()
  /// The first style sheet in a file of its own, which is not opened.
  private var sheetElsewhere: String?
  /// Whether LibreOffice wrote the page, which keeps the notes of a text in comments.
  private var isOfOffice = false
  /// How many open elements raise their digits above the line.
  private var raised = 0

  /// How many tables and paragraphs stand before what is read.
  struct Counts {
    var tables = 0
    var paragraphs = 0
  }

  /// Reads a cleaned text, a page or a part of one.
  static func read(
    _ text: CleanText, name: String, limits: ReadLimits, after counts: Counts? = nil
  ) throws(DocumentReadError) -> SourceDocument {
    let reader = HTMLReader(name, limits, counts ?? Counts(), HTMLStyles(text.utf8, limits))
    try HTMLStream.read(text, file: name, limits: limits, with: reader)
    try reader.finish()
    if counts == nil, reader.blocks.isEmpty, reader.images > 0 {
      throw .noText(file: name, holds: .pictures)
    }
    return SourceDocument(name: name, blocks: reader.blocks, diagnostics: reader.diagnostics)
  }

  /// Whether a text is a page: it begins with a tag that pages begin with.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let range = UTF8Text.trimmed(bytes, 0..<min(bytes.count, 4096))
    guard let first = range.first, bytes[first] == UInt8(ascii: "<") else { return false }
    let head = UTF8Text.string(bytes, range.prefix(600)).lowercased()
    let tags = [
      "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style", "<h1",
    ]
    if tags.contains(where: { head.hasPrefix($0) }) { return true }
    return (head.hasPrefix("<?xml") || head.hasPrefix("<!--")) && head.contains("<html")
  }

  private init(
    _ file: String, _ limits: ReadLimits, _ counts: Counts, _ styles: HTMLStyles
  ) {
    self.file = file
    self.styles = styles
    if styles.hasRules { elements = styles.implied }
    tableCount = counts.tables
    paragraphCount = counts.paragraphs
    budget = ReadBudget(file: file, limits: limits)
  }

  private var diagnostics: [Diagnostic] {
    var list = notes
    let place = Diagnostic.Location.paragraph(file: file, index: 1)
    if struckCount > 0 { list.append(.struckTextLeftOut(at: place, count: struckCount)) }
    if hiddenCount > 0 { list.append(.leftOut(file: file, .hiddenText, count: hiddenCount)) }
    if let symbols { list.append(.symbolsLeftOut(at: symbols.place, count: symbols.count)) }
    if images > 0 { list.append(.leftOut(file: file, .images, count: images)) }
    if let undecided {
      list.append(
        .styleUndecided(
          at: undecided.place, selector: undecided.selector, count: undecided.count))
    }
    if let unfollowed { list.append(.stylesUnfollowed(at: unfollowed)) }
    if let sheetElsewhere = sheetElsewhere ?? styles.imported {
      list.append(.styleSheetUnread(file: file, sheet: sheetElsewhere))
    }
    return list + footnotes.diagnostics(file: file)
  }

  /// The cell or the paragraph being read.
  private var place: Diagnostic.Location {
    tables.last.flatMap { $0.hasCell ? $0.location(file: file) : nil }
      ?? .paragraph(file: file, index: paragraphCount + 1)
  }

  private func finish() throws(DocumentReadError) {
    while !tables.isEmpty { try endTable() }
    try endParagraph()
  }

  // MARK: Events

  func start(_ tag: HTMLTag, _ attributes: [String: String]) throws(DocumentReadError) {
    if skipped > 0 {
      skipped += 1
      if tag.dividesLines { footnotes.divide() }
      if tag == .br { footnotes.addSpace() }
      return
    }
    readHead(tag, attributes)
    if tag.isUnread || fields.isSelecting && tag != .option && tag != .optgroup {
      skipped = 1
      return
    }
    let element = HTMLElement(tag, attributes, isRuled: styles.hasRules)
    let appearance = HTMLAppearance(
      element, below: elements, isInSymbols: inherited.state.symbolFont != nil, &styles)
    if unfollowed == nil, styles.isUnfollowed { unfollowed = place }
    if footnotes.begin(element, at: place) {
      skipped = 1
      return
    }
    if appearance.isHidden {
      // What a field hides are no words for a reader.
      if tag != .input { hiddenCount += 1 }
      skipped = 1
      return
    }
    if styles.hasRules { elements.append(element) }
    let wasInvisible = inherited.state.isInvisible
    inherited.begin(appearance)
    if !wasInvisible { isInvisibleCounted = false }
    if let selector = appearance.undecided {
      undecided = undecided ?? (selector, place, 0)
      undecided?.count += 1
    }
    if tag == .sup { raised += 1 }
    // Every element inside of a struck one is counted, so that its end is found.
    if struck > 0 || appearance.isStruck { struck += 1 }
    isStruckCounted = isStruckCounted && struck > 1
    if tag == .br {
      hasSpace = false
      text.append("\n")
      return
    }
    if try startInline(tag, attributes) { return }
    guard tag.dividesLines else { return }
    try endParagraph()
    try startBlock(tag, attributes)
  }

  /// What wrote the page, and whether its rules stand elsewhere.
  private func readHead(_ tag: HTMLTag, _ attributes: [String: String]) {
    if tag == .meta, attributes["name"]?.lowercased() == "generator" {
      isOfOffice = ["LibreOffice", "OpenOffice", "StarOffice"].contains {
        attributes["content"]?.hasPrefix($0) ?? false
      }
    }
    if tag == .link, attributes["rel"]?.lowercased() == "stylesheet", sheetElsewhere == nil {
      sheetElsewhere = attributes["href"]
    }
  }

  private func startBlock(
    _ tag: HTMLTag, _ attributes: [String: String]
  ) throws(DocumentReadError) {
    switch tag {
    case .table:
      tableCount += 1
      tables.append(HTMLTable(index: tableCount))
    case .tfoot, .tbody, .thead:
      if let last = tables.indices.last { try tables[last].beginGroup(tag, &budget) }
    case .tr: if let last = tables.indices.last { try tables[last].beginRow(&budget) }
    case .td, .th:
      guard let last = tables.indices.last else { return }
      try tables[last].beginCell(
        span: Self.number(attributes["colspan"]) ?? 1,
        height: Self.number(attributes["rowspan"]) ?? 1, &budget)
    case .ol, .ul: lists.begin(tag, attributes)
    case .li: label = lists.label(attributes) ?? label
    default: break
    }
  }

  func end(_ tag: HTMLTag) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      if skipped == 0 { footnotes.end() }
      return
    }
    _ = elements.popLast()
    try endInline(tag)
    inherited.end()
    if tag == .sup { raised -= 1 }
    if struck > 0 { struck -= 1 }
    guard tag.dividesLines else { return }
    try endParagraph()
    switch tag {
    case .table: try endTable()
    case .tr: if let last = tables.indices.last { try tables[last].endRow(&budget) }
    case .td, .th: if let last = tables.indices.last { try tables[last].endCell(&budget) }
    case .tfoot: if let last = tables.indices.last { try tables[last].beginGroup(.tbody, &budget) }
    case .ol, .ul: lists.end()
    default: break
    }
  }

  /// Fields of forms, formulas and pictures; true for what is done with.
  private func startInline(
    _ tag: HTMLTag, _ attributes: [String: String]
  ) throws(DocumentReadError) -> Bool {
    switch tag {
    case .img: images += 1
    case .select: fields.beginSelection(attributes)
    case .option: fields.beginOption(attributes)
    case .input: try take(HTMLFields.words(of: attributes))
    default:
      guard tag.isMath else { return false }
      math.begin(tag, in: &text)
    }
    return true
  }

  private func endInline(_ tag: HTMLTag) throws(DocumentReadError) {
    switch tag {
    case .option: fields.endOption()
    case .select: try take(fields.endSelection())
    default: if tag.isMath { math.end(tag, in: &text) }
    }
  }

  /// Reads words that stand for something else as text.
  private func take(_ words: String) throws(DocumentReadError) {
    try Array(words.utf8).withUnsafeBufferPointer { (bytes) throws(DocumentReadError) in
      try self.text(bytes)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    guard skipped == 0 else { return footnotes.add(bytes) }
    if fields.isSelecting { return fields.add(bytes) }
    if raised > 0, let digits = RaisedDigits.text(bytes) {
      raised -= 1
      defer { raised += 1 }
      return try take(digits)
    }
    if inherited.state.isInvisible {
      noteInvisible(bytes)
      hasSpace = true
      return
    }
    if struck > 0 {
      noteStruck(bytes)
      hasSpace = true
      return
    }
    if let font = inherited.state.symbolFont {
      inherited.state.symbolFont = nil
      defer { inherited.state.symbolFont = font }
      let (signs, unknown) = SymbolFont.text(bytes, font: font)
      if unknown > 0 { symbols = (symbols?.place ?? place, (symbols?.count ?? 0) + unknown) }
      return try take(signs)
    }
    try budget.addBytes(bytes.count)
    var start = 0
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0A where inherited.state.keepsLines:
        add(bytes, start..<index)
        text.append("\n")
        hasSpace = false
        start = index + 1
      // A line break in the source is a space, as a page shows it, and nothing within a formula.
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        add(bytes, start..<index)
        hasSpace = hasSpace || !math.isOpen
        start = index + 1
      default: break
      }
    }
    add(bytes, start..<bytes.count)
  }

  func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isOfOffice, skipped == 0 { footnotes.take(comment: bytes, at: place) }
  }

  private func noteInvisible(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isInvisibleCounted, bytes.contains(where: { $0 > 0x20 }) else { return }
    isInvisibleCounted = true
    hiddenCount += 1
  }

  private func noteStruck(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isStruckCounted, bytes.contains(where: { $0 > 0x20 }) else { return }
    isStruckCounted = true
    struckCount += 1
    if let last = tables.indices.last, tables[last].hasCell { tables[last].strike() }
  }

  /// Adds a word, with the white space before it as a page shows it.
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if hasSpace, let last = text.utf8.last, last != 0x0A { text.append(" ") }
    hasSpace = false
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    if math.writer.isClosed { math.writer.follow(&text, with: word) }
    text.append(word)
  }

  /// The number at the start of a value, as browsers read `2px`.
  private static func number(_ value: String?) -> Int? {
    guard let value else { return nil }
    let trimmed = value.drop { $0 == " " }
    let digits = trimmed.drop { $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : Int(digits.prefix(9))
  }

  // MARK: Blocks

  private func endParagraph() throws(DocumentReadError) {
    defer {
      text.removeAll()
      hasSpace = false
    }
    defer { footnotes.endLine() }
    guard let content = text.trimmed else { return }
    // A cell is the plan's, whatever links stand in it.
    let isInCell = tables.last?.hasCell ?? false
    if !isInCell, footnotes.take(line: text, at: place) { return }
    let paragraph = label + content
    label = ""
    try budget.addText(0)
    if let last = tables.indices.last, tables[last].hasCell {
      tables[last].add(paragraph)
      return
    }
    paragraphCount += 1
    blocks.append(
      .paragraph(
        SourceParagraph(text: paragraph, location: .paragraph(file: file, index: paragraphCount))))
  }

  private func endTable() throws(DocumentReadError) {
    guard var table = tables.popLast() else { return }
    try table.finish(&budget)
    guard let outer = tables.indices.last, tables[outer].hasCell else {
      if !table.rows.isEmpty { blocks.append(.table(SourceTable(rows: table.rows))) }
      blocks += nested
      nested = []
      return
    }
    if table.isSubstantial {
      nested.append(.table(SourceTable(rows: table.rows)))
      if notes.count < 20 {
        notes.append(.nestedTable(at: tables[outer].location(file: file), index: table.index))
      }
    } else {
      for text in table.flattened {
        try budget.addText(text.utf8.count)
        tables[outer].add(text)
      }
    }
  }
}
