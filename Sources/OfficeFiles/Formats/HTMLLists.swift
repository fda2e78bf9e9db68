/// The open lists of a page, which count their entries.
struct HTMLLists {
  private struct List {
    var isOrdered: Bool
    var next: Int
    var step: Int
    var format: String
  }

  private var lists: [List] = []

  /// A list begins.
  mutating func begin(_ tag: HTMLTag, _ attributes: [String: String]) {
    let format =
      switch attributes["type"] {
      case "a": "lowerLetter"
      case "A": "upperLetter"
      case "i": "lowerRoman"
      case "I": "upperRoman"
      default: "decimal"
      }
    let start = min(max(Int(attributes["start"] ?? "") ?? 1, -1_000_000), 1_000_000)
    // How many entries a list counts down without a start is not known yet.
    let isDown = attributes["reversed"] != nil && attributes["start"] != nil
    lists.append(
      List(isOrdered: tag == .ol, next: start, step: isDown ? -1 : 1, format: format))
  }

  /// The number of the entry that begins; nil in a list without numbers.
  mutating func label(_ attributes: [String: String]) -> String? {
    guard let last = lists.indices.last, lists[last].isOrdered else { return nil }
    if let value = Int(attributes["value"] ?? ""), abs(value) < 1_000_000 {
      lists[last].next = value
    }
    defer { lists[last].next += lists[last].step }
    return NumberLabel.text(lists[last].next, format: lists[last].format) + ". "
  }

  /// A list ends.
  mutating func end() { _ = lists.popLast() }
}
