/// What is told when closure is applied for (申请销号).
public struct ClosureSubmitted: Sendable, Hashable {
  /// The statement of completion (完成情况说明).
  public var summary: String
  /// The measures without evidence of their own.
  public var unprovedMeasures: [Int]

  /// Creates the payload.
  public init(summary: String, unprovedMeasures: [Int]) {
    self.summary = summary
    self.unprovedMeasures = unprovedMeasures
  }
}

extension ClosureSubmitted: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case summary = "summary"
    case unprovedMeasures = "unprovedMeasures"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      summary: try object.read("summary"),
      unprovedMeasures: try object.read("unprovedMeasures"))
  }
}
