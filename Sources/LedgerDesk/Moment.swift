package import TaskLedger

/// When something is done: the day that counts as today, and the moment entries are recorded at.
package struct Moment: Sendable, Hashable {
  /// The day that counts as today.
  package let today: CivilDate
  /// The moment entries are recorded at.
  package let recordedAt: Instant

  /// The beginning of a day that somebody named in place of the clock.
  package init(startOf day: CivilDate) {
    today = day
    recordedAt = Instant(startOf: day)
  }

  /// The moment of a clock.
  ///
  /// - Throws: ``DeskError`` when the clock gives no day.
  package init(of clock: Instant) throws(DeskError) {
    guard let day = clock.civilDate else { throw DeskError([.clockUnreadable()], kind: .usage) }
    today = day
    recordedAt = clock
  }
}

extension Desk {
  /// The moment of an act: a named day, or the clock's without one.
  package func moment(on day: CivilDate? = nil) throws(DeskError) -> Moment {
    if let day { Moment(startOf: day) } else { try Moment(of: clock()) }
  }
}
