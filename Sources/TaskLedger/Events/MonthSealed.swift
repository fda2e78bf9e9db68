/// The seal of a month.
public struct MonthSealed: Sendable, Hashable {
  /// The month.
  public var month: CivilMonth
  /// The sequence of the last entry the paper took into account.
  public var through: Int
  /// The day the paper was made for.
  public var asOf: CivilDate
  /// SHA-256 of the paper's text.
  public var paper: EvidenceDigest

  /// Creates the payload.
  public init(month: CivilMonth, through: Int, asOf: CivilDate, paper: EvidenceDigest) {
    self.month = month
    self.through = through
    self.asOf = asOf
    self.paper = paper
  }
}

extension MonthSealed: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case month = "month"
    case through = "through"
    case asOf = "asOf"
    case paper = "paper"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      month: try object.read("month"),
      through: try object.read("through"),
      asOf: try object.read("asOf"),
      paper: try object.read("paper"))
  }
}
