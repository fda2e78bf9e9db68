/// A counted figure (实有).
public struct FactRecorded: Sendable, Hashable {
  /// What was counted.
  public var name: String
  /// The figure as written.
  public var value: String
  /// The evidence it rests on.
  public var evidence: EvidenceNumber?
  /// The reason for which the indicator does not apply.
  public var exemption: String?
  /// The day it was counted; nil when that is the day on which the entry counts.
  public var countedOn: CivilDate?
  /// Where it is from, such as `院系.xlsx[Sheet1!B3]`; nil when it was entered by hand.
  public var source: String?

  /// Creates the payload.
  public init(
    name: String, value: String, evidence: EvidenceNumber? = nil, exemption: String? = nil,
    countedOn: CivilDate? = nil, source: String? = nil
  ) {
    self.name = name
    self.value = value
    self.evidence = evidence
    self.exemption = exemption
    self.countedOn = countedOn
    self.source = source
  }
}

extension FactRecorded: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case name = "name"
    case value = "value"
    case evidence = "evidence"
    case exemption = "exemption"
    case countedOn = "countedOn"
    case source = "source"
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      name: try object.read("name"),
      value: try object.read("value"),
      evidence: try object.readIfPresent("evidence"),
      exemption: try object.readIfPresent("exemption"),
      countedOn: try object.readIfPresent("countedOn"),
      source: try object.readIfPresent("source"))
  }
}
