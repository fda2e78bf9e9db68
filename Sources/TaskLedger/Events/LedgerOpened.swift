/// What is told when a ledger is opened (建账).
public struct LedgerOpened: Sendable, Hashable {
  /// The school's name.
  public var school: String
  /// Who may review: close, return, grant (领导小组办公室 unless set otherwise).
  public var reviewers: [String]

  /// Creates the payload.
  public init(school: String, reviewers: [String]) {
    self.school = school
    self.reviewers = reviewers
  }
}

extension LedgerOpened: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case school = "school"
    case reviewers = "reviewers"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      school: try object.read("school"),
      reviewers: try object.read("reviewers"))
  }
}
