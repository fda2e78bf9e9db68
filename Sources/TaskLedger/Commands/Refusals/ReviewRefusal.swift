/// Why a review was refused.
public enum ReviewRefusal: Sendable, Hashable {
  /// The reviewer is the one who applied.
  case reviewerIsSubmitter(ItemID, actor: String)
  /// The digest given is not that of what stands for review.
  case reviewBasisChanged(ItemID)
  /// The closure still stands; there is nothing to review.
  case closureStands(ItemID)
}
