internal import TaskLedger

/// Splits the deadlines of several items in one cell.
enum DeadlineLines {
  /// The deadlines of a cell, one a line; a line without a year takes that of the line above it,
  /// unless it would then come before that line: 2020年12月底前 and 1月底前 of a plan of 2021.
  static func read(_ words: String, _ language: inout CellLanguage) -> [Deadline] {
    var year: Int?
    var last: CivilDate?
    return split(words).map { line in
      var deadline = language.deadline(line, yearAbove: year)
      if let day = deadline.due, let above = last, day < above {
        deadline = language.deadline(line)
        year = nil
      }
      if let named = HeaderReader.firstYear(line) { year = named }
      last = deadline.due ?? last
      return deadline
    }
  }

  /// The lines of a cell; a line that only wraps, such as a year alone, is joined to the next, and
  /// a single line with blanks between its dates is split at them.
  static func split(_ words: String) -> [String] {
    if let numbered = numbered(words) { return numbered }
    var lines: [String] = []
    var wrapped = ""
    for line in words.split(separator: "\n").map({ DataTable.trimmed(String($0)) })
    where !line.isEmpty {
      wrapped += line
      if line.hasSuffix(PlanPhrases.yearWord) { continue }
      lines.append(wrapped)
      wrapped = ""
    }
    if !wrapped.isEmpty { lines.append(wrapped) }
    guard lines.count == 1, let only = lines.first else { return lines }
    return pieces(only)
  }

  /// The deadlines behind numbers of their own, ①5月底前；②7月底前; nil when they are none.
  private static func numbered(_ words: String) -> [String]? {
    let parts = Numbering.split(words)
    guard parts.count > 1, parts.allSatisfy({ $0.label != nil }) else { return nil }
    let lines = parts.map { part in
      var line = part.text[...]
      while let last = line.last, PlanPhrases.clauseSeparators.contains(last) { line.removeLast() }
      return String(line)
    }
    return lines.allSatisfy(ColumnProfile.isDate) ? lines : nil
  }

  /// The parts of a line that blanks or semicolons separate, when each part ends as a date ends.
  private static func pieces(_ line: String) -> [String] {
    let parts = line.split { $0.isWhitespace || $0 == ";" || $0 == PlanPhrases.semicolon }.map(
      String.init)
    let endings = PlanPhrases.deadlineEndings
    guard parts.count > 1,
      parts.allSatisfy({ part in part.count >= 3 && endings.contains { part.hasSuffix($0) } }),
      parts.dropFirst().allSatisfy({ $0.contains(PlanPhrases.yearWord) })
    else { return [line] }
    return parts
  }
}
