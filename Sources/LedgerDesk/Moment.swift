import LedgerStore
package import TaskLedger

/// When something is done: the day that counts as today, and the moment entries are recorded at.
package struct Moment: Sendable, Hashable {
  /// The day that counts as today.
  package let today: CivilDate
  /// The moment entries are recorded at.
  package let recordedAt: Instant
  /// The day the clock shows, whatever counts as today; nil when it gives none.
  package let clock: CivilDate?
  /// Whether days that lie far off are meant.
  package var confirmsDates = false

  /// The beginning of a day that somebody named in place of the clock.
  package init(startOf day: CivilDate, clock: CivilDate? = nil) {
    today = day
    recordedAt = Instant(startOf: day)
    self.clock = clock
  }

  /// The moment of a clock.
  ///
  /// - Throws: ``DeskError`` when the clock gives no day.
  package init(of clock: Instant) throws(DeskError) {
    guard let day = clock.civilDate else { throw DeskError([.clockUnreadable()], kind: .usage) }
    today = day
    recordedAt = clock
    self.clock = day
  }
}

extension Desk {
  /// The moment of an act: a named day, or the clock's without one.
  package func moment(on day: CivilDate? = nil) throws(DeskError) -> Moment {
    if let day {
      Moment(startOf: day, clock: clock().civilDate)
    } else {
      try Moment(of: clock())
    }
  }
}

extension Moment {
  /// Who acts at this moment.
  func occasion(of actor: String, effective: CivilDate?) -> Occasion {
    var occasion = Occasion(actor: actor, today: today, effective: effective)
    occasion.clock = clock
    occasion.confirmsDates = confirmsDates
    return occasion
  }
}
