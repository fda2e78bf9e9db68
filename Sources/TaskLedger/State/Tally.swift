/// The counts and rates of a set of items on a day, each rate with its own denominator.
///
/// 完成率 is closed / all that must close; 按期完成率 closed in time / due by the day; 逾期率 due and
/// open / due by the day. Standing and undated items stay out of the denominators and are counted
/// beside them (product description, Papers).
///
/// Invariant: `closed` ≤ `mustClose`, `closedInTime` and `overdue` ≤ `dueByDay`.
public struct Tally: Sendable, Hashable {
  /// The items that still count.
  public var total = 0
  /// Those with a due day that must be closed.
  public var mustClose = 0
  /// Of those, soundly closed.
  public var closed = 0
  /// Those whose due day is on or before the day.
  public var dueByDay = 0
  /// Of those, closed on or before their due day.
  public var closedInTime = 0
  /// Of those, closed after it (逾期销号).
  public var closedLate = 0
  /// Of those, still open the day after they were due or later; open on the due day itself is
  /// neither in time nor overdue yet, as the light says.
  public var overdue = 0
  /// Standing and recurring items without a due day.
  public var standing = 0
  /// Of those, with a sign of life in the month of the day.
  public var standingAlive = 0
  /// Items without date that do not stand, and are asked for.
  public var undated = 0
  /// Of those, soundly closed.
  public var undatedClosed = 0
  /// Closures that no longer stand.
  public var stale = 0

  /// Against which days a rate is given.
  public enum Basis: Sendable, Hashable, CaseIterable {
    /// The days first planned.
    case original
    /// The days after granted extensions.
    case granted
  }

  /// Counts nothing yet.
  public init() {}

  /// Counts items on a day.
  public init(_ states: [ItemState], on today: CivilDate, basis: Basis = .granted) {
    for state in states { count(state, on: today, basis: basis) }
  }

  /// Adds what was counted of other items on the same day.
  package mutating func add(_ other: Tally) {
    total += other.total
    mustClose += other.mustClose
    closed += other.closed
    dueByDay += other.dueByDay
    closedInTime += other.closedInTime
    closedLate += other.closedLate
    overdue += other.overdue
    standing += other.standing
    standingAlive += other.standingAlive
    undated += other.undated
    undatedClosed += other.undatedClosed
    stale += other.stale
  }

  /// Counts an item on a day; one that no longer counts is left out.
  public mutating func count(
    _ state: ItemState, on today: CivilDate, basis: Basis = .granted
  ) {
    guard state.isLive else { return }
    total += 1
    if state.isStale { stale += 1 }
    guard let due = basis == .granted ? state.due : state.originalDue else {
      if state.isUnending {
        standing += 1
        if state.lastSignOfLife(in: today.civilMonth) != nil { standingAlive += 1 }
      } else {
        undated += 1
        if state.isSoundlyClosed { undatedClosed += 1 }
      }
      return
    }
    mustClose += 1
    if state.isSoundlyClosed { closed += 1 }
    guard due <= today else { return }
    dueByDay += 1
    if !state.isSoundlyClosed {
      if due < today { overdue += 1 }
    } else if let closedOn = state.closedOn, closedOn > due {
      closedLate += 1
    } else {
      closedInTime += 1
    }
  }
}
