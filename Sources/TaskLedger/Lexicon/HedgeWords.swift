/// The words that hedge a statement of completion (完成情况说明), such as 基本 or 拟: the common ones and
/// those of a set.
///
/// A verdict may not rest on a hedge where the clause demands a fact. Words that only look like one
/// (基本制度, 模拟, 将……纳入) are passed over.
///
/// Invariant: no word is blank, and every compound holds one of the words.
public struct HedgeWords: Sendable, Hashable {
  /// The words of every work.
  public static let common = HedgeWords()

  private let byFirst: [Character: [Entry]]
  // Few characters of a text begin a hedge, and a scalar is far cheaper to look up.
  private let starts: Set<Unicode.Scalar>

  /// Creates the common words with those of a set beside them.
  ///
  /// A common word that is named again hedges whatever follows it, save in its common compounds.
  ///
  /// - Parameters:
  ///   - words: The set's own hedges; those that end in 中 hedge only where their clause ends.
  ///   - compounds: Words in which a hedge, common or own, is only a part and hedges nothing.
  public init(words: [String] = [], compounds: [String] = []) {
    let own = compounds.filter { !$0.isEmpty }
    func entry(_ word: [Character], _ entry: Entry) -> Entry {
      var entry = entry
      let text = String(word)
      entry.compounds += own.filter { $0.place(of: text) != nil }.map { Array($0) }
      return entry
    }
    var result = Self.commonByFirst
    for word in words.map({ Array($0) }) {
      guard let first = word.first else { continue }
      var entries = result[first] ?? []
      if let place = entries.firstIndex(where: { $0.word == word }) {
        entries[place].followers = nil
      } else {
        entries.append(Entry(word: word, compounds: [], followers: nil))
        entries.sort { $0.word.count > $1.word.count }
      }
      result[first] = entries
    }
    if !own.isEmpty {
      result = result.mapValues { entries in entries.map { entry($0.word, $0) } }
    }
    byFirst = result
    starts = Set(result.keys.compactMap(\.unicodeScalars.first))
  }

  /// The words that begin with a character, the longest first.
  private func entries(for character: Character) -> [Entry] {
    guard let scalar = character.unicodeScalars.first, starts.contains(scalar) else { return [] }
    return byFirst[character] ?? []
  }

  /// Whether a text holds one of the words, whatever stands around it.
  func stands(in text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { place in
      entries(for: characters[place]).contains { characters[place...].starts(with: $0.word) }
    }
  }

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
  public func found(in text: some StringProtocol) -> [Hit] {
    guard text.unicodeScalars.contains(where: starts.contains) else { return [] }
    let characters = Array(text)
    var result: [Hit] = []
    var place = 0
    let disposed = Self.disposalAhead(in: characters)
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

  /// The hedges of a text, each once, in the order written.
  public func words(in text: some StringProtocol) -> [String] {
    var words: [String] = []
    for hit in found(in: text) where !words.contains(hit.word) { words.append(hit.word) }
    return words
  }

  private func word(
    in text: [Character], at place: Int, _ disposed: [Bool]
  ) -> [Character]? {
    for word in entries(for: text[place]) where text[place...].starts(with: word.word) {
      let end = place + word.word.count
      if word.compounds.contains(where: { Self.stands($0, in: text, over: place..<end) }) {
        continue
      }
      if let followers = word.followers,
        !followers.contains(where: { text[end...].starts(with: $0) }),
        !(end < text.count && text[end].isNumber)
      {
        continue
      }
      if word.isState, end < text.count, !Self.endsClause(text[end]) { continue }
      if word.word == ["将"], Self.isObjectMark(in: text, at: end, disposed) { continue }
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

  private static func endsClause(_ character: Character) -> Bool {
    character.isWhitespace || "。，、；：！？…,;:!?）)】」』”’\"".contains(character)
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
