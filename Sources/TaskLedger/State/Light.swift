/// The light of an item on a day (亮灯): derived, never stored.
public enum Light: String, Sendable, Hashable, CaseIterable {
  /// 绿: on time.
  case green
  /// 黄: due within ``dueSoonDays`` days, or a standing item without a sign of life this month.
  case yellow
  /// 红: overdue, or a standing item that let a whole month pass without a sign of life.
  case red
  /// 蓝: closed, and the closure stands.
  case blue
  /// 灰: no date, withdrawn, or gone from the plan.
  case grey

  /// How many days before the due day a light turns yellow.
  public static let dueSoonDays = 15
}

extension ItemState {
  /// The light on a day.
  ///
  /// A stale closure counts as open again. A standing item is judged by its months, see
  /// product description, The closing machine.
  public func light(on today: CivilDate) -> Light {
    if !isLive { return .grey }
    if isSoundlyClosed { return .blue }
    if let due {
      if today > due { return .red }
      return today.days(to: due) <= Light.dueSoonDays ? .yellow : .green
    }
    guard isStanding else { return .grey }
    if let start = item.deadline.start, today < start { return .green }
    if lastSignOfLife(in: today.civilMonth) != nil { return .green }
    let since = max(round.startedOn ?? importedOn, item.deadline.start ?? importedOn)
    guard let lastMonth = today.civilMonth.previous, since.civilMonth < lastMonth,
      lastSignOfLife(in: lastMonth) == nil
    else { return .yellow }
    return .red
  }

  /// Whether the item goes on without an end and must show a sign of life each month.
  public var isStanding: Bool { item.deadline.isOngoing || phase == .ongoing }

  /// Whether the item goes on without an end or comes back again and again: it has no day by which
  /// it must be closed, and stays out of the rates.
  public var isUnending: Bool {
    item.deadline.meaning.isRecurring ? grantedDue == nil : isStanding
  }

  /// Whether the item is past its due day and not soundly closed.
  public func isOverdue(on today: CivilDate) -> Bool {
    guard isLive, !isSoundlyClosed, let due else { return false }
    return today > due
  }

  /// Whether it is soundly closed, but was closed after the day it was due (逾期销号).
  public var isClosedLate: Bool {
    guard isSoundlyClosed, let closedOn, let due else { return false }
    return closedOn > due
  }
}
