import TaskLedger

/// Prints the province's view as Markdown.
///
/// Pure: the same value and templates give the same bytes.
///
/// - Parameters:
///   - rollup: The value.
///   - templates: The built-in templates and the office's own; the template is `rollup`.
/// - Returns: The text, ending in one line break.
/// - Throws: ``ReportError`` naming each fault of the template.
package func render(_ rollup: Rollup, templates: TemplateSource) throws(ReportError) -> String {
  tidied(
    try StrictTemplate.render(
      "rollup", fields: Rollup.keys.fields(of: rollup), shapes: Rollup.keys.shapes,
      kind: .markdown, templates: templates))
}

extension Rollup {
  static let keys = KeyTable<Rollup>([
    .text("asOf") { ReportPhrases.date($0.asOf) },
    .text("title") { rollup in
      let profile = rollup.profile
      let paper = PaperTitle.rollup.words
      return profile.title(
        of: paper,
        [
          PaperTitle.Value.organisation.words: profile.organisation(namedIn: ""),
          PaperTitle.Value.reform.words: profile[.reform],
        ]) ?? paper
    },
    .text("passed") { $0.profile[.passed] },
    .flag("hasReadEvidence") { $0.hasReadEvidence },
    .number("schoolCount") { $0.schools.count },
    .number("passCount") { $0.schools.count(where: \.passes) },
    .optional("faultCount") { $0.faults.isEmpty ? nil : String($0.faults.count) },
    .number("total") { $0.counts.total },
    .text("stateCounts") { rollup in
      rollup.counts.total == 0 ? ReportPhrases.noItems : ReportPhrases.states(rollup.counts)
    },
    .number("closed") { $0.counts[.closed] },
    .number("closedLate") { $0.tally.closedLate },
    .number("overdue") { $0.tally.overdue },
    .number("standing") { $0.counts[.ongoing] },
    .number("undated") { $0.tally.undated },
    .number("stale") { $0.counts[.stale] },
    .rows("rates", RateLine.keys) { RateLine.all(original: $0.originalTally, granted: $0.tally) },
    .rows("schools", SchoolSummary.keys) { $0.schools },
    .flag("hasOwnData") { $0.schools.contains { !$0.own.kinds.isEmpty } },
    .rows("clauses", ClauseLine.keys) { $0.clauses },
    .rows("months", MonthLine.keys) { $0.months },
    .flag("hasFaults") { !$0.faults.isEmpty },
    .rows("faults", Fault.keys) { $0.faults },
  ])
}

extension SchoolSummary {
  /// The three rates in the order of `RateLine.Kind`.
  var rates: [RateLine] { RateLine.all(original: originalTally, granted: tally) }

  private static func percent(_ kind: RateLine.Kind) -> @Sendable (SchoolSummary) -> String? {
    { summary in summary.rates.first { $0.kind == kind }?.granted.percent }
  }

  static let keys = KeyTable<SchoolSummary>([
    .text("school") { $0.school },
    .text("source") { $0.source },
    .number("total") { $0.counts.total },
    .number("closed") { $0.counts[.closed] },
    .number("overdue") { $0.tally.overdue },
    .number("stale") { $0.counts[.stale] },
    .number("standing") { $0.counts[.ongoing] },
    .optional("completion", percent(.completion)),
    .optional("inTime", percent(.inTime)),
    .optional("overdueRate", percent(.overdue)),
    .text("indicators") { summary in
      let counts = summary.indicators
      return "\(counts.met)/\(counts.unmet)/\(counts.notApplicable)/\(counts.undecided)"
    },
    .flag("isDeclared") { $0.isDeclared },
    .optional("declaredOn") { $0.declaredOn.map(ReportPhrases.date) },
    .flag("passes") { $0.passes },
    .text("verdict") { ReportPhrases.verdict(passes: $0.passes) },
    .optional("reasons") { ReportPhrases.words(of: $0.reasons) },
    .text("headCode") { $0.headCode },
    .optional("ownData") {
      $0.own.kinds.isEmpty ? nil : ReportPhrases.words(of: $0.own.kinds)
    },
  ])
}

extension Rollup.ClauseLine {
  private static func names(_ standing: SchoolSummary.Standing)
    -> @Sendable (Rollup.ClauseLine) -> String?
  {
    { ReportPhrases.listed($0.schools[standing] ?? [], limit: 8) }
  }

  static let keys = KeyTable<Rollup.ClauseLine>([
    .text("id") { $0.id.description },
    .number("closed") { $0.count(.closed) + $0.count(.closedLate) },
    .number("closedLate") { $0.count(.closedLate) },
    .number("standing") { $0.count(.standing) },
    .number("open") { $0.count(.open) + $0.count(.overdue) },
    .number("overdue") { $0.count(.overdue) },
    .number("withdrawn") { $0.count(.withdrawn) },
    .number("unanswered") { $0.count(.unanswered) },
    .optional("overdueSchools", names(.overdue)),
    .optional("openSchools", names(.open)),
    .optional("lateSchools", names(.closedLate)),
  ])
}

extension Rollup.MonthLine {
  static let keys = KeyTable<Rollup.MonthLine>([
    .text("month") { ReportPhrases.month($0.month) },
    .number("due") { $0.counts.due },
    .number("closed") { $0.counts.closed },
    .number("closedLate") { $0.counts.closedLate },
    .number("open") { $0.counts.open },
    .number("overdue") { $0.counts.overdue },
  ])
}

extension Rollup.Fault {
  static let keys = KeyTable<Rollup.Fault>([
    .text("source") { $0.source },
    .text("reason") { ReportPhrases.words(of: $0.reason) },
  ])

  /// The reason in words.
  package var words: String { ReportPhrases.words(of: reason) }

  /// The stored name of the reason, for programs.
  package var code: String {
    switch reason {
    case .unreadable(let code, _): code
    case .sameLog: "same-log"
    case .olderCopy: "older-copy"
    case .sameSchool: "same-school"
    }
  }
}
