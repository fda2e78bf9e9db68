/// What is told when doubts of the import are confirmed as right.
public struct ItemConfirmed: Sendable, Hashable {
  /// The doubts, sorted by name.
  public var codes: [FindingCode]
  /// On what ground.
  public var reason: String

  /// Creates the payload.
  public init(codes: [FindingCode], reason: String) {
    self.codes = codes
    self.reason = reason
  }
}

extension ItemConfirmed: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case codes = "codes"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      codes: try object.read("codes"),
      reason: try object.read("reason"))
  }
}
