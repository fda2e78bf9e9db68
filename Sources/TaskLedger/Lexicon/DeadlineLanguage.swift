/// Reads the words of a deadline (完成时限) and explains what they were read as.
///
/// The language is a table of known words and a grammar over them. Words that it does not know make
/// a deadline unreadable; they are never dropped, and nothing but a missing year is taken from
/// elsewhere.
public enum DeadlineLanguage {
  /// Reads what the words of a deadline mean.
  ///
  /// - Parameters:
  ///   - text: The words as written; kept in the result unchanged.
  ///   - year: The document's own year, taken where the words have none and then marked; without
  ///     it such words are unreadable.
  /// - Returns: The deadline; `2020年9月` is due on 2020-09-30.
  public static func read(_ text: String, year: Int?) -> Deadline {
    let clean = TextFolding.withoutArtefacts(text)
    let compact = TextFolding.compact(clean)
    if blanks.contains(compact) { return Deadline(text: text, meaning: .blank) }
    // A deadline is a few words; a paragraph is none.
    guard compact.utf8.count <= 600 else { return Deadline(text: text, meaning: .unreadable) }
    let tokens = DeadlineLexer.tokens(of: TextFolding.fold(clean))
    var resolution = DeadlineResolution(defaultYear: year.flatMap { validYear($0) })
    let findings = DeadlineParser.findings(of: tokens)
    let meaning = meaning(of: findings, words: clean, with: &resolution)
    return Deadline(
      text: text, meaning: meaning, isYearAssumed: resolution.isYearAssumed && hasYear(meaning))
  }

  /// Words for nothing; any other sign alone is unreadable.
  private static let blanks: Set<String> = [
    "", "—", "——", "-", "--", "–", "―", "─", "/", "//", "\\", "~", "、", "。", ".", "*", "…", "……",
    "无", "无。",
    "空", "未载明", "未填", "未填写", "N/A", "n/a",
  ]

  private static func validYear(_ year: Int) -> Int? {
    (1900...2199).contains(year) ? year : nil
  }

  private static func hasYear(_ meaning: Deadline.Meaning) -> Bool {
    switch meaning {
    case .date, .range, .dates: true
    case .ongoing(let point): point != nil
    case .recurring(let recurrence): recurrence.from != nil
    case .blank, .vague, .unreadable, .immediate, .event: false
    }
  }

  private static func meaning(
    of findings: DeadlineFindings, words: String, with resolution: inout DeadlineResolution
  ) -> Deadline.Meaning {
    if findings.hasEvent {
      let isAlone = findings.times.isEmpty && findings.recurrences.isEmpty
      if findings.isEventBinding || isAlone { return .event(trimmed(words)) }
    }
    if findings.hasUnknown { return .unreadable }
    var times: [DeadlineResolution.Resolved] = []
    for time in findings.times {
      guard let resolved = resolution.resolve(time) else { return .unreadable }
      let isStart = resolved.point.bound == .from
      let isRepeated = times.contains {
        $0.point.day == resolved.point.day && ($0.point.bound == .from) == isStart
      }
      if !isRepeated { times.append(resolved) }
    }
    if !findings.recurrences.isEmpty { return recurring(findings, times) }
    if let segment = findings.ongoingSegment {
      if times.isEmpty, findings.hasImmediate { return .immediate(thenOngoing: true) }
      if times.isEmpty { return .ongoing(after: nil) }
      return ongoing(after: times, segment: segment)
    }
    if let first = times.first {
      return times.count == 1 ? single(first) : several(times)
    }
    if findings.hasImmediate { return .immediate(thenOngoing: false) }
    return findings.hasVague ? .vague : .unreadable
  }

  private static func single(_ time: DeadlineResolution.Resolved) -> Deadline.Meaning {
    time.start.map { .range(from: $0, to: time.point) } ?? .date(time.point)
  }

  private static func several(_ times: [DeadlineResolution.Resolved]) -> Deadline.Meaning {
    let starts = times.filter { $0.point.bound == .from }
    if starts.isEmpty { return .dates(times.map(\.point)) }
    // 2020年6月启动，9月完成
    guard times.count == 2, starts.count == 1, let start = starts.first, times[1].start == nil,
      times[0].point.bound == .from, start.point.day <= times[1].point.day
    else { return .unreadable }
    return .range(from: start.point.day, to: times[1].point)
  }

  private static func ongoing(
    after times: [DeadlineResolution.Resolved], segment: Int
  ) -> Deadline.Meaning {
    if times.count == 1, let only = times.first, only.segment == segment {
      if only.start != nil { return single(only) }
      if only.isYearOnly { return .ongoing(after: nil) }
    }
    let points = times.map(\.point)
    if points.contains(where: { $0.bound == .from }), points.count > 1 { return .unreadable }
    return .ongoing(after: points.max { $0.day < $1.day })
  }

  private static func recurring(
    _ findings: DeadlineFindings, _ times: [DeadlineResolution.Resolved]
  ) -> Deadline.Meaning {
    guard findings.recurrences.count == 1, let first = findings.recurrences.first else {
      return .unreadable
    }
    var recurrence = first.recurrence
    guard let time = times.first else { return .recurring(recurrence) }
    guard times.count == 1, time.start == nil else { return .unreadable }
    if time.point.bound == .from {
      recurrence.from = time.point.day
      return .recurring(recurrence)
    }
    // 2020年每月25日前: the rounds of that year.
    if time.isYearOnly {
      recurrence.from = CivilDate(year: time.point.day.year, month: 1, day: 1)
      return .recurring(recurrence)
    }
    // 2020年9月前完成，每年更新: due once, and standing afterwards.
    return time.segment < first.segment ? .ongoing(after: time.point) : .unreadable
  }

  private static func trimmed(_ words: String) -> String {
    let text = UTF8Text(words)
    return text.trimmed(0, text.count)
  }
}
