/// What is told when a closed item is reopened (重启).
public struct ItemReopened: Sendable, Hashable {
  /// What was found.
  public var finding: String
  /// On what ground.
  public var basis: String

  /// Creates the payload.
  public init(finding: String, basis: String) {
    self.finding = finding
    self.basis = basis
  }
}

extension ItemReopened: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case finding = "finding"
    case basis = "basis"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      finding: try object.read("finding"),
      basis: try object.read("basis"))
  }
}
