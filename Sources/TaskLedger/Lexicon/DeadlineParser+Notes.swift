/// What stands beside a time and says nothing of it: whose it is, notes, and signs.
extension DeadlineParser {
  /// Reads a word that is not known: the object of a verb, or what the next time is for, as in
  /// 校级6月底前，院级9月底前.
  mutating func readUnknown() {
    isHeadVerb = false
    if isInAction { return }
    guard last == .nothing || last == .pause || last == .subject, bracketAfter == nil,
      !isSubjectApart, subjectCount < 6
    else { return findings.fail() }
    subjectCount += 1
    last = .subject
  }

  /// What was named before is what this time is for.
  mutating func endSubject() {
    if subjectCount > 0 { findings.hasSubject = true }
    (subjectCount, isSubjectApart) = (0, false)
  }

  /// Passes over the bracket behind a time that fixes the day, where it names nothing but what happens
  /// then or who is meant: 6月底前（毕业生离校前）, 7月1日前（党的生日）.
  mutating func passNote() -> Bool {
    guard bracketAfter == .time, let time = findings.times.last, (time.end ?? time.start).fixesDay,
      let end = tokens[place...].firstIndex(of: .word(.close))
    else { return false }
    let note = tokens[place..<end]
    guard note.allSatisfy(Self.isAside),
      note.contains(where: { $0 == .unknown || $0 == .word(.event) }), !Self.namesDay(note)
    else { return false }
    place = end
    return true
  }

  /// Passes over what happens to those who are late, where it names no other day: 逾期未完成的，予以通报.
  mutating func passConsequence() {
    let end = tokens[place...].firstIndex(of: .word(.close)) ?? tokens.endIndex
    let isBehind = last == .pause || last == .nothing && bracketAfter == .time
    let isPlain = tokens[place..<end].enumerated().allSatisfy { offset, token in
      if Self.isAside(token) { return true }
      guard case .word(let word) = token else { return false }
      switch word {
      case .condition, .contrast, .vague, .immediate, .overdue, .pause: return true
      case .each:
        // 按规定处理
        let next = place + offset + 1
        return next < end && tokens[next] == .unknown
      default: return false
      }
    }
    guard isBehind, isPlain, !Self.namesDay(tokens[place..<end]), !findings.times.isEmpty else {
      return findings.fail()
    }
    place = end
  }

  /// Whether words name a day without a figure: 年底前, 月底, 学期末.
  private static func namesDay(_ note: ArraySlice<DeadlineToken>) -> Bool {
    let units: [DeadlineToken] = [
      .word(.year), .word(.month), .word(.term), .word(.week), .word(.quarter),
    ]
    let parts: [DeadlineToken] = [
      .word(.end), .word(.early), .word(.middle), .word(.by), .word(.during),
    ]
    return zip(note, note.dropFirst()).contains { units.contains($0) && parts.contains($1) }
  }

  /// Whether a token can say nothing of when the work is due.
  private static func isAside(_ token: DeadlineToken) -> Bool {
    guard case .word(let word) = token else { return token == .unknown }
    switch word {
    case .event, .holiday, .issue, .verb, .filler, .list, .dot, .section, .sectionName, .by, .after,
      .during, .early, .middle, .end, .year, .month, .day, .week, .term, .quarter,
      .inclusive:
      return true
    default: return false
    }
  }

  /// Sees to what is only known at the end: lengths, signs, and words that are no subject.
  mutating func settleNotes() {
    if findings.isLengthOpen { findings.fail(.lengthOnly) }
    let count =
      findings.times.count + findings.recurrences.count + (findings.ongoingSegment == nil ? 0 : 1)
      + (findings.hasImmediate ? 1 : 0)
    // 校级6月底前 alone may as well be a sentence about anything.
    if subjectCount > 0 || findings.hasSubject && count < 2 { findings.fail() }
    if findings.isSuspended, !findings.times.isEmpty, !findings.isMoved { findings.fail() }
    // Of several times a sign may choose one.
    let marks = findings.marks
    let isChoice =
      marks.contains(.tick)
      ? count > 1 : !marks.isEmpty && findings.times.count > max(1, marks.count)
    if isChoice { findings.fail() }
  }
}
