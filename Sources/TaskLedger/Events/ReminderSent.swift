/// What is told when a department is reminded (提醒函、催办函、督办单), numbered over the ledger.
///
/// Source: product description, Papers (reminder).
public struct ReminderSent: Sendable, Hashable {
  /// How urgent it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 提醒函: something falls due.
    case reminder = "reminder"
    /// 催办函: something is overdue.
    case urging = "urging"
    /// 督办单: something is overdue and the department was urged before.
    case supervision = "supervision"
  }

  /// The number, from 1.
  public var number: Int
  /// The department.
  public var department: String
  /// How urgent it is.
  public var kind: Kind
  /// The items it is about.
  public var items: [ItemID]
  /// By when an answer is asked for.
  public var due: CivilDate

  /// Creates the payload.
  public init(
    number: Int, department: String, kind: Kind, items: [ItemID], due: CivilDate
  ) {
    self.number = number
    self.department = department
    self.kind = kind
    self.items = items
    self.due = due
  }
}

extension ReminderSent.Kind: Encodable, StoredReadable {}

extension ReminderSent: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case department = "department"
    case kind = "kind"
    case items = "items"
    case due = "due"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      number: try object.read("number"), department: try object.read("department"),
      kind: try object.read("kind"), items: try object.read("items"),
      due: try object.read("due"))
  }
}

/// What is told when a department answers a reminder (回复).
public struct ReminderAnswered: Sendable, Hashable {
  /// The number of the reminder.
  public var number: Int
  /// The answer.
  public var text: String

  /// Creates the payload.
  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}

extension ReminderAnswered: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case text = "text"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(number: try object.read("number"), text: try object.read("text"))
  }
}
