/// Why a command was refused for its evidence.
public enum EvidenceRefusal: Sendable, Hashable {
  /// There is no evidence for the item.
  case missing(ItemID, measures: [Int])
  /// The item has no such measure; how many it has.
  case measureUnknown(ItemID, measure: Int, count: Int)
  /// The same file is already attached for the same purpose; in which round, when it is an earlier
  /// one.
  case alreadyAttached(EvidenceNumber, earlierRound: Int? = nil)
  /// There is no such evidence, or it is already void.
  case unknown(EvidenceNumber)
}
