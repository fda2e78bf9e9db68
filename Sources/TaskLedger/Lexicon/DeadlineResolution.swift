/// Gives named times their years and days, from left to right.
///
/// A time without a year takes the year last named in the same words, else the document's; a day
/// without a month takes the month last named.
struct DeadlineResolution {
  let defaultYear: Int?
  /// The day of the document's issue.
  let issued: CivilDate?
  var context: Int?
  var isYearAssumed = false
  var doubts: Set<DeadlineDoubt> = []
  var fault: DeadlineFault?
  /// The days that are due because a holiday is, of the times that count.
  var holidays: Set<CivilDate> = []
  private var contextMonth: Int?

  init(defaultYear: Int?, issued: CivilDate? = nil) {
    (self.defaultYear, self.issued) = (defaultYear, issued)
  }

  /// A time with its days.
  struct Resolved {
    var start: CivilDate?
    var point: DeadlinePoint
    var segment: Int
    var isYearOnly: Bool
    /// Whether no year stands in its words.
    var isWithoutYear = false
    var isLatest = false
    /// Whether it is that of a part.
    var isPart = false
    /// Whether the day is that of a holiday.
    var isHoliday = false
    /// What makes this time worth a second look.
    var doubts: Set<DeadlineDoubt> = []
    /// All days that are named.
    var span: ClosedRange<CivilDate>
  }

  /// The times that count: without those that later words replace, refine or merely head.
  mutating func resolve(_ times: [NamedTime]) -> [Resolved]? {
    var result: [Resolved] = []
    for (index, time) in times.enumerated() {
      if time.isRefining, let coarse = result.last {
        guard let refined = refine(coarse, by: time) else { return nil }
        result[result.count - 1] = refined
        continue
      }
      // 2020年11月底前启动，12月完成; within 2020年11月至12月 and 2020年11月、12月 the year stands for both.
      let isCarried =
        context != nil && !isYearAssumed && index > 0 && !time.isPart
        && times[index - 1].segment != time.segment && !times[index - 1].isRefining
      guard var resolved = resolve(time) else {
        fault = fault ?? reason(time.start)
        return nil
      }
      if time.isReplaced { continue }
      // 2020年，6月底前: the year heads what follows.
      if time.isNextToLast, let head = result.last, head.isHead, resolved.isWithoutYear,
        head.span.contains(resolved.point.day), !resolved.isYearOnly
      {
        result.removeLast()
      } else if isCarried, resolved.isWithoutYear {
        resolved.doubts.insert(.yearCarried)
      }
      let isRepeated = result.contains {
        $0.point.day == resolved.point.day
          && ($0.point.bound == .from) == (resolved.point.bound == .from)
      }
      // What is a part of the work is not due after the whole.
      if time.isPart, let whole = result.first(where: { !$0.isPart })?.point.day,
        whole < resolved.point.day
      {
        fault = .contradiction
        return nil
      }
      resolved.isPart = time.isPart
      if !isRepeated { result.append(resolved) }
    }
    let ends = result.filter { $0.point.bound != .from }.map(\.point.day)
    if zip(result.dropFirst(), result).contains(where: {
      $0.isWithoutYear && !$0.isPart && $0.point.day < $1.point.day
    }),
      ends.count > 1
    {
      doubts.insert(.backwards)
    }
    for time in result {
      doubts.formUnion(time.doubts)
      if time.isHoliday { holidays.insert(time.point.day) }
    }
    return result
  }

  /// Why a time has no day.
  private func reason(_ point: NamedPoint) -> DeadlineFault {
    if point.isNewYear { return context == nil ? .noIssue : .noYear }
    return defaultYear == nil && context == nil ? .noYear : .words
  }

