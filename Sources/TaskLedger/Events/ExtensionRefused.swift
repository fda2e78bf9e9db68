/// The extension was refused.
public struct ExtensionRefused: Sendable, Hashable, Codable, StoredPayload {
  /// The item.
  public var item: ItemID
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, reason: String) {
    self.item = item
    self.reason = reason
  }

  enum CodingKeys: String, CodingKey {
    case item = "item"
    case reason = "reason"
  }
}
