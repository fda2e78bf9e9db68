import TaskLedger

/// One matter before the meeting with the facts to decide it (提请会议决定).
///
/// Invariant: an item stands once, whatever is to be decided about it.
package struct AgendaRow: Sendable, Hashable {
  /// The item, clauses or gap by number.
  package var subject: String
  /// What it is about; empty where the facts say it.
  package var title: String
  /// What is to be decided, the weightiest first.
  package var kinds: [MonthlyReport.Decision.Kind]
  /// The facts.
  package var facts: [String]
  /// Who answers for it; empty when nobody is named.
  package var answerers: [String]

  /// The rows of a month's paper, in the order of its decisions.
  static func all(
    _ decisions: [MonthlyReport.Decision], _ lines: [ItemLine], gaps: [Ledger.Gap],
    hedges: HedgeWords, plan: String
  ) -> [AgendaRow] {
    let items = Dictionary(
      lines.map { ("\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
    let numbered = Dictionary(
      gaps.map { (ReportPhrases.gap($0.number), $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [AgendaRow] = []
    var places: [String: Int] = [:]
    for decision in decisions {
      switch decision.kind {
      case .unconfirmed, .unanswered:
        rows.append(
          AgendaRow(
            subject: "", title: ReportPhrases.subject(of: decision.kind), kinds: [decision.kind],
            facts: [ReportPhrases.joined(decision.subjects)], answerers: []))
      case .gaps:
        rows += decision.subjects.compactMap { numbered[$0] }.map(row)
      case .review, .reviewAgain, .extension, .overdue, .returned, .silent, .undated:
        for line in decision.subjects.compactMap({ items[$0] }) {
          let subject = "\(line.id)"
          let place = places[subject] ?? rows.count
          if place == rows.count {
            places[subject] = place
            rows.append(row(of: line))
          }
          rows[place].kinds.append(decision.kind)
          rows[place].facts += ReportPhrases.facts(
            of: line, for: decision.kind, hedges, plan: plan)
        }
      }
    }
    return rows
  }

  private static func row(of gap: Ledger.Gap) -> AgendaRow {
    AgendaRow(
      subject: gap.item.map { "\($0)" } ?? "", title: ReportPhrases.gapWord, kinds: [.gaps],
      facts: [ReportPhrases.fact(of: gap)], answerers: [gap.owner])
  }

  private static func row(of line: ItemLine) -> AgendaRow {
    let item = line.state.item
    let people = item.responsiblePerson.isEmpty ? [] : [item.responsiblePerson]
    return AgendaRow(
      subject: "\(line.id)", title: ReportPhrases.subject(item.content), kinds: [], facts: [],
      answerers: people.isEmpty ? item.departments.lead : people)
  }

  static let keys = KeyTable<AgendaRow>([
    .optional("subject") { $0.subject },
    .optional("title") { $0.title },
    .text("ask") { row in
      ReportPhrases.joined(row.kinds.map(ReportPhrases.ask))
    },
    .text("facts") { $0.facts.joined() },
    .optional("answerers") { ReportPhrases.joined($0.answerers) },
  ])
}
