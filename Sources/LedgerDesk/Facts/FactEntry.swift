package import TaskLedger

/// The figures of a file, and the commands that record them.
package struct FactEntry: Sendable {
  /// The figures.
  package let facts: [WrittenFact]
  /// The day on which the entries count: the latest day of the figures.
  let effective: CivilDate
  private let fallback: CivilDate
  private let hasSource: Bool
  private let handedInBy: String?

  init(_ table: FactTable, on day: CivilDate, source hasSource: Bool) {
    facts = table.facts
    fallback = day
    self.hasSource = hasSource
    handedInBy = nil
    let days = table.facts.map { $0.on ?? day }
    effective = days.max() ?? day
  }

  /// One figure of a sheet, and who handed it in for whoever signs.
  init(_ fact: WrittenFact, on day: CivilDate, handedInBy: String?) {
    facts = [fact]
    effective = day
    fallback = day
    hasSource = true
    self.handedInBy = handedInBy
  }

  /// The day a figure was counted.
  package func day(of fact: WrittenFact) -> CivilDate { fact.on ?? fallback }

  /// Where a figure is from, as it is recorded; standard input has no name that could be kept.
  package func source(of fact: WrittenFact) -> String? {
    guard hasSource else { return nil }
    let cell = PrintableText.line(fact.location.description)
    return SheetWords.source(cell, handedInBy: handedInBy)
  }

  /// The commands that record what the ledger does not yet say.
  func commands(unlike ledger: Ledger) -> [LedgerCommand] {
    let sheet = FactSheet(ledger)
    return facts.filter { fact in
      guard let known = sheet[fact.name] else { return true }
      return known.value != fact.value || known.on != day(of: fact)
        || known.evidence != fact.evidence || known.exemption != fact.exemption
    }.map(command)
  }

  /// The command that records a figure.
  func command(_ fact: WrittenFact) -> LedgerCommand {
    .recordFact(
      name: fact.name.recorded, value: fact.value, evidence: fact.evidence,
      exemption: fact.exemption, countedOn: day(of: fact), source: source(of: fact))
  }

  /// Whether a figure of a sheet says nothing that is not recorded: a day that it does not name, and
  /// evidence that it does not give, are no difference.
  func says(_ fact: WrittenFact, asIn known: Ledger.Fact) -> Bool {
    known.value == fact.value && known.exemption == fact.exemption
      && (fact.on == nil || fact.on == known.on)
      && (fact.evidence == nil || fact.evidence == known.evidence)
  }

  func questions(before: Ledger, after: Ledger, table: IndicatorTable) -> FactQuestions {
    FactQuestions(
      about: Set(facts.map(\.name)), before: FactSheet(before),
      after: FactSheet(after), table: table, places: places)
  }

  /// Where each figure stands.
  var places: [FactName: Diagnostic.Location] {
    Dictionary(facts.map { ($0.name, $0.location) }, uniquingKeysWith: { _, last in last })
  }
}
