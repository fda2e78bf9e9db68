internal import TaskLedger

/// Splits a content cell at the printed numbers of its items (一格多条).
enum ContentSplitter {
  /// One item of a content cell.
  struct Piece: Hashable {
    /// The printed number, as figures.
    var ordinal: String?
    /// The words without it.
    var text: String
  }

  /// The items of a cell: as many as numbers go up from the first one, in its style.
  static func pieces(of words: String) -> [Piece] {
    guard let first = Numbering.leading(words) else { return [Piece(text: words)] }
    let style = first.label.style
    if style.isWithinText { return [Piece(text: words)] }
    var pieces: [Piece] = []
    var last: Numbering.Label?
    for part in Numbering.split(words, styles: [style]) {
      guard let label = part.label else {
        pieces.append(Piece(text: part.text))
        continue
      }
      if let before = last, !follows(label, before), let index = pieces.indices.last {
        pieces[index].text += "\n" + label.text + part.text
        continue
      }
      last = label
      pieces.append(Piece(ordinal: ordinal(label), text: part.text))
    }
    return pieces
  }

  /// A cell as one item, without its printed number when it has only one.
  static func whole(_ words: String) -> Piece {
    let pieces = pieces(of: words)
    guard pieces.count == 1, let only = pieces.first else { return Piece(text: words) }
    return only
  }

  /// The printed number as figures: `7` for 7. and （七）, `3.1` for 3.1; letters stay.
  static func ordinal(_ label: Numbering.Label) -> String {
    if label.style == .letter || label.style == .roman {
      return label.text.filter { $0.isLetter || $0.isNumber }
    }
    return (label.prefix + [label.value]).map(String.init).joined(separator: ".")
  }

  private static func follows(_ label: Numbering.Label, _ last: Numbering.Label) -> Bool {
    if label.prefix != last.prefix { return label.prefix.count == last.prefix.count }
    return label.value >= last.value && label.value <= last.value + 3
  }
}
