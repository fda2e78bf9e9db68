/// A gap was resolved.
public struct GapResolved: Sendable, Hashable, Encodable {
  /// The number of the gap.
  public var number: Int
  /// How.
  public var resolution: String

  /// Creates the payload.
  public init(number: Int, resolution: String) {
    self.number = number
    self.resolution = resolution
  }

  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case resolution = "resolution"
  }
}
