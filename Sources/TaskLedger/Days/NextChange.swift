extension ItemOnDay {
  /// The next day on which the item counts differently although nothing is entered: it falls due,
  /// passes its day, its target or the hand-in, or goes silent; nil when it stays as it is.
  ///
  /// Between two such days, with no entry and no later record between them, everything that
  /// ``ItemOnDay`` and ``Tally`` count of the item stays the same; lights, counts of days and of
  /// missed days run on.
  public var nextChange: CivilDate? {
    var next = dayOfSilence
    func consider(_ fixed: CivilDate?) {
      guard let fixed, let coming = fixed > day ? fixed : fixed.following, coming > day else {
        return
      }
      next = next.map { min($0, coming) } ?? coming
    }
    consider(due)
    consider(state.originalDue)
    consider(target?.day)
    consider(handInDay)
    return next
  }

  /// The day from which what goes on may be silent or missed without a further sign of life; nil
  /// when it cannot become so, or is already.
  private var dayOfSilence: CivilDate? {
    guard isLive, state.goesOn else { return nil }
    if state.item.deadline.meaning.isRecurring {
      return isMissed ? nil : state.item.deadline.next(onOrAfter: day)?.following
    }
    return state.isAlive(on: day) ? day.civilMonth.lastDay.following : nil
  }
}
