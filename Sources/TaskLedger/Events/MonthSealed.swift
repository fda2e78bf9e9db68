/// A month was sealed: its paper can be printed again with the same bytes.
public struct MonthSealed: Sendable, Hashable, Encodable {
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

  private enum CodingKeys: String, CodingKey {
    case month = "month"
    case through = "through"
    case asOf = "asOf"
    case paper = "paper"
  }
}
