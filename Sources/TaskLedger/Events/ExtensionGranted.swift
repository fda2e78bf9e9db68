/// What is told when more time is granted.
public struct ExtensionGranted: Sendable, Hashable {
  /// The new date.
  public var until: CivilDate
  /// On what ground.
  public var basis: String
  /// The superior document that allows a day beyond the list's own and the hand-in; nil when none is
  /// named.
  public var superior: String?

  /// Creates the payload.
  public init(until: CivilDate, basis: String, superior: String? = nil) {
    self.until = until
    self.basis = basis
    self.superior = superior
  }
}

extension ExtensionGranted: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case until = "until"
    case basis = "basis"
    case superior = "superior"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      until: try object.read("until"),
      basis: try object.read("basis"),
      superior: try object.readIfPresent("superior"))
  }
}
