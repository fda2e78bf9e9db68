import TaskLedger

/// Numbers of items, clauses and evidence as people type them with a Chinese keyboard.
enum TypedNumber {
  /// The half-width form: full-width digits, points and dashes, and a full stop for a point.
  static func folded(_ word: String) -> String {
    String(
      TextFolding.compact(word).map { character in
        switch character {
        case "。", "．", "·": "."
        case "—", "–", "~", "～", "至": "-"
        default: character
        }
      })
  }
}
