/// A day that was written in a cell, perhaps without its year.
public struct WrittenDay: Sendable, Hashable {
  /// The day.
  public var day: CivilDate
  /// Whether its year stands in no words and was taken from when it was written.
  public var isYearAssumed: Bool

  /// Creates a day.
  public init(day: CivilDate, isYearAssumed: Bool) {
    self.day = day
    self.isYearAssumed = isYearAssumed
  }
}

extension DeadlineLanguage {
  /// The day by which words say that something will be done (预计完成): 10月12日 and 10月底 mean the
  /// first such day that is still to come.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - first: The first day that can be meant where no year is written.
  /// - Returns: The day; nil when the words name none, or where something begins.
  public static func forecast(_ text: String, onOrAfter first: CivilDate) -> WrittenDay? {
    for year in first.year...first.year + 8 {
      let deadline = read(text, year: year)
      guard case .date(let point) = deadline.meaning, point.bound != .from else {
        // There is no 29 February in most years.
        continue
      }
      guard deadline.isYearAssumed else {
        return WrittenDay(day: point.day, isYearAssumed: false)
      }
      if point.day >= first { return WrittenDay(day: point.day, isYearAssumed: true) }
    }
    return nil
  }

  /// The day on which words say that something was so (统计日期, 形成日期): 10月1日 means the last such day
  /// that has come. Only words that name the day will do.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - last: The last day that can be meant.
  /// - Returns: The day; nil when the words name none without a year.
  public static func pastDay(_ text: String, notAfter last: CivilDate) -> CivilDate? {
    for year in (last.year - 8...last.year).reversed() {
      let deadline = read(text, year: year)
      guard case .date(let point) = deadline.meaning, deadline.isYearAssumed,
        point.precision == .day, point.bound == .within
      else { continue }
      if point.day <= last { return point.day }
    }
    return nil
  }
}
