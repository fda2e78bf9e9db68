/// Where an item stands on a day, as far as items are counted by it: worked out once, and small,
/// whereas the state of an item is large and costly to hand on.
///
/// Every mark is what the property of the same name of ``ItemState`` says.
public struct ItemMarks: Sendable, Hashable {
  /// The day.
  public let day: CivilDate
  /// Whether the item still counts.
  public let isLive: Bool
  /// Where it stands in the closing machine.
  public let phase: Phase
  /// Whether the closure no longer stands for what is there (失效).
  public let isStale: Bool
  /// The day by which it is due after granted extensions.
  public let due: CivilDate?
  /// The day first planned.
  public let originalDue: CivilDate?
  /// The day of the last closure, when the item is closed.
  public let closedOn: CivilDate?
  /// Whether the item goes on without an end.
  public let isStanding: Bool
  /// Whether it goes on without an end or comes back again and again, and stays out of the rates.
  public let isUnending: Bool
  /// The next day of an open item that has several or comes back again and again.
  public let nextDay: CivilDate?
  /// Whether it was returned and not applied for again (退回).
  public let isReturned: Bool
  /// Whether a request for more time awaits an answer.
  public let hasPendingExtension: Bool
  /// Whether an unending item without a due day, now or at first, shows a sign of life in the month
  /// of the day; false for every other item, of which nobody asks it.
  public let isAlive: Bool

  /// Looks at the state of an item where it lies: at its parts, since the whole is costly to hand on.
  ///
  /// - Parameters:
  ///   - place: The place of the item's state.
  ///   - states: The states of the ledger's items.
  ///   - day: The day.
  public init(at place: Int, of states: [ItemState], on day: CivilDate) {
    self.day = day
    phase = states[place].phase
    isLive = phase.isLive && states[place].droppedReason == nil
    let rounds = states[place].rounds
    isStale = states[place].isStale
    closedOn = states[place].closedOn
    isReturned = phase == .inProgress && rounds.isReturned
    let deadline = states[place].item.deadline.meaning
    let granted = states[place].grantedDue
    due = granted ?? deadline.due
    originalDue = states[place].originalDeadline.meaning.due
    isStanding = phase == .ongoing || deadline.isOngoing
    isUnending = deadline.isRecurring ? granted == nil : isStanding
    nextDay = deadline.hasSeveralDays ? states[place].nextDay(onOrAfter: day) : nil
    hasPendingExtension = states[place].extensions.isPending
    isAlive =
      isUnending && (due == nil || originalDue == nil)
      && states[place].lastSignOfLife(in: day.civilMonth) != nil
  }

  /// Whether the item is struck off and the closure stands.
  public var isSoundlyClosed: Bool { phase == .closed && !isStale }

  /// The light; nil for a standing item that is judged by its months, see
  /// ``ItemState/light(on:)``.
  public var light: Light? {
    ItemState.light(
      isLive: isLive, isSoundlyClosed: isSoundlyClosed, due: due, isStanding: isStanding, on: day)
  }

  /// Whether the item is past its due day and not soundly closed.
  public var isOverdue: Bool {
    ItemState.isPast(due, isOpen: isLive && !isSoundlyClosed, on: day)
  }

  /// Whether it is soundly closed, but was closed after the day it was due (逾期销号).
  public var isClosedLate: Bool { isSoundlyClosed && ItemState.isLate(closedOn, due: due) }
}
