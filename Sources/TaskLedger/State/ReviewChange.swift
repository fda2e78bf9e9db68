/// What became of an item since a reviewer saw it.
public struct ReviewChange: Sendable, Hashable {
  /// The parts that differ, in the order in which they are reviewed.
  public var parts: [ReviewBasis.Part]
  /// The entries that changed them since, by their numbers in the log.
  public var entries: [Int]

  /// Creates a change.
  public init(parts: [ReviewBasis.Part], entries: [Int]) {
    self.parts = parts
    self.entries = entries
  }
}

extension ItemState {
  /// The review code of what stands for review.
  public func reviewCode(_ digest: Occasion.DigestFunction) -> ReviewCode {
    ReviewCode(of: digest(reviewBasis.text))
  }

  /// What changed since the item last stood as a seal says; nil when it never did.
  package func change(since seal: ReviewSeal, _ digest: Occasion.DigestFunction) -> ReviewChange? {
    var bases: [(sequence: Int, basis: ReviewBasis)] = []
    var state: ItemState?
    for entry in entries {
      guard case .item(_, let event) = entry.event else { continue }
      if state == nil, case .imported(let item) = event {
        state = ItemState(importing: item, by: entry, asOf: nil)
      } else {
        _ = state?.apply(event, by: entry, list: nil)
      }
      if let basis = state?.reviewBasis, basis != bases.last?.basis {
        bases.append((sequence: entry.sequence, basis: basis))
      }
    }
    guard let seen = bases.lastIndex(where: { seal.fits(digest($0.basis.text)) }) else {
      return nil
    }
    return ReviewChange(
      parts: bases[seen].basis.parts(unlike: reviewBasis),
      entries: bases[(seen + 1)...].map(\.sequence))
  }
}
