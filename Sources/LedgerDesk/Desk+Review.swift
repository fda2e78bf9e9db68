import LedgerStore
package import TaskLedger

extension Desk {
  /// Makes the SHA-256 of a text, by which reviews are bound to what was seen.
  package static let digest: Occasion.DigestFunction = { EventChain.digest(of: $0) }
}
