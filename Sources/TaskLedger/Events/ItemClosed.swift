/// What is told when an item is closed after review (销号).
public struct ItemClosed: Sendable, Hashable {
  /// The reviewer's opinion.
  public var opinion: String
  /// SHA-256 of exactly what was reviewed, see ``ReviewBasis/text``.
  public var reviewed: EvidenceDigest
  /// The cell the decision was read from; nil when it was typed.
  public var source: String?

  /// Creates the payload.
  public init(opinion: String, reviewed: EvidenceDigest, source: String? = nil) {
    self.opinion = opinion
    self.reviewed = reviewed
    self.source = source
  }
}

extension ItemClosed: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case opinion = "opinion"
    case reviewed = "reviewed"
    case source = "source"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      opinion: try object.read("opinion"),
      reviewed: try object.read("reviewed"),
      source: try object.readIfPresent("source"))
  }
}
