internal import TaskLedger

/// Reads deadlines and departments of cells, each wording once.
struct CellLanguage {
  /// The year for deadlines that name none: the document's own.
  let year: Int?
  /// The day of the document's issue, from which 自印发之日起30日内 counts.
  let issued: CivilDate?
  private var deadlines: [String: Deadline] = [:]
  private var departments: [String: DepartmentAssignment] = [:]

  /// Creates a reader with the document's year.
  init(year: Int?, issued: CivilDate? = nil) { (self.year, self.issued) = (year, issued) }

  /// What the words of a deadline mean; white space inside them is dropped, but when they mean
  /// nothing without it, it parts two times.
  mutating func deadline(_ words: String, date: CivilDate? = nil) -> Deadline {
    if let date { return dated(words, date) }
    if let known = deadlines[words] { return known }
    var result = DeadlineLanguage.read(TextFolding.unspaced(words), year: year, issued: issued)
    if result.meaning == .unreadable {
      result = DeadlineLanguage.read(words, year: year, issued: issued)
    }
    result.text = TextFolding.unspaced(words)
    deadlines[words] = result
    return result
  }

  /// The departments that words name.
  mutating func departments(_ words: String) -> DepartmentAssignment {
    // Long cells are not repeated, and remembering them costs more than reading.
    guard words.utf8.count <= 300 else { return DepartmentNames.read(words) }
    if let known = departments[words] { return known }
    let result = DepartmentNames.read(words)
    departments[words] = result
    return result
  }

  /// A real date cell: its year is known, and its words may be a number format of any kind.
  private func dated(_ words: String, _ date: CivilDate) -> Deadline {
    let text = TextFolding.unspaced(words)
    var result = DeadlineLanguage.read(text, year: date.year)
    result.text = text
    result.isYearAssumed = false
    guard case .date(let point) = result.meaning, point.day.year == date.year else {
      let point = DeadlinePoint(day: date, bound: .within, precision: .day)
      return Deadline(text: text, meaning: .date(point))
    }
    return result
  }
}

extension DepartmentAssignment {
  /// Both assignments, every name once.
  func joined(_ other: DepartmentAssignment) -> DepartmentAssignment {
    if all.isEmpty { return other }
    if other.all.isEmpty { return self }
    var result = self
    for name in other.lead where !result.all.contains(name) { result.lead.append(name) }
    for name in other.supporting where !result.all.contains(name) {
      result.supporting.append(name)
    }
    return result
  }
}
