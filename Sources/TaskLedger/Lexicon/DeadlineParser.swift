/// Reads the tokens of a deadline into findings.
struct DeadlineParser {
  let tokens: [DeadlineToken]
  var place = 0
  var segment = 0
  var findings = DeadlineFindings()
  var eventSegment: Int?
  var isSince = false
  var isLatest = false
  /// Whether a verb was read since the last time or pause: unknown words are its object.
  var isInAction = false
  /// Whether the verb begins the words before a time, so that it may head it: 动员6月，实施9月.
  var isHeadVerb = false
  /// How many unknown words name what the next time is for: 校级6月底前，院级9月底前.
  var subjectCount = 0
  /// Whether a pause stands behind them: 制度：2020年6月；人员：2020年9月.
  var isSubjectApart = false
  /// Whether 其中 stands before: the time is that of a part.
  var isPartly = false
  /// What was read last, fillers aside.
  var last = Last.nothing
  /// The token behind the last time or recurrence.
  var endOfLast = -1
  /// What stands before the bracket that is open.
  var bracketAfter: Last?

  /// What a word can refer back to.
  enum Last { case nothing, time, recurrence, event, verb, pause, length, subject }

  init(_ tokens: [DeadlineToken]) { self.tokens = tokens }

  static func findings(of tokens: [DeadlineToken]) -> DeadlineFindings {
    var parser = DeadlineParser(withoutNumbers(tokens))
    while parser.place < parser.tokens.count { parser.step() }
    parser.settleBareNumbers()
    parser.settleNotes()
    return parser.findings
  }

  /// The tokens with a pause in the place of the numbers of a list: 1、6月底前；2、9月底前, 1.6月底前. A
  /// number alone is one where a year follows, as no month is named so.
  private static func withoutNumbers(_ tokens: [DeadlineToken]) -> [DeadlineToken] {
    func number(_ offset: Int, width: Int) -> Int? {
      guard tokens.indices.contains(offset), case .number(let value, width) = tokens[offset] else {
        return nil
      }
      return value
    }
    let places = tokens.indices.dropLast().filter { offset in
      number(offset, width: 1) != nil
        && (tokens[offset + 1] == .word(.list) || tokens[offset + 1] == .word(.dot))
        && (offset == 0 || tokens[offset - 1] == .word(.pause))
    }
    guard places.enumerated().allSatisfy({ number($1, width: 1) == $0 + 1 }),
      places.count > 1 || places.contains(where: { number($0 + 2, width: 4) != nil })
    else { return tokens }
    var result = tokens
    for place in places.reversed() {
      result.replaceSubrange(place...place + 1, with: [.word(.pause)])
    }
    return result
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
    let start = place
    if let recurrence = readRecurrence() {
      let isListed = last == .time && word(at: start - 1) == .list
      if isInAction || isListed || endOfLast == start && last == .recurrence { findings.fail() }
      add(recurrence)
      return
    }
    if readOrdinalCount() { return }
    // （1）6月底前（2）10月底前
    if word(at: place) == .open, number(at: place + 1)?.width == 1, word(at: place + 2) == .close {
      place += 3
      read(.pause)
      return
    }
    if number(at: place) != nil, readQuantity() { return }
    if readTime() { return }
    guard let word = word(at: place) else {
      // The object of a verb; numbers in it could be anything.
      if tokens[place] == .unknown { readUnknown() } else { findings.fail() }
      place += 1
      return
    }
    place += 1
    read(word)
  }

  private mutating func add(_ recurrence: Recurrence) {
    findings.recurrences.append((recurrence, segment))
    endSubject()
    (last, endOfLast) = (.recurrence, place)
  }

  /// Reads 第16周, an event without a calendar, 第一次, which only counts, and 第2项 and 措施2, which name
  /// a part of what is to be done.
  private mutating func readOrdinalCount() -> Bool {
    guard word(at: place) == .ordinalMark || word(at: place) == .sectionName else { return false }
    let isBracketed = word(at: place + 1) == .open && word(at: place + 3) == .close
    guard number(at: place + (isBracketed ? 2 : 1)) != nil else { return false }
    var end = place + (isBracketed ? 4 : 2)
    while word(at: end) == .range || word(at: end) == .list, number(at: end + 1) != nil { end += 2 }
    switch word(at: end) {
    case .section where word(at: place) == .ordinalMark: readSection()
    case .pause where word(at: place) == .sectionName:
      readSection()
      end -= 1
    case .week where !isBracketed: bindEvent()
    case .times where !isBracketed: break
    default: return false
    }
    place = end + 1
    return true
  }

