/// Who may review from now on.
public struct ReviewersChanged: Sendable, Hashable {
  /// Their names.
  public var reviewers: [String]
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(reviewers: [String], reason: String) {
    self.reviewers = reviewers
    self.reason = reason
  }
}

extension ReviewersChanged: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case reviewers = "reviewers"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      reviewers: try object.read("reviewers"),
      reason: try object.read("reason"))
  }
}
