/// The day by which an item must be settled (应办妥日), and which of two days it is.
///
/// Source: product description, Days and counts.
public struct TargetDay: Sendable, Hashable {
  /// Where the day comes from.
  public enum Source: String, Sendable, Hashable {
    /// The item's own due day, granted extensions included.
    case due
    /// The day on which the papers are handed in (报送日).
    case handIn = "hand-in"
  }

  /// The day.
  public var day: CivilDate
  /// Where it comes from.
  public var source: Source

  /// Creates a target day.
  public init(day: CivilDate, source: Source) {
    self.day = day
    self.source = source
  }
}

extension TaskList {
  /// The hand-in day (报送日): the latest of the days on which something is handed in; nil when the
  /// list names none.
  public var handInDay: CivilDate? { handIns.map(\.due).max() }
}

extension ItemState {
  /// The day by which the item must be settled: its due day, but no later than the hand-in; the
  /// hand-in for an item without a day.
  ///
  /// A date granted on a superior document is not capped, nor is a round that was opened after the
  /// hand-in. Such a document that takes the date away leaves the hand-in.
  ///
  /// - Parameter handIn: The hand-in day; nil when there is none.
  /// - Returns: The day, or nil when nothing fixes one.
  public func targetDay(handIn: CivilDate?) -> TargetDay? {
    let own = due.map { TargetDay(day: $0, source: .due) }
    guard let handIn, own == nil || !isGrantedBySuperior else { return own }
    if let opened = round.reopening?.on, opened > handIn { return own }
    if let own, own.day <= handIn { return own }
    return TargetDay(day: handIn, source: .handIn)
  }
}
