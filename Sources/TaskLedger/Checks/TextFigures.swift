/// Figures of a text against those that were registered (与台账不符).
public enum TextFigures {
  /// A figure that the text gives otherwise than the ledger.
  public struct Contradiction: Sendable, Hashable {
    /// What is counted, as it is registered.
    public var name: String
    /// The figure of the text.
    public var written: Int
    /// The figure of the ledger.
    public var registered: String

    /// Creates a contradiction.
    public init(name: String, written: Int, registered: String) {
      self.name = name
      self.written = written
      self.registered = registered
    }
  }

  /// The figures of a text that the ledger has otherwise, each once.
  ///
  /// Bounds such as 不超过40人 are rules and no counts, and a union's figures are not told from the
  /// school's in prose: both are passed over.
  public static func contradictions(in text: String, of ledger: Ledger) -> [Contradiction] {
    let sheet = FactSheet(ledger)
    var registered: [String: (name: String, value: String)] = [:]
    for key in ledger.facts.keys.sorted() {
      let name = FactName(key)
      guard name.unit == nil, let value = sheet[name]?.value, Int(value) != nil else { continue }
      registered[folded(name.name)] = (name.name, value)
    }
    var found: [Contradiction] = []
    for figure in FigureLanguage.figures(in: text) where figure.relation == .exactly {
      guard let fact = registered[folded(figure.subject)], let value = Int(fact.value),
        value != figure.value
      else { continue }
      let contradiction = Contradiction(
        name: fact.name, written: figure.value, registered: fact.value)
      if !found.contains(contradiction) { found.append(contradiction) }
    }
    return found
  }

  /// What is counted, without the words for whose it is.
  private static func folded(_ subject: String) -> String {
    var folded = FigureLanguage.foldedSubject(subject)
    for head in ["校级学生会", "校学生会", "学生会", "校级", "学校"] where folded.hasPrefix(head) {
      folded.removeFirst(head.count)
    }
    return folded
  }
}
