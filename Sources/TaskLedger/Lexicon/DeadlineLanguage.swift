/// Reads the words of a deadline (完成时限) and explains what they were read as.
///
/// The language is a table of known words and a grammar over them. Words that it does not know make
/// a deadline unreadable, unless they are the object of a known verb behind a date; nothing but a
/// missing year and the day of the document's issue is taken from elsewhere.
public enum DeadlineLanguage {
  /// Reads what the words of a deadline mean.
  ///
  /// - Parameters:
  ///   - text: The words as written; kept in the result unchanged.
  ///   - year: The document's own year, taken where the words have none and then marked; without
  ///     it such words are unreadable.
  ///   - issued: The day on which the document was issued, from which 自印发之日起30日内 counts.
  /// - Returns: The deadline; `2020年9月` is due on 2020-09-30.
  public static func read(_ text: String, year: Int?, issued: CivilDate? = nil) -> Deadline {
    let reading = reading(of: text, year: year, issued: issued)
    return Deadline(text: text, meaning: reading.meaning, isYearAssumed: reading.isYearAssumed)
  }

  /// What makes the day of a deadline worth a second look, such as 10月前.
  ///
  /// - Parameter deadline: A deadline as read.
  /// - Returns: The doubts in a fixed order; none when the words name their day plainly.
  public static func doubts(of deadline: Deadline) -> [DeadlineDoubt] {
    switch deadline.meaning {
    case .blank, .vague, .unreadable, .immediate, .event: return []
    case .date, .range, .dates, .recurring, .ongoing: break
    }
    let day = deadline.due ?? deadline.start
    let reading = reading(of: deadline.text, year: day?.year ?? 2020, issued: day)
    var doubts = reading.doubts
    if isOfLaterEvent(deadline) { doubts.insert(.laterEvent) }
    if case .date(let own) = deadline.meaning, own.precision == .day,
      case .date(let shown) = reading.meaning, shown.hides(own.day)
    {
      doubts.insert(.hiddenDay)
    }
    return DeadlineDoubt.allCases.filter(doubts.contains)
  }

  /// What was read, and what is to be said of it.
  struct Reading {
    var meaning: Deadline.Meaning
    var isYearAssumed = false
    var doubts: Set<DeadlineDoubt> = []
    var fault: DeadlineFault?
    /// Whether the day is that of a holiday.
    var isHoliday = false
    /// What an event lacks that would give its day.
    var lack: EventLack?
  }

  /// What would give the day of a deadline that counts from the document's issue.
  enum EventLack {
    /// The day of issue.
    case issue
    /// The day of issue and the legal holidays: it counts working days.
    case workingDays
  }

  /// Reads words as they are, with all their labels.
  static func plainReading(of text: String, year: Int?, issued: CivilDate?) -> Reading {
    let clean = TextFolding.withoutArtefacts(text)
    let compact = TextFolding.compact(clean)
    if blanks.contains(compact) { return Reading(meaning: .blank) }
    // A deadline is a few words; a paragraph is none.
    guard compact.utf8.count <= 600 else { return Reading(meaning: .unreadable, fault: .words) }
    let (tokens, isMisread) = DeadlineLexer.tokens(of: TextFolding.fold(clean))
    let findings = DeadlineParser.findings(of: tokens)
    var resolution = DeadlineResolution(
      defaultYear: year.flatMap { validYear($0) }, issued: issued)
    let meaning = meaning(of: findings, words: clean, issued: issued, with: &resolution)
    guard let meaning else {
      return Reading(
        meaning: .unreadable, fault: resolution.fault ?? findings.fault ?? .words)
    }
    if isMisread { resolution.doubts.insert(.misread) }
    return Reading(
      meaning: meaning, isYearAssumed: resolution.isYearAssumed && hasYear(meaning),
      doubts: resolution.doubts, isHoliday: isHoliday(meaning, resolution),
      lack: lack(of: findings))
  }

  private static func isHoliday(
    _ meaning: Deadline.Meaning, _ resolution: DeadlineResolution
  ) -> Bool {
    guard case .date(let point) = meaning else { return false }
    return resolution.holidays.contains(point.day)
  }

