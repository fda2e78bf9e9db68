/// Closure was applied for (申请销号).
public struct ClosureSubmitted: Sendable, Hashable, Encodable {
  /// The item.
  public var item: ItemID
  /// The statement of completion (完成情况说明).
  public var summary: String
  /// The measures without evidence of their own.
  public var unprovedMeasures: [Int]

  /// Creates the payload.
  public init(item: ItemID, summary: String, unprovedMeasures: [Int]) {
    self.item = item
    self.summary = summary
    self.unprovedMeasures = unprovedMeasures
  }

  private enum CodingKeys: String, CodingKey {
    case item = "item"
    case summary = "summary"
    case unprovedMeasures = "unprovedMeasures"
  }
}
