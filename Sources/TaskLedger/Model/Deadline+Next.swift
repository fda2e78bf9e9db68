extension Deadline {
  /// Finds the next day on which something is due.
  ///
  /// - Parameter date: The first day that counts.
  /// - Returns: The next of several dates, the next round of a recurring deadline, or the due day
  ///   itself when it has not passed; nil when the words fix no day or every day has passed.
  public func next(onOrAfter date: CivilDate) -> CivilDate? {
    switch meaning {
    case .dates(let points): points.map(\.day).filter { $0 >= date }.min()
    case .recurring(let recurrence): recurrence.next(onOrAfter: date)
    case .date, .range, .ongoing, .blank, .vague, .unreadable, .immediate, .event:
      due.flatMap { $0 >= date ? $0 : nil }
    }
  }
}

extension Recurrence {
  /// Finds the last day of the round that is due next.
  ///
  /// Weeks end on Sunday, quarters and halves with their last month, terms on 31 January and 31
  /// July, years on 31 December, unless the words name another day.
  ///
  /// - Parameter date: The first day that counts; before `from` the latter.
  /// - Returns: The day; nil only at the end of the calendar.
  public func next(onOrAfter date: CivilDate) -> CivilDate? {
    let date = from.map { max($0, date) } ?? date
    if period == .week {
      // 1970-01-01 was a Thursday.
      let today = (date.dayNumber + 3) % 7
      let wanted = (weekday ?? 7) - 1
      let wait = (wanted - (today + 7) % 7 + 7) % 7
      return CivilDate(dayNumber: date.dayNumber + wait)
    }
    var candidate: CivilMonth? = date.civilMonth
    while let current = candidate {
      if isDue(in: current.month) {
        let last = current.lastDay
        let due = CivilDate(year: last.year, month: last.month, day: min(day ?? 31, last.day))
        if let due, due >= date { return due }
      }
      candidate = current.next
    }
    return nil
  }

  private func isDue(in month: Int) -> Bool {
    switch period {
    case .week, .month: true
    case .quarter: month.isMultiple(of: 3)
    case .halfYear: month == 6 || month == 12
    case .term: month == 1 || month == 7
    case .year: month == self.month ?? 12
    }
  }
}
