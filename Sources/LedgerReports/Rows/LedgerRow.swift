import TaskLedger

/// The content of a derived row, without school and days.
///
/// The names of fields are a public contract; the page Rows of the documentation lists them with
/// types and units.
protocol LedgerRow: Hashable {
  /// The stored name of the kind.
  static var kind: StaticString { get }
  /// Adds its fields to a line.
  func write(to line: inout JSONLines)
}

/// Where an item stands and which days it has.
struct ItemRow: LedgerRow {
  static let kind: StaticString = "item"

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
  let timing: ItemTiming?
  let originalTiming: ItemTiming?

  /// The row of an item; `before` is its row on the day before, whose department's name is taken over
  /// when the departments are the same.
  init(_ onDay: ItemOnDay, _ directory: DepartmentDirectory, before: ItemRow?) {
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
    timing = ItemTiming(onDay, basis: .granted)
    originalTiming = ItemTiming(onDay, basis: .original)
    department =
      before?.departments == departments
      ? before?.department : departments.lead.first.map { directory.canonical($0) ?? $0 }
  }

  func write(to line: inout JSONLines) {
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
    line.add("timing", timing?.rawValue)
    line.add("originalTiming", originalTiming?.rawValue)
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
  static let kind: StaticString = "clause"

  let clause: ClauseID
  let standing: SchoolSummary.Standing

  func write(to line: inout JSONLines) {
    line.add("clause", "\(clause)")
    line.add("standing", standing.rawValue)
  }
}

/// What is due in a month.
struct MonthRow: LedgerRow {
  static let kind: StaticString = "month"

  let month: CivilMonth
  let counts: SchoolSummary.Month

  func write(to line: inout JSONLines) {
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
  static let kind: StaticString = "indicator"

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

  func write(to line: inout JSONLines) {
    line.add("indicator", number)
    line.add("starred", isStarred)
    line.add("judgement", judgement)
    line.add("figures", figures)
  }
}

/// A reason against 自评通过.
struct ReasonRow: LedgerRow, Comparable {
  static let kind: StaticString = "reason"

  let code: SchoolSummary.Reason.Code
  let subject: String

  init(_ reason: Verdict.Reason) {
    let (code, subject) = SchoolSummary.Reason.named(reason)
    self.code = code
    self.subject = subject ?? ""
  }

  func write(to line: inout JSONLines) {
    line.add("reason", code.rawValue)
    line.add("subject", subject)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.code.rawValue, left.subject) < (right.code.rawValue, right.subject)
  }
}

/// Where an item stands against its day, which is what rates count (``Tally``).
enum ItemTiming: String {
  /// Has no day and does not go on: open, or soundly closed.
  case undated
  case undatedClosed = "undated-closed"
  /// Goes on without a day: silent, or alive.
  case standing
  case standingAlive = "standing-alive"
  /// Its day is to come: open, or soundly closed.
  case ahead
  case aheadClosed = "ahead-closed"
  /// Its day is today, and it is open.
  case dueToday = "due-today"
  /// Its day has come: closed by it, closed later, or open after it.
  case inTime = "in-time"
  case late
  case overdue

  /// The one place of an item; nil when it does not count.
  init?(_ item: ItemOnDay, basis: Tally.Basis) {
    var tally = Tally()
    tally.count(item, basis: basis)
    guard tally.total > 0 else { return nil }
    if tally.undated > 0 {
      self = tally.undatedClosed > 0 ? .undatedClosed : .undated
    } else if tally.standing > 0 {
      self = tally.standingAlive > 0 ? .standingAlive : .standing
    } else if tally.dueByDay == 0 {
      self = tally.closed > 0 ? .aheadClosed : .ahead
    } else if tally.overdue > 0 {
      self = .overdue
    } else if tally.closedLate > 0 {
      self = .late
    } else {
      self = tally.closedInTime > 0 ? .inTime : .dueToday
    }
  }
}
