internal import OfficeFiles
internal import TaskLedger

/// Cards in running text: lines of labels with their values, an item after the other (文字卡片).
///
/// They are read where every line is sure: each card begins with the same label, names its content,
/// and a line without a label stands within a card. All else is left to be read as text.
enum LabelledCards {
  private struct Line {
    var label: String?
    var role: ColumnRole?
    var words: String
    var location: Diagnostic.Location
    /// Which paragraph of the document it is part of.
    var block: Int
  }

  /// The document with its cards as a table; nil when it has none, or not surely.
  static func document(
    _ document: SourceDocument, _ vocabulary: HeadingVocabulary
  ) -> SourceDocument? {
    var lines: [Line] = []
    for (block, content) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = content else { return nil }
      let own = paragraph.text.split(separator: "\n").map(String.init)
        .map { line($0, at: paragraph.location, of: block, vocabulary) }
      if own.first?.role != nil || !lines.isEmpty { lines += own }
    }
    lines.removeAll { $0.words.isEmpty && $0.label == nil }
    // Below the last value words may go on with measures and contents; a signature below others.
    let rest = lines.suffix(from: (lines.lastIndex { $0.label != nil } ?? -1) + 1)
    if let last = lines.last(where: { $0.label != nil }), !rest.isEmpty {
      guard !last.words.isEmpty, last.role != .measures, last.role != .content,
        last.block != rest.first?.block
      else { return nil }
      lines.removeLast(rest.count)
    }
    guard let first = lines.first?.block, let table = table(of: lines) else { return nil }
    var result = document
    result.blocks =
      document.blocks[..<first] + [.table(table)]
      + (rest.first.map { Array(document.blocks[$0.block...]) } ?? [])
    return result
  }

  private static func line(
    _ words: String, at location: Diagnostic.Location, of block: Int,
    _ vocabulary: HeadingVocabulary
  ) -> Line {
    let words = TextFolding.tidied(words)
    guard let colon = words.firstIndex(where: { PlanPhrases.colons.contains($0) }),
      words[..<colon].utf8.count <= 36,
      let role = vocabulary.role(of: String(words[..<colon]))
    else { return Line(words: words, location: location, block: block) }
    return Line(
      label: String(words[..<colon]), role: role,
      words: DataTable.trimmed(String(words[words.index(after: colon)...])), location: location,
      block: block)
  }

  private static func table(of lines: [Line]) -> SourceTable? {
    guard let opener = lines.first?.label.map(HeadingVocabulary.key) else { return nil }
    var cards: [[Line]] = []
    var waiting: [Line] = []
    for line in lines {
      guard let label = line.label else {
        waiting.append(line)
        continue
      }
      let begins = HeadingVocabulary.key(label) == opener
      // Words between two cards may belong to either.
      if begins, !waiting.isEmpty { return nil }
      if begins { cards.append([]) }
      cards[cards.count - 1] += waiting + [line]
      waiting = []
    }
    guard cards.count >= 2 else { return nil }
    let areWhole = cards.allSatisfy { card in
      let roles = card.compactMap(\.role)
      return roles.count { $0 == .content } == 1 && Set(roles).count == roles.count
        && roles.contains { $0 != .content && $0 != .ordinal }
    }
    guard areWhole else { return nil }
    var rows: [SourceRow] = []
    for line in cards.joined() {
      if let label = line.label {
        rows.append(
          SourceRow(cells: [
            SourceCell(column: 0, paragraphs: [label], location: line.location),
            SourceCell(
              column: 1, paragraphs: line.words.isEmpty ? [] : [line.words],
              location: line.location),
          ]))
      } else {
        rows[rows.count - 1].cells[1].paragraphs.append(line.words)
      }
    }
    return SourceTable(rows: rows)
  }
}
