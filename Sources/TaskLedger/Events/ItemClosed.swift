/// The item was closed after review (销号).
public struct ItemClosed: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The reviewer's opinion.
  public var opinion: String
  /// SHA-256 of exactly what was reviewed, see ``ItemState/reviewBasis``.
  public var reviewed: EvidenceDigest

  /// Creates the payload.
  public init(item: ItemID, opinion: String, reviewed: EvidenceDigest) {
    self.item = item
    self.opinion = opinion
    self.reviewed = reviewed
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case opinion = "opinion"
    case reviewed = "reviewed"
  }
}
