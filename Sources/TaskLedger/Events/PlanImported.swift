/// A plan was imported; its items follow as entries of their own.
public struct PlanImported: Sendable, Hashable, Encodable {
  /// What the plan says about itself.
  public var header: PlanHeader

  /// Creates the payload.
  public init(header: PlanHeader) {
    self.header = header
  }

  private enum CodingKeys: String, CodingKey {
    case header = "header"
  }
}
