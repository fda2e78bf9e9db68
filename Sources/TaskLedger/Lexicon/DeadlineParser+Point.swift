extension DeadlineParser {
  /// Reads one point in time from the largest unit to the smallest, and 前, 内, 起 behind it.
  mutating func readPoint() -> NamedPoint? {
    guard place < tokens.count else { return nil }
    let start = place
    var point = NamedPoint()
    readYear(into: &point)
    readPartOfYear(into: &point)
    readMonth(into: &point)
    guard place > start else { return nil }
    if point.bare != nil, !isBareNumberMeant(at: place) {
      place = start
      return nil
    }
    readBounds(into: &point)
    return point
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
      if day != nil, word(at: place) == .day { place += 1 }
      skipClockTime()
      return
    case .number(let value, let width):
      guard word(at: place + 1) == .year else { return }
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
    case .ordinalMark: return readOrdinal(into: &point)
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

  private mutating func readOrdinal(into point: inout NamedPoint) {
    guard let count = number(at: place + 1) else { return }
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
    guard point.month == nil, point.quarter == nil, point.half == nil, point.term == nil,
      point.season == nil, place < tokens.count
    else { return }
    if case .monthDay(let month, let day) = tokens[place] {
      point.month = month
      point.day = day
      place += 1
      if word(at: place) == .day { place += 1 }
      return skipClockTime()
    }
    guard let count = number(at: place) else { return }
    switch word(at: place + 1) {
    case .month:
      point.month = count.value
      place += 2
      readDay(into: &point)
    case .day:
      point.day = count.value
      place += 2
      skipClockTime()
    case .times, .duration, .week, .halfYear, .year, .quarter: return
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
      skipClockTime()
    } else if word(at: place + 1) == .range {
      point.bare = count.value
      place += 1
    }
  }

  private mutating func skipClockTime() {
    while word(at: place) == .clockTime { place += 1 }
  }

  private mutating func readBounds(into point: inout NamedPoint) {
    while let word = word(at: place) {
      switch word {
      case .early: point.part = .early
      case .middle: point.part = .middle
      case .end: point.part = .end
      case .firstTenDays: point.part = .firstTenDays
      case .middleTenDays: point.part = .middleTenDays
      case .lastTenDays: point.part = .lastTenDays
      case .by: point.bound = .by
      case .within, .during: point.bound = point.bound ?? .within
      case .from: point.bound = .from
      default: return
      }
      place += 1
    }
  }
}
