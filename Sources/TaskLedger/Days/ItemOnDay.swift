/// An item looked at on a day (某日的条目): its status, its days and what is said of it.
///
/// The one place from which lists, papers, the page, sheets, the calendar and the rollup take these:
/// a figure that stands in two papers is the same figure.
///
/// Source: product description, Days and counts.
public struct ItemOnDay: Sendable, Hashable {
  /// The state of the item in the ledger as of the day.
  public let state: ItemState
  /// The day.
  public let day: CivilDate
  /// The hand-in day of the list; nil when it has none.
  public let handInDay: CivilDate?

  /// Looks at an item.
  public init(_ state: ItemState, on day: CivilDate, handInDay: CivilDate?) {
    self.state = state
    self.day = day
    self.handInDay = handInDay
  }

  /// The id.
  public var id: ItemID { state.id }

  /// The one status the item is counted in.
  public var status: ItemStatus { ItemStatus(state.phase, isStale: state.isStale) }

  /// Whether the item still counts: neither withdrawn nor gone from the plan.
  public var isLive: Bool { state.isLive }

  /// The day by which it is due after granted extensions.
  public var due: CivilDate? { state.due }

  /// The day by which it must be settled.
  public var target: TargetDay? { state.targetDay(handIn: handInDay) }

  /// Whether it is settled (办妥): soundly closed, and alive if it goes on; or sustained and alive;
  /// or withdrawn with its basis. An overdue item is never settled.
  public var isSettled: Bool {
    switch status {
    case .closed: !state.goesOn || state.isAlive(on: day)
    case .ongoing: !isOverdue && state.isAlive(on: day)
    case .withdrawn: !TextChecks.isBlank(state.withdrawalBasis ?? "")
    case .pending, .inProgress, .submitted, .stale: false
    }
  }

  /// Whether it is past its own due day and not soundly closed (逾期).
  public var isOverdue: Bool {
    guard isLive, !state.isSoundlyClosed, let due else { return false }
    return day > due
  }

  /// How many days it is overdue; nil when it is not.
  public var overdueDays: Int? { isOverdue ? due?.days(to: day) : nil }

  /// Whether it is past the day by which it must be settled, and is not.
  public var isPastTarget: Bool {
    guard isLive, !isSettled, !state.isSoundlyClosed, let target else { return false }
    return day > target.day
  }

  /// Whether the hand-in day has passed and the item is not settled (报送日未办妥).
  public var isUnsettledAtHandIn: Bool {
    guard isLive, !isSettled, let handInDay, target?.source == .handIn || (due ?? day) <= handInDay
    else { return false }
    return day > handInDay
  }

  /// Whether a day that recurs was missed and nothing came since (漏期).
  public var isMissed: Bool { state.openMissedDay(before: day) != nil }

  /// How often a day that recurs was missed and not made up for by an entry of its window.
  public var missedCount: Int { state.missedDays(before: day).count }

  /// Whether it goes on and is not alive: without a sign of life in the day's month, or since its
  /// last day that recurs.
  public var isSilent: Bool {
    isLive && (state.isStanding || state.goesOn && status == .closed) && !state.isAlive(on: day)
  }

  /// Whether it is not settled and has a day in a month: the month's paper lists it. Past the
  /// hand-in its own day is still to come, and after that it is overdue.
  public func isDue(in month: CivilMonth) -> Bool {
    guard isLive, !isSettled else { return false }
    return [state.nextDay(onOrAfter: day), target?.day, due].contains { wanted in
      wanted.map(month.contains) ?? false
    }
  }

  /// Whether it must be settled within so many days from the day looked at.
  public func isDue(within days: Int) -> Bool {
    guard isLive, !isSettled, !state.isSoundlyClosed else { return false }
    return [state.nextDay(onOrAfter: day), target?.day].contains { wanted in
      wanted.map { $0 >= day && day.days(to: $0) <= days } ?? false
    }
  }

  /// The light (亮灯).
  ///
  /// Red is past the target day, or missed, or a whole month without a sign of life; an item without
  /// a day that does not go on stays grey.
  public var light: Light {
    if !isLive { return .grey }
    if isLitByLife {
      let target = lightOfTarget
      return target == .green || lightOfLife == .red ? lightOfLife : target
    }
    if state.isSoundlyClosed { return .blue }
    return due == nil ? .grey : lightOfTarget
  }

  /// Whether the light tells of signs of life, and not of the target day.
  public var showsLife: Bool { isLive && isLitByLife && light == lightOfLife }

  /// Whether it goes on, so that signs of life light it beside the target day.
  private var isLitByLife: Bool {
    state.isStanding || state.goesOn && state.isSoundlyClosed
  }

  /// The light by the target day alone; green when it is settled, closed or has none.
  private var lightOfTarget: Light {
    guard let target, !isSettled, !state.isSoundlyClosed else { return .green }
    if day > target.day { return .red }
    return day.days(to: target.day) <= Light.dueSoonDays ? .yellow : .green
  }

  /// The light of what goes on, by its signs of life.
  private var lightOfLife: Light {
    let alive: Light = state.isSoundlyClosed ? .blue : .green
    if let start = state.item.deadline.start, day < start { return alive }
    if state.item.deadline.meaning.isRecurring {
      if isMissed { return .red }
      guard let next = state.item.deadline.next(onOrAfter: day),
        !state.hasSign(inWindowUntil: next, on: day)
      else { return alive }
      return day.days(to: next) <= Light.dueSoonDays ? .yellow : alive
    }
    if state.isAlive(on: day) { return alive }
    let since = max(state.goesOnSince, state.item.deadline.start ?? state.goesOnSince)
    guard let lastMonth = day.civilMonth.previous, since.civilMonth < lastMonth,
      state.lastSignOfLife(in: lastMonth) == nil
    else { return .yellow }
    return .red
  }

  /// Whether it is soundly closed, but was closed after the day it was due (逾期销号).
  public var isClosedLate: Bool {
    guard state.isSoundlyClosed, let closedOn = state.closedOn, let due else { return false }
    return closedOn > due
  }
  /// How many days after its due day it was closed; nil when it was closed in time or is open.
  public var lateDays: Int? {
    guard isClosedLate, let closedOn = state.closedOn else { return nil }
    return state.due?.days(to: closedOn)
  }

  /// The day the month's paper and the calendar show: the next of several, else the target day; nil
  /// when nothing fixes one or nothing more is asked.
  public var nextDay: CivilDate? {
    guard let next = state.nextDay(onOrAfter: day) else { return target?.day }
    guard let target = target?.day, day <= target else { return next }
    return min(next, target)
  }

  /// The next of several days where it is told beside the target day (下一次); nil when there is none,
  /// and of what comes again after a target day that is still to come.
  public var dayBesideTarget: CivilDate? {
    guard let next = state.nextDay(onOrAfter: day), next != target?.day else { return nil }
    return due != nil || next == nextDay ? next : nil
  }
}
