extension ItemOnDay {
  /// The next day on which the item counts differently although nothing is entered: it falls due,
  /// passes its day, its target or the hand-in, or goes silent; nil when it stays as it is.
  ///
  /// Between two such days, with no entry and no later record between them, everything that
  /// ``ItemOnDay`` and ``Tally`` count of the item stays the same; lights, counts of days and of
  /// missed days run on.
  public var nextChange: CivilDate? {
    var days: [CivilDate] = []
    for fixed in [due, state.originalDue, target?.day, handInDay] {
      guard let fixed else { continue }
      days += [fixed, fixed.following].compactMap { $0 }
    }
    if let silent = dayOfSilence { days.append(silent) }
    return days.filter { $0 > day }.min()
  }

  /// The day from which what goes on may be silent or missed without a further sign of life; nil
  /// when it cannot become so, or is already.
  private var dayOfSilence: CivilDate? {
    guard isLive, state.goesOn else { return nil }
    let isAlive = state.isAlive(on: day)
    if state.item.deadline.meaning.isRecurring {
      guard isAlive || !isMissed else { return nil }
      return state.item.deadline.next(onOrAfter: day)?.following
    }
    return isAlive ? day.civilMonth.lastDay.following : nil
  }
}
