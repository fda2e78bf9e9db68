/// Figures of a text against those that were registered (与台账不符).
public enum TextFigures {
  /// A figure that the text gives otherwise than the ledger.
  public struct Contradiction: Sendable, Hashable {
    /// What is counted, as it is registered.
    public var name: String
    /// The figure of the text.
    public var written: Int
    /// The figure of the ledger.
    public var registered: Int

    /// Creates a contradiction.
    public init(name: String, written: Int, registered: Int) {
      self.name = name
      self.written = written
      self.registered = registered
    }
  }

  /// The figures of a text that the ledger has otherwise, each once, in the order of their names.
  ///
  /// A figure is read where it follows the registered name at once, as in 学生总数1.2万人. Bounds such
  /// as 不超过40人 are rules and no counts, and in a clause about departments the name is not the
  /// school's: both are passed over.
  public static func contradictions(in text: String, of ledger: Ledger) -> [Contradiction] {
    let sheet = FactSheet(ledger)
    let characters = Array(TextFolding.compact(text))
    var found: [Contradiction] = []
    for key in ledger.facts.keys.sorted() {
      let name = FactName(key)
      guard name.unit == nil, let registered = sheet[name].flatMap({ count($0.value) }) else {
        continue
      }
      for written in figures(of: Array(name.name), in: characters) where written != registered {
        let contradiction = Contradiction(
          name: name.name, written: written, registered: registered)
        if !found.contains(contradiction) { found.append(contradiction) }
      }
    }
    return found
  }

  /// A registered figure that is a whole number, however it was written.
  private static func count(_ value: String) -> Int? {
    guard case .number(let number) = FactValue(value), number.isWhole else { return nil }
    return number.numerator
  }

  private static func figures(of name: [Character], in text: [Character]) -> [Int] {
    guard !name.isEmpty, text.count > name.count else { return [] }
    return (0..<(text.count - name.count)).compactMap { place in
      guard text[place..<(place + name.count)].elementsEqual(name), isSchools(text[..<place])
      else { return nil }
      var rest = text[(place + name.count)...]
      while let next = rest.first, OfficeTextHeadings.isCountWord(next) { rest = rest.dropFirst() }
      return count(at: rest)
    }
  }

  /// The count that words begin with: 35, 12,345, 1.2万; a share and a part of one are none.
  private static func count(at words: ArraySlice<Character>) -> Int? {
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let run = words.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    let unit = words.dropFirst(run.count).first
    // A comma or a point at the end belongs to the sentence, and one without three figures behind it.
    let written = String(run.reversed().drop { $0 == "," || $0 == "." }.reversed())
    let isWhole = run.count == written.count
    if isWhole, let unit, "%％".contains(unit) { return nil }
    let isTenThousands = isWhole && unit == IndicatorWords.tenThousand
    switch FactValue(isTenThousands ? written + "\(IndicatorWords.tenThousand)" : written) {
    case .number(let number): return number.isWhole ? number.numerator : nil
    case .words: return Int(String(digits))
    case .date, .truth: return nil
    }
  }

  /// Whether the clause before a name says nothing of departments and their unions.
  private static func isSchools(_ before: ArraySlice<Character>) -> Bool {
    let clause = before.reversed().prefix { !OfficeTextHeadings.isClauseEnd($0) }
    return !clause.contains { OfficeTextHeadings.isDepartmentWord($0) }
  }
}
