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
      let first = point.isFromNewYear ? 1 : quarter * 3 - 2
      self.init(months: first...quarter * 3, year: year, part: point.part)
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
      case .early, .firstTenDays, .middleTenDays, .lastTenDays, .firstTwentyDays,
        .lastTwentyDays, .firstHalfMonth, .secondHalfMonth:
        return nil
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
    if point.isFromNewYear {
      guard point.part == nil || point.part == .end else { return nil }
      self.init((year, 1, 1), (year, month, count), .period)
      return
    }
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
    case .firstTwentyDays: self.init((year, month, 1), (year, month, 20), .tenDay)
    case .lastTwentyDays: self.init((year, month, 11), (year, month, count), .tenDay)
    case .firstHalfMonth: self.init((year, month, 1), (year, month, 15), .tenDay)
    case .secondHalfMonth: self.init((year, month, 16), (year, month, count), .tenDay)
    }
  }
}

extension DeadlineSpan {
  /// The day that counts: the last, or the first for 起.
  func point(for named: NamedPoint) -> DeadlinePoint {
    let isEnd = named.part == .end && named.bound == nil
    let bound = isEnd ? .by : named.bound ?? .within
    // 2020年底起 starts at the end.
    let isFirst = bound == .from && named.part != .end
    return DeadlinePoint(day: isFirst ? first : last, bound: bound, precision: precision)
  }
}
