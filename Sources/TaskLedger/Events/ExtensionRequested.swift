/// What is told when more time is asked for (申请延期).
public struct ExtensionRequested: Sendable, Hashable {
  /// The date asked for.
  public var until: CivilDate
  /// Why.
  public var reason: String
  /// What has been done so far.
  public var progress: String

  /// Creates the payload.
  public init(until: CivilDate, reason: String, progress: String) {
    self.until = until
    self.reason = reason
    self.progress = progress
  }
}

extension ExtensionRequested: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case until = "until"
    case reason = "reason"
    case progress = "progress"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      until: try object.read("until"),
      reason: try object.read("reason"),
      progress: try object.read("progress"))
  }
}