  private static func lack(of findings: DeadlineFindings) -> EventLack? {
    if findings.hasWorkingDays { return .workingDays }
    return findings.isIssueOnly && findings.afterIssue != nil ? .issue : nil
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
    case .recurring(let recurrence): recurrence.from != nil || recurrence.until != nil
    case .blank, .vague, .unreadable, .immediate, .event: false
    }
  }

  /// What the findings mean; nil when they cannot be read.
  private static func meaning(
    of findings: DeadlineFindings, words: String, issued: CivilDate?,
    with resolution: inout DeadlineResolution
  ) -> Deadline.Meaning? {
    let hasLatest = findings.times.contains { $0.isLatest && !$0.isReplaced }
    if findings.hasEvent, !hasLatest {
      let isAlone = findings.times.isEmpty && findings.recurrences.isEmpty
      if findings.isEventBinding || isAlone {
        return afterIssue(findings, issued).map { .date($0) } ?? .event(trimmed(words))
      }
    }
    guard findings.fault == nil, !findings.isPlanned || findings.isMoved,
      let times = resolution.resolve(findings.times),
      !findings.isMoved || !times.isEmpty
    else { return nil }
    if !findings.recurrences.isEmpty { return recurring(findings, times) }
    if let latest = times.first(where: \.isLatest), times.count > 1,
      !times.contains(where: { $0.point.bound == .from })
    {
      // 力争6月底前，最迟9月底前
      guard times.allSatisfy({ $0.point.day <= latest.point.day }) else { return nil }
      return findings.ongoingSegment == nil ? single(latest) : .ongoing(after: latest.point)
    }
    if let segment = findings.ongoingSegment {
      if times.isEmpty, findings.hasImmediate { return .immediate(thenOngoing: true) }
      if times.isEmpty { return .ongoing(after: nil) }
      let meaning = ongoing(after: times, segment: segment)
      let ends = times.count { $0.point.bound != .from }
      if ends > 1 { resolution.doubts.insert(.earlierDays) }
      return meaning
    }
    if let first = times.first {
      return times.count == 1 ? single(first) : several(times)
    }
    if findings.hasImmediate { return .immediate(thenOngoing: false) }
    return findings.hasVague ? .vague : nil
  }

  /// 自印发之日起30日内: the day, when the document's own issue is the only event and known.
  private static func afterIssue(
    _ findings: DeadlineFindings, _ issued: CivilDate?
  ) -> DeadlinePoint? {
    guard let issued, findings.isIssueOnly, findings.fault == nil, findings.times.isEmpty,
      findings.recurrences.isEmpty, findings.ongoingSegment == nil,
      let day = findings.afterIssue?.day(after: issued)
    else { return nil }
    return DeadlinePoint(day: day, bound: .within, precision: .day)
  }

  private static func single(_ time: DeadlineResolution.Resolved) -> Deadline.Meaning {
    time.start.map { .range(from: $0, to: time.point) } ?? .date(time.point)
  }

  private static func several(_ times: [DeadlineResolution.Resolved]) -> Deadline.Meaning? {
    let starts = times.filter { $0.point.bound == .from }
    let ends = times.filter { $0.point.bound != .from }
    guard let start = starts.first else { return .dates(times.map(\.point)) }
    // 2020年6月启动，9月完成
    guard starts.count == 1, let end = ends.max(by: { $0.point.day < $1.point.day }),
      ends.allSatisfy({ start.point.day <= $0.point.day })
    else { return nil }
    return .range(from: start.point.day, to: end.point)
  }

  private static func ongoing(
    after times: [DeadlineResolution.Resolved], segment: Int
  ) -> Deadline.Meaning? {
    if times.count == 1, let only = times.first, only.segment == segment {
      if only.start != nil { return single(only) }
      if only.isYearOnly { return .ongoing(after: nil) }
    }
    let ends = times.filter { $0.point.bound != .from }
    let starts = times.filter { $0.point.bound == .from }
    if let last = ends.max(by: { $0.point.day < $1.point.day }) {
      guard starts.allSatisfy({ $0.point.day <= last.point.day }) else { return nil }
      return .ongoing(after: last.point)
    }
    return starts.count == 1 ? .ongoing(after: starts[0].point) : nil
  }

  private static func recurring(
    _ findings: DeadlineFindings, _ times: [DeadlineResolution.Resolved]
  ) -> Deadline.Meaning? {
    guard findings.recurrences.count == 1, let first = findings.recurrences.first else {
      return nil
    }
    var recurrence = first.recurrence
    guard let time = times.first else { return .recurring(recurrence) }
    guard times.count == 1 else { return nil }
    if let start = time.start {
      // 2020年9月至12月每月25日前
      (recurrence.from, recurrence.until) = (start, time.point.day)
    } else if time.point.bound == .from {
      recurrence.from = time.point.day
    } else if time.isYearOnly {
      // 2020年每月25日前: the rounds of that year.
      (recurrence.from, recurrence.until) = (time.span.lowerBound, time.span.upperBound)
    } else if time.segment < first.segment {
      // 2020年9月前完成，每年更新: due once, and standing afterwards.
      return .ongoing(after: time.point)
    } else {
      // 2020年底前每月报送, 2020年9月每周一
      if time.point.bound == .within { recurrence.from = time.span.lowerBound }
      recurrence.until = time.point.day
    }
    return .recurring(recurrence)
  }

  private static func trimmed(_ words: String) -> String {
    let text = UTF8Text(words)
    return text.trimmed(0, text.count)
  }
}
