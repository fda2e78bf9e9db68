/// The days that a named point spans, by the conventions of the deadline language.
struct DeadlineSpan {
  var first: CivilDate
  var last: CivilDate
  var precision: DeadlinePoint.Precision

  init?(
    _ from: (year: Int, month: Int, day: Int), _ to: (year: Int, month: Int, day: Int),
    _ precision: DeadlinePoint.Precision
  ) {
    guard let first = CivilDate(year: from.year, month: from.month, day: from.day),
      let last = CivilDate(year: to.year, month: to.month, day: to.day)
    else { return nil }
    (self.first, self.last, self.precision) = (first, last, precision)
  }

  /// The days that a point spans in a year; nil when there is no such time or the conventions do
  /// not fix one, as for 学期初 and 年初.
  init?(of point: NamedPoint, in year: Int) {
    guard point.bare == nil else { return nil }
    if let start = point.academicYear {
      self.init(academicYear: start, of: point)
    } else if let season = point.season {
      self.init(term: season, from: season == 1 ? year : year - 1, part: point.part)
    } else if let quarter = point.quarter {
      guard (1...4).contains(quarter), point.month == nil, point.day == nil else { return nil }
      self.init(months: quarter * 3 - 2...quarter * 3, year: year, part: point.part)
    } else if let half = point.half {
      guard point.month == nil, point.day == nil else { return nil }
      self.init(months: half == 1 ? 1...6 : 7...12, year: year, part: point.part)
    } else if let month = point.month {
      self.init(month: month, year: year, of: point)
    } else {
      guard point.day == nil, point.year != nil else { return nil }
      switch point.part {
      case nil, .end: self.init((year, 1, 1), (year, 12, 31), .year)
      case .middle: self.init((year, 1, 1), (year, 6, 30), .period)
      case .early, .firstTenDays, .middleTenDays, .lastTenDays: return nil
      }
    }
  }

  private init?(academicYear start: Int, of point: NamedPoint) {
    guard point.month == nil, point.day == nil else { return nil }
    if let term = point.term {
      self.init(term: term, from: start, part: point.part)
    } else {
      guard point.part == nil || point.part == .end else { return nil }
      self.init((start, 9, 1), (start + 1, 7, 31), .year)
    }
  }

  /// The first term ends on 31 January, the second on 31 July.
  private init?(term: Int, from start: Int, part: NamedPoint.Part?) {
    guard part == nil || part == .end else { return nil }
    switch term {
    case 1: self.init((start, 9, 1), (start + 1, 1, 31), .term)
    case 2: self.init((start + 1, 2, 1), (start + 1, 7, 31), .term)
    default: return nil
    }
  }

  private init?(months: ClosedRange<Int>, year: Int, part: NamedPoint.Part?) {
    guard part == nil || part == .end else { return nil }
    let last = CivilDate.dayCount(year: year, month: months.upperBound)
    self.init((year, months.lowerBound, 1), (year, months.upperBound, last), .period)
  }

  private init?(month: Int, year: Int, of point: NamedPoint) {
    guard (1...12).contains(month) else { return nil }
    let count = CivilDate.dayCount(year: year, month: month)
    if let day = point.day {
      guard point.part == nil else { return nil }
      self.init((year, month, day), (year, month, day), .day)
      return
    }
    switch point.part {
    case nil: self.init((year, month, 1), (year, month, count), .month)
    case .end: self.init((year, month, 1), (year, month, count), .month)
    case .early, .firstTenDays: self.init((year, month, 1), (year, month, 10), .tenDay)
    case .middle, .middleTenDays: self.init((year, month, 11), (year, month, 20), .tenDay)
    case .lastTenDays: self.init((year, month, 21), (year, month, count), .tenDay)
    }
  }
}

/// Gives named times their years and days, from left to right.
///
/// A time without a year takes the year last named in the same words, else the document's.
struct DeadlineResolution {
  let defaultYear: Int?
  var context: Int?
  var isYearAssumed = false

  /// A time with its days.
  struct Resolved {
    var start: CivilDate?
    var point: DeadlinePoint
    var segment: Int
    var isYearOnly: Bool
  }

  mutating func resolve(_ time: NamedTime) -> Resolved? {
    guard let end = time.end else {
      guard let year = year(of: time.start), let span = DeadlineSpan(of: time.start, in: year)
      else { return nil }
      let isPlainYear = time.start.isYearOnly && time.start.part == nil && time.start.bound == nil
      return Resolved(
        start: time.start.isWholeYear ? span.first : nil, point: span.point(for: time.start),
        segment: time.segment, isYearOnly: isPlainYear)
    }
    return range(from: time.start, to: end, segment: time.segment)
  }

  private mutating func range(
    from start: NamedPoint, to named: NamedPoint, segment: Int
  ) -> Resolved? {
    var start = start
    var end = named
    if start.year == nil, start.academicYear == nil, context == nil,
      case .named(let year) = end.year
    {
      // 9月-2021年1月 begins in the last September before.
      start.year = .named(year)
      if let first = DeadlineSpan(of: start, in: year), let last = DeadlineSpan(of: end, in: year),
        first.first > last.last
      {
        start.year = .named(year - 1)
      }
    }
    guard let startYear = year(of: start), let first = DeadlineSpan(of: start, in: startYear)
    else { return nil }
    if end.month == nil, end.day != nil {
      end.month = start.month
    }
    if end.year == nil { context = startYear }
    guard let endYear = end.year == .following ? startYear + 1 : year(of: end),
      var last = DeadlineSpan(of: end, in: endYear)
    else { return nil }
    if last.last < first.first {
      // 11月-1月 ends in the year after; 2020年12月-2020年1月 is a mistake.
      guard end.year == nil, end.academicYear == nil, start.month != nil, named.month != nil,
        let wrapped = DeadlineSpan(of: end, in: endYear + 1)
      else { return nil }
      last = wrapped
    }
    context = last.last.year
    guard end.bound != .from else { return nil }
    return Resolved(
      start: first.first, point: last.point(for: end), segment: segment, isYearOnly: false)
  }

  /// The year of a point; nil when the words have none and the document's is not known.
  private mutating func year(of point: NamedPoint) -> Int? {
    if let academic = point.academicYear {
      context = academic
      return academic
    }
    switch point.year {
    case .named(let year):
      context = year
      return year
    case .relative(let offset):
      if offset == 0, let context { return context }
      guard let defaultYear else { return nil }
      isYearAssumed = true
      context = defaultYear + offset
      return context
    case .following:
      if let context { return context + 1 }
      guard let defaultYear else { return nil }
      isYearAssumed = true
      return defaultYear + 1
    case nil:
      if let context { return context }
      guard let defaultYear else { return nil }
      isYearAssumed = true
      return defaultYear
    }
  }
}

extension DeadlineSpan {
  /// The day that counts: the last, or the first for 起.
  func point(for named: NamedPoint) -> DeadlinePoint {
    let isEnd = named.part == .end && named.bound == nil
    let bound = isEnd ? .by : named.bound ?? .within
    return DeadlinePoint(
      day: bound == .from ? first : last, bound: bound, precision: precision)
  }
}
