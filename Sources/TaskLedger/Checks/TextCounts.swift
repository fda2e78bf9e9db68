/// What a text says of how far the work is, against the ledger (与台账不符): 已销号27项, 27项举措全部办妥.
public enum TextCounts {
  /// A count that the text gives otherwise than the ledger.
  public struct Contradiction: Sendable, Hashable {
    /// The words of the text.
    public var words: String
    /// Whether they speak of what was struck off; else of what is settled.
    public var isOfClosed: Bool
    /// The count of the ledger.
    public var counted: Int

    /// Creates a contradiction.
    public init(words: String, isOfClosed: Bool, counted: Int) {
      self.words = words
      self.isOfClosed = isOfClosed
      self.counted = counted
    }
  }

  /// The counts of a text that the ledger has otherwise on a day, each once, in the order of the text.
  ///
  /// A count follows its word at once, as in 已销号27项; of a clause with 全部 and a count of all items
  /// or more everything must be settled.
  public static func contradictions(in text: String, of ledger: LedgerOnDay) -> [Contradiction] {
    let closed = ledger.counts[.closed]
    let settled = ledger.items.count { $0.isSettled }
    let total = ledger.items.count
    var found: [Contradiction] = []
    for clause in TextFolding.compact(text).split(whereSeparator: OfficeTextHeadings.isClauseEnd) {
      for (word, counted, isOfClosed) in [
        (OfficeTextHeadings.closedWord, closed, true),
        (OfficeTextHeadings.settledWord, settled, false),
      ] {
        guard let range = clause.firstRange(of: word),
          let written = items(at: clause[range.upperBound...]), written != counted
        else { continue }
        found.append(
          Contradiction(words: String(clause), isOfClosed: isOfClosed, counted: counted))
      }
      if OfficeTextHeadings.wholeClaims.contains(where: { clause.contains($0) }),
        let written = items(in: clause), written >= total, settled < total
      {
        found.append(Contradiction(words: String(clause), isOfClosed: false, counted: settled))
      }
    }
    var seen: Set<Contradiction> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// A count of items at the beginning: 27项, 为27项.
  private static func items(at text: Substring) -> Int? {
    let rest = text.drop(while: OfficeTextHeadings.isCountWord)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let unit = rest.dropFirst(digits.count).first, OfficeTextHeadings.isItemUnit(unit) else {
      return nil
    }
    return Int(digits)
  }

  /// The first count of items in a clause.
  private static func items(in clause: Substring) -> Int? {
    clause.indices.lazy.filter { place in
      clause[place].isNumber
        && (place == clause.startIndex || !clause[clause.index(before: place)].isNumber)
    }.compactMap { items(at: clause[$0...]) }.first
  }
}
