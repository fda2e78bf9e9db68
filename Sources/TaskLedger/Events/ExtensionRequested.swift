/// More time was asked for (申请延期); the date does not move.
public struct ExtensionRequested: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The date asked for.
  public var until: CivilDate
  /// Why.
  public var reason: String
  /// What has been done so far.
  public var progress: String

  /// Creates the payload.
  public init(item: ItemID, until: CivilDate, reason: String, progress: String) {
    self.item = item
    self.until = until
    self.reason = reason
    self.progress = progress
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case until = "until"
    case reason = "reason"
    case progress = "progress"
  }
}
