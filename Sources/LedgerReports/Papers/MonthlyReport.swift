package import TaskLedger

/// The paper of the gap-review meeting (月度自查): what it must decide comes first.
package struct MonthlyReport: Sendable, Hashable {
  /// The month.
  package var month: CivilMonth
  /// Head and foot.
  package var masthead: Masthead
  /// What the meeting must decide, the weightiest first.
  package var decisions: [Decision] = []
  /// The counts of the heading.
  package var counts: HeadCounts
  /// What changed since the month before; nil when it had no items.
  package var change: MonthlyChange?
  /// What the rates are reckoned from, against the days after granted extensions.
  package var tally: Tally
  /// The rates against the days first planned and those granted.
  package var rates: [RateLine]
  /// The items by state.
  package var states: [GroupLine]
  /// Closed in the month.
  package var closed: [ItemLine] = []
  /// Closed after the month and up to the day of the paper.
  package var closedSince: [ItemLine] = []
  /// Past the due day and open.
  package var overdue: [ItemLine] = []
  /// Not settled, with a day in the month that has not passed yet, its last one included.
  package var dueThis: [ItemLine] = []
  /// Not settled although the hand-in day has passed.
  package var unsettledAtHandIn: [ItemLine] = []
  /// With a missed day that recurs.
  package var missed: [ItemLine] = []
  /// What was returned, extended, reopened, reviewed again, withdrawn or dropped in the month.
  package var turns: [Turn] = []
  /// The gaps raised in the month.
  package var gapsRaised: [Ledger.Gap] = []
  /// The gaps of earlier months resolved in this one.
  package var gapsResolved: [Ledger.Gap] = []
  /// The gaps raised before, unless they were resolved before the month.
  package var gapsBefore: [Ledger.Gap] = []
  /// What the meeting must decide, each with its facts.
  package var agenda: [AgendaRow] = []
  /// What became of earlier decisions (落实情况).
  package var earlier: [DecisionLine] = []
  /// What each leading department did in the month.
  package var progress: [DepartmentProgress] = []
  /// The day of the hand-in; nil when the list names none.
  package var handInDay: CivilDate?
  /// The indicators that are not met or cannot be judged.
  package var indicatorReasonCount = 0
  /// Not settled, with a day in the month after.
  package var dueNext: [ItemLine] = []
  /// What goes on without a due day.
  package var standing: [ItemLine] = []
  /// Open items without a date that do not go on.
  package var undated: [ItemLine] = []
  /// The items by task.
  package var tasks: [GroupLine]
  /// The items by leading department.
  package var departments: [GroupLine]
  /// Entries recorded after the paper of an earlier month was sealed.
  package var supplements: [EventEnvelope]

  /// The items with doubts of the import, for the decisions.
  private var unconfirmed: [ItemID] = []

  /// Makes the paper of a month.
  package init(of month: CivilMonth, _ input: ReportInput) {
    self.month = month
    let ledger = input.ledger
    masthead = Masthead(input)
    supplements = ledger.supplements(in: month, among: input.entries)
    let onDay = input.onDay
    counts = HeadCounts(onDay)
    change = MonthlyChange(to: counts, of: month, input)
    tally = onDay.tally()
    rates = RateLine.all(original: onDay.tally(.original), granted: tally)
    let groups = GroupTables(onDay, departments: input.departments)
    (states, tasks, departments) = (groups.states, groups.tasks, groups.departments)
    let agenda = MeetingAgenda(of: month, in: onDay)
    // What left the ledger left it in a month, and what happened to it before did happen.
    let all = ItemLine.all(input) { _ in true }
    let lines = all.filter(\.state.isLive)
    for line in lines { show(line) }
    func listed(_ ids: [ItemID]) -> [ItemLine] { lines.filter { Set(ids).contains($0.id) } }
    dueThis = listed(agenda.dueThisMonth)
    dueNext = listed(agenda.dueNextMonth)
    unsettledAtHandIn = listed(agenda.unsettledAtHandIn)
    missed = listed(agenda.missed)
    overdue = lines.filter { $0.overdueDays != nil }.sorted {
      ($0.state.due ?? $0.asOf, $0.id) < ($1.state.due ?? $1.asOf, $1.id)
    }
    turns = all.flatMap { Turn.all(of: $0, in: month, ledger, input.profile) }.sorted {
      ($0.on, $0.line.id) < ($1.on, $1.line.id)
    }
    gapsRaised = ledger.gaps.filter { month.contains($0.raisedOn) }
    gapsResolved = ledger.gaps.filter { gap in
      gap.raisedOn.civilMonth < month && gap.resolvedOn.map(month.contains) ?? false
    }
    earlier = DecisionLine.earlier(than: month, input)
    progress = DepartmentProgress.all(lines, in: month, ledger, input.departments)
    handInDay = onDay.handInDay
    indicatorReasonCount = input.indicatorAnswers.count { !$0.allowsPassing }
    gapsBefore = ledger.gaps.filter { gap in
      gap.raisedOn.civilMonth < month && gap.resolvedOn.map { $0.civilMonth >= month } ?? true
    }
    decisions = Decision.all(of: self, agenda: agenda, ledger)
    self.agenda = AgendaRow.all(
      decisions, lines, gaps: ledger.gaps, hedges: input.profile.hedges,
      plan: masthead.planWord)
  }

  /// The days left to the hand-in, negative after it; nil when nothing is to be handed in.
  package var daysLeft: Int? { handInDay.map { masthead.asOf.days(to: $0) } }

  /// Takes up an item wherever it is shown.
  private mutating func show(_ line: ItemLine) {
    let state = line.state
    if !state.closings(in: month).isEmpty { closed.append(line) }
    if state.isSoundlyClosed, let closedOn = state.closedOn, closedOn > month.lastDay {
      closedSince.append(line)
    }
    if line.isUnconfirmed { unconfirmed.append(line.id) }
    guard state.due == nil else { return }
    if state.isStanding {
      standing.append(line)
    } else if line.onDay.status != .closed {
      undated.append(line)
    }
  }

  /// Something the meeting must decide, with the items it is about.
  package struct Decision: Sendable, Hashable {
    /// What is to be decided.
    package enum Kind: Sendable, Hashable, CaseIterable {
      /// Applications for closure.
      case review
      /// Closures that no longer stand.
      case reviewAgain
      /// Requests for more time.
      case `extension`
      /// Items past their due day.
      case overdue
      /// Items returned and not applied for again.
      case returned
      /// What goes on without a sign of life, missed days included.
      case silent
      /// Items without a deadline.
      case undated
      /// Doubts of the import.
      case unconfirmed
      /// Provincial clauses that no item answers.
      case unanswered
      /// Gaps of earlier months.
      case gaps
    }

    /// What is to be decided.
    package var kind: Kind
    /// The items, clauses or gaps by number.
    package var subjects: [String]

    fileprivate static func all(
      of report: MonthlyReport, agenda: MeetingAgenda, _ ledger: Ledger
    ) -> [Decision] {
      Kind.allCases.map { kind in
        Decision(kind: kind, subjects: subjects(kind, report, agenda, ledger))
      }.filter { !$0.subjects.isEmpty }
    }

    private static func subjects(
      _ kind: Kind, _ report: MonthlyReport, _ agenda: MeetingAgenda, _ ledger: Ledger
    ) -> [String] {
      switch kind {
      case .review: agenda.submitted.map(\.description)
      case .reviewAgain: agenda.stale.map(\.description)
      case .extension: agenda.pendingExtensions.map(\.description)
      case .overdue: report.overdue.map(\.id.description)
      case .returned: agenda.returned.map(\.description)
      case .silent: (agenda.missed + agenda.silent).sorted().map(\.description)
      case .undated: report.undated.map(\.id.description)
      case .unconfirmed: report.unconfirmed.map(\.description)
      case .unanswered: ledger.unansweredClauses.map(\.id.description)
      case .gaps: agenda.undecidedGaps.map { ReportPhrases.gap($0.number) }
      }
    }
  }
}

extension Ledger {
  /// The provincial clauses that no item answers, in order.
  var unansweredClauses: [Clause] {
    let answered = Set(itemsInOrder.filter { $0.droppedReason == nil }.compactMap(\.item.clause))
    return list?.clauses.filter { !answered.contains($0.id) } ?? []
  }
}
