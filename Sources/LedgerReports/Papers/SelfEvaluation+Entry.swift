import TaskLedger

extension SelfEvaluation {
  /// The answer to one item, where a list is answered item by item, as the problems of an inspection
  /// are: what was found, what is done about it, and how far that is.
  package struct Entry: Sendable, Hashable {
    /// What it answers, with its number.
    var heading: String
    /// What is done about it; nil when the plan names no measures.
    var measures: String?
    /// What was done, closed by the evidence it rests on, and where it stands while it is open.
    var account: String

    /// The entries of items in order; none where the reform is told by tasks.
    static func all(_ lines: [ItemLine], _ profile: ReformProfile) -> [Entry] {
      lines.enumerated().compactMap { place, line in
        let subject = ReportPhrases.quoted(ReportPhrases.subject(line.state.item.content))
        return profile.entryTitle(of: subject).map { title in
          Entry(
            heading: ReportPhrases.entryHeading(place + 1, title, of: line),
            measures: ReportPhrases.measuresTold(line.state.item.measures),
            account: account(of: line))
        }
      }
    }

    private static func account(of line: ItemLine) -> String {
      let told = ReportPhrases.account(of: line).joined()
      let words = told.isEmpty ? [] : Citation.closing([told], evidenceOf: [line])
      if !line.isSettled { return words.joined() + ReportPhrases.position(of: line) }
      return words.isEmpty ? ReportPhrases.keptPosition(of: line) : words.joined()
    }

    static let keys = KeyTable<Entry>([
      .text("heading") { $0.heading },
      .optional("measures") { $0.measures },
      .text("account") { $0.account },
    ])
  }
}
