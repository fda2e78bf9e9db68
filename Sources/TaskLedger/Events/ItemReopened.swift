/// What is told when a closed item is reopened (重启).
public struct ItemReopened: Sendable, Hashable {
  /// What was found.
  public var finding: String
  /// On what ground.
  public var basis: String
  /// By when the new round is due.
  public var due: RoundDue

  /// Creates the payload.
  public init(finding: String, basis: String, due: RoundDue = .unset) {
    self.finding = finding
    self.basis = basis
    self.due = due
  }
}

/// By when a further round is due (新一轮的时限).
public enum RoundDue: Sendable, Hashable {
  /// As the item was: entries of the first format say nothing, and the day stays.
  case kept
  /// Not yet set.
  case unset
  /// A day of its own.
  case day(CivilDate)

  /// The day; nil when there is none of its own.
  public var day: CivilDate? {
    if case .day(let day) = self { day } else { nil }
  }

  private static let unsetName = "unset"

  /// The stored form; nil for ``kept``.
  fileprivate var stored: String? {
    switch self {
    case .kept: nil
    case .unset: Self.unsetName
    case .day(let day): day.description
    }
  }

  /// Reads the stored form.
  fileprivate init?(stored: String) {
    if stored == Self.unsetName {
      self = .unset
    } else if let day = CivilDate(stored) {
      self = .day(day)
    } else {
      return nil
    }
  }
}

extension RoundDue: StoredReadable {
  init(stored value: StoredValue) throws {
    guard let due = RoundDue(stored: try String(stored: value)) else {
      throw value.fault("neither a day nor unset")
    }
    self = due
  }
}

extension ItemReopened: StoredFields {
  private enum CodingKeys: String, CodingKey {
    case finding = "finding"
    case basis = "basis"
    case due = "due"
  }

  /// Writes the stored form.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(finding, forKey: .finding)
    try box.encode(basis, forKey: .basis)
    try box.encodeIfPresent(due.stored, forKey: .due)
  }

  /// Reads the stored form.
  init(from object: inout StoredObject) throws {
    self.init(
      finding: try object.read("finding"),
      basis: try object.read("basis"),
      due: try object.readIfPresent("due") ?? .kept)
  }
}
