/// What is told when an item is closed after review (销号).
public struct ItemClosed: Sendable, Hashable {
  /// The reviewer's opinion.
  public var opinion: String
  /// SHA-256 of exactly what was reviewed, see ``ReviewBasis/text``.
  public var reviewed: EvidenceDigest

  /// Creates the payload.
  public init(opinion: String, reviewed: EvidenceDigest) {
    self.opinion = opinion
    self.reviewed = reviewed
  }
}

extension ItemClosed: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case opinion = "opinion"
    case reviewed = "reviewed"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      opinion: try object.read("opinion"),
      reviewed: try object.read("reviewed"))
  }
}
