/// What is told when an indicator is declared not applicable (不适用), or when that is taken back.
///
/// Source: product description, Acceptance indicators.
public struct IndicatorExempted: Sendable, Hashable {
  /// The number of the indicator.
  public var indicator: String
  /// The department whose union is meant; nil for the school's.
  public var unit: String?
  /// Why it does not apply; nil when the declaration is taken back.
  public var reason: String?

  /// Creates the payload.
  public init(indicator: String, unit: String? = nil, reason: String?) {
    self.indicator = indicator
    self.unit = unit
    self.reason = reason
  }
}

extension IndicatorExempted: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case indicator = "indicator"
    case unit = "unit"
    case reason = "reason"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      indicator: try object.read("indicator"), unit: try object.readIfPresent("unit"),
      reason: try object.readIfPresent("reason"))
  }
}
