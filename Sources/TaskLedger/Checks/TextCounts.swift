/// What a text says of how far the work is, against the ledger (与台账不符): 已销号27项, 逾期0项,
/// 27项举措全部办妥, 完成率100%.
public enum TextCounts {
  /// What the ledger has instead.
  public enum Count: Sendable, Hashable {
    /// How many items are soundly struck off.
    case closed(Int)
    /// How many are settled.
    case settled(Int)
    /// How many are not.
    case unsettled(Int)
    /// How many are past their own day and open.
    case overdue(Int)
    /// The completion rate against granted days: how many are struck off of how many that must be.
    case completion(closed: Int, of: Int)
  }

  /// A count that the text gives otherwise than the ledger.
  public struct Contradiction: Sendable, Hashable {
    /// The words of the text.
    public var words: String
    /// The count of the ledger.
    public var counted: Count

    /// Creates a contradiction.
    public init(words: String, counted: Count) {
      self.words = words
      self.counted = counted
    }
  }

  /// The counts of a text that the ledger has otherwise on a day, each once, in the order of the text.
  ///
  /// A count follows its word at once, as in 已销号27项; of a clause with 全部 and a count of all items
  /// or more everything must be settled. What is said of a month or week is no count of the whole.
  public static func contradictions(in text: String, of ledger: LedgerOnDay) -> [Contradiction] {
    let settled = ledger.items.count { $0.isSettled }
    let total = ledger.items.count
    let counts: [(words: [String], count: Int, fact: Count)] = [
      (OfficeTextHeadings.closedWords, ledger.counts[.closed], .closed(ledger.counts[.closed])),
      (OfficeTextHeadings.unsettledWords, total - settled, .unsettled(total - settled)),
      (OfficeTextHeadings.settledWords, settled, .settled(settled)),
      (
        OfficeTextHeadings.overdueWords, ledger.items.count(where: \.isOverdue),
        .overdue(ledger.items.count(where: \.isOverdue))
      ),
    ]
    let rates = Tally.Basis.allCases.map { ledger.tally($0) }
    var found: [Contradiction] = []
    for clause in TextFolding.compact(text).split(whereSeparator: OfficeTextHeadings.isClauseEnd) {
      func note(_ fact: Count) {
        found.append(Contradiction(words: String(clause), counted: fact))
      }
      if !OfficeTextHeadings.spans.contains(where: { clause.contains($0) }) {
        for (words, count, fact) in counts {
          if let written = items(after: words, in: clause), written != count { note(fact) }
        }
        if let written = rate(in: clause),
          !rates.contains(where: { written.fits($0.closed, of: $0.mustClose) })
        {
          let granted = ledger.tally()
          note(.completion(closed: granted.closed, of: granted.mustClose))
        }
      }
      if OfficeTextHeadings.wholeClaims.contains(where: { clause.contains($0) }),
        let written = items(in: clause), written >= total, settled < total
      {
        note(.settled(settled))
      }
    }
    var seen: Set<Contradiction> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The count of items right after one of several words, the first that is there; a longer word of
  /// another meaning in front of it, as in 未办妥 or 逾期未办妥, is not this word.
  private static func items(after words: [String], in clause: Substring) -> Int? {
    for word in words {
      for range in clause.ranges(of: word) {
        let before = clause[..<range.lowerBound]
        if OfficeTextHeadings.isNegation(before.last)
          || OfficeTextHeadings.parts.contains(where: before.hasSuffix)
        {
          continue
        }
        if let count = items(at: clause[range.upperBound...]) { return count }
      }
    }
    return nil
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

  /// The completion rate that a clause gives; 按期完成率 is another.
  private static func rate(in clause: Substring) -> WrittenRate? {
    let range = clause.ranges(of: OfficeTextHeadings.completionWord).first {
      !clause[..<$0.lowerBound].hasSuffix(OfficeTextHeadings.inTimeWord)
    }
    guard let range else { return nil }
    let rest = clause[range.upperBound...].drop(while: OfficeTextHeadings.isCountWord)
    let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let unit = rest.dropFirst(number.count).first, "%％".contains(unit) else { return nil }
    return WrittenRate(number)
  }

  /// A share in per cent as it was written, to as many decimals as it has.
  private struct WrittenRate {
    private let units: Int
    private let scale: Int

    init?(_ text: Substring) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, text.count <= 8, let units = Int(parts.joined()) else { return nil }
      self.units = units
      scale = (parts.count == 2 ? parts[1] : "").reduce(100) { scale, _ in scale * 10 }
    }

    /// Whether a part of a whole is this rate, rounded half up.
    func fits(_ part: Int, of whole: Int) -> Bool {
      guard whole > 0 else { return false }
      let exact = 2 * part * scale
      return whole * (2 * units - 1) <= exact && exact < whole * (2 * units + 1)
    }
  }
}
