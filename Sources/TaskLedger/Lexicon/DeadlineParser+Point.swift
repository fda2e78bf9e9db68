extension DeadlineParser {
  /// Reads one point in time from the largest unit to the smallest, and 前, 内, 起 behind it.
  mutating func readPoint() -> NamedPoint? {
    guard place < tokens.count else { return nil }
    let start = place
    var point = NamedPoint()
    readYear(into: &point)
    if !readHolidayDay(into: &point) {
      readPartOfYear(into: &point)
      readMonth(into: &point)
    }
    guard place > start, point != NamedPoint() else {
      place = start
      return nil
    }
    if point.bare != nil, !isBareNumberMeant(at: place) {
      place = start
      return nil
    }
    readBounds(into: &point)
    return point
  }

  /// Reads 国庆节前 and 不晚于国庆节: the day of the holiday. After, on and around a holiday, or so long
  /// before it, is an event.
  private mutating func readHolidayDay(into point: inout NamedPoint) -> Bool {
    guard case .holiday(let month, let day)? = word(at: place), isHolidayOwn,
      eventSegment != segment, point == NamedPoint() || point.isYearOnly
    else { return false }
    switch word(at: place + 1) {
    case .by:
      if number(at: place + 2) != nil || word(at: place + 2) == .open { return false }
    case nil, .pause, .verb:
      guard isLatest, number(at: place + 1) == nil else { return false }
    default: return false
    }
    (point.month, point.day, point.isHoliday) = (month, day, true)
    place += 1
    return true
  }

  /// Whether a holiday may be a day here: not behind 每年, and in brackets only where it makes a time or
  /// a year's round finer.
  private var isHolidayOwn: Bool {
    switch bracketAfter {
    case nil: return last != .recurrence
    case .time: return true
    case .recurrence:
      guard let recurrence = findings.recurrences.last?.recurrence else { return false }
      return recurrence.period == .year && recurrence.months.isEmpty
    case .nothing, .event, .verb, .pause, .length, .subject: return false
    }
  }

  /// Whether a number without a unit may stand before what follows: a range or a list.
  private func isBareNumberMeant(at offset: Int) -> Bool {
    if word(at: offset) == .range || word(at: offset) == .list {
      return offset + 1 < tokens.count
    }
    // The last number of 2020.9-12 takes the unit of the first.
    guard place >= 2 else { return false }
    return word(at: place - 2) == .range
  }

  private mutating func readYear(into point: inout NamedPoint) {
    if readAcademicYear(into: &point) { return }
    switch tokens[place] {
    case .numericDate(let year, let month, let day):
      point.year = .named(year)
      point.month = month
      point.day = day
      place += 1
      if day == nil, word(at: place) == .month { place += 1 }
      if day != nil {
        if word(at: place) == .day { place += 1 }
        readDayNotes(into: &point)
      } else {
        readDay(into: &point)
      }
      return
    case .number(let value, let width):
      guard word(at: place + 1) == .year else {
        // 2020秋季学期, 2020Q3
        guard width == 4, (1900...2199).contains(value), isPartOfYear(at: place + 1) else { return }
        point.year = .named(value)
        place += 1
        return
      }
      if width == 4, (1900...2199).contains(value) {
        point.year = .named(value)
      } else if width == 2, (15...49).contains(value) {
        point.year = .named(2000 + value)
      } else {
        return
      }
      place += 2
    case .word(.relativeYear(let offset)):
      point.year = .relative(offset)
      place += 1
    case .word(.followingYear):
      point.year = .following
      place += 1
    case .word(.year):
      // 年底, 年内: the document's own year.
      switch word(at: place + 1) {
      case .end, .within, .middle: break
      default: return
      }
      point.year = .relative(0)
      place += 1
    case .word, .monthDay, .unknown: return
    }
    if word(at: place) == .year { place += 1 }
    if word(at: place) == .wholeYear {
      point.isWholeYear = true
      place += 1
    }
  }

  private func isPartOfYear(at offset: Int) -> Bool {
    switch word(at: offset) {
    case .firstHalf, .secondHalf, .autumnTerm, .springTerm, .quarterName: true
    case .ordinalMark: number(at: offset + 1) != nil && word(at: offset + 2) == .quarter
    default: false
    }
  }

  /// Reads 2020—2021学年, 2020学年 and 2020-2021年 before a term.
  private mutating func readAcademicYear(into point: inout NamedPoint) -> Bool {
    guard let first = number(at: place), first.width == 4 else { return false }
    if word(at: place + 1) == .academicYear {
      point.academicYear = first.value
      place += 2
      return true
    }
    guard word(at: place + 1) == .range, let second = number(at: place + 2),
      second.value == first.value + 1 || second.value == (first.value + 1) % 100
    else { return false }
    let end = word(at: place + 3) == .year ? place + 4 : place + 3
    guard
      word(at: end) == .academicYear || word(at: end) == .ordinalMark
        || word(at: end) == .firstTerm || word(at: end) == .secondTerm
    else { return false }
    point.academicYear = first.value
    place = word(at: end) == .academicYear ? end + 1 : end
    return true
  }

  private mutating func readPartOfYear(into point: inout NamedPoint) {
    switch word(at: place) {
    case .firstHalf: point.half = 1
    case .secondHalf: point.half = 2
    case .autumnTerm:
      if point.academicYear != nil { point.term = 1 } else { point.season = 1 }
    case .springTerm:
      if point.academicYear != nil { point.term = 2 } else { point.season = 2 }
    case .firstTerm where point.academicYear != nil: point.term = 1
    case .secondTerm where point.academicYear != nil: point.term = 2
    case .quarterName(let quarter): point.quarter = quarter
    case .ordinalMark: return readOrdinal(into: &point)
    case .by: return readFromNewYear(into: &point)
    default:
      guard let count = number(at: place) else { return }
      if word(at: place + 1) == .quarter {
        point.quarter = count.value
        place += 2
      }
      return
    }
    place += 1
  }

  /// Reads 前三季度, 前9月 and 前9个月, which end with what they name.
  private mutating func readFromNewYear(into point: inout NamedPoint) {
    guard point.isYearOnly || point == NamedPoint(), let count = number(at: place + 1) else {
      return
    }
    switch word(at: place + 2) {
    case .quarter: point.quarter = count.value
    case .month where number(at: place + 3) == nil, .monthCount: point.month = count.value
    default: return
    }
    point.isFromNewYear = true
    place += 3
  }

  private mutating func readOrdinal(into point: inout NamedPoint) {
    guard let count = number(at: place + 1) else { return }
    // 第三、四季度
    var end = place + 2
    while word(at: end) == .range || word(at: end) == .list {
      // 第一至第三季度
      let next = word(at: end + 1) == .ordinalMark ? end + 2 : end + 1
      guard number(at: next) != nil else { break }
      end = next + 1
    }
    if end > place + 2, word(at: end) == .quarter {
      point.bare = count.value
      place += 2
      return
    }
    if word(at: place + 2) == .quarter {
      point.quarter = count.value
    } else if word(at: place + 2) == .term, point.academicYear != nil {
      point.term = count.value
    } else {
      return
    }
    place += 3
  }

  private mutating func readMonth(into point: inout NamedPoint) {
    guard point.month == nil, point.bare == nil, point.quarter == nil, point.half == nil,
      point.term == nil,
      point.season == nil, place < tokens.count
    else { return }
    if case .monthDay(let month, let day) = tokens[place] {
      point.month = month
      point.day = day
      place += 1
      if word(at: place) == .day { place += 1 }
      return readDayNotes(into: &point)
    }
    guard let count = number(at: place) else { return }
    switch word(at: place + 1) {
    case .month:
      point.month = count.value
      place += 2
      // 6月月底
      if word(at: place) == .month, word(at: place + 1)?.part != nil { place += 1 }
      readDay(into: &point)
    case .day:
      point.day = count.value
      place += 2
      readDayNotes(into: &point)
    case .times, .monthCount, .weekCount, .dayCount, .workingDayCount, .otherCount, .week,
      .halfYear,
      .year, .quarter:
      return
    default:
      point.bare = count.value
      place += 1
    }
  }

  private mutating func readDay(into point: inout NamedPoint) {
    guard let count = number(at: place) else { return }
    if word(at: place + 1) == .day {
      point.day = count.value
      place += 2
      readDayNotes(into: &point)
    } else if word(at: place + 1) == .range {
      point.bare = count.value
      place += 1
    } else if isListOfDays(at: place + 1) {
      point.bare = count.value
      place += 1
    } else if place + 1 == tokens.count || word(at: place + 1) == .by, count.width > 0 {
      // 6月30, 6月30前: the sign for the day is left out; 6月1 may as well be the mark of a note.
      point.day = count.value
      point.isBareDay = count.width == 1
      place += 1
    }
  }

  /// Whether a list goes on with days: the 、29日 of 6月28、29日.
  private func isListOfDays(at offset: Int) -> Bool {
    var end = offset
    while word(at: end) == .list, number(at: end + 1) != nil { end += 2 }
    return end > offset && word(at: end) == .day
  }

  /// Reads what can stand behind a day: a clock time, （星期五）, （含）.
  private mutating func readDayNotes(into point: inout NamedPoint) {
    while place < tokens.count {
      if word(at: place) == .clockTime {
        place += 1
      } else if let weekday = weekday(at: place) {
        point.weekday = weekday
        place += 2
      } else if word(at: place) == .open, let weekday = weekday(at: place + 1),
        word(at: place + 3) == .close
      {
        point.weekday = weekday
        place += 4
      } else if isInclusive(at: place) {
        place += 3
      } else {
        return
      }
    }
  }

  private func weekday(at offset: Int) -> Int? {
    guard word(at: offset) == .week else { return nil }
    if word(at: offset + 1) == .day { return 7 }
    guard let number = number(at: offset + 1), (1...6).contains(number.value) else { return nil }
    return number.value
  }

  private func isInclusive(at offset: Int) -> Bool {
    word(at: offset) == .open && word(at: offset + 1) == .inclusive
      && word(at: offset + 2) == .close
  }

  mutating func readBounds(into point: inout NamedPoint) {
    while let word = word(at: place) {
      if let part = word.part {
        // 上旬末 ends with it; other parts of parts are not known.
        guard point.part == nil || point.part == part || part == .end else { return }
        point.part = point.part ?? part
      } else if word == .list, point.part != nil, let part = self.word(at: place + 1)?.part {
        // 6月上、中旬
        point.part = part
        place += 1
      } else if isInclusive(at: place) {
        place += 2
      } else {
        switch word {
        case .by:
          point.isBefore = point.part == nil && point.bound == nil
          point.bound = .by
        case .until: point.bound = .by
        case .within, .during: point.bound = point.bound ?? .within
        case .from:
          // 6月底前启动 is due by then.
          if point.bound != .by { point.bound = .from }
        default: return
        }
      }
      place += 1
    }
  }
}
