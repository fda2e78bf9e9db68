/// What became of a gap.
public struct GapResolved: Sendable, Hashable {
  /// The number of the gap.
  public var number: Int
  /// How.
  public var resolution: String

  /// Creates the payload.
  public init(number: Int, resolution: String) {
    self.number = number
    self.resolution = resolution
  }
}

extension GapResolved: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case number = "number"
    case resolution = "resolution"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      number: try object.read("number"),
      resolution: try object.read("resolution"))
  }
}
