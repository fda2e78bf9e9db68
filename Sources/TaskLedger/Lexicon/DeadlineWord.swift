/// What a word of the deadline language does.
enum DeadlineWord: Sendable, Hashable {
  case year, month, day, quarter, term, academicYear, week, halfYear, times
  case monthCount, weekCount, dayCount, workingDayCount, otherCount
  case ordinalMark, firstHalf, secondHalf, autumnTerm, springTerm, firstTerm, secondTerm
  case quarterName(Int)
  case relativeYear(Int), followingYear, wholeYear
  /// 每 before a unit, and words that name a whole rhythm, such as 隔周.
  case each, rhythm(Recurrence)
  /// 首月 and 末月 of a quarter.
  case firstMonth, lastMonth
  case since, by, until, within, from, after, during
  /// 不迟于, 最迟: the time behind it is the last day.
  case latest
  /// 原定: the time behind it no longer holds, 调整至: the time behind it holds instead.
  case planned, moved
  /// 其中: what follows is said of a part.
  case partly
  case early, middle, end, firstTenDays, middleTenDays, lastTenDays
  case firstTwentyDays, lastTwentyDays, firstHalfMonth, secondHalfMonth
  case range, untilNow, list, pause, open, close, clockTime, inclusive
  case ongoing, immediate, vague
  /// 暂缓: no day that stands beside it holds.
  case suspended
  case event
  /// A day of the calendar that every year has, such as 国庆节; an event unless the work is due
  /// before it.
  case holiday(month: Int, day: Int)
  /// The document's own issue (印发): an event, but after a time what is to be done.
  case issue
  /// What is to be done; unknown words behind it are its object.
  case verb
  /// Words that name the deadline itself, such as 完成时限.
  case label
  /// Words that make a date depend on something, such as 除外.
  case condition
  /// 逾期: what follows is said of those who are late.
  case overdue
  /// 已启动: the work has begun, at the time that stands before it.
  case begun
  /// Words that turn what stands beside them, such as 不 and 实际; within an action they say nothing.
  case contrast
  /// The parts of what is to be done by their numbers: the 项 of 第2项, the 措施 of 措施2.
  case section, sectionName
  /// The sign behind the number of a list.
  case dot
  /// A sign that marks a time, and one that chooses it.
  case mark, tick
  case filler
}

extension DeadlineWord {
  /// The part of a month or year that the word names.
  var part: NamedPoint.Part? {
    switch self {
    case .early: .early
    case .middle: .middle
    case .end: .end
    case .firstTenDays: .firstTenDays
    case .middleTenDays: .middleTenDays
    case .lastTenDays: .lastTenDays
    case .firstTwentyDays: .firstTwentyDays
    case .lastTwentyDays: .lastTwentyDays
    case .firstHalfMonth: .firstHalfMonth
    case .secondHalfMonth: .secondHalfMonth
    default: nil
    }
  }

  /// Whether the word says on which side of a time the work lies.
  var isBound: Bool {
    switch self {
    case .by, .until, .within, .from: true
    default: false
    }
  }
}
