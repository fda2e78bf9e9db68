package import TaskLedger

/// What stands at the head and foot of every paper.
package struct Masthead: Sendable, Hashable {
  /// The school.
  package var school: String
  /// The day the paper speaks of.
  package var asOf: CivilDate
  /// What the plan says about itself.
  package var plan: PlanHeader?
  /// The title of the provincial list.
  package var listTitle: String?
  /// The document number of the list.
  package var listNumber: String?
  /// The short digest of the log's head.
  package var headCode: String

  /// Creates the head of a paper.
  package init(_ input: ReportInput) {
    school = input.ledger.school
    asOf = input.asOf
    plan = input.ledger.plan
    listTitle = input.ledger.list?.title
    listNumber = input.ledger.list?.documentNumber
    headCode = input.headCode
  }
}

extension Masthead {
  static let keys = KeyTable<Masthead>([
    .optional("school") { $0.school },
    .text("asOf") { ReportPhrases.date($0.asOf) },
    .optional("planTitle") { $0.plan?.title },
    .optional("planNumber") { $0.plan?.documentNumber },
    .optional("planIssued") { ($0.plan?.issueDate).map(ReportPhrases.date) },
    .optional("listTitle") { $0.listTitle },
    .optional("listNumber") { $0.listNumber },
    .optional("headCode") { $0.headCode },
  ])
}
