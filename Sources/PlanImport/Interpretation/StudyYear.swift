internal import TaskLedger

/// The year of study (学年) that a plan is for: its months up to August are of the second year.
struct StudyYear: Hashable {
  private let first: Int
  /// Whether the title calls it one; else the years may be two whole ones.
  private let isNamed: Bool
  private let issued: CivilDate?

  /// Reads the title of a plan; nil when it names no two years that follow each other.
  init?(_ title: String, issued: CivilDate?) {
    let words: String = TextFolding.compact(title)
    let years: [Substring] = words.split { !$0.isWholeNumber }.filter { $0.count == 4 }
    guard
      let pair = zip(years, years.dropFirst()).first(where: { before, behind in
        let between = words[before.endIndex..<behind.startIndex]
        return Int(before).map { $0 + 1 } == Int(behind)
          && between.allSatisfy(PlanPhrases.yearRangeSigns.contains)
      }), let year = Int(pair.0), (1990...2100).contains(year)
    else { return nil }
    first = year
    isNamed = words[pair.1.endIndex...].hasPrefix(PlanPhrases.studyYear)
    self.issued = issued
  }

  /// The year in which a day of some year falls by its month and never before the plan's own day.
  func year(of day: CivilDate) -> Int {
    var year = day.month >= 9 ? first : first + 1
    // 2024—2025年 without 学年: the first such month behind the plan's own day.
    if !isNamed, issued != nil { year = first }
    if let issued, isBefore(day, in: year, issued) { year += 1 }
    return year
  }

  /// Whether a day falls into it.
  func has(_ day: CivilDate) -> Bool { year(of: day) == day.year }

  private func isBefore(_ day: CivilDate, in year: Int, _ other: CivilDate) -> Bool {
    (year, day.month, day.day) < (other.year, other.month, other.day)
  }
}
