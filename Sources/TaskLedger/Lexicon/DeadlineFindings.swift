/// A point in time as named, before the year is known.
struct NamedPoint: Equatable {
  enum Year: Equatable {
    case named(Int)
    case relative(Int)
    case following
  }

  enum Part: Equatable {
    case early, middle, end, firstTenDays, middleTenDays, lastTenDays
    case firstTwentyDays, lastTwentyDays, firstHalfMonth, secondHalfMonth
  }

  var year: Year?
  var academicYear: Int?
  var term: Int?
  var season: Int?
  var quarter: Int?
  var half: Int?
  var month: Int?
  var day: Int?
  /// A number whose unit stands later: the 3 of 3-4月.
  var bare: Int?
  var part: Part?
  var bound: DeadlinePoint.Bound?
  /// Whether 全年 follows the year.
  var isWholeYear = false
  /// Whether the span begins with the year: 前三季度.
  var isFromNewYear = false
  /// Whether 前 stands behind a period without 底: 10月前.
  var isBefore = false
  /// The day of the week that stands beside a day.
  var weekday: Int?
  /// Whether the day is one digit without the sign for it: 6月1.
  var isBareDay = false
  /// Whether the day is that of a holiday.
  var isHoliday = false

  /// Whether the day is 元旦, which belongs to the year that comes.
  var isNewYear: Bool { isHoliday && month == 1 }

  /// Whether nothing but a year is named.
  var isYearOnly: Bool {
    (year != nil) && academicYear == nil && !isTermOrPeriod && month == nil && day == nil
      && bare == nil
  }

  private var isTermOrPeriod: Bool {
    term != nil || season != nil || quarter != nil || half != nil
  }

  /// Whether a day is named, or a month with 前 or 底.
  var fixesDay: Bool { day != nil || (month != nil && (bound == .by || part != nil)) }

  /// Whether an academic year or a term is named.
  var isTerm: Bool { academicYear != nil || season != nil }

  /// The point with its bare number read as a year, where it can be one.
  var asYear: NamedPoint {
    guard let number = bare, (1900...2199).contains(number) else { return self }
    var result = self
    (result.year, result.bare) = (.named(number), nil)
    return result
  }

  /// The point with its bare number read in the finest unit of another.
  func withUnit(of other: NamedPoint) -> NamedPoint {
    guard let number = bare, other.bare == nil else { return self }
    var result = self
    result.bare = nil
    if other.day != nil {
      result.day = number
      if result.month == nil { result.month = other.month }
    } else if other.month != nil {
      result.month = number
    } else if other.quarter != nil {
      result.quarter = number
    } else if other.isYearOnly {
      return asYear
    } else {
      result.bare = number
    }
    return result
  }
}

/// A point or a range as named.
struct NamedTime: Equatable {
  var start: NamedPoint
  var end: NamedPoint?
  /// The sentence part in which it stands.
  var segment: Int
  /// Whether it stands in brackets behind another time, which it refines.
  var isRefining = false
  /// Whether it stands in brackets behind an event.
  var isOfEvent = false
  /// Whether 最迟 stands before it.
  var isLatest = false
  /// Whether a later 调整至 replaced it.
  var isReplaced = false
  /// Whether only a pause parts it from the time before it.
  var isNextToLast = false
  /// Whether it is that of a part, as 其中 says.
  var isPart = false
  /// How long it is by the words before it: 三年（2020—2022年）.
  var length: DeadlineLength?
}

/// Why words cannot be read, where a reason helps to write them better.
enum DeadlineFault: Equatable {
  case words
  /// Two dates without anything between them.
  case runTogether
  /// A range whose end lies before its start.
  case backwards
  /// A date in brackets that does not lie in the one before it.
  case contradiction
  /// A length of time without a day to count from.
  case lengthOnly
  case noYear
  /// 元旦前 without the day of issue, which tells the year.
  case noIssue
}

/// What was found in the words of a deadline, before it is put together.
struct DeadlineFindings {
  var times: [NamedTime] = []
  var recurrences: [(recurrence: Recurrence, segment: Int)] = []
  var ongoingSegment: Int?
  var hasImmediate = false
  var hasVague = false
  var hasEvent = false
  /// Whether the event itself fixes the time: 换届后, 学代会前.
  var isEventBinding = false
  /// Whether every event is the issue of the document itself.
  var isIssueOnly = true
  /// How long after the document's issue: 印发之日起30日内.
  var afterIssue: DeadlineLength?
  /// Whether the length counts working days, which nobody can count without the holidays.
  var hasWorkingDays = false
  /// Whether 原定 or 调整至 stands in the words.
  var isPlanned = false
  var isMoved = false
  /// Whether the work is put off.
  var isSuspended = false
  /// Whether words name what a time is for.
  var hasSubject = false
  /// The signs beside times.
  var marks: [DeadlineWord] = []
  /// A length of time that waits for the bracket with its days.
  var openLength: DeadlineLength?
  var isLengthOpen = false
  var fault: DeadlineFault?

  /// Notes why the words cannot be read; the first reason counts.
  mutating func fail(_ reason: DeadlineFault = .words) {
    if fault == nil || fault == .words { fault = reason }
  }
}

/// A length of time such as 30日 or 两个月.
struct DeadlineLength: Equatable {
  enum Unit { case day, week, month, year }

  var count: Int
  var unit: Unit

  /// Whether a span is so long, give or take one of the units that it is counted in.
  func fits(_ span: ClosedRange<CivilDate>) -> Bool {
    let (first, last) = (span.lowerBound, span.upperBound)
    let days = last.dayNumber - first.dayNumber + 1
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    return switch unit {
    case .day: abs(days - count) <= 1
    case .week: abs(days - 7 * count) <= 1
    case .month: abs(months - count) <= 1
    case .year: abs(months - 12 * count) <= 1
    }
  }

  /// The day that lies so long after another; nil for lengths beyond ten years.
  func day(after start: CivilDate) -> CivilDate? {
    guard (1...3660).contains(count) else { return nil }
    switch unit {
    case .day: return CivilDate(dayNumber: start.dayNumber + count)
    case .week: return CivilDate(dayNumber: start.dayNumber + 7 * count)
    case .month, .year:
      let months = start.year * 12 + start.month - 1 + (unit == .year ? 12 * count : count)
      guard let month = CivilMonth(year: months / 12, month: months % 12 + 1) else { return nil }
      return CivilDate(
        year: month.year, month: month.month, day: min(start.day, month.lastDay.day))
    }
  }
}
