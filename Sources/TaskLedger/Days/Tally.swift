/// What rates are reckoned from: the items on a day, each rate with its own denominator. How many
/// items are in each state is ``StatusCounts``.
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
  /// What goes on without a due day: without an end, or again and again.
  public var standing = 0
  /// Of those, alive on the day.
  public var standingAlive = 0
  /// Items without date that do not go on, and are asked for.
  public var undated = 0
  /// Of those, soundly closed.
  public var undatedClosed = 0

  /// Against which days a rate is given.
  public enum Basis: Sendable, Hashable, CaseIterable {
    /// The days first planned.
    case original
    /// The days after granted extensions.
    case granted
  }

  /// Counts nothing yet.
  public init() {}

  /// Counts items.
  public init(_ items: some Sequence<ItemOnDay>, basis: Basis = .granted) {
    for item in items { count(item, basis: basis) }
  }

  /// Counts an item; one that no longer counts is left out.
  public mutating func count(_ item: ItemOnDay, basis: Basis) {
    guard item.isLive else { return }
    total += 1
    let isClosed = item.status == .closed
    guard let due = basis == .granted ? item.due : item.state.originalDue else {
      if item.state.goesOn, !item.state.isRoundWithoutDay {
        standing += 1
        if item.state.isAlive(on: item.day) { standingAlive += 1 }
      } else {
        undated += 1
        if isClosed { undatedClosed += 1 }
      }
      return
    }
    mustClose += 1
    if isClosed { closed += 1 }
    guard due <= item.day else { return }
    dueByDay += 1
    if !isClosed {
      if due < item.day { overdue += 1 }
    } else if let closedOn = item.state.closedOn, closedOn > due {
      closedLate += 1
    } else {
      closedInTime += 1
    }
  }

  /// Takes in the counts of other items.
  public mutating func add(_ other: Tally) {
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
  }
}
