/// What is told when an entry is taken back.
public struct EntryUndone: Sendable, Hashable {
  /// The sequence of the entry.
  public var sequence: Int
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(sequence: Int, reason: String) {
    self.sequence = sequence
    self.reason = reason
  }
}

extension EntryUndone: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case sequence = "sequence"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      sequence: try object.read("sequence"),
      reason: try object.read("reason"))
  }
}
