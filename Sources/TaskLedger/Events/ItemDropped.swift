/// A corrected plan no longer has the item; its history stays.
public struct ItemDropped: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// Why, naming the corrected plan.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, reason: String) {
    self.item = item
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case reason = "reason"
  }
}
