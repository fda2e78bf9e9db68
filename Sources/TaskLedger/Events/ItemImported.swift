/// An item came into the ledger, or was replaced by a corrected plan.
public struct ItemImported: Sendable, Hashable, Encodable {
  /// The item with all its words.
  public var item: Item

  /// Creates the payload.
  public init(item: Item) {
    self.item = item
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
  }
}
