/// Why a command on an item was refused.
public enum ItemRefusal: Sendable, Hashable {
  /// The ledger has no such item; the nearest known.
  case unknown(ItemID, nearest: [ItemID])
  /// The item was withdrawn or is gone from the plan.
  case notLive(ItemID)
  /// The item is in a state from which the move is not possible.
  case phaseWrong(ItemID, Transition, phase: Phase)
  /// The move would lie before the item's last move.
  case beforeLastMove(ItemID, last: CivilDate, effective: CivilDate)
  /// The item does not go on, without an end or again and again.
  case notStanding(ItemID)
  /// The item goes on, but has a due day and is closed first.
  case dueBeforeGoingOn(ItemID, due: CivilDate?)
  /// A further round would be due before it begins.
  case roundDueInPast(ItemID, due: CivilDate, on: CivilDate)
  /// What is withdrawn rests on a superior document, and the words name none.
  case basisNotDocument(ItemID, basis: String)
  /// Nothing was given to correct.
  case nothingToRevise(ItemID)
  /// There is no doubt left to confirm.
  case nothingToConfirm(ItemID)
  /// The words given for a deadline cannot be read.
  case deadlineNotReadable(ItemID, text: String)
  /// The entry is not the last one of its item, or cannot be taken back; the item, when the entry
  /// struck it off and it still is.
  case undoImpossible(sequence: Int, closed: ItemID? = nil)
  /// The entry was made by somebody else.
  case undoOfOther(sequence: Int, actor: String)
}
