import TaskLedger
import TestSupport

extension Occasion {
  /// An occasion with real digests.
  init(actor: String, today: CivilDate, effective: CivilDate? = nil) {
    self.init(
      actor: actor, today: today, effective: effective, digest: ReviewDigest.sha256)
  }
}
