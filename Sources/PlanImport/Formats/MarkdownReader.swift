import TaskLedger

/// Reads GitHub-flavoured Markdown: pipe tables, and every other line as a paragraph.
///
/// A cell keeps `\|` as `|` and is divided into paragraphs at `<br>`; marks of headings, quotes and
/// emphasis around a whole line are taken off.
struct MarkdownReader {
  private let name: String
  private var budget: ReadBudget
  private var blocks: [SourceDocument.Block] = []

  /// Whether a text is Markdown: by its name, or because a table's delimiter row stands in it.
  static func recognises(_ text: String, name: String) -> Bool {
    let lowered = name.lowercased()
    if lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown") { return true }
    return text.utf8.split(separator: 0x0A).contains { line in
      line.first == 0x7C && isDelimiter(Substring(line))
    }
  }

  /// Reads a cleaned text.
  static func read(
    _ text: String, name: String, limits: ReadLimits
  ) throws(PlanReadError) -> SourceDocument {
    var reader = MarkdownReader(name: name, budget: ReadBudget(file: name, limits: limits))
    try reader.readAll(text.split(separator: "\n", omittingEmptySubsequences: false))
    return SourceDocument(name: name, blocks: reader.blocks)
  }

  private mutating func readAll(_ lines: [Substring]) throws(PlanReadError) {
    var index = 0
    while index < lines.count {
      if index + 1 < lines.count, lines[index].contains("|"), Self.isDelimiter(lines[index + 1]) {
        var rows = [try row(lines[index], number: index + 1)]
        index += 2
        while index < lines.count, lines[index].contains("|"), !isBlank(lines[index]) {
          rows.append(try row(lines[index], number: index + 1))
          index += 1
        }
        blocks.append(.table(SourceTable(rows: rows)))
      } else {
        try addParagraph(lines[index], number: index + 1)
        index += 1
      }
    }
  }

  private mutating func addParagraph(_ line: Substring, number: Int) throws(PlanReadError) {
    guard !isBlank(line) else { return }
    var text = line.drop { $0 == " " || $0 == "\t" }
    if text.first == "#" || text.first == ">" {
      text = text.drop { $0 == "#" || $0 == ">" }.drop { $0 == " " }
    }
    while text.last == " " { text.removeLast() }
    for mark in ["**", "__"] where text.count > 4 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      text = text.dropFirst(2).dropLast(2)
    }
    guard !text.isEmpty else { return }
    try budget.addText(text.utf8.count)
    let column = line.distance(from: line.startIndex, to: text.startIndex) + 1
    blocks.append(
      .paragraph(
        SourceParagraph(
          text: String(text), location: .text(file: name, line: number, column: column))))
  }

  private mutating func row(_ line: Substring, number: Int) throws(PlanReadError) -> SourceRow {
    try budget.addRow()
    var cells: [SourceCell] = []
    for (index, field) in Self.fields(line).enumerated() {
      try budget.addCell(endingAt: index + 1)
      try budget.addText(field.text.utf8.count)
      cells.append(
        SourceCell(
          column: index, paragraphs: Self.paragraphs(field.text),
          location: .text(file: name, line: number, column: field.column)))
    }
    return SourceRow(cells: cells)
  }

  private static func fields(_ line: Substring) -> [(text: String, column: Int)] {
    var fields: [(text: String, column: Int)] = []
    var text = ""
    var start = 1
    var column = 0
    var isEscaped = false
    for character in line {
      column += 1
      if isEscaped {
        if character != "|" { text.append("\\") }
        text.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        fields.append((text, start))
        text = ""
        start = column + 1
      } else {
        text.append(character)
      }
    }
    if isEscaped { text.append("\\") }
    fields.append((text, start))
    if let first = fields.first, first.text.allSatisfy(\.isWhitespace) { fields.removeFirst() }
    if let last = fields.last, last.text.allSatisfy(\.isWhitespace) { fields.removeLast() }
    return fields.map { field in
      let leading = field.text.prefix { $0 == " " }.count
      return (field.text, field.column + leading)
    }
  }

  private static func paragraphs(_ field: String) -> [String] {
    var parts: [Substring] = []
    var start = field.startIndex
    var index = start
    while index < field.endIndex {
      let tag = field[index] == "<" ? field[index...].prefix(6).lowercased() : ""
      guard let mark = ["<br />", "<br/>", "<br>"].first(where: tag.hasPrefix) else {
        index = field.index(after: index)
        continue
      }
      parts.append(field[start..<index])
      index = field.index(index, offsetBy: mark.count)
      start = index
    }
    parts.append(field[start...])
    return parts.map { part in
      var part = part.drop(while: \.isWhitespace)
      while let last = part.last, last.isWhitespace { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  private static func isDelimiter(_ line: Substring) -> Bool {
    line.contains("-") && line.contains("|")
      && line.allSatisfy { "|-: ".contains($0) }
  }

  private func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
}