  /// A part of what is to be done begins a clause, unless it is the object of a verb: 修订第3条.
  private mutating func readSection() {
    if !isInAction { read(.pause) }
  }

  mutating func bindEvent() {
    findings.hasEvent = true
    findings.isEventBinding = true
    findings.isIssueOnly = false
    eventSegment = segment
    last = .event
  }

  private mutating func readTime() -> Bool {
    let start = place
    guard var point = readPoint() else { return false }
    var time = NamedTime(start: point, end: readRangeEnd(), segment: segment)
    if time.end == nil { readOpenEnd(into: &point) }
    if isSince, time.end == nil, point.bound == nil { point.bound = .from }
    if isLatest, time.end == nil, point.bound == nil { point.bound = .by }
    time.start = point
    (time.isLatest, time.isPart) = (isLatest, isPartly)
    if endOfLast == start { findings.fail(.runTogether) }
    // 制定2020年工作计划: a year that belongs to what is made.
    let bound = time.end ?? point
    if isInAction, !findings.times.isEmpty || time.start.isYearOnly, bound.bound == nil,
      bound.part == nil, time.start.isYearOnly || !isOwnClause(from: start)
    {
      findings.fail()
    }
    let before = bracketAfter
    bracketAfter = nil
    settle(&time, inBracketAfter: before)
    time.isNextToLast = last == .pause && !findings.times.isEmpty
    if !(before == .recurrence && refineRecurrence(with: time)) { findings.times.append(time) }
    (isSince, isLatest, isInAction) = (false, false, false)
    (last, endOfLast) = (.time, place)
    endSubject()
    // Before, early in and in the middle of a term have no day of their own.
    let isVague = [time.start, time.end].contains { point in
      guard let point, point.isTerm else { return false }
      return point.isBefore || point.part == .early || point.part == .middle
    }
    if isVague { bindEvent() }
    return true
  }

  /// Whether a time behind a verb begins a clause of its own: 底前完成、2021年6月全部完成 and 动员6月，实施9月.
  private func isOwnClause(from start: Int) -> Bool {
    var end = place
    if word(at: start - 1) == .list {
      while word(at: end) == .filler { end += 1 }
      guard word(at: end) == .verb else { return false }
      end += 1
    } else {
      guard isHeadVerb, word(at: start - 1) == .verb else { return false }
    }
    return end == tokens.count || word(at: end) == .pause || word(at: end) == .list
  }

  /// A time that opens a bracket refines what stands before it.
  private mutating func settle(_ time: inout NamedTime, inBracketAfter before: Last?) {
    switch before {
    case .time: time.isRefining = true
    case .event where time.end != nil || time.start.fixesDay:
      // 暑假前（7月10日前）; a month alone may only say when the event is.
      time.isOfEvent = true
      (findings.hasEvent, findings.isEventBinding, eventSegment) = (false, false, nil)
      time.isRefining = !findings.times.isEmpty
    case .event: findings.isEventBinding = true
    case .length:
      // 三年（2020—2022年）
      time.length = findings.openLength
      if time.length?.unit == .year, var end = time.end {
        (time.start, end) = (time.start.asYear, end.asYear)
        time.end = end
      }
      (findings.openLength, findings.isLengthOpen) = (nil, false)
      // 三年（2020年起） has an end that is not written.
      if time.end == nil, time.start.bound == .from { findings.fail() }
    case nil, .recurrence, .nothing, .verb, .pause, .subject: break
    }
  }

