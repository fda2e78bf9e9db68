/// The hedges that a set brings of its own (含糊词), as two rows of its table of words.
struct HedgeTable: Hashable {
  /// A row of the table.
  enum Kind: String, CaseIterable {
    /// Words that hedge a statement in this work, beside the common ones.
    case words = "含糊词"
    /// Words in which a hedge is only a part, such as 基本制度.
    case compounds = "含糊词除外"
  }

  /// Why a word cannot be used.
  enum Fault {
    /// One character stands in too many words.
    case short
    /// A sentence is no word.
    case long
    /// No hedge stands in it.
    case idle
  }

  /// The most characters of a word.
  static let longest = 12

  private var rows: [Kind: [String]] = [:]

  /// Takes over a row, in the place of one of the same kind.
  mutating func read(_ kind: Kind, _ text: String) {
    rows[kind] = text.split { "、，,；;".contains($0) || $0.isWhitespace }.map(String.init)
  }

  /// The common hedges with these beside them.
  var hedges: HedgeWords {
    HedgeWords(words: rows[.words] ?? [], compounds: rows[.compounds] ?? [])
  }

  /// What of a row cannot be used, in the order written.
  func faults(of kind: Kind) -> [(word: String, fault: Fault)] {
    let hedges = hedges
    return (rows[kind] ?? []).compactMap { word in
      if word.count < 2 { return (word, .short) }
      if word.count > Self.longest { return (word, .long) }
      return kind == .compounds && !hedges.stands(in: word) ? (word, .idle) : nil
    }
  }
}
