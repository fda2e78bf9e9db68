/// What is told when fields of an item are corrected (更正).
public struct ItemRevised: Sendable, Hashable {
  /// What changed, in order.
  public var changes: [ItemChange]
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(changes: [ItemChange], reason: String) {
    self.changes = changes
    self.reason = reason
  }
}

extension ItemRevised: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case changes = "changes"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      changes: try object.read("changes"),
      reason: try object.read("reason"))
  }
}
