/// A gap (差距短板) was raised.
public struct GapRaised: Sendable, Hashable, Encodable {
  /// The number of the gap, from 1.
  public var number: Int
  /// What is lacking.
  public var text: String
  /// The item it concerns.
  public var item: ItemID?
  /// Who must mend it.
  public var owner: String
  /// By when.
  public var due: CivilDate?

  /// Creates the payload.
  public init(
    number: Int, text: String, item: ItemID? = nil, owner: String, due: CivilDate? = nil
  ) {
    self.number = number
    self.text = text
    self.item = item
    self.owner = owner
    self.due = due
  }

  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case text = "text"
    case item = "item"
    case owner = "owner"
    case due = "due"
  }
}
