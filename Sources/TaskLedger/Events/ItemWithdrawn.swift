/// The item was withdrawn (撤销) on a superior document.
public struct ItemWithdrawn: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The superior document.
  public var basis: String

  /// Creates the payload.
  public init(item: ItemID, basis: String) {
    self.item = item
    self.basis = basis
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case basis = "basis"
  }
}
