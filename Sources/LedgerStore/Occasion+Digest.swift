package import TaskLedger

extension Occasion {
  /// Creates an occasion that digests texts with SHA-256; without `effective` the entry counts today.
  package init(actor: String, today: CivilDate, effective: CivilDate? = nil) {
    self.init(actor: actor, today: today, effective: effective) { EventChain.digest(of: $0) }
  }
}
