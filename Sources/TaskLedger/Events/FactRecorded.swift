/// A counted figure was recorded (实有).
public struct FactRecorded: Sendable, Hashable, Encodable {
  /// What was counted.
  public var name: String
  /// The figure as written.
  public var value: String
  /// The evidence it rests on.
  public var evidence: EvidenceNumber?
  /// The reason for which the indicator does not apply.
  public var exemption: String?

  /// Creates the payload.
  public init(
    name: String, value: String, evidence: EvidenceNumber? = nil, exemption: String? = nil
  ) {
    self.name = name
    self.value = value
    self.evidence = evidence
    self.exemption = exemption
  }

  private enum CodingKeys: String, CodingKey {
    case name = "name"
    case value = "value"
    case evidence = "evidence"
    case exemption = "exemption"
  }
}
