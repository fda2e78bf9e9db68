import TaskLedger

/// The content of a derived row, without school and days.
///
/// The names of fields are a public contract; the page Rows of the documentation lists them with
/// types and units.
protocol LedgerRow: Hashable {
  /// The stored name of the kind.
  static var kind: String { get }
  /// Adds its fields to a line.
  func write(to line: inout JSONLine)
}

/// Where an item stands and which days it has.
struct ItemRow: LedgerRow {
  static let kind = "item"

  let item: ItemID
  let clause: ClauseID?
  let task: Int
  let status: ItemStatus
  let isSettled: Bool
  let isOverdue: Bool
  let isMissed: Bool
  let isSilent: Bool
  let isPastTarget: Bool
  let isUnsettledAtHandIn: Bool
  let due: CivilDate?
  let originalDue: CivilDate?
  let grantedDue: CivilDate?
  let target: TargetDay?
  let startedOn: CivilDate?
  let submittedOn: CivilDate?
  let closedOn: CivilDate?
  let daysLate: Int?
  let staleOn: CivilDate?
  let round: Int
  let departments: DepartmentAssignment
  let department: String?

  init(_ onDay: ItemOnDay, _ directory: DepartmentDirectory) {
    let state = onDay.state
    item = onDay.id
    clause = state.item.clause
    task = state.item.task
    status = onDay.status
    isSettled = onDay.isSettled
    isOverdue = onDay.isOverdue
    isMissed = onDay.isMissed
    isSilent = onDay.isSilent
    isPastTarget = onDay.isPastTarget
    isUnsettledAtHandIn = onDay.isUnsettledAtHandIn
    due = onDay.due
    originalDue = state.originalDue
    grantedDue = state.grantedDue
    target = onDay.target
    startedOn = state.round.startedOn
    submittedOn = state.submission?.on
    closedOn = state.closedOn
    daysLate = onDay.lateDays
    staleOn = state.staleOn
    round = state.round.number
    departments = state.item.departments
    department = departments.lead.first.map { directory.canonical($0) ?? $0 }
  }

  func write(to line: inout JSONLine) {
    line.add("item", "\(item)")
    line.add("clause", clause.map { "\($0)" })
    line.add("task", task)
    line.add("status", status.rawValue)
    line.add("settled", isSettled)
    line.add("overdue", isOverdue)
    line.add("missed", isMissed)
    line.add("silent", isSilent)
    line.add("pastTarget", isPastTarget)
    line.add("unsettledAtHandIn", isUnsettledAtHandIn)
    line.add("due", due)
    line.add("originalDue", originalDue)
    line.add("grantedDue", grantedDue)
    line.add("targetDay", target?.day)
    line.add("targetSource", target?.source.rawValue)
    line.add("startedOn", startedOn)
    line.add("submittedOn", submittedOn)
    line.add("closedOn", closedOn)
    line.add("daysLate", daysLate)
    line.add("daysInReview", closedOn.flatMap { closed in submittedOn.map { $0.days(to: closed) } })
    line.add("staleOn", staleOn)
    line.add("round", round)
    line.add("department", department)
    line.add("lead", departments.lead)
    line.add("supporting", departments.supporting)
  }
}

/// Where the school stands with a clause.
struct ClauseRow: LedgerRow {
  static let kind = "clause"

  let clause: ClauseID
  let standing: SchoolSummary.Standing

  func write(to line: inout JSONLine) {
    line.add("clause", "\(clause)")
    line.add("standing", standing.rawValue)
  }
}

/// What is due in a month.
struct MonthRow: LedgerRow {
  static let kind = "month"

  let month: CivilMonth
  let counts: SchoolSummary.Month

  func write(to line: inout JSONLine) {
    line.add("month", "\(month)")
    line.add("monthDue", counts.due)
    line.add("monthClosed", counts.closed)
    line.add("monthClosedLate", counts.closedLate)
    line.add("monthOpen", counts.open)
    line.add("monthOverdue", counts.overdue)
  }
}

/// How an indicator is answered.
struct IndicatorRow: LedgerRow {
  static let kind = "indicator"

  let number: String
  let isStarred: Bool
  let judgement: String
  let figures: String

  init(_ answer: IndicatorAnswer) {
    number = answer.indicator.number
    isStarred = answer.indicator.isStarred
    judgement =
      switch answer.judgement {
      case .met: "met"
      case .unmet: "unmet"
      case .notApplicable: "not-applicable"
      case .undecided: "undecided"
      }
    figures = answer.remark
  }

  func write(to line: inout JSONLine) {
    line.add("indicator", number)
    line.add("starred", isStarred)
    line.add("judgement", judgement)
    line.add("figures", figures)
  }
}

/// A reason against 自评通过.
struct ReasonRow: LedgerRow, Comparable {
  static let kind = "reason"

  let code: SchoolSummary.Reason.Code
  let subject: String

  init(_ reason: Verdict.Reason) {
    let (code, subject) = SchoolSummary.Reason.named(reason)
    self.code = code
    self.subject = subject ?? ""
  }

  func write(to line: inout JSONLine) {
    line.add("reason", code.rawValue)
    line.add("subject", subject)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.code.rawValue, left.subject) < (right.code.rawValue, right.subject)
  }
}

/// The counts of a school from which its rates are reckoned.
struct CountRow: LedgerRow {
  static let kind = "count"

  let counts: StatusCounts
  let granted: Tally
  let original: Tally
  let passes: Bool

  func write(to line: inout JSONLine) {
    line.add("total", counts.total)
    for status in ItemStatus.allCases { line.add("state_\(status.rawValue)", counts[status]) }
    line.add("passes", passes)
    for (basis, tally) in [("granted", granted), ("original", original)] {
      line.add("\(basis)_total", tally.total)
      line.add("\(basis)_mustClose", tally.mustClose)
      line.add("\(basis)_closed", tally.closed)
      line.add("\(basis)_dueByDay", tally.dueByDay)
      line.add("\(basis)_closedInTime", tally.closedInTime)
      line.add("\(basis)_closedLate", tally.closedLate)
      line.add("\(basis)_overdue", tally.overdue)
      line.add("\(basis)_standing", tally.standing)
      line.add("\(basis)_standingAlive", tally.standingAlive)
      line.add("\(basis)_undated", tally.undated)
      line.add("\(basis)_undatedClosed", tally.undatedClosed)
    }
  }
}
