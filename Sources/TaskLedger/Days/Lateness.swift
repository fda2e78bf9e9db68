/// Which days a later deadline would pass: named at request, grant and correction (延期提示).
///
/// Source: product description, The closing machine (extend).
///
/// Invariant: at least one of the two is given.
public struct Lateness: Sendable, Hashable {
  /// The item.
  public var item: ItemID
  /// The day wanted.
  public var until: CivilDate
  /// The list's own day, when it would be passed.
  public var list: CivilDate?
  /// The hand-in day (报送日), when it would be passed.
  public var handIn: CivilDate?
}

extension Ledger {
  /// The days that a later deadline of an item would pass; nil when it passes neither the list's own
  /// nor the hand-in.
  public func lateness(of state: ItemState, until: CivilDate) -> Lateness? {
    func passed(_ day: CivilDate?) -> CivilDate? { day.flatMap { until > $0 ? $0 : nil } }
    let lateness = Lateness(
      item: state.id, until: until, list: passed(provincialDeadline(of: state.item)?.due),
      handIn: passed(list?.handInDay))
    return lateness.list == nil && lateness.handIn == nil ? nil : lateness
  }
}
