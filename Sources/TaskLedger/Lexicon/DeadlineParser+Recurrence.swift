extension DeadlineParser {
  /// Reads 每月25日前 and the like; nil and nothing consumed when it is anything else.
  mutating func readRecurrence() -> Recurrence? {
    let start = place
    let found: Recurrence?
    if case .rhythm(let rhythm) = word(at: place) {
      place += 1
      found = rhythm
    } else if word(at: place) == .each {
      place += 1
      found = readEach()
    } else {
      return nil
    }
    guard let found else {
      place = start
      return nil
    }
    while let word = word(at: place), Self.tail.contains(word) { place += 1 }
    return found
  }

  private static let tail: Set<DeadlineWord> = [.by, .until, .within, .during, .clockTime]

  private mutating func readEach() -> Recurrence? {
    // 每半年一次
    if case .rhythm(let rhythm) = word(at: place) {
      place += 1
      return rhythm
    }
    var count = 1
    if let number = number(at: place) {
      count = number.value
      place += 1
    }
    guard let unit = word(at: place) else { return nil }
    place += 1
    switch (unit, count) {
    case (.week, 1), (.weekCount, 1): return weekly()
    case (.month, 1), (.monthCount, 1): return monthly()
    case (.year, 1): return yearly()
    case (.academicYear, 1):
      if word(at: place) == .early {
        place += 1
        return Recurrence(period: .year, months: [9])
      }
      skipEnd()
      return Recurrence(period: .year, months: [7])
    case (.quarter, 1): return quarterly()
    case (.halfYear, 1):
      skipEnd()
      return Recurrence(period: .halfYear)
    case (.term, 1): return termly()
    case (.week, 2...8), (.weekCount, 2...8): return Recurrence(period: .week, interval: count)
    case (.month, 3), (.monthCount, 3): return Recurrence(period: .quarter)
    case (.month, 6), (.monthCount, 6): return Recurrence(period: .halfYear)
    case (.month, 2), (.monthCount, 2), (.month, 4), (.monthCount, 4):
      return Recurrence(period: .month, interval: count)
    default: return nil
    }
  }

  private mutating func weekly() -> Recurrence? {
    var days: [Int] = []
    while true {
      if word(at: place) == .day {
        days.append(7)
        place += 1
      } else if let number = number(at: place), word(at: place + 1) != .times,
        word(at: place + 1) != .range
      {
        // 每周一三五 is one number by its digits.
        let digits =
          number.width > 1
          ? String(number.value).compactMap(\.wholeNumberValue) : [number.value]
        guard digits.allSatisfy({ (1...6).contains($0) }) else { return nil }
        days += digits
        place += 1
      } else {
        break
      }
      guard word(at: place) == .list else { break }
      place += 1
      if word(at: place) == .each { place += 1 }
      if word(at: place) == .week { place += 1 }
    }
    skipEnd()
    return Recurrence(period: .week, weekdays: days)
  }

  private mutating func monthly() -> Recurrence? {
    // 每月次月5日, 每月结束后5日内
    if word(at: place) == .after { place += 1 }
    // 每月5、20日
    var listed: [Int] = []
    var end = place
    while let number = number(at: end), word(at: end + 1) == .list {
      listed.append(number.value)
      end += 2
    }
    if !listed.isEmpty, word(at: end + 1) == .day, number(at: end) != nil {
      place = end
    } else {
      listed = []
    }
    guard var days = readDaysOfMonth(), listed.allSatisfy({ (1...31).contains($0) }) else {
      return nil
    }
    days += listed
    // 每月10日、25日
    while !days.isEmpty, word(at: place) == .list, number(at: place + 1) != nil,
      word(at: place + 2) == .day
    {
      place += 1
      guard let more = readDaysOfMonth() else { return nil }
      days += more
    }
    return Recurrence(period: .month, days: days)
  }

  private mutating func quarterly() -> Recurrence? {
    var months = [3, 6, 9, 12]
    switch word(at: place) {
    case .after:
      // 每季度结束后10日内 is in the month after it.
      place += 1
      months = [1, 4, 7, 10]
    case .firstMonth:
      place += 1
      months = [1, 4, 7, 10]
    case .lastMonth: place += 1
    case .ordinalMark:
      guard let number = number(at: place + 1), (1...3).contains(number.value),
        word(at: place + 2) == .monthCount || word(at: place + 2) == .month
      else { return nil }
      months = [number.value, number.value + 3, number.value + 6, number.value + 9]
      place += 3
    default:
      skipEnd()
      return word(at: place) == .early ? nil : Recurrence(period: .quarter)
    }
    guard let days = readDaysOfMonth() else { return nil }
    return Recurrence(period: .quarter, days: days, months: months)
  }

  /// A term has no days of its own but its end; the beginning and the weeks in it count by that.
  private mutating func termly() -> Recurrence {
    switch word(at: place) {
    case .early, .middle, .end: place += 1
    case .ordinalMark where number(at: place + 1) != nil:
      var end = place + 2
      while word(at: end) == .range, number(at: end + 1) != nil { end += 2 }
      if word(at: end) == .week { place = end + 1 }
    default: break
    }
    return Recurrence(period: .term)
  }

  private mutating func yearly() -> Recurrence? {
    if word(at: place) == .year { place += 1 }
    // 每年的5月
    if word(at: place) == .filler, number(at: place + 1) != nil || isHoliday(at: place + 1) {
      place += 1
    }
    if isHoliday(at: place), case .holiday(let month, let day)? = word(at: place) {
      place += 1
      return Recurrence(period: .year, days: [day], months: [month])
    }
    if let halves = readHalves() { return halves }
    if let quarter = readQuarter() { return Recurrence(period: .year, months: [quarter * 3]) }
    var months: [Int] = []
    var days: [Int]?
    while let month = number(at: place) {
      let unit = word(at: place + 1)
      let isBare = unit == .list || unit == .range
      guard unit == .month || isBare, (1...12).contains(month.value) else { break }
      place += isBare ? 1 : 2
      var own: [Int] = []
      if !isBare {
        guard let named = readDaysOfMonth() else { return nil }
        own = named
      }
      if word(at: place) == .range {
        // 每年3月至5月 ends in May.
        guard number(at: place + 1) != nil, word(at: place + 2) == .month else { return nil }
        place += 1
        continue
      }
      months.append(month.value)
      if !isBare {
        // A month alone and its 底 are the same day.
        own = own.isEmpty ? [31] : own
        guard days == nil || days == own else { return nil }
        days = own
      }
      if word(at: place) == .by { place += 1 }
      guard word(at: place) == .list else { break }
      place += 1
      if word(at: place) == .each, word(at: place + 1) == .year { place += 2 }
    }
    if months.isEmpty { skipEnd() }
    return Recurrence(period: .year, days: days == [31] ? [] : days ?? [], months: months)
  }

  /// Whether a holiday stands at a place before which the work is due: 每年教师节前, not 每年教师节前一周.
  private func isHoliday(at offset: Int) -> Bool {
    guard case .holiday? = word(at: offset), word(at: offset + 1) == .by else { return false }
    return number(at: offset + 2) == nil
  }

  /// Reads the quarter of 每年第四季度.
  private mutating func readQuarter() -> Int? {
    let start = word(at: place) == .ordinalMark ? place + 1 : place
    guard let quarter = number(at: start), (1...4).contains(quarter.value),
      word(at: start + 1) == .quarter
    else { return nil }
    place = start + 2
    skipEnd()
    return quarter.value
  }

  private mutating func readHalves() -> Recurrence? {
    func months(_ word: DeadlineWord?) -> Int? {
      switch word {
      case .firstHalf: 6
      case .secondHalf: 12
      case .springTerm: 7
      case .autumnTerm: 1
      default: nil
      }
    }
    guard let first = months(word(at: place)) else { return nil }
    place += 1
    var found = [first]
    if word(at: place) == .list, let second = months(word(at: place + 1)) {
      found.append(second)
      place += 2
    }
    return Recurrence(period: .year, months: found)
  }

  /// The day of the month named next: none when none is, 31 for its end, nil when there is no such
  /// day.
  private mutating func readDaysOfMonth() -> [Int]? {
    if let day = number(at: place), word(at: place + 1) == .day {
      place += 2
      return (1...31).contains(day.value) ? [day.value] : nil
    }
    let day: Int
    switch word(at: place) {
    case .month where word(at: place + 1)?.part != nil:
      place += 1
      return readDaysOfMonth()
    case .end, .lastTenDays, .lastTwentyDays, .secondHalfMonth: day = 31
    case .early, .firstTenDays: day = 10
    case .middle, .middleTenDays, .firstTwentyDays: day = 20
    case .firstHalfMonth: day = 15
    default: return []
    }
    place += 1
    return [day]
  }

  private mutating func skipEnd() {
    if word(at: place) == .end { place += 1 }
  }
}
