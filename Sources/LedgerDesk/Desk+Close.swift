import LedgerStore
package import TaskLedger

extension Desk {
  /// The digest of what a review of an item rests on, as a closing records it.
  package static func reviewDigest(of state: ItemState?) -> EvidenceDigest {
    EventChain.digest(of: state?.reviewBasis ?? "")
  }
}
