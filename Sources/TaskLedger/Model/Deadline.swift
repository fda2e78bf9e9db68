/// When an item is due (完成时限): the words as written and what they mean.
///
/// Source of the conventions: product description, Deadlines. The words are never lost, a blank
/// stays blank, and nothing is guessed but the year, which is then marked as assumed.
///
/// Invariant: `meaning` is what the deadline language reads from `text` and a default year.
public struct Deadline: Sendable, Hashable {
  /// What the words of a deadline mean.
  public enum Meaning: Sendable, Hashable {
    /// Nothing is written (未载明).
    case blank
    /// Words without a date, such as 适时.
    case vague
    /// Words that the language does not know; listed as an error and never guessed.
    case unreadable
    /// 立行立改: at once; with 长期坚持 behind it, standing afterwards.
    case immediate(thenOngoing: Bool)
    /// One point in time.
    case date(DeadlinePoint)
    /// A range; due at its end.
    case range(from: CivilDate, to: DeadlinePoint)
    /// Several points; due at the last, in the order written.
    case dates([DeadlinePoint])
    /// Again and again, such as 每月25日前.
    case recurring(Recurrence)
    /// 全年持续推进, 长期坚持: standing, where named only after a date; with a bound of `.from`, as
    /// in 2020年9月起长期坚持, standing from that date.
    case ongoing(after: DeadlinePoint?)
    /// Bound to an event, such as 提交下一次学生代表大会审议; the words of the event.
    case event(String)
  }

  /// The words as they stand in the document.
  public var text: String
  /// What they mean.
  public var meaning: Meaning
  /// Whether the year was taken from the document because the words have none.
  public var isYearAssumed: Bool

  /// Creates a deadline from words and their meaning.
  public init(text: String, meaning: Meaning, isYearAssumed: Bool = false) {
    self.text = text
    self.meaning = meaning
    self.isYearAssumed = isYearAssumed
  }

  /// A deadline that says nothing.
  public static let blank = Deadline(text: "", meaning: .blank)

  /// The day by which the item is due, or nil when the words fix none.
  public var due: CivilDate? { meaning.due }

  /// The first day of the work, when the words name one.
  public var start: CivilDate? {
    switch meaning {
    case .date(let point): point.bound == .from ? point.day : nil
    case .range(let start, _): start
    case .ongoing(let point): point.flatMap { $0.bound == .from ? $0.day : nil }
    case .recurring(let recurrence): recurrence.from
    case .blank, .vague, .unreadable, .immediate, .dates, .event: nil
    }
  }

  /// Whether the work goes on without an end, wholly or after a date.
  public var isOngoing: Bool { meaning.isOngoing }

  /// The stored name of the kind, as JSON prints it.
  public var kind: String {
    switch meaning {
    case .blank: "blank"
    case .vague: "vague"
    case .unreadable: "unreadable"
    case .immediate: "immediate"
    case .date: "date"
    case .range: "range"
    case .dates: "dates"
    case .recurring: "recurring"
    case .ongoing: "ongoing"
    case .event: "event"
    }
  }
}

/// What is asked of many deadlines is asked of their meaning, without their words.
extension Deadline.Meaning {
  /// The day by which the item is due, or nil when the words fix none.
  var due: CivilDate? {
    switch self {
    case .blank, .vague, .unreadable, .immediate, .recurring, .event: nil
    case .date(let point): point.bound == .from ? nil : point.day
    case .range(_, let end): end.day
    case .dates(let points): points.reduce(nil) { max($0 ?? $1.day, $1.day) }
    case .ongoing(let point): point.flatMap { $0.bound == .from ? nil : $0.day }
    }
  }

  /// Whether the work goes on without an end, wholly or after a date.
  var isOngoing: Bool {
    switch self {
    case .ongoing: true
    case .immediate(let thenOngoing): thenOngoing
    case .blank, .vague, .unreadable, .date, .range, .dates, .recurring, .event: false
    }
  }

  /// Whether it comes back again and again.
  var isRecurring: Bool {
    if case .recurring = self { true } else { false }
  }

  /// Whether the words name several days, or days that come back again and again.
  var hasSeveralDays: Bool {
    switch self {
    case .dates, .recurring: true
    case .blank, .vague, .unreadable, .immediate, .date, .range, .ongoing, .event: false
    }
  }
}

/// One point in time as a deadline names it, with the day that convention gives it.
///
/// Invariant: `day` is the last day of what is named (a month's last day, the 10th of 上旬), or
/// the first when `bound` is `.from`.
public struct DeadlinePoint: Sendable, Hashable {
  /// How a deadline relates to its point.
  public enum Bound: String, Sendable, Hashable, Encodable, CaseIterable {
    /// 前, 底前, 之前.
    case by
    /// 内, or the period alone.
    case within
    /// 起.
    case from
  }

  /// How exact the words are.
  public enum Precision: String, Sendable, Hashable, Encodable, CaseIterable {
    /// A day.
    case day
    /// 上旬, 中旬, 下旬, 初, 中.
    case tenDay = "ten-day"
    /// A month.
    case month
    /// A quarter or half of a year.
    case period
    /// A term of an academic year.
    case term
    /// A year.
    case year
  }

  /// The day that counts.
  public var day: CivilDate
  /// How the deadline relates to it.
  public var bound: Bound
  /// How exact the words are.
  public var precision: Precision

  /// Creates a point.
  public init(day: CivilDate, bound: Bound, precision: Precision) {
    self.day = day
    self.bound = bound
    self.precision = precision
  }
  /// Whether words name a month or a year as such, and a day within it is not the first, as which a
  /// sheet stores the period itself, and not the last.
  package func hides(_ other: CivilDate) -> Bool {
    guard bound == .within, other != day, other.day > 1 || precision == .year else { return false }
    return switch precision {
    case .month: (other.year, other.month) == (day.year, day.month)
    case .year: other.year == day.year && (other.month, other.day) != (1, 1)
    case .day, .tenDay, .period, .term: false
    }
  }
}
