/// A ledger was opened (建账) for a school.
public struct LedgerOpened: Sendable, Hashable, Encodable {
  /// The school's name.
  public var school: String
  /// Who may review: close, return, grant (领导小组办公室 unless set otherwise).
  public var reviewers: [String]

  /// Creates the payload.
  public init(school: String, reviewers: [String]) {
    self.school = school
    self.reviewers = reviewers
  }

  private enum CodingKeys: String, CodingKey {
    case school = "school"
    case reviewers = "reviewers"
  }
}