  /// Gives 每月 the day and 每年 the month that stand in brackets behind it.
  private mutating func refineRecurrence(with time: NamedTime) -> Bool {
    guard let index = findings.recurrences.indices.last else { return false }
    var recurrence = findings.recurrences[index].recurrence
    let point = time.start
    guard time.end == nil, point.year == nil, point.part == nil || point.part == .end else {
      findings.fail(.contradiction)
      return true
    }
    if recurrence.period == .month, recurrence.days.isEmpty, let day = point.day, point.month == nil
    {
      recurrence.days = [day]
    } else if recurrence.period == .year, recurrence.months.isEmpty, let month = point.month {
      recurrence.months = [month]
      recurrence.days = point.day.map { [$0] } ?? []
    } else {
      findings.fail(.contradiction)
    }
    findings.recurrences[index].recurrence = recurrence
    return true
  }

  /// Reads 一次 and 一个月: how often, or how long after an event.
  private mutating func readQuantity() -> Bool {
    var end = place + 1
    while word(at: end) == .range || word(at: end) == .list, number(at: end + 1) != nil { end += 2 }
    if word(at: end) == .times {
      // 各报送一次, 1—2次
      if findings.recurrences.isEmpty, findings.times.isEmpty { findings.fail() }
      place = end + 1
      return true
    }
    guard let number = number(at: place), let unit = lengthUnit(at: place) else { return false }
    if findings.isEventBinding || eventSegment == segment {
      if let unit, isAfter(place - 1) {
        findings.afterIssue = DeadlineLength(count: number.value, unit: unit)
      } else {
        findings.hasWorkingDays =
          findings.isIssueOnly && isAfter(place - 1) && word(at: place + 1) == .workingDayCount
        findings.isIssueOnly = false
      }
    } else {
      let end = place + (word(at: place + 2) == .within ? 3 : 2)
      guard word(at: end) == .open, findings.times.isEmpty, !isInAction else {
        findings.fail(.lengthOnly)
        place += 2
        return true
      }
      // The bracket has to say from when, or until when.
      findings.openLength = unit.map { DeadlineLength(count: number.value, unit: $0) }
      (findings.isLengthOpen, last) = (true, .length)
      place = end
      return true
    }
    place += 2
    while word(at: place) == .within || word(at: place) == .by { place += 1 }
    last = .event
    return true
  }

  /// The unit of a length of time; `.some(nil)` for one that is no number of days.
  func lengthUnit(at offset: Int) -> DeadlineLength.Unit?? {
    guard let number = number(at: offset) else { return .none }
    switch word(at: offset + 1) {
    case .monthCount: return .some(.month)
    case .weekCount, .week: return .some(.week)
    case .dayCount: return .some(.day)
    case .workingDayCount, .otherCount: return .some(nil)
    case .month:
      // 印发之日起3月内 is not known to be months.
      return isAfter(offset - 1) && eventSegment == segment ? .some(nil) : .none
    case .day:
      let isLength = eventSegment == segment || findings.isEventBinding || isAfter(offset - 1)
      return isLength ? .some(.day) : .none
    case .year: return number.width < 2 && number.value < 15 ? .some(.year) : .none
    case .halfYear: return .some(nil)
    default: return .none
    }
  }

  func isAfter(_ offset: Int) -> Bool {
    offset >= 0 && (word(at: offset) == .after || word(at: offset) == .from)
  }

  private mutating func readRangeEnd() -> NamedPoint? {
    guard word(at: place) == .range else { return nil }
    let back = place
    place += 1
    while word(at: place) == .range { place += 1 }
    if word(at: place) == .latest { place += 1 }
    if let end = readPoint() { return end }
    // 6月上旬至下旬, 6月初至月底
    if word(at: place) == .month, word(at: place + 1)?.part != nil { place += 1 }
    if word(at: place)?.part != nil {
      var end = NamedPoint()
      readBounds(into: &end)
      return end
    }
    place = back
    return nil
  }

  /// Reads a dash or 至 with nothing behind it: the end is open.
  private mutating func readOpenEnd(into point: inout NamedPoint) {
    if word(at: place) == .untilNow {
      place += 1
      point.bound = .from
      return
    }
    guard word(at: place) == .range else { return }
    var end = place
    while word(at: end) == .range { end += 1 }
    switch word(at: end) {
    case nil where end == tokens.count: break
    case .pause, .close, .open, .ongoing: break
    case .verb where end + 1 == tokens.count: break
    default: return
    }
    place = end
    point.bound = .from
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
