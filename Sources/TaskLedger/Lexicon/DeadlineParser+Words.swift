extension DeadlineParser {
  /// Reads one word that is no part of a time; `place` is behind it.
  mutating func read(_ word: DeadlineWord) {
    switch word {
    case .ongoing, .wholeYear:
      findings.ongoingSegment = segment
      endSubject()
    case .immediate:
      findings.hasImmediate = true
      endSubject()
    case .vague: findings.hasVague = true
    case .suspended: (findings.hasVague, findings.isSuspended) = (true, true)
    case .event: readEvent(isIssue: false)
    case .holiday: passHolidayName()
    case .issue: readEvent(isIssue: true)
    case .by, .until, .within, .from, .after, .during: readBound(word)
    case .pause: pause()
    case .open: open()
    case .close:
      pause()
      (bracketAfter, isPartly) = (nil, false)
    case .partly:
      pause()
      (bracketAfter, isPartly) = (nil, true)
    case .since: isSince = true
    case .latest: isLatest = true
    case .planned: findings.isPlanned = true
    case .moved: move()
    case .verb:
      isHeadVerb = last == .nothing || last == .pause || last == .verb && isHeadVerb
      isInAction = true
      last = .verb
    case .label: isInAction = false
    case .list, .filler, .clockTime, .untilNow, .dot: break
    case .mark, .tick: findings.marks.append(word)
    case .begun:
      if last == .time, let index = findings.times.indices.last,
        findings.times[index].end == nil, findings.times[index].start.bound == nil
      {
        setBound(.from, ofTime: index)
      }
    case .overdue: passConsequence()
    case .section, .sectionName: readUnknown()
    case .contrast:
      if !isInAction { findings.fail() }
    case .inclusive:
      if last != .time, bracketAfter != .time { findings.fail() }
    case .condition:
      if eventSegment != segment { findings.fail() }
    case .range: readLooseRange()
    case .term:
      // 学期末: a term that is not named; which one 第一学期 is cannot be known.
      if isInAction { break }
      if number(at: place - 2) != nil { findings.fail() } else { bindEvent() }
    case .early, .middle, .end, .year, .month, .day, .week, .quarter, .halfYear:
      // 建立中层…, 集中: inside the object of a verb.
      if !isInAction { findings.fail() }
    case .academicYear, .monthCount, .weekCount, .dayCount, .workingDayCount, .otherCount, .times,
      .ordinalMark,
      .firstHalf, .secondHalf, .autumnTerm, .springTerm, .firstTerm, .secondTerm, .quarterName,
      .relativeYear, .followingYear, .each, .rhythm, .firstTenDays, .middleTenDays, .lastTenDays,
      .firstTwentyDays, .lastTwentyDays, .firstHalfMonth, .secondHalfMonth, .firstMonth, .lastMonth:
      findings.fail()
    }
  }

  /// An event word behind a period is when it happens; behind a verb or 前 it is what is done.
  private mutating func readEvent(isIssue: Bool) {
    findings.hasEvent = true
    if !isIssue { findings.isIssueOnly = false }
    eventSegment = segment
    let refersBack =
      last == .time || last == .recurrence || (last == .nothing && bracketAfter == .time)
    if refersBack, !isInAction, !isIssue, isOpenPeriod { findings.isEventBinding = true }
    if isIssue, isInAction || last == .time { isInAction = true }
    last = .event
  }

  /// A holiday in brackets behind a time that gives no day only names it: 9月底（国庆节）.
  private mutating func passHolidayName() {
    guard bracketAfter == .time else { return readEvent(isIssue: false) }
    if word(at: place) == .by { place += 1 }
  }

  /// Whether the last time is a period without 前 or 内, or a recurrence.
  private var isOpenPeriod: Bool {
    if last == .recurrence { return true }
    guard let time = findings.times.last else { return false }
    let point = time.end ?? time.start
    return point.bound == nil && point.day == nil
  }

  private mutating func readBound(_ word: DeadlineWord) {
    // 2020年6月（暂定）前
    if self.word(at: place - 2) == .close, word.isBound, let index = findings.times.indices.last {
      // 端午节（6月25日）前 is the day; before a range or a part of the event is not.
      let time = findings.times[index]
      if time.isOfEvent, time.end != nil || time.start.day == nil { return bindEvent() }
      setBound(word, ofTime: index)
      return
    }
    if eventSegment == segment {
      findings.isEventBinding = true
    } else if isInAction, word == .within {
      // 范围内
    } else if word == .after || word == .from, lengthUnit(at: place) != nil {
      // 「……后一个月内」 names an event even when its words are not in the table.
      bindEvent()
    } else if word == .after, last == .pause || last == .verb, isOngoingNext {
      // ……出台，之后长期执行
    } else if word == .until, findings.times.isEmpty || last != .time {
      // 截至2020年9月
    } else if word == .by || word.isBound, bracketAfter == .time,
      self.word(at: place) == .close, let index = findings.times.indices.last
    {
      setBound(word, ofTime: index)
    } else {
      findings.fail()
    }
  }

  /// Whether work that stands or comes back is named before the next pause.
  private var isOngoingNext: Bool {
    var offset = place
    while offset < tokens.count {
      switch word(at: offset) {
      case .ongoing, .each, .rhythm: return true
      case .filler, .verb, .list: offset += 1
      default: return false
      }
    }
    return false
  }

  private mutating func setBound(_ word: DeadlineWord, ofTime index: Int) {
    let bound: DeadlinePoint.Bound
    switch word {
    case .by, .until: bound = .by
    case .within: bound = .within
    case .from: bound = .from
    default: return findings.fail()
    }
    if findings.times[index].end != nil {
      findings.times[index].end?.bound = bound
    } else {
      findings.times[index].start.bound = bound
    }
  }

  private mutating func pause() {
    if subjectCount > 0 {
      if isSubjectApart { findings.fail() }
      isSubjectApart = true
    }
    segment += 1
    isInAction = false
    // A bracket or comma behind a time does not make what follows stand apart from it.
    last = .pause
  }

  private mutating func open() {
    bracketAfter = last == .pause ? .nothing : last
    if last == .verb, eventSegment == segment { bracketAfter = .event }
    pause()
    last = .nothing
    if passNote() { return }
    // 6月（中旬）
    guard bracketAfter == .time, let part = word(at: place)?.part,
      let index = findings.times.indices.last, findings.times[index].end == nil,
      findings.times[index].start.part == nil, findings.times[index].start.day == nil,
      findings.times[index].start.month != nil
    else { return }
    findings.times[index].start.part = part
    place += 1
    if word(at: place) == .by { place += 1 }
  }

  /// What was named before no longer holds.
  private mutating func move() {
    // 确有困难的可延至9月底 is said of some alone.
    if subjectCount > 0 { findings.fail() }
    for index in findings.times.indices { findings.times[index].isReplaced = true }
    findings.isMoved = true
    bracketAfter = nil
    last = .pause
    isInAction = false
  }

  private mutating func readLooseRange() {
    // 至2020年底, 即日起至10月; behind a number or a time there must be an end.
    if tokens.indices.contains(place - 2), case .number = tokens[place - 2] { findings.fail() }
    if endOfLast == place - 1 {
      // 6月至学代会召开: bound to the event; anything else has no known end.
      if word(at: place) == .event { bindEvent() } else { findings.fail() }
    }
  }
}
