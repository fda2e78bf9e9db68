/// What is told when more time is granted.
public struct ExtensionGranted: Sendable, Hashable {
  /// The new date.
  public var until: CivilDate
  /// On what ground.
  public var basis: String

  /// Creates the payload.
  public init(until: CivilDate, basis: String) {
    self.until = until
    self.basis = basis
  }
}

extension ExtensionGranted: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case until = "until"
    case basis = "basis"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      until: try object.read("until"),
      basis: try object.read("basis"))
  }
}
