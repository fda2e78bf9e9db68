/// Work on an item began (认领).
public struct ItemStarted: Sendable, Hashable, Encodable {
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
