/// The monthly meeting was opened (例会).
public struct MeetingOpened: Sendable, Hashable, Encodable {
  /// The month under review.
  public var month: CivilMonth

  /// Creates the payload.
  public init(month: CivilMonth) {
    self.month = month
  }

  private enum CodingKeys: String, CodingKey {
    case month = "month"
  }
}
