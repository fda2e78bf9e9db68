import TaskLedger

/// A table drawn with lines: `+---+` and `|` as pandoc and databases print them, or the characters
/// of boxes.
///
/// Cells are told apart by the bars between them. Where lines divide the rows, a cell may have
/// several lines; else every line is a row.
struct DrawnTable {
  let bytes: [UInt8]
  let name: String
  let lines: [Range<Int>]
  /// The number of the first line.
  var first = 1

  private enum Line { case border(isDouble: Bool), row, other }

  /// Whether a line is a border: nothing but dashes, corners and crossings.
  static func isBorder(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    if case .border = kind(bytes, line) { true } else { false }
  }

  private static func kind(_ bytes: [UInt8], _ line: Range<Int>) -> Line {
    let trimmed = UTF8Text.trimmed(bytes, line)
    guard let first = bytes[trimmed].first, first == 0x2B || first == 0x7C || first == 0xE2 else {
      return .other
    }
    var corners = 0
    var dashes = 0
    var isDouble = false
    var bars = 0
    var isPlain = true
    for scalar in UTF8Text.string(bytes, trimmed).unicodeScalars {
      switch scalar {
      case "+", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╔", "╗", "╚", "╝", "╠", "╣", "╦",
        "╩", "╬", "┏", "┓", "┗", "┛", "┣", "┫", "┳", "┻", "╋":
        corners += 1
      case "-", "─", "━": dashes += 1
      case "=", "═":
        dashes += 1
        isDouble = true
      case ":", " ": break
      case "|", "│", "┃", "║":
        bars += 1
        isPlain = false
      default: isPlain = false
      }
    }
    if isPlain, corners >= 2, dashes > 0 { return .border(isDouble: isDouble) }
    return bars >= 2 && isBar(UTF8Text.string(bytes, trimmed).unicodeScalars.first) ? .row : .other
  }

  private static func isBar(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "|", "│", "┃", "║": true
    default: false
    }
  }

  /// Whether a text holds such a table: a row right below a border.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var isBelowBorder = false
    for line in UTF8Text.lines(bytes) {
      switch kind(bytes, line) {
      case .border: isBelowBorder = true
      case .row:
        if isBelowBorder { return true }
      case .other: isBelowBorder = false
      }
    }
    return false
  }

  /// The line behind a table that begins with a border; nil when no row follows.
  func end(from first: Int) -> Int? {
    var index = first
    var hasRow = false
    while index < lines.count {
      switch Self.kind(bytes, lines[index]) {
      case .border: break
      case .row: hasRow = true
      case .other: return hasRow ? index : nil
      }
      index += 1
    }
    return hasRow ? index : nil
  }

  /// Reads the table of so many lines; nil when its rows do not agree in their cells.
  func read(
    _ range: Range<Int>, _ budget: inout ReadBudget
  ) throws(DocumentReadError) -> SourceTable? {
    var groups: [[Int]] = [[]]
    var hasDouble = false
    for index in range {
      switch Self.kind(bytes, lines[index]) {
      case .border(let isDouble):
        hasDouble = hasDouble || isDouble
        if groups.last?.isEmpty == false { groups.append([]) }
      case .row: groups[groups.count - 1].append(index)
      case .other: return nil
      }
    }
    groups.removeAll(where: \.isEmpty)
    // A head and a body of many lines: the lines are the rows.
    if !hasDouble, groups.count <= 2 { groups = groups.flatMap { $0.map { [$0] } } }
    guard let first = groups.first?.first else { return nil }
    let width = cells(of: lines[first]).count
    var rows: [SourceRow] = []
    for group in groups {
      var row = SourceRow(cells: [])
      var texts = Array(repeating: [String](), count: width)
      var places: [Int] = []
      for index in group {
        let cells = cells(of: lines[index])
        guard cells.count == width else { return nil }
        if places.isEmpty { places = cells.map(\.lowerBound) }
        for (column, cell) in cells.enumerated() {
          texts[column].append(UTF8Text.string(bytes, UTF8Text.trimmed(bytes, cell)))
        }
      }
      try budget.addRow()
      for (column, place) in places.enumerated() {
        try budget.addCell(endingAt: column + 1)
        let words = Self.joined(texts[column])
        try budget.addText(words.reduce(0) { $0 + $1.utf8.count })
        let start = lines[group[0]].lowerBound
        row.cells.append(
          SourceCell(
            column: column, paragraphs: words,
            location: .text(
              file: name, line: group[0] + first,
              column: UTF8Text.string(bytes, start..<place).count + 1)))
      }
      rows.append(row)
    }
    return SourceTable(rows: rows)
  }

  /// The cells of a line between its bars.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    let trimmed = UTF8Text.trimmed(bytes, line)
    var cells: [Range<Int>] = []
    var start: Int?
    var index = trimmed.lowerBound
    while index < trimmed.upperBound {
      let length = barLength(at: index, before: trimmed.upperBound)
      if length > 0, !(index > trimmed.lowerBound && bytes[index - 1] == 0x5C) {
        if let start { cells.append(start..<index) }
        start = index + length
        index += length
      } else {
        index += 1
      }
    }
    return cells
  }

  private func barLength(at index: Int, before end: Int) -> Int {
    if bytes[index] == 0x7C { return 1 }
    guard bytes[index] == 0xE2, index + 2 < end else { return 0 }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x94, 0x82), (0x94, 0x83), (0x95, 0x91): return 3
    default: return 0
    }
  }

  /// The lines of a cell as paragraphs: a blank one divides them, others only wrap.
  private static func joined(_ lines: [String]) -> [String] {
    var paragraphs: [String] = []
    var isNew = true
    for line in lines {
      if line.isEmpty {
        isNew = true
      } else if isNew {
        paragraphs.append(line)
        isNew = false
      } else {
        let last = paragraphs[paragraphs.count - 1]
        let isWide =
          (last.unicodeScalars.last?.value ?? 0) >= 0x2E80
          || (line.unicodeScalars.first?.value ?? 0) >= 0x2E80
        paragraphs[paragraphs.count - 1] = last + (isWide ? "" : " ") + line
      }
    }
    return paragraphs
  }
}

