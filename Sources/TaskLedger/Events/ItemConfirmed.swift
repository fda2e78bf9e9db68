/// Doubts of the import were confirmed as right.
public struct ItemConfirmed: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The doubts, sorted by name.
  public var codes: [FindingCode]
  /// On what ground.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, codes: [FindingCode], reason: String) {
    self.item = item
    self.codes = codes
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case codes = "codes"
    case reason = "reason"
  }
}
