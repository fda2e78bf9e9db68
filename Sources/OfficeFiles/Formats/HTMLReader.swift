import TaskLedger

/// Reads HTML pages: tables with their spans, and the text around them as paragraphs.
final class HTMLReader: HTMLContentHandler {
  private let file: String
  private var budget: ReadBudget
  private var blocks: [SourceDocument.Block] = []
  private var nested: [SourceDocument.Block] = []
  private var notes: [Diagnostic] = []
  private var tables: [HTMLTable] = []
  private var tableCount = 0
  private var paragraphCount = 0
  private var skipped = 0
  private var lists: [List] = []
  private var label = ""
  private var text = CleanText()
  private var space = Space.none

  private enum Space { case none, blank, lineBreak }

  private struct List {
    var isOrdered: Bool
    var next: Int
    var format: String
  }

  /// Reads a cleaned text.
  static func read(
    _ text: CleanText, name: String, limits: ReadLimits
  ) throws(DocumentReadError) -> SourceDocument {
    let reader = HTMLReader(name, limits)
    try HTMLStream.read(text, file: name, limits: limits, with: reader)
    try reader.finish()
    return SourceDocument(name: name, blocks: reader.blocks, diagnostics: reader.notes)
  }

  /// Whether a text is a page: it begins with a tag that pages begin with.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let range = UTF8Text.trimmed(bytes, 0..<min(bytes.count, 4096))
    let head = UTF8Text.string(bytes, range.prefix(600)).lowercased()
    guard head.hasPrefix("<") else { return false }
    let tags = [
      "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style", "<h1",
    ]
    if tags.contains(where: { head.hasPrefix($0) }) { return true }
    return (head.hasPrefix("<?xml") || head.hasPrefix("<!--")) && head.contains("<html")
  }

  private init(_ file: String, _ limits: ReadLimits) {
    self.file = file
    budget = ReadBudget(file: file, limits: limits)
  }

  private func finish() throws(DocumentReadError) {
    while !tables.isEmpty { try endTable() }
    try endParagraph()
  }

  // MARK: Events

  func start(_ name: String, _ attributes: [String: String]) throws(DocumentReadError) {
    if skipped > 0 || Self.unread.contains(name) {
      skipped += 1
      return
    }
    if name == "br" {
      space = .none
      text.append("\n")
      return
    }
    guard Self.dividers.contains(name) else { return }
    try endParagraph()
    switch name {
    case "table":
      tableCount += 1
      tables.append(HTMLTable(index: tableCount))
    case "tr": if let last = tables.indices.last { try tables[last].beginRow(&budget) }
    case "td", "th":
      guard let last = tables.indices.last else { return }
      try tables[last].beginCell(
        span: Int(attributes["colspan"] ?? "") ?? 1,
        height: Int(attributes["rowspan"] ?? "") ?? 1, &budget)
    case "ol", "ul": beginList(name, attributes)
    case "li": beginEntry(attributes)
    default: break
    }
  }

  func end(_ name: String) throws(DocumentReadError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard Self.dividers.contains(name) else { return }
    try endParagraph()
    switch name {
    case "table": try endTable()
    case "tr": if let last = tables.indices.last { try tables[last].endRow(&budget) }
    case "td", "th": if let last = tables.indices.last { try tables[last].endCell(&budget) }
    case "ol", "ul": _ = lists.popLast()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    guard skipped == 0 else { return }
    try budget.addBytes(bytes.count)
    var start = 0
    for index in 0...bytes.count {
      guard index < bytes.count else {
        add(bytes, start..<index)
        break
      }
      switch bytes[index] {
      case 0x20, 0x09:
        add(bytes, start..<index)
        if space == .none { space = .blank }
        start = index + 1
      case 0x0A, 0x0C, 0x0D:
        add(bytes, start..<index)
        space = .lineBreak
        start = index + 1
      default: break
      }
    }
  }

  /// Adds a word, with the white space before it as a page shows it.
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    defer { space = .none }
    if let last = text.utf8.last, last != 0x0A {
      // A line break in the source between two Chinese characters is no space.
      let isBetweenChinese = endsWide && bytes[range.lowerBound] >= 0xE3
      switch space {
      case .blank: text.append(" ")
      case .lineBreak: if !isBetweenChinese { text.append(" ") }
      case .none: break
      }
    }
    text.append(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Whether the text ends in a character of three bytes, Chinese or full-width.
  private var endsWide: Bool {
    let bytes = text.utf8
    return bytes.count >= 3 && bytes[bytes.count - 3] >= 0xE3 && bytes[bytes.count - 1] < 0xC0
      && bytes[bytes.count - 1] >= 0x80
  }

  private static let unread: Set = [
    "script", "style", "title", "noscript", "template", "select", "textarea", "object",
  ]

  private static let dividers: Set = [
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "p", "div", "h1", "h2", "h3",
    "h4", "h5", "h6", "li", "ol", "ul", "dl", "dt", "dd", "section", "article", "header",
    "footer", "main", "nav", "aside", "blockquote", "pre", "hr", "body", "form", "figure", "center",
    "figcaption", "address", "fieldset",
  ]

  // MARK: Lists

  private func beginList(_ name: String, _ attributes: [String: String]) {
    let format =
      switch attributes["type"] {
      case "a": "lowerLetter"
      case "A": "upperLetter"
      case "i": "lowerRoman"
      case "I": "upperRoman"
      default: "decimal"
      }
    let start = min(max(Int(attributes["start"] ?? "") ?? 1, -1_000_000), 1_000_000)
    lists.append(List(isOrdered: name == "ol", next: start, format: format))
  }

  private func beginEntry(_ attributes: [String: String]) {
    guard let last = lists.indices.last, lists[last].isOrdered else { return }
    if let value = Int(attributes["value"] ?? ""), abs(value) < 1_000_000 {
      lists[last].next = value
    }
    label = NumberLabel.text(lists[last].next, format: lists[last].format) + ". "
    lists[last].next += 1
  }

  // MARK: Blocks

  private func endParagraph() throws(DocumentReadError) {
    defer {
      text.removeAll()
      space = .none
    }
    guard let content = text.trimmed else { return }
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
    try table.endRow(&budget)
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
