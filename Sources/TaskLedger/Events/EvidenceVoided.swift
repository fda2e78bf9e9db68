/// What is told when a piece of evidence is declared void (作废).
public struct EvidenceVoided: Sendable, Hashable {
  /// The evidence.
  public var number: EvidenceNumber
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(number: EvidenceNumber, reason: String) {
    self.number = number
    self.reason = reason
  }
}

extension EvidenceVoided: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      number: try object.read("number"),
      reason: try object.read("reason"))
  }
}
