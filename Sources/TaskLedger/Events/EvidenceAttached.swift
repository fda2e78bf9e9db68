/// A file was attached as evidence (佐证).
public struct EvidenceAttached: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The evidence.
  public var evidence: Evidence

  /// Creates the payload.
  public init(item: ItemID, evidence: Evidence) {
    self.item = item
    self.evidence = evidence
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case evidence = "evidence"
  }
}
