import TaskLedger

extension MonthlyReport {
  static let keys =
    Masthead.keys.within { (report: MonthlyReport) in report.masthead }
    + HeadCounts.keys.within { (report: MonthlyReport) in report.counts } + figures + lists

  private static let figures = KeyTable<MonthlyReport>([
    .text("title") { report in
      report.masthead.title(of: .monthly, [.month: ReportPhrases.month(report.month)])
    },
    .text("month") { ReportPhrases.month($0.month) },
    .optional("change") { $0.change.map(ReportPhrases.change) },
    .optional("handInDay") { $0.handInDay.map(ReportPhrases.date) },
    .optional("daysLeft") { $0.daysLeft.flatMap { $0 >= 0 ? String($0) : nil } },
    .optional("daysPast") { $0.daysLeft.flatMap { $0 < 0 ? String(-$0) : nil } },
    .optional("missedCount") { $0.missed.isEmpty ? nil : "\($0.missed.count)" },
    .optional("unsettledCount") { report in
      report.unsettledAtHandIn.isEmpty ? nil : "\(report.unsettledAtHandIn.count)"
    },
    .optional("unsettledNumbers") { report in
      ReportPhrases.joined(report.unsettledAtHandIn.map { "\($0.id)" })
    },
    .optional("indicatorReasonCount") { report in
      report.indicatorReasonCount > 0 ? "\(report.indicatorReasonCount)" : nil
    },
    .optional("nextMonth") { $0.month.next.map(ReportPhrases.month) },
    .number("mustClose") { $0.tally.mustClose },
    .number("closedCount") { $0.counts[.closed] },
    .number("closedThisMonth") { $0.closed.count },
    .number("closedLate") { $0.tally.closedLate },
    .number("dueByDay") { $0.tally.dueByDay },
    .number("standingCount") { $0.tally.standing },
    .number("standingAlive") { $0.tally.standingAlive },
    .number("undatedCount") { $0.tally.undated },
    .number("undatedClosed") { $0.tally.undatedClosed },
    .number("staleCount") { $0.counts[.stale] },
    .number("withdrawnCount") { $0.counts[.withdrawn] },
    .optional("closedNumbers") { report in
      ReportPhrases.joined(
        report.closed.map { ReportPhrases.closedBriefly($0, in: report.month) })
    },
    .optional("closedSinceNumbers") { report in
      ReportPhrases.joined(report.closedSince.map { "\($0.id)" })
    },
    .optional("undatedNumbers") { report in
      ReportPhrases.joined(report.undated.map { "\($0.id)" })
    },
  ])

  private static let lists = KeyTable<MonthlyReport>([
    .flag("hasAgenda") { !$0.agenda.isEmpty },
    .rows("agenda", AgendaRow.keys) { $0.agenda },
    .flag("hasEarlier") { !$0.earlier.isEmpty },
    .rows("earlier", DecisionLine.keys) { $0.earlier },
    .flag("hasProgress") { report in report.progress.contains { !$0.accounts.isEmpty } },
    .rows("progress", DepartmentProgress.keys) { report in
      report.progress.filter { !$0.accounts.isEmpty }
    },
    .optional("idleDepartments") { report in
      ReportPhrases.joined(report.progress.filter(\.isIdle).map(\.name))
    },
    .flag("hasDue") { !$0.dueThis.isEmpty || !$0.dueNext.isEmpty },
    .rows("gapsResolved", Ledger.Gap.keys) { $0.gapsResolved },
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
    .rows("rereviews", Turn.keys) { $0.rereviews },
    .rows("withdrawals", Turn.keys) { $0.withdrawals },
    .rows("droppings", Turn.keys) { $0.droppings },
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
  private var rereviews: [Turn] {
    turns.filter { if case .reviewedAgain = $0.kind { true } else { false } }
  }
  private var withdrawals: [Turn] {
    turns.filter { if case .withdrawn = $0.kind { true } else { false } }
  }
  private var droppings: [Turn] {
    turns.filter { if case .dropped = $0.kind { true } else { false } }
  }
}

extension MonthlyReport.Turn {
  static let keys =
    ItemLine.keys.within { (turn: MonthlyReport.Turn) in turn.line }
    + KeyTable<MonthlyReport.Turn>([
      .text("turnedOn") { ReportPhrases.date($0.on) },
      .text("turnReason") { PrintableText.line($0.reason).trimmedStops },
      .optional("until") { $0.until },
      .optional("answer") { $0.answer },
      .optional("turnBasis") { $0.basis.map { PrintableText.line($0).trimmedStops } },
      .optional("keptDay") { $0.keptDay.map(ReportPhrases.date) },
    ])

  private var reason: String {
    switch kind {
    case .returned(let reason), .extended(_, let reason, _): reason
    case .reopened(let finding, _): finding
    case .reviewedAgain(let opinion, _): opinion
    case .withdrawn, .dropped: ""
    }
  }

  private var until: String? {
    if case .extended(let until, _, _) = kind { until.map(ReportPhrases.date) } else { nil }
  }

  private var answer: String? {
    if case .extended(_, _, let answer) = kind { answer } else { nil }
  }

  private var basis: String? {
    switch kind {
    case .reopened(_, let basis), .withdrawn(let basis): basis
    case .returned, .extended, .reviewedAgain, .dropped: nil
    }
  }

  /// The closing day that a new review left as it was.
  private var keptDay: CivilDate? {
    if case .reviewedAgain(_, let day) = kind { day } else { nil }
  }
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
