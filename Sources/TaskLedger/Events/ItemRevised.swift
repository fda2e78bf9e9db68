/// What is told when fields of an item are corrected (更正).
public struct ItemRevised: Sendable, Hashable {
  /// What changed, in order.
  public var changes: [ItemChange]
  /// Why.
  public var reason: String
  /// The superior document that allows a day beyond the list's own and the hand-in; nil when none is
  /// named.
  public var superior: String?

  /// Creates the payload.
  public init(changes: [ItemChange], reason: String, superior: String? = nil) {
    self.changes = changes
    self.reason = reason
    self.superior = superior
  }
}

extension ItemRevised: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case changes = "changes"
    case reason = "reason"
    case superior = "superior"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      changes: try object.read("changes"),
      reason: try object.read("reason"),
      superior: try object.readIfPresent("superior"))
  }
}
