/// Why a review was refused.
public enum ReviewRefusal: Sendable, Hashable {
  /// The reviewer is the one who applied.
  case reviewerIsSubmitter(ItemID, actor: String, submitter: String)
  /// The item is not as the reviewer saw it; what changed since, and its review code now.
  case reviewBasisChanged(ItemID, ReviewChange, now: ReviewCode)
  /// The item never was as the code or digest given says; its review code now.
  case reviewCodeUnknown(ItemID, given: ReviewSeal, now: ReviewCode)
  /// The closure still stands; there is nothing to review.
  case closureStands(ItemID)
}
