/// What is told when a meeting decides something (议定事项), numbered within the month.
///
/// Source: product description, Papers (minutes).
public struct MeetingDecided: Sendable, Hashable {
  /// The month of the meeting.
  public var month: CivilMonth
  /// The number within the month, from 1.
  public var number: Int
  /// The item it concerns.
  public var item: ItemID?
  /// What was decided.
  public var text: String
  /// Who must do it.
  public var owner: String
  /// By when.
  public var due: CivilDate?

  /// Creates the payload.
  public init(
    month: CivilMonth, number: Int, item: ItemID? = nil, text: String, owner: String,
    due: CivilDate? = nil
  ) {
    self.month = month
    self.number = number
    self.item = item
    self.text = text
    self.owner = owner
    self.due = due
  }
}

extension MeetingDecided: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case month = "month"
    case number = "number"
    case item = "item"
    case text = "text"
    case owner = "owner"
    case due = "due"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      month: try object.read("month"), number: try object.read("number"),
      item: try object.readIfPresent("item"), text: try object.read("text"),
      owner: try object.read("owner"), due: try object.readIfPresent("due"))
  }
}

/// What is told when it is known what became of a decision (落实情况).
public struct DecisionSettled: Sendable, Hashable {
  /// The month of the meeting.
  public var month: CivilMonth
  /// The number of the decision.
  public var number: Int
  /// What became of it.
  public var result: String

  /// Creates the payload.
  public init(month: CivilMonth, number: Int, result: String) {
    self.month = month
    self.number = number
    self.result = result
  }
}

extension DecisionSettled: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case month = "month"
    case number = "number"
    case result = "result"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      month: try object.read("month"), number: try object.read("number"),
      result: try object.read("result"))
  }
}

/// What is told of who was at a meeting (出席); a later one of the month adds to it.
public struct MeetingAttended: Sendable, Hashable {
  /// The month of the meeting.
  public var month: CivilMonth
  /// The names.
  public var names: [String]

  /// Creates the payload.
  public init(month: CivilMonth, names: [String]) {
    self.month = month
    self.names = names
  }
}

extension MeetingAttended: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case month = "month"
    case names = "names"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(month: try object.read("month"), names: try object.read("names"))
  }
}
