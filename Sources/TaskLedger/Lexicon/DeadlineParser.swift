/// A point in time as named, before the year is known.
struct NamedPoint: Equatable {
  enum Year: Equatable {
    case named(Int)
    case relative(Int)
    case following
  }

  enum Part: Equatable {
    case early, middle, end, firstTenDays, middleTenDays, lastTenDays
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

  /// Whether nothing but a year is named.
  var isYearOnly: Bool {
    (year != nil) && academicYear == nil && term == nil && season == nil && quarter == nil
      && half == nil && month == nil && day == nil && bare == nil
  }
}

/// A point or a range as named.
struct NamedTime: Equatable {
  var start: NamedPoint
  var end: NamedPoint?
  /// The sentence part in which it stands.
  var segment: Int
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
  var hasUnknown = false
}

/// Reads the tokens of a deadline into findings.
struct DeadlineParser {
  let tokens: [DeadlineToken]
  var place = 0
  private var segment = 0
  private var findings = DeadlineFindings()
  private var eventSegment: Int?
  private var isSince = false

  init(_ tokens: [DeadlineToken]) { self.tokens = tokens }

  static func findings(of tokens: [DeadlineToken]) -> DeadlineFindings {
    var parser = DeadlineParser(tokens)
    while parser.place < tokens.count { parser.step() }
    parser.settleBareNumbers()
    return parser.findings
  }

  func word(at offset: Int) -> DeadlineWord? {
    guard tokens.indices.contains(offset), case .word(let word) = tokens[offset] else { return nil }
    return word
  }

  func number(at offset: Int) -> (value: Int, width: Int)? {
    guard tokens.indices.contains(offset), case .number(let value, let width) = tokens[offset]
    else { return nil }
    return (value, width)
  }

  private mutating func step() {
    if word(at: place) == .each, let recurrence = readRecurrence() {
      findings.recurrences.append((recurrence, segment))
      return
    }
    if number(at: place) != nil, readQuantity() { return }
    if var point = readPoint() {
      let isStart = isSince && point.bound == nil
      let end = readRangeEnd()
      if isStart, end == nil { point.bound = .from }
      findings.times.append(NamedTime(start: point, end: end, segment: segment))
      isSince = false
      return
    }
    defer { place += 1 }
    guard let word = word(at: place) else {
      findings.hasUnknown = true
      return
    }
    read(word)
  }

  private mutating func read(_ word: DeadlineWord) {
    switch word {
    case .ongoing, .wholeYear: findings.ongoingSegment = segment
    case .immediate: findings.hasImmediate = true
    case .vague: findings.hasVague = true
    case .event:
      findings.hasEvent = true
      eventSegment = segment
    case .by, .within, .from, .after, .during:
      if eventSegment == segment {
        findings.isEventBinding = true
      } else if word == .after || word == .from, isDuration(at: place + 1) {
        // 「……后一个月内」 names an event even when its words are not in the table.
        findings.hasEvent = true
        findings.isEventBinding = true
      } else {
        findings.hasUnknown = true
      }
    case .pause: segment += 1
    case .since: isSince = true
    case .list, .filler, .clockTime: break
    case .range:
      // 至2020年底, 即日起至10月.
      if number(at: place - 1) != nil { findings.hasUnknown = true }
    case .year, .month, .day, .quarter, .term, .academicYear, .week, .halfYear, .duration, .times,
      .ordinalMark, .firstHalf, .secondHalf, .autumnTerm, .springTerm, .firstTerm, .secondTerm,
      .relativeYear, .followingYear, .each, .early, .middle, .end, .firstTenDays,
      .middleTenDays, .lastTenDays:
      findings.hasUnknown = true
    }
  }

  /// Reads 一次 and 一个月: how often, or how long after an event.
  private mutating func readQuantity() -> Bool {
    if word(at: place + 1) == .times {
      if findings.recurrences.isEmpty { findings.hasUnknown = true }
      place += 2
      return true
    }
    guard isDuration(at: place) else { return false }
    if eventSegment != segment, !findings.isEventBinding { findings.hasUnknown = true }
    place += 2
    while word(at: place) == .within || word(at: place) == .by { place += 1 }
    return true
  }

  private func isDuration(at offset: Int) -> Bool {
    guard let number = number(at: offset) else { return false }
    switch word(at: offset + 1) {
    case .duration, .week: return true
    case .day: return eventSegment == segment || findings.isEventBinding || isAfter(offset - 1)
    case .year: return number.width < 2 && number.value < 15
    default: return false
    }
  }

  private func isAfter(_ offset: Int) -> Bool {
    offset >= 0 && (word(at: offset) == .after || word(at: offset) == .from)
  }

  private mutating func readRangeEnd() -> NamedPoint? {
    guard word(at: place) == .range else { return nil }
    let back = place
    place += 1
    while word(at: place) == .range { place += 1 }
    if let end = readPoint() { return end }
    place = back
    return nil
  }

  /// Gives numbers without a unit the unit of what follows them: 3-4月, 5、10月, 10月10-15日.
  private mutating func settleBareNumbers() {
    var following: NamedPoint?
    for index in findings.times.indices.reversed() {
      var time = findings.times[index]
      if let end = time.end {
        if end.bare != nil {
          time.end = end.withUnit(of: time.start)
        }
        if time.start.bare != nil, let end = time.end {
          time.start = time.start.withUnit(of: end)
        }
      } else if time.start.bare != nil {
        if let following { time.start = time.start.withUnit(of: following) }
      }
      findings.times[index] = time
      following = time.start
    }
  }
}

extension NamedPoint {
  /// The point with its bare number read in the finest unit of another.
  fileprivate func withUnit(of other: NamedPoint) -> NamedPoint {
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
    } else if other.isYearOnly, (1900...2199).contains(number) {
      result.year = .named(number)
    } else {
      result.bare = number
    }
    return result
  }
}
