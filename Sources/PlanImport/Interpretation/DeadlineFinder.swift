internal import TaskLedger

/// Finds the words of a deadline within other words (句中时限).
struct DeadlineFinder {
  /// The year of deadlines without one.
  let year: Int?

  /// The longest deadline in words, from the first sign of one on: 2020年6月底前 of
  /// 一、2020年6月底前完成的任务.
  func first(in words: String) -> (words: String, range: Range<String.Index>)? {
    guard words.utf8.count <= 600 else { return nil }
    var start = words.startIndex
    while start < words.endIndex {
      guard Self.begins(words[start]) else {
        start = words.index(after: start)
        continue
      }
      let end = words.index(start, offsetBy: 24, limitedBy: words.endIndex) ?? words.endIndex
      var stop = end
      while stop > words.index(after: start) {
        let piece = words[start..<stop]
        if Self.endsDeadline(piece), Self.isBalanced(piece),
          isDeadline(String(piece)) || Self.isRelative(piece)
        {
          return (DataTable.trimmed(String(piece)), start..<stop)
        }
        stop = words.index(before: stop)
      }
      // Past the number that is none.
      while start < words.endIndex, Self.begins(words[start]) {
        start = words.index(after: start)
      }
    }
    return nil
  }

  /// The words of a part that is a deadline and nothing else.
  func whole(_ words: String) -> String? {
    if isDeadline(words) { return words }
    guard let (phrase, rest) = parted(words) else { return nil }
    return rest.isEmpty || PlanPhrases.completionWords.contains(rest) ? phrase : nil
  }

  /// The words of a part that is a deadline and words that add nothing to it: 于2020年6月底前全部完成.
  func bare(_ words: String) -> String? {
    guard !namesOtherDay(words) else { return nil }
    // The language passes over verbs with their objects: what is more than a day has no figure here.
    if !words.contains(where: \.isNumber), isDeadline(words) { return words }
    guard let (phrase, rest) = parted(words) else { return nil }
    let isBare = PlanPhrases.statementFillers.reduce(rest) { $0.replacing($1, with: "") }
      .allSatisfy {
        $0.isWhitespace || PlanPhrases.colons.contains($0) || PlanPhrases.sentenceEnds.contains($0)
      }
    return isBare ? phrase : nil
  }

  /// The deadline in words and the words around it.
  private func parted(_ words: String) -> (phrase: String, rest: String)? {
    first(in: words).map { phrase, range in
      let rest = String(words[..<range.lowerBound]) + String(words[range.upperBound...])
      return (phrase, DataTable.trimmed(rest))
    }
  }

  /// Whether words are a deadline.
  func isDeadline(_ words: String) -> Bool {
    guard words.utf8.count <= 90, !namesOtherDay(words) else { return false }
    // Any year will do to tell a deadline from other words; a leap year has every day.
    return switch meaning(of: words).meaning {
    case .blank, .vague, .unreadable, .event: false
    case .immediate, .date, .range, .dates, .recurring, .ongoing: true
    }
  }

  /// Whether words are a deadline with a day.
  func hasDay(_ words: String) -> Bool { meaning(of: words).due != nil }

  /// Whether words say until when, and not in which period.
  func isLimit(_ words: String) -> Bool {
    switch meaning(of: words).meaning {
    case .date(let point): point.bound == .by
    case .range: true
    case .blank, .vague, .unreadable, .immediate, .dates, .recurring, .ongoing, .event: false
    }
  }

  /// Whether words name one day as that of something, and not until when: 2020年6月5日.
  func isVeryDay(_ words: String) -> Bool {
    guard case .date(let point) = meaning(of: words).meaning else { return false }
    return point.bound != .by && point.precision == .day
  }

  /// Whether words name a year as that of something, and not until when: 2020年推进.
  func isWholeYear(_ words: String) -> Bool {
    guard case .date(let point) = meaning(of: words).meaning else { return false }
    return point.bound != .by && point.precision == .year
  }

  /// Whether words name a day after which something goes on.
  func goesOnAfterDay(_ words: String) -> Bool {
    let deadline = meaning(of: words)
    return deadline.isOngoing && deadline.due != nil
  }

  /// Whether a day beside words is that of something else than the work.
  func namesOtherDay(_ words: String) -> Bool {
    PlanPhrases.otherDayWords.contains { words.contains($0) }
      // A year of study alone is no limit, and its term is.
      || words.hasSuffix(PlanPhrases.studyYear)
      || PlanPhrases.eventDayWords.contains { words.contains($0) } && !isLimit(words)
        && !PlanPhrases.completionWords.contains { words.contains($0) }
  }

  private func meaning(of words: String) -> Deadline {
    DeadlineLanguage.read(TextFolding.unspaced(words), year: year ?? 2000)
  }

  /// Whether a deadline may begin with a sign.
  static func begins(_ character: Character) -> Bool {
    character.isNumber || PlanPhrases.deadlineBeginnings.contains(character)
  }

  private static func endsDeadline(_ words: Substring) -> Bool {
    PlanPhrases.deadlineEndings.contains { words.hasSuffix($0) }
      || PlanPhrases.sentenceDeadlineEndings.contains { words.hasSuffix($0) }
  }

  /// Whether every bracket in words opens and closes in them.
  private static func isBalanced(_ words: Substring) -> Bool {
    var depth = 0
    for character in words {
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// Whether words count from a day that they do not name: 两个月内.
  private static func isRelative(_ words: Substring) -> Bool {
    PlanPhrases.relativeEndings.contains { words.hasSuffix($0) } && words.count <= 8
      && words.first.map {
        $0.isNumber || ChineseNumerals.value(of: String($0)) != nil
          || PlanPhrases.deadlineBeginnings.contains($0)
      } ?? false
  }
}
