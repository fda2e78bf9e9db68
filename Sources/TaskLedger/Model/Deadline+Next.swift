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

extension Deadline {
  /// The days of a recurring deadline (定期) within a span, each the last day of one window.
  ///
  /// - Parameters:
  ///   - first: The first day that counts, for instance the day of the import; what lies before
  ///     the `起` of the words never counts.
  ///   - last: The last day that counts.
  /// - Returns: The days in order; none when the words recur on no day.
  public func recurringDays(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
    guard case .recurring(let recurrence) = meaning else { return [] }
    return recurrence.days(from: first, through: last)
  }
}
