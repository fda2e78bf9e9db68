/// Who acts, on which day, and how a text becomes a digest; handed in, because the domain never reads
/// a clock and has no package.
public struct Occasion: Sendable {
  /// Makes the SHA-256 of a text's UTF-8 bytes.
  public typealias DigestFunction = @Sendable (String) -> EvidenceDigest

  /// The name of the person or office that acts.
  public var actor: String
  /// The day of the clock.
  public var today: CivilDate
  /// The day on which the entry counts; not after `today`.
  public var effective: CivilDate
  /// The departments that the school knows, with their other names; nil where nobody handed them in:
  /// then names are compared as written, and whether an actor is known cannot be told.
  public var departments: DepartmentDirectory?
  /// The day the machine's own clock shows, whatever counts as today; nil when it is not known.
  public var clock: CivilDate?
  /// Whether the person has looked at days that lie far off and means them.
  public var confirmsDates = false
  /// Makes the SHA-256 of a text, by which reviews are bound to what was seen.
  public var digest: DigestFunction

  /// Creates an occasion; without `effective` the entry counts today.
  public init(
    actor: String, today: CivilDate, effective: CivilDate? = nil,
    departments: DepartmentDirectory? = nil,
    digest: @escaping DigestFunction
  ) {
    self.actor = actor
    self.today = today
    self.effective = effective ?? today
    self.departments = departments
    self.digest = digest
  }
}

extension Occasion {
  /// The directory by which names are compared.
  var directory: DepartmentDirectory { departments ?? DepartmentDirectory([]) }

  /// The name under which an unsigned opening or import is recorded (未署名).
  public static let unsigned = StatusWords.unsigned
}