  /// The coarser time with the days of a finer one that stands in brackets behind it.
  private mutating func refine(_ coarse: Resolved, by time: NamedTime) -> Resolved? {
    if time.start.year == nil, !time.start.isTerm {
      // A term and a range have two years: the one in which the finer time lies counts.
      let years = coarse.span.lowerBound.year...coarse.span.upperBound.year
      let fitting = years.filter { year in
        var dated = time.start
        dated.year = .named(year)
        if dated.month == nil, dated.day != nil { dated.month = coarse.span.upperBound.month }
        return DeadlineSpan(of: dated, in: year).map { coarse.contains($0.first...$0.last) }
          ?? false
      }
      context = fitting.first ?? coarse.span.upperBound.year
    }
    contextMonth = coarse.span.upperBound.month
    // 9月底（国庆节前） and 12月（元旦前） only name the holiday that comes next.
    guard var fine = resolve(time) else { return time.start.isHoliday ? coarse : nil }
    if coarse.contains(fine.span) {
      if fine.point.bound == .within, coarse.point.bound != .within {
        fine.point.bound = coarse.point.bound
        if coarse.point.bound == .from { fine.point.day = fine.span.lowerBound }
      }
      fine.segment = coarse.segment
      return fine
    }
    // 10月15日前（2020年内）
    if time.start.isHoliday || fine.contains(coarse.span) { return coarse }
    fault = .contradiction
    return nil
  }

  mutating func resolve(_ time: NamedTime) -> Resolved? {
    var result: Resolved?
    if let end = time.end {
      result = range(from: time.start, to: end, segment: time.segment)
      if let length = time.length, let found = result, !length.fits(found.span) {
        fault = .contradiction
        return nil
      }
    } else {
      let start = inMonth(time.start)
      guard let year = year(of: start), let span = DeadlineSpan(of: start, in: year)
      else { return nil }
      let isPlainYear = start.isYearOnly && start.part == nil && start.bound == nil
      result = Resolved(
        start: start.isWholeYear ? span.first : nil, point: span.point(for: start),
        segment: time.segment, isYearOnly: isPlainYear, span: span.first...span.last)
      if start.academicYear != nil { context = span.last.year }
    }
    guard var result else { return nil }
    contextMonth = result.span.upperBound.month
    let last = time.end ?? time.start
    if last.isBefore, result.point.precision != .day, result.point.precision != .tenDay {
      result.doubts.insert(.beforePeriod)
    }
    if last.isBareDay { result.doubts.insert(.bareDay) }
    if let weekday = last.weekday, result.point.day.weekday != weekday {
      result.doubts.insert(.weekday)
    }
    result.isLatest = time.isLatest
    result.isHoliday = last.isHoliday
    result.isWithoutYear = time.start.year == nil && time.start.academicYear == nil
    return result
  }

  private func inMonth(_ point: NamedPoint) -> NamedPoint {
    var point = point
    if point.month == nil, point.day != nil, !point.isTerm { point.month = contextMonth }
    return point
  }

  private mutating func range(
    from start: NamedPoint, to named: NamedPoint, segment: Int
  ) -> Resolved? {
    var start = inMonth(start)
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
    if end.month == nil, end.day != nil || end.part != nil && end.year == nil && !end.isTerm {
      end.month = start.month
    }
    if end.year == nil { context = startYear }
    guard let endYear = end.year == .following ? startYear + 1 : year(of: end),
      var last = DeadlineSpan(of: end, in: endYear)
    else { return nil }
    var doubts: Set<DeadlineDoubt> = []
    if last.last < first.first {
      // 11月-1月 runs over the new year and is asked about; any other is a mistake.
      fault = .backwards
      guard end.year == nil, end.academicYear == nil, let from = start.month, let to = named.month,
        from >= 9, to <= 3, let wrapped = DeadlineSpan(of: end, in: endYear + 1)
      else { return nil }
      fault = nil
      last = wrapped
      doubts.insert(.backwards)
    }
    context = last.last.year
    guard end.bound != .from else { return nil }
    return Resolved(
      start: first.first, point: last.point(for: end), segment: segment, isYearOnly: false,
      doubts: doubts, span: first.first...last.last)
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
    case nil where point.isNewYear:
      // The new year that comes after the document; without its day nobody can tell which.
      guard context == nil, let issued else { return nil }
      isYearAssumed = true
      context = issued.month == 1 && issued.day == 1 ? issued.year : issued.year + 1
      return context
    case nil:
      if let context { return context }
      guard let defaultYear else { return nil }
      isYearAssumed = true
      return defaultYear
    }
  }
}

extension DeadlineResolution.Resolved {
  /// Whether it can head a finer time: a year alone or 年内.
  var isHead: Bool {
    point.precision == .year && point.bound == .within && start == nil
  }

  func contains(_ other: ClosedRange<CivilDate>) -> Bool {
    span.lowerBound <= other.lowerBound && other.upperBound <= span.upperBound
  }
}
