/// Fields of an item were corrected (更正); the words before stay in the log.
public struct ItemRevised: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// What changed, in order.
  public var changes: [ItemChange]
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, changes: [ItemChange], reason: String) {
    self.item = item
    self.changes = changes
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case changes = "changes"
    case reason = "reason"
  }
}
