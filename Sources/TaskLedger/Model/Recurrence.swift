/// How often a recurring deadline (定期) comes back, and on which days.
///
/// Invariant: the lists are sorted and without repeats; `days` are 1 to 31, `months` 1 to 12 and
/// `weekdays` 1 to 7 from Monday; `interval` is 1 to 52, and above 1 only for weeks and months.
public struct Recurrence: Sendable, Hashable {
  /// The length of one round.
  public enum Period: String, Sendable, Hashable, Encodable, CaseIterable {
    /// 每周.
    case week
    /// 每月.
    case month
    /// 每季度.
    case quarter
    /// 每半年.
    case halfYear = "half-year"
    /// 每学期.
    case term
    /// 每年, 每学年.
    case year
  }

  /// The length of one round.
  public var period: Period
  /// How many periods one round takes: 2 for 每两个月.
  public var interval: Int
  /// The days of the month by which it is due, when named; beyond a month's end its last day.
  public var days: [Int]
  /// The months of the year in which it is due, when named; July for 每学年.
  public var months: [Int]
  /// The days of the week by which it is due, when named.
  public var weekdays: [Int]
  /// The first day of the first round, when named.
  public var from: CivilDate?
  /// The last day of the last round, when named.
  public var until: CivilDate?

  /// Creates a recurrence; the lists are sorted.
  public init(
    period: Period, interval: Int = 1, days: [Int] = [], months: [Int] = [], weekdays: [Int] = [],
    from: CivilDate? = nil, until: CivilDate? = nil
  ) {
    self.period = period
    self.interval = min(max(1, interval), 52)
    self.days = Set(days).sorted()
    self.months = Set(months).sorted()
    self.weekdays = Set(weekdays).sorted()
    self.from = from
    self.until = until
  }
}

extension Recurrence {
  /// Finds the last day of the round that is due next.
  ///
  /// Weeks end on Sunday, quarters and halves with their last month, terms on 31 January and 31
  /// July, years on 31 December, unless the words name other days. Rounds of several weeks or
  /// months are counted from `from`; without it months from January on, weeks from the first
  /// Monday of 1970.
  ///
  /// - Parameter date: The first day that counts; before `from` the latter.
  /// - Returns: The day; nil after `until` and at the end of the calendar.
  public func next(onOrAfter date: CivilDate) -> CivilDate? {
    let date = from.map { max($0, date) } ?? date
    let found = period == .week ? nextWeekday(onOrAfter: date) : nextInMonths(onOrAfter: date)
    return found.flatMap { day in until.map { day <= $0 } ?? true ? day : nil }
  }

  /// The days on which something is due within a span.
  ///
  /// - Parameters:
  ///   - first: The first day that counts.
  ///   - last: The last day that counts.
  /// - Returns: The days in order.
  public func days(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
    var result: [CivilDate] = []
    var start: CivilDate? = first
    while let day = start.flatMap({ next(onOrAfter: $0) }), day <= last {
      result.append(day)
      start = CivilDate(dayNumber: day.dayNumber + 1)
    }
    return result
  }

  private func nextWeekday(onOrAfter date: CivilDate) -> CivilDate? {
    let wanted = weekdays.isEmpty ? [7] : weekdays
    let anchor = Self.monday(before: from?.dayNumber ?? Self.firstMonday)
    var week = Self.monday(before: date.dayNumber)
    for _ in 0...interval {
      // 起 names the first week; without it the rounds end with each interval's last week.
      let round = (week - anchor) / 7
      let isDue =
        from == nil
        ? (round % interval + interval) % interval == interval - 1 : round.isMultiple(of: interval)
      if isDue, let day = wanted.map({ week + $0 - 1 }).first(where: { $0 >= date.dayNumber }) {
        return CivilDate(dayNumber: day)
      }
      week += 7
    }
    return nil
  }

  // 1970-01-05
  private static let firstMonday = 4

  private static func monday(before day: Int) -> Int {
    let sinceMonday = (day - firstMonday) % 7
    return day - (sinceMonday + 7) % 7
  }

  private func nextInMonths(onOrAfter date: CivilDate) -> CivilDate? {
    var candidate: CivilMonth? = date.civilMonth
    while let current = candidate {
      if isDue(in: current) {
        let last = current.lastDay
        for day in days.isEmpty ? [31] : days {
          let due = CivilDate(year: last.year, month: last.month, day: min(day, last.day))
          if let due, due >= date { return due }
        }
      }
      candidate = current.next
    }
    return nil
  }

  private func isDue(in month: CivilMonth) -> Bool {
    if !months.isEmpty { return months.contains(month.month) }
    switch period {
    case .week: return true
    case .month:
      guard interval > 1 else { return true }
      guard let from else { return month.month.isMultiple(of: interval) }
      let distance = (month.year - from.year) * 12 + month.month - from.month
      return distance.isMultiple(of: interval)
    case .quarter: return month.month.isMultiple(of: 3)
    case .halfYear: return month.month == 6 || month.month == 12
    case .term: return month.month == 1 || month.month == 7
    case .year: return month.month == 12
    }
  }
}
