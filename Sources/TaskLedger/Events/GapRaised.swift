/// A gap (差距短板) as it is raised.
public struct GapRaised: Sendable, Hashable {
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
  public init(number: Int, text: String, item: ItemID? = nil, owner: String, due: CivilDate? = nil)
  {
    self.number = number
    self.text = text
    self.item = item
    self.owner = owner
    self.due = due
  }
}

extension GapRaised: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case text = "text"
    case item = "item"
    case owner = "owner"
    case due = "due"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      number: try object.read("number"),
      text: try object.read("text"),
      item: try object.readIfPresent("item"),
      owner: try object.read("owner"),
      due: try object.readIfPresent("due"))
  }
}
