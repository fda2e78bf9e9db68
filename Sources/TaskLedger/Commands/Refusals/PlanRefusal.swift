/// Why opening a ledger, importing a plan or linking to its list was refused.
public enum PlanRefusal: Sendable, Hashable {
  /// The ledger was already opened.
  case ledgerAlreadyOpened(school: String)
  /// No provincial list has been adopted.
  case listMissing
  /// A plan is already there, and the new one differs.
  case alreadyImported(PlanDifference)
  /// The plan has two items with the same id.
  case itemDuplicate(ItemID)
  /// The list has no such clause; the nearest known.
  case clauseUnknown(ClauseID, nearest: [ClauseID])
  /// The clause is already answered by another item.
  case clauseTaken(ClauseID, by: ItemID)
}
