/// Progress was noted (进展).
public struct ProgressNoted: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// What was done.
  public var text: String

  /// Creates the payload.
  public init(item: ItemID, text: String) {
    self.item = item
    self.text = text
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case text = "text"
  }
}