/// Lines that look like those of a table and were read as text.
struct TableTraces {
  private var first: Diagnostic.Location?
  private var count = 0

  /// Looks at a paragraph.
  mutating func look(at text: String, _ place: Diagnostic.Location) {
    let bars = text.unicodeScalars.count { "|│┃║┆".unicodeScalars.contains($0) }
    guard bars >= 2 else { return }
    count += 1
    first = first ?? place
  }

  /// The lines around a row of dashes whose words stand in columns, as pandoc writes tables without
  /// bars; nil for any other row.
  static func columns(
    around row: Int, _ bytes: [UInt8], _ lines: [Range<Int>]
  ) -> ClosedRange<Int>? {
    guard lines.indices.contains(row), hasGroups(bytes, lines[row]) else { return nil }
    func isBlank(_ line: Int) -> Bool {
      !lines.indices.contains(line) || UTF8Text.trimmed(bytes, lines[line]).isEmpty
    }
    let first = isBlank(row - 1) ? row : row - 1
    var last = row
    while !isBlank(last + 1) { last += 1 }
    let hasWords = (first...last).contains { $0 != row && hasColumns(bytes, lines[$0]) }
    return hasWords ? first...last : nil
  }

  /// Adds lines that look like a table.
  mutating func add(_ lines: Int, at place: Diagnostic.Location) {
    count += lines
    first = first ?? place
  }

  /// Whether a line is groups of dashes.
  private static func hasGroups(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let groups = bytes[UTF8Text.trimmed(bytes, line)].split { $0 == 0x20 || $0 == 0x09 }
    return groups.count >= 2 && groups.allSatisfy { $0.count >= 2 && $0.allSatisfy { $0 == 0x2D } }
  }

  /// Whether words of a line stand apart from each other as columns do.
  private static func hasColumns(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let words = UTF8Text.string(bytes, UTF8Text.trimmed(bytes, line))
    return words.contains("  ") || words.contains("\t") || words.contains("\u{3000}")
  }

  /// What is said of them.
  var diagnostics: [Diagnostic] {
    guard count >= 2, let first else { return [] }
    return [.tableUnread(at: first, lines: count)]
  }

  /// Whether every cell of a table was put on a line of its own, with bars between them, so that
  /// nothing says where a row ends.
  static func isScattered(_ bytes: [UInt8]) -> Bool {
    let bars = UTF8Text.lines(bytes).count { line in
      let content = UTF8Text.trimmed(bytes, line)
      return content.count == 1 && bytes[content.lowerBound] == 0x7C
    }
    return bars >= 6
  }
}
