import TaskLedger

/// Reads Markdown: tables with bars, grid tables as pandoc writes them, and tables in HTML.
///
/// Outside of tables every line is a paragraph, without the marks of headings, quotes and bullets;
/// numbers of lists are kept as they are written. Code holds no table, comments are left out.
struct MarkdownReader {
  typealias Node = CommonMark.Node

  private let bytes: [UInt8]
  private let name: String
  private let limits: ReadLimits
  private let lines: [Range<Int>]
  private var budget: ReadBudget
  private var blocks: [SourceDocument.Block] = []
  private var diagnostics: [Diagnostic] = []
  private var inlineNotes = InlineNotes()
  /// The notes below the text.
  private var notes = MarkdownNotes()
  private var traces = TableTraces()
  /// The last line that was looked at for columns of words.
  private var lookedUpTo = 0
  /// The last line that was read in another way than by its nodes.
  private var readUpTo = 0
  /// The label of the entry whose first paragraph is still to come.
  private var label = ""
  /// Whether what is read next begins an entry of a list.
  private var isFirstOfItem = false
  private var isInCode = false
  /// How many blocks there are so far, by which those of HTML are numbered on.
  private var counts = HTMLReader.Counts()

  /// Reads a cleaned text.
  static func read(
    _ text: CleanText, name: String, limits: ReadLimits
  ) throws(DocumentReadError) -> SourceDocument {
    var reader = MarkdownReader(
      bytes: text.utf8, name: name, limits: limits, lines: UTF8Text.lines(text.utf8),
      budget: ReadBudget(file: name, limits: limits))
    let defined = MarkdownDefinitions(text.utf8, reader.lines)
    var words = text.utf8
    if !defined.isEmpty {
      words = try CommonMark.withDocument(words, file: name, limits: limits) {
        defined.asWords(outside: literalLines(of: $0))
      }
    }
    try CommonMark.withDocument(words, file: name, limits: limits) {
      (root) throws(DocumentReadError) in
      reader.notes = MarkdownNotes(
        text.utf8, reader.lines, file: name, outside: literalLines(of: root))
      try reader.readChildren(of: root)
    }
    return reader.document
  }

  /// Whether a text holds a table in Markdown: a row of dashes under a row with bars.
  static func hasTable(_ bytes: [UInt8]) -> Bool {
    var before: Range<Int>?
    for line in UTF8Text.lines(bytes) {
      if let before, bytes[before].contains(0x7C), isDelimiter(bytes, line) { return true }
      before = line
    }
    return false
  }

  private static func isDelimiter(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var dashes = 0
    var bars = 0
    for index in UTF8Text.trimmed(bytes, line) {
      switch bytes[index] {
      case 0x2D: dashes += 1
      case 0x7C: bars += 1
      case 0x3A, 0x20, 0x09: continue
      default: return false
      }
    }
    return dashes > 0 && bars > 0
  }

