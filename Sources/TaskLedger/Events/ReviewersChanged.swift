/// The school changed who may review.
public struct ReviewersChanged: Sendable, Hashable, Encodable {
  /// Who may review from now on.
  public var reviewers: [String]
  /// Why.
  public var reason: String

  /// Creates the payload.
  public init(reviewers: [String], reason: String) {
    self.reviewers = reviewers
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey {
    case reviewers = "reviewers"
    case reason = "reason"
  }
}
