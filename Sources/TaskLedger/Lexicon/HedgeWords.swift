/// Finds words that hedge a statement of completion (完成情况说明), such as 基本 or 拟.
///
/// A verdict may not rest on a hedge where the clause demands a fact. Words that only look like one
/// (基本制度, 模拟, 将……纳入) are passed over.
public enum HedgeWords {
  /// One hedge with its place.
  ///
  /// Invariant: `excerpt` holds `word`.
  public struct Hit: Sendable, Hashable {
    /// The hedge.
    public var word: String
    /// The number of characters before it, from 0.
    public var offset: Int
    /// The words around it, as written.
    public var excerpt: String

    /// Creates a hit.
    public init(word: String, offset: Int, excerpt: String) {
      self.word = word
      self.offset = offset
      self.excerpt = excerpt
    }
  }

  /// The hedges of a text in the order written.
  ///
  /// - Parameter text: A statement of completion.
  /// - Returns: The hits with up to eight characters of context on both sides.
  public static func found(in text: some StringProtocol) -> [Hit] {
    let characters = Array(text)
    var result: [Hit] = []
    var place = 0
    let disposed = disposalAhead(in: characters)
    while place < characters.count {
      guard let word = word(in: characters, at: place, disposed) else {
        place += 1
        continue
      }
      let end = place + word.count
      let excerpt = characters[max(0, place - 8)..<min(characters.count, end + 8)]
      let line = excerpt.map { $0.isNewline ? " " : $0 }
      result.append(Hit(word: String(word), offset: place, excerpt: String(line)))
      place = end
    }
    return result
  }

  private static func word(
    in text: [Character], at place: Int, _ disposed: [Bool]
  ) -> [Character]? {
    for word in byFirst[text[place]] ?? [] where text[place...].starts(with: word.word) {
      let end = place + word.word.count
      if word.compounds.contains(where: { stands($0, in: text, over: place..<end) }) { continue }
      if let followers = word.followers,
        !followers.contains(where: { text[end...].starts(with: $0) }),
        !(end < text.count && text[end].isNumber)
      {
        continue
      }
      if word.word == ["将"], isObjectMark(in: text, at: end, disposed) { continue }
      return word.word
    }
    return nil
  }

  /// Whether a compound stands over a place, so that the word is only a part of it.
  private static func stands(
    _ compound: [Character], in text: [Character], over range: Range<Int>
  ) -> Bool {
    let first = max(0, range.upperBound - compound.count)
    guard first <= range.lowerBound else { return false }
    for start in first...range.lowerBound where text[start...].starts(with: compound) {
      return true
    }
    return false
  }

  /// Whether 将 marks an object, as 把 does: 将改革情况纳入考核.
  private static func isObjectMark(
    in text: [Character], at end: Int, _ disposed: [Bool]
  ) -> Bool {
    if futureMarks.contains(where: { text[end...].starts(with: $0) }) { return false }
    return end < text.count && disposed[end]
  }

  /// For each place whether a word of disposal stands between it and the end of its clause; empty
  /// when nothing asks for it.
  private static func disposalAhead(in text: [Character]) -> [Bool] {
    guard text.contains("将") else { return [] }
    var result = Array(repeating: false, count: text.count)
    for place in text.indices.reversed() where !"，。；,;！？\n".contains(text[place]) {
      result[place] =
        (place + 1 < text.count && result[place + 1])
        || disposals.contains { text[place...].starts(with: $0) }
    }
    return result
  }
}
