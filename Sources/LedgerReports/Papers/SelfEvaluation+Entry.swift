import TaskLedger

extension SelfEvaluation {
  /// The answer to one item, where a list is answered item by item, as the problems of an inspection
  /// are: what was found, what is done about it, and how far that is.
  package struct Entry: Sendable, Hashable {
    /// What it answers, with its number.
    var heading: String
    /// What was found in its own words, where the heading names a part of it alone.
    var matter: String?
    /// What is done about it; nil when the plan names no measures.
    var measures: String?
    /// What was done, and where it stands while it is open.
    var account: String
    /// The evidence that what was done rests on; nil when there is none.
    var evidence: String?

    /// The entries of items in order; none where the reform is told by tasks.
    static func all(_ lines: [ItemLine], _ profile: ReformProfile) -> [Entry] {
      lines.enumerated().compactMap { place, line in
        let content = line.state.item.content
        let subject = ReportPhrases.subject(content)
        return profile.entryTitle(of: subject, quoted: ReportPhrases.quoted).map { title in
          Entry(
            heading: ReportPhrases.entryHeading(place + 1, title, of: line),
            matter: ReportPhrases.sentence(content) == subject + "。"
              ? nil : ReportPhrases.sentence(content),
            measures: ReportPhrases.measuresTold(line.state.item.measures),
            account: account(of: line), evidence: evidence(of: line))
        }
      }
    }

    private static func account(of line: ItemLine) -> String {
      let told = ReportPhrases.account(of: line).joined()
      if !line.isSettled { return told + ReportPhrases.position(of: line) }
      return told.isEmpty ? ReportPhrases.keptPosition(of: line) : told
    }

    /// Who inspected looks the evidence of each answer up; beside so short an answer it has a line of
    /// its own, for citations are a tenth of prose at most.
    private static func evidence(of line: ItemLine) -> String? {
      let numbers = line.evidence.map(\.evidence.number)
      guard !numbers.isEmpty, !ReportPhrases.account(of: line).isEmpty else { return nil }
      return Citation.runs(of: numbers)
    }

    static let keys = KeyTable<Entry>([
      .text("heading") { $0.heading },
      .optional("matter") { $0.matter },
      .optional("measures") { $0.measures },
      .text("account") { $0.account },
      .optional("evidenceRuns") { $0.evidence },
    ])
  }
}
