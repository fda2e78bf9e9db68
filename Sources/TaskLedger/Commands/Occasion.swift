/// Who acts, and on which day; handed in, because the domain never reads a clock.
public struct Occasion: Sendable, Hashable {
  /// The name of the person or office that acts.
  public var actor: String
  /// The day of the clock.
  public var today: CivilDate
  /// The day on which the entry counts; not after `today`.
  public var effective: CivilDate

  /// Creates an occasion; without `effective` the entry counts today.
  public init(actor: String, today: CivilDate, effective: CivilDate? = nil) {
    self.actor = actor
    self.today = today
    self.effective = effective ?? today
  }
}
