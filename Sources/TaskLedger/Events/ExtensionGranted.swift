/// The extension was granted; the original date is kept.
public struct ExtensionGranted: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The new date.
  public var until: CivilDate
  /// On what ground.
  public var basis: String

  /// Creates the payload.
  public init(item: ItemID, until: CivilDate, basis: String) {
    self.item = item
    self.until = until
    self.basis = basis
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case until = "until"
    case basis = "basis"
  }
}
