/// Finds the labels within the words of a value (值中的标签): 6月底前；验收时间：12月底. A short label before
/// a colon ends the value before it.
package enum ValueLabels {
  /// The words up to the next label, behind their own one.
  package struct Part: Equatable {
    /// The label, folded; empty for words before the first one.
    package var label: String
    /// Where the label begins.
    package var start: String.Index
    /// The words behind it, without the signs at their ends.
    package var words: String
  }

  /// Cuts words at their labels.
  ///
  /// - Parameter words: The words of a value.
  /// - Returns: The parts in order; one without a label when there is none.
  package static func parts(of words: String) -> [Part] {
    var found: [(label: String, start: String.Index, end: String.Index)] = []
    var start = words.startIndex
    // Where a bracket behind a name closes, which is that name's: 校团委（责任人：张三）.
    var closed = words.startIndex
    for index in words.indices where index >= closed {
      let character = words[index]
      if let close = closing(of: index, in: words) {
        closed = words.index(after: close)
        continue
      }
      if PlanPhrases.colons.contains(character) {
        // ①牵头单位： is numbered.
        let label = TextFolding.compact(words[start..<index].drop { !$0.isLetter })
        let next = words.index(after: index)
        if isLabel(label) { found.append((label, start, next)) }
        start = next
      } else if character.isWhitespace || PlanPhrases.labelStarts.contains(character) {
        start = words.index(after: index)
      }
    }
    var parts: [Part] = []
    let first = found.first?.start ?? words.endIndex
    let before = trimmed(words[..<first])
    if !before.isEmpty { parts.append(Part(label: "", start: words.startIndex, words: before)) }
    for (place, label) in found.enumerated() {
      let end = place + 1 < found.count ? found[place + 1].start : words.endIndex
      parts.append(
        Part(label: label.label, start: label.start, words: trimmed(words[label.end..<end])))
    }
    return parts
  }

  /// Where a round bracket closes that opens behind a letter or a figure.
  private static func closing(of index: String.Index, in words: String) -> String.Index? {
    guard "（(".contains(words[index]), index > words.startIndex else { return nil }
    let before = words[words.index(before: index)]
    guard before.isLetter || before.isNumber else { return nil }
    return words[index...].firstIndex { "）)".contains($0) }
  }

  /// Whether folded words are short enough and plain enough to be a label.
  private static func isLabel(_ words: String) -> Bool {
    (2...10).contains(words.count) && words.allSatisfy(\.isLetter)
      && !PlanPhrases.noLabels.contains(words)
  }

  private static func trimmed(_ words: Substring) -> String {
    func isEnd(_ character: Character) -> Bool {
      character.isWhitespace || PlanPhrases.clauseSeparators.contains(character)
        || PlanPhrases.openBrackets.contains(character)
    }
    var words = words.drop { $0.isWhitespace }
    while let last = words.last, isEnd(last) { words.removeLast() }
    return String(words)
  }
}
