/// Why a command about more time was refused.
public enum ExtensionRefusal: Sendable, Hashable {
  /// More time must be asked for before the due day.
  case tooLate(ItemID, due: CivilDate)
  /// The item has no due day to extend.
  case withoutDue(ItemID)
  /// The new date is not after the old one.
  case notLater(ItemID, due: CivilDate, until: CivilDate)
  /// A request already awaits an answer.
  case alreadyRequested(ItemID, until: CivilDate)
  /// No request awaits an answer.
  case notRequested(ItemID)
  /// A correction would give more time, which only a reviewer may; nil takes the day away.
  case revisionDefers(
    ItemID, due: CivilDate, until: CivilDate?, actor: String, reviewers: [String])
  /// A day beyond the list's own and the hand-in rests on a superior document; whether it was asked
  /// for, and not corrected.
  case superiorMissing(
    ItemID, until: CivilDate, list: CivilDate, handIn: CivilDate, isRequest: Bool)
}
