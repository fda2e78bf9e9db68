/// A piece of evidence was declared void (作废); file and entry stay.
public struct EvidenceVoided: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The evidence.
  public var number: EvidenceNumber
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, number: EvidenceNumber, reason: String) {
    self.item = item
    self.number = number
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case number = "number"
    case reason = "reason"
  }
}
