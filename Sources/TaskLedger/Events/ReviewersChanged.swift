/// The school changed who may review.
public struct ReviewersChanged: Sendable, Hashable, Codable, StoredPayload {
  /// Who may review from now on.
  public var reviewers: [String]
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(reviewers: [String], reason: String) {
    self.reviewers = reviewers
    self.reason = reason
  }

  enum CodingKeys: String, CodingKey {
    case reviewers = "reviewers"
    case reason = "reason"
  }
}
