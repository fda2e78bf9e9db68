/// A closed item was reopened (重启); a new round begins.
public struct ItemReopened: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// What was found.
  public var finding: String
  /// On what ground.
  public var basis: String

  /// Creates the payload.
  public init(item: ItemID, finding: String, basis: String) {
    self.item = item
    self.finding = finding
    self.basis = basis
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case finding = "finding"
    case basis = "basis"
  }
}
