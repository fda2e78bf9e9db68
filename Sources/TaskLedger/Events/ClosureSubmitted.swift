/// What is told when closure is applied for (申请销号).
public struct ClosureSubmitted: Sendable, Hashable {
  /// The statement of completion (完成情况说明).
  public var summary: String
  /// The measures without evidence of their own.
  public var unprovedMeasures: [Int]
  /// The cell it was read from, such as `学工部.xlsx[任务!N4]`; nil when it was typed.
  public var source: String?
  /// Who handed it in for the one in whose name it stands, when that was proved: nobody reviews what
  /// she handed in. Nil when they are one.
  public var handedInBy: String?

  /// Creates the payload.
  public init(
    summary: String, unprovedMeasures: [Int], source: String? = nil, handedInBy: String? = nil
  ) {
    self.summary = summary
    self.unprovedMeasures = unprovedMeasures
    self.source = source
    self.handedInBy = handedInBy
  }
}

extension ClosureSubmitted: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case summary = "summary"
    case unprovedMeasures = "unprovedMeasures"
    case source = "source"
    case handedInBy = "handedInBy"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      summary: try object.read("summary"),
      unprovedMeasures: try object.read("unprovedMeasures"),
      source: try object.readIfPresent("source"),
      handedInBy: try object.readIfPresent("handedInBy"))
  }
}
