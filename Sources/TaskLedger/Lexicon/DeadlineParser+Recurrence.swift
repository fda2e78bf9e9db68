extension DeadlineParser {
  /// Reads 每月25日前 and the like, from 每 on; nil and nothing consumed when it is anything else.
  mutating func readRecurrence() -> Recurrence? {
    let start = place
    place += 1
    if number(at: place)?.value == 1 { place += 1 }
    guard let unit = word(at: place), let recurrence = recurrence(unit) else {
      place = start
      return nil
    }
    while let word = word(at: place), [.by, .within, .during].contains(word) { place += 1 }
    return recurrence
  }

  private mutating func recurrence(_ unit: DeadlineWord) -> Recurrence? {
    place += 1
    switch unit {
    case .week: return weekly()
    case .month: return monthly()
    case .year: return yearly()
    case .academicYear:
      skipEnd()
      return Recurrence(period: .year, month: 7)
    case .quarter:
      skipEnd()
      return Recurrence(period: .quarter)
    case .halfYear:
      skipEnd()
      return Recurrence(period: .halfYear)
    case .term:
      skipEnd()
      return Recurrence(period: .term)
    default: return nil
    }
  }

  private mutating func weekly() -> Recurrence? {
    if word(at: place) == .day {
      place += 1
      return Recurrence(period: .week, weekday: 7)
    }
    skipEnd()
    guard let weekday = number(at: place), word(at: place + 1) != .times else {
      return Recurrence(period: .week)
    }
    guard (1...6).contains(weekday.value) else { return nil }
    place += 1
    return Recurrence(period: .week, weekday: weekday.value)
  }

  private mutating func monthly() -> Recurrence? {
    guard let day = readDayOfMonth() else { return nil }
    return Recurrence(period: .month, day: day == 0 ? nil : day)
  }

  private mutating func yearly() -> Recurrence? {
    if word(at: place) == .year { place += 1 }
    switch word(at: place) {
    case .firstHalf:
      place += 1
      return Recurrence(period: .year, month: 6)
    case .secondHalf:
      place += 1
      return Recurrence(period: .year)
    default: break
    }
    guard let month = number(at: place), word(at: place + 1) == .month else {
      skipEnd()
      return Recurrence(period: .year)
    }
    place += 2
    guard (1...12).contains(month.value), let day = readDayOfMonth() else { return nil }
    return Recurrence(period: .year, day: day == 0 ? nil : day, month: month.value)
  }

  /// The day of the month named next: 0 when none is, 31 for its end, nil when there is no such day.
  private mutating func readDayOfMonth() -> Int? {
    if let day = number(at: place), word(at: place + 1) == .day {
      place += 2
      return (1...31).contains(day.value) ? day.value : nil
    }
    let day: Int
    switch word(at: place) {
    case .end, .lastTenDays: day = 31
    case .early, .firstTenDays: day = 10
    case .middle, .middleTenDays: day = 20
    default: return 0
    }
    place += 1
    return day
  }

  private mutating func skipEnd() {
    if word(at: place) == .end { place += 1 }
  }
}
