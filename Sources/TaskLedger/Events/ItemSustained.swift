/// A standing item went over to 长期坚持.
public struct ItemSustained: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID

  /// Creates the payload.
  public init(item: ItemID) {
    self.item = item
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
  }
}