  private init(
    bytes: [UInt8], name: String, limits: ReadLimits, lines: [Range<Int>], budget: ReadBudget
  ) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
    self.lines = lines
    self.budget = budget
  }

  private var document: SourceDocument {
    var diagnostics = diagnostics + traces.diagnostics
    if let struck = inlineNotes.struck {
      diagnostics.append(.struckTextLeftOut(at: struck, count: inlineNotes.struckCount))
    }
    if inlineNotes.images > 0 {
      diagnostics.append(.leftOut(file: name, .images, count: inlineNotes.images))
    }
    diagnostics += Diagnostic.notesLeftOut(file: name, .footnotes, notes.notes)
    return SourceDocument(name: name, blocks: blocks, diagnostics: diagnostics)
  }

  /// The lines of code and HTML, from 0, in order.
  private static func literalLines(of node: Node) -> [Range<Int>] {
    node.children.flatMap { child -> [Range<Int>] in
      switch child.kind {
      case .codeBlock, .htmlBlock: [(child.line - 1)..<max(child.lastLine, child.line)]
      case .blockQuote, .list, .item: literalLines(of: child)
      default: []
      }
    }
  }

  // MARK: Blocks

  private mutating func readChildren(of node: Node) throws(DocumentReadError) {
    for child in node.children {
      let isContainer = child.kind == .list || child.kind == .blockQuote
      if (isContainer ? child.lastLine : child.line) > readUpTo { try read(child) }
    }
  }

  private mutating func read(_ node: Node) throws(DocumentReadError) {
    switch node.kind {
    case .document, .blockQuote: try readChildren(of: node)
    case .list: try readList(node)
    case .heading, .paragraph: try readParagraph(node)
    case .codeBlock: try readCode(node)
    case .htmlBlock: try readPage(node)
    case .table: try readTable(node)
    case .thematicBreak: lookAround(node.line)
    default: break
    }
  }

  /// Every entry begins with its number as it is written, unless all of them repeat one.
  private mutating func readList(_ list: Node) throws(DocumentReadError) {
    let written = list.isOrdered ? list.children.map(writtenNumber) : []
    let isRepeated = written.count > 1 && Set(written.map(\.number)).count == 1
    for (place, item) in list.children.enumerated() where item.lastLine > readUpTo {
      if written.indices.contains(place) {
        let number = isRepeated ? String(list.start + place) : written[place].number
        label = number + written[place].mark + " "
      }
      isFirstOfItem = true
      try readChildren(of: item)
      label = ""
    }
  }

  /// The boxes before an entry of a list of tasks.
  private static let taskMarks = ["[ ] ", "[x] ", "[X] "]

  private func writtenNumber(of item: Node) -> (number: String, mark: String) {
    guard lines.indices.contains(item.line - 1) else { return ("", "") }
    let line = lines[item.line - 1]
    let start = min(line.lowerBound + max(item.column - 1, 0), line.upperBound)
    let digits = bytes[start..<line.upperBound].prefix { (0x30...0x39).contains($0) }
    let mark = digits.endIndex < line.upperBound ? bytes[digits.endIndex] : 0x2E
    return (String(decoding: digits, as: UTF8.self), mark == 0x29 ? ")" : ".")
  }

  private mutating func readParagraph(_ node: Node) throws(DocumentReadError) {
    if node.kind == .paragraph, try readDrawnTable(node) { return }
    var inline = MarkdownInline(notes)
    inline.read(node)
    if inline.hasTable { return try readPage(node) }
    inlineNotes.add(inline, at: location(node.line, node.column))
    let before = linesBefore(inline, in: node)
    for (words, offset) in zip(inline.lines, inline.offsets) {
      let line = node.line + before + offset
      if notes.lines.contains(line - 1) { continue }
      let column = line == node.line ? node.column : firstColumn(of: line)
      try add(words, at: location(line, column))
    }
  }

  /// How many lines of a paragraph are the targets of links and notes, which stand in none of its
  /// words.
  private func linesBefore(_ inline: MarkdownInline, in node: Node) -> Int {
    guard node.kind == .paragraph, lines.indices.contains(node.line - 1),
      bytes[UTF8Text.trimmed(bytes, lines[node.line - 1])].first == UInt8(ascii: "[")
    else { return 0 }
    return max(0, node.lastLine - node.line - (inline.offsets.last ?? 0))
  }

  private mutating func add(
    _ words: String, at place: Diagnostic.Location
  ) throws(DocumentReadError) {
    var text = UTF8Text.paragraphs(CleanText(words).trimmed ?? "").joined(separator: "\n")
    if isFirstOfItem, let mark = Self.taskMarks.first(where: { text.hasPrefix($0) }) {
      text.removeFirst(mark.count)
    }
    isFirstOfItem = false
    guard !text.isEmpty else { return }
    try budget.addText(text.utf8.count)
    if !isInCode { traces.look(at: text, place) }
    counts.paragraphs += 1
    blocks.append(.paragraph(SourceParagraph(text: label + text, location: place)))
    label = ""
  }

  private mutating func readCode(_ node: Node) throws(DocumentReadError) {
    // A fence that is never closed was hardly meant for all that follows.
    isInCode = !node.isFenced || isClosed(node)
    defer { isInCode = false }
    let words = node.literal.split(separator: "\n", omittingEmptySubsequences: false)
    // A block between fences begins a line below its own.
    let first = node.isFenced ? node.line + 1 : node.line
    for (offset, line) in words.enumerated() where !notes.lines.contains(first - 1 + offset) {
      try add(String(line), at: location(first + offset, 1))
    }
  }

  /// Looks at a line of dashes, once for all lines around it.
  private mutating func lookAround(_ line: Int) {
    guard line > lookedUpTo, let found = TableTraces.columns(around: line - 1, bytes, lines) else {
      return
    }
    traces.add(found.count, at: location(found.lowerBound + 1, 1))
    lookedUpTo = found.upperBound + 1
  }

  /// Whether the last line of a block of code is its second fence.
  private func isClosed(_ node: Node) -> Bool {
    guard node.lastLine > node.line, lines.indices.contains(node.lastLine - 1) else { return false }
    let last = bytes[lines[node.lastLine - 1]].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    let fence = last.prefix { $0 == last.first }
    return fence.count >= 3 && (fence.first == 0x60 || fence.first == 0x7E)
  }

  // MARK: Tables

  private mutating func readTable(_ table: Node) throws(DocumentReadError) {
    var rows: [SourceRow] = []
    var below: [Node] = []
    for row in table.children {
      // Markdown takes a line without bars for a row; it is what stands below the table.
      guard below.isEmpty, hasBar(row.line) else {
        below.append(row)
        continue
      }
      try budget.addRow()
      var cells: [SourceCell] = []
      for cell in row.children {
        var inline = MarkdownInline(notes)
        inline.read(cell)
        let place = location(row.line, cell.column, isCell: true)
        inlineNotes.add(inline, at: place)
        let paragraphs = UTF8Text.paragraphs(
          CleanText(inline.lines.joined(separator: "\n")).trimmed ?? "")
        try budget.addCell(endingAt: cells.count + 1)
        try budget.addText(paragraphs.reduce(0) { $0 + $1.utf8.count })
        cells.append(
          SourceCell(
            column: cells.count, paragraphs: paragraphs, hasStruckText: inline.isStruck,
            location: place))
      }
      try lookBeyond(row, width: cells.count)
      rows.append(SourceRow(cells: cells))
    }
    counts.tables += 1
    blocks.append(.table(SourceTable(rows: rows)))
    for row in below where !notes.lines.contains(row.line - 1) {
      guard let cell = row.children.first(where: { _ in true }) else { continue }
      var inline = MarkdownInline(notes)
      inline.read(cell)
      try add(inline.lines.joined(separator: "\n"), at: location(row.line, row.column))
    }
  }

  /// Markdown drops the cells of a row beyond those of the heading; that is said.
  private mutating func lookBeyond(_ row: Node, width: Int) throws(DocumentReadError) {
    guard lines.indices.contains(row.line - 1) else { return }
    var line = UTF8Text.trimmed(bytes, lines[row.line - 1])
    // The mark of a quote is no cell.
    line = (line.lowerBound + firstColumn(of: line) - 1)..<line.upperBound
    var bars = 0
    var place = line.lowerBound
    while let bar = UTF8Text.place(of: 0x7C, in: bytes, place..<line.upperBound) {
      if bar == line.lowerBound || bytes[bar - 1] != 0x5C { bars += 1 }
      place = bar + 1
    }
    let isOpen = bytes[line].first == 0x7C
    let isClosed = bytes[line].last == 0x7C
    let cells = bars + 1 - (isOpen ? 1 : 0) - (isClosed ? 1 : 0)
    try budget.addCell(endingAt: max(cells, 1))
    if cells > width, row.kind == .tableRow {
      diagnostics.append(.cellsBeyondHeading(at: location(row.line, 1), count: cells - width))
    }
  }

  private func hasBar(_ line: Int) -> Bool {
    lines.indices.contains(line - 1) && bytes[lines[line - 1]].contains(0x7C)
  }

  /// Reads a table that is drawn with lines, when the paragraph is one.
  private mutating func readDrawnTable(_ node: Node) throws(DocumentReadError) -> Bool {
    guard lines.indices.contains(node.line - 1),
      DrawnTable.isBorder(bytes, lines[node.line - 1])
    else { return false }
    // A blank line inside of a cell ends the paragraph, and not the table.
    let drawn = DrawnTable(bytes: bytes, name: name, lines: lines)
    guard let end = drawn.end(from: node.line - 1),
      var table = try drawn.read((node.line - 1)..<end, &budget)
    else { return false }
    for (row, cells) in table.rows.map(\.cells).enumerated() {
      for cell in cells.indices {
        table.rows[row].cells[cell].paragraphs = cells[cell].paragraphs.map(notes.withoutMarks)
      }
    }
    counts.tables += 1
    blocks.append(.table(table))
    readUpTo = end
    return true
  }

  /// Reads HTML, up to the end of a table that it begins.
  private mutating func readPage(_ node: Node) throws(DocumentReadError) {
    let end = PageLines.end(bytes, lines, from: node.line - 1, to: node.lastLine)
    guard lines.indices.contains(node.line - 1), end <= lines.count, end >= node.line else {
      return
    }
    var part = CleanText()
    try source(of: node, to: end).withUnsafeBufferPointer { part.append($0) }
    let page = try HTMLReader.read(part, name: name, limits: limits, after: counts)
    for block in page.blocks {
      if case .table = block { counts.tables += 1 } else { counts.paragraphs += 1 }
    }
    blocks += page.blocks
    diagnostics += page.diagnostics
    readUpTo = end
  }

  /// The HTML of a node up to a line.
  ///
  /// A blank line ends HTML, and what follows it within a table is Markdown again.
  private func source(of node: Node, to end: Int) throws(DocumentReadError) -> [UInt8] {
    let part = lines[(node.line - 1)..<end]
    guard part.contains(where: { UTF8Text.trimmed(bytes, $0).isEmpty }) else {
      return Array(bytes[lines[node.line - 1].lowerBound..<lines[end - 1].upperBound])
    }
    var text: [UInt8] = []
    for line in part {
      // Tags that are set in would be code.
      let words = UTF8Text.trimmed(bytes, line)
      text += bytes[words].first == 0x3C ? bytes[words] : bytes[line].dropFirst(spaces(line, node))
      text.append(0x0A)
    }
    let page = try CommonMark.withDocument(text, file: name, limits: limits) { $0.html }
    if page.count > limits.pageBytes {
      throw .tooLarge(file: name, what: .fileBytes, limit: limits.pageBytes)
    }
    return page
  }

  /// How many blanks set a line in as far as a node.
  private func spaces(_ line: Range<Int>, _ node: Node) -> Int {
    bytes[line].prefix(max(node.column - 1, 0)).prefix { $0 == 0x20 }.count
  }

  // MARK: Places

  private func location(_ line: Int, _ byte: Int, isCell: Bool = false) -> Diagnostic.Location {
    guard lines.indices.contains(line - 1) else {
      return .text(file: name, line: max(line, 1), column: 1)
    }
    let range = lines[line - 1]
    var end = min(range.lowerBound + max(byte - 1, 0), range.upperBound)
    // A cell begins with its words, unless it has none.
    if isCell {
      var word = end
      while word < range.upperBound, bytes[word] == 0x20 { word += 1 }
      if word < range.upperBound, bytes[word] != 0x7C { end = word }
    }
    let column = UTF8Text.string(bytes, range.lowerBound..<end).count + 1
    return .text(file: name, line: line, column: column)
  }

  private func firstColumn(of line: Int) -> Int {
    lines.indices.contains(line - 1) ? firstColumn(of: lines[line - 1]) : 1
  }

  private func firstColumn(of line: Range<Int>) -> Int {
    bytes[line].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }.count + 1
  }
}
