/// A ledger looked at on a day (某日的台账): its items, their counts and the days that remain.
///
/// Invariant: `items` and `dropped` stand in the order of the plan and hold each item once.
public struct LedgerOnDay: Sendable {
  /// The ledger as of the day.
  public let ledger: Ledger
  /// The day.
  public let day: CivilDate
  /// The items of the plan, withdrawn ones included.
  public let items: [ItemOnDay]
  /// The items that a corrected plan no longer has; they are listed apart and never counted.
  public let dropped: [ItemOnDay]

  /// Looks at a ledger.
  ///
  /// - Parameters:
  ///   - ledger: The ledger as of the day.
  ///   - day: The day.
  public init(_ ledger: Ledger, on day: CivilDate) {
    self.ledger = ledger
    self.day = day
    let all = ledger.itemsInOrder.map {
      ItemOnDay($0, on: day, handInDay: ledger.list?.handInDay)
    }
    items = all.filter { $0.state.droppedReason == nil }
    dropped = all.filter { $0.state.droppedReason != nil }
  }

  /// The hand-in day of the list (报送日).
  public var handInDay: CivilDate? { ledger.list?.handInDay }

  /// How many days are left to the hand-in; negative once it has passed.
  public var daysToHandIn: Int? { handInDay.map { day.days(to: $0) } }

  /// A day by which something is asked for, no later than the hand-in while that is ahead.
  public func asked(by day: CivilDate) -> CivilDate {
    guard let handInDay, handInDay >= self.day else { return day }
    return min(day, handInDay)
  }

  /// The items by status.
  public var counts: StatusCounts { StatusCounts(items) }

  /// The items that are not settled.
  public var unsettled: [ItemOnDay] { items.filter { !$0.isSettled } }

  /// An item, or nil.
  public subscript(id: ItemID) -> ItemOnDay? { items.first { $0.id == id } }

  /// The items that still count.
  public var live: [ItemOnDay] { items.filter(\.isLive) }

  /// The counts and rates of the items that still count.
  public func tally(_ basis: Tally.Basis = .granted) -> Tally { Tally(items, basis: basis) }
}
