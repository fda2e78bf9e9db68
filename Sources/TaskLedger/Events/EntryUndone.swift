/// An entry was taken back by the one who made it; both stay in the log.
public struct EntryUndone: Sendable, Hashable, Encodable {
  /// The item the entry concerns.
  public var item: ItemID
  /// The sequence of the entry.
  public var sequence: Int
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(item: ItemID, sequence: Int, reason: String) {
    self.item = item
    self.sequence = sequence
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case sequence = "sequence"
    case reason = "reason"
  }
}
