import TaskLedger

extension MonthlyReport {
  static let keys =
    Masthead.keys.within { (report: MonthlyReport) in report.masthead } + figures + lists

  private static let figures = KeyTable<MonthlyReport>([
    .text("month") { ReportPhrases.month($0.month) },
    .optional("nextMonth") { $0.month.next.map(ReportPhrases.month) },
    .number("total") { $0.counts.total },
    .number("mustClose") { $0.tally.mustClose },
    .number("closedCount") { $0.counts[.closed] },
    .number("closedThisMonth") { $0.closed.count },
    .number("closedLate") { $0.tally.closedLate },
    .number("dueByDay") { $0.tally.dueByDay },
    .number("overdueCount") { $0.overdue.count },
    .number("standingCount") { $0.tally.standing },
    .number("standingAlive") { $0.tally.standingAlive },
    .number("undatedCount") { $0.tally.undated },
    .number("undatedClosed") { $0.tally.undatedClosed },
    .number("staleCount") { $0.counts[.stale] },
    .number("withdrawnCount") { $0.counts[.withdrawn] },
    .optional("closedSinceNumbers") { report in
      ReportPhrases.joined(report.closedSince.map { "\($0.id)" })
    },
    .optional("undatedNumbers") { report in
      ReportPhrases.joined(report.undated.map { "\($0.id)" })
    },
  ])

  private static let lists = KeyTable<MonthlyReport>([
    .flag("hasDecisions") { !$0.decisions.isEmpty },
    .rows("decisions", Decision.keys) { report in
      report.decisions.enumerated().map { (number: $0.offset + 1, decision: $0.element) }
    },
    .rows("rates", RateLine.keys) { $0.rates },
    .flag("hasStates") { !$0.states.isEmpty },
    .rows("states", GroupLine.keys) { $0.states },
    .flag("hasClosed") { !$0.closed.isEmpty },
    .rows("closed", ItemLine.keys) { $0.closed },
    .flag("hasOverdue") { !$0.overdue.isEmpty },
    .rows("overdue", ItemLine.keys) { $0.overdue },
    .flag("hasReturns") { !$0.returns.isEmpty },
    .rows("returns", Turn.keys) { $0.returns },
    .flag("hasExtensions") { !$0.extensions.isEmpty },
    .rows("extensions", Turn.keys) { $0.extensions },
    .flag("hasReopenings") { !$0.reopenings.isEmpty },
    .rows("reopenings", Turn.keys) { $0.reopenings },
    .flag("hasGapsRaised") { !$0.gapsRaised.isEmpty },
    .rows("gapsRaised", Ledger.Gap.keys) { $0.gapsRaised },
    .flag("hasGapsBefore") { !$0.gapsBefore.isEmpty },
    .rows("gapsBefore", Ledger.Gap.keys) { $0.gapsBefore },
    .flag("hasDueThis") { !$0.dueThis.isEmpty },
    .rows("dueThis", ItemLine.keys) { $0.dueThis },
    .flag("hasUnsettledAtHandIn") { !$0.unsettledAtHandIn.isEmpty },
    .rows("unsettledAtHandIn", ItemLine.keys) { $0.unsettledAtHandIn },
    .flag("hasMissed") { !$0.missed.isEmpty },
    .rows("missed", ItemLine.keys) { $0.missed },
    .flag("hasDueNext") { !$0.dueNext.isEmpty },
    .rows("dueNext", ItemLine.keys) { $0.dueNext },
    .flag("hasStanding") { !$0.standing.isEmpty },
    .rows("standing", ItemLine.keys) { $0.standing },
    .rows("undated", ItemLine.keys) { $0.undated },
    .flag("hasTasks") { !$0.tasks.isEmpty },
    .rows("tasks", GroupLine.keys) { $0.tasks },
    .flag("hasDepartments") { !$0.departments.isEmpty },
    .rows("departmentLoads", GroupLine.keys) { $0.departments },
    .flag("hasSupplements") { !$0.supplements.isEmpty },
    .rows("supplements", EventEnvelope.keys) { $0.supplements },
  ])

  private var returns: [Turn] {
    turns.filter { if case .returned = $0.kind { true } else { false } }
  }
  private var extensions: [Turn] {
    turns.filter { if case .extended = $0.kind { true } else { false } }
  }
  private var reopenings: [Turn] {
    turns.filter { if case .reopened = $0.kind { true } else { false } }
  }
}

extension MonthlyReport.Decision {
  static let keys = KeyTable<(number: Int, decision: MonthlyReport.Decision)>([
    .number("number") { $0.number },
    .text("subject") { ReportPhrases.subject(of: $0.decision.kind) },
    .number("count") { $0.decision.subjects.count },
    .text("numbers") { ReportPhrases.joined($0.decision.subjects) },
    .text("ask") { ReportPhrases.ask(of: $0.decision.kind) },
  ])
}

extension MonthlyReport.Turn {
  static let keys =
    ItemLine.keys.within { (turn: MonthlyReport.Turn) in turn.line }
    + KeyTable<MonthlyReport.Turn>([
      .text("turnedOn") { ReportPhrases.date($0.on) },
      .text("turnReason") { $0.reason },
      .optional("until") { $0.until },
      .optional("answer") { $0.answer },
      .optional("turnBasis") { $0.basis },
    ])

  private var reason: String {
    switch kind {
    case .returned(let reason), .extended(_, let reason, _): reason
    case .reopened(let finding, _): finding
    }
  }

  private var until: String? {
    guard case .extended(let until, _, _) = kind else { return nil }
    return until.map(ReportPhrases.date) ?? ReportPhrases.withoutDay
  }

  private var answer: String? {
    if case .extended(_, _, let answer) = kind { answer } else { nil }
  }

  private var basis: String? { if case .reopened(_, let basis) = kind { basis } else { nil } }
}

extension Ledger.Gap {
  static let keys = KeyTable<Ledger.Gap>([
    .number("number") { $0.number },
    .text("text") { $0.text },
    .optional("item") { $0.item.map { "\($0)" } },
    .text("owner") { $0.owner },
    .optional("due") { $0.due.map(ReportPhrases.date) },
    .text("raisedOn") { ReportPhrases.date($0.raisedOn) },
    .optional("resolution") { $0.resolution },
    .optional("resolvedOn") { $0.resolvedOn.map(ReportPhrases.date) },
  ])
}

extension EventEnvelope {
  static let keys = KeyTable<EventEnvelope>([
    .number("sequence") { $0.sequence },
    .optional("item") { $0.event.item.map { "\($0)" } },
    .text("on") { ReportPhrases.date($0.effective) },
    .text("recordedOn") { ReportPhrases.date($0.recordedOn) },
    .text("actor") { $0.actor },
    .text("what") { ReportPhrases.supplement($0.event) },
  ])
}
