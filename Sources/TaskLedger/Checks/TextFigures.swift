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
  /// A figure is read where it follows the registered name at once, as in 现有工作人员35人. Bounds such
  /// as 不超过40人 are rules and no counts, and in a clause about departments the name is not the
  /// school's: both are passed over.
  public static func contradictions(in text: String, of ledger: Ledger) -> [Contradiction] {
    let sheet = FactSheet(ledger)
    let characters = Array(TextFolding.compact(text))
    var found: [Contradiction] = []
    for key in ledger.facts.keys.sorted() {
      let name = FactName(key)
      guard name.unit == nil, let registered = sheet[name].flatMap({ Int($0.value) }) else {
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

  private static func figures(of name: [Character], in text: [Character]) -> [Int] {
    guard !name.isEmpty, text.count > name.count else { return [] }
    return (0..<(text.count - name.count)).compactMap { place in
      guard text[place..<(place + name.count)].elementsEqual(name), isSchools(text[..<place])
      else { return nil }
      var rest = text[(place + name.count)...]
      while let next = rest.first, OfficeTextHeadings.isCountWord(next) { rest = rest.dropFirst() }
      return Int(String(rest.prefix { $0.isASCII && $0.isNumber }))
    }
  }

  /// Whether the clause before a name says nothing of departments and their unions.
  private static func isSchools(_ before: ArraySlice<Character>) -> Bool {
    let clause = before.reversed().prefix { !OfficeTextHeadings.isClauseEnd($0) }
    return !clause.contains { OfficeTextHeadings.isDepartmentWord($0) }
  }
}
