/// The monthly meeting was opened (例会).
public struct MeetingOpened: Sendable, Hashable, Codable, StoredPayload {
  /// The month under review.
  public var month: CivilMonth

  /// Creates the payload.
  public init(month: CivilMonth) {
    self.month = month
  }

  enum CodingKeys: String, CodingKey {
    case month = "month"
  }
}
