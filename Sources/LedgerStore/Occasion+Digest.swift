package import TaskLedger

extension Occasion {
  /// Creates an occasion that digests texts with SHA-256; without `effective` the entry counts today.
  package init(actor: String, today: CivilDate, effective: CivilDate? = nil) {
    self.init(actor: actor, today: today, effective: effective) { EventChain.digest(of: $0) }
  }
}

extension ItemState {
  /// The review code of what stands for review.
  package var reviewCode: ReviewCode { reviewCode { EventChain.digest(of: $0) } }
}
