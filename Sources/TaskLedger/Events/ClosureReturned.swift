/// The application was returned (退回).
public struct ClosureReturned: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// What is missing.
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
