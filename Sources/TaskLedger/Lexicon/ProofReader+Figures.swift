/// Dates and the numbers of documents.
extension ProofReader {
  /// A run of figures, with what is wrong of a date that it is part of; nil when none begins.
  mutating func figures(at place: Int) -> Int? {
    guard isDigit(text[place]), place == 0 || !isDigit(text[place - 1]) else { return nil }
    var end = place
    var groups = [""]
    var joint: Character?
    while end < text.count {
      if isDigit(text[end]) {
        groups[groups.count - 1].append(text[end])
      } else if "./-．－".contains(text[end]), joint == nil || joint == text[end],
        end + 1 < text.count, isDigit(text[end + 1]), groups.count < 4
      {
        joint = text[end]
        groups.append("")
      } else {
        break
      }
      end += 1
    }
    let written = String(text[place..<end])
    if isDateInFigures(groups, joint: joint, from: place, to: end) {
      note(.dateInFigures(written), at: place, length: end - place)
    } else if groups.count == 1 {
      part(written, from: place, to: end)
    }
    return end - place
  }

  /// Whether figures are a date: year, month and day; year and month, or month and day where the
  /// words after them leave no other reading.
  private func isDateInFigures(
    _ groups: [String], joint: Character?, from start: Int, to end: Int
  ) -> Bool {
    let numbers = groups.compactMap { Int($0) }
    guard numbers.count == groups.count else { return false }
    let before = start > 0 ? text[start - 1] : nil
    let after = end < text.count ? text[end] : nil
    switch numbers.count {
    case 3:
      return groups[0].count == 4
        && CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    case 2 where before == "年":
      return isDayOfYear(numbers[0], numbers[1])
        && after.map(ProofMarks.afterDates.contains) ?? true
    case 2 where (1949...2099).contains(numbers[0]) && (1...12).contains(numbers[1]):
      guard groups[0].count == 4, before.map({ !"第条款项".contains($0) }) ?? true else { return false }
      guard let after else { return before.map(isChinese) ?? false }
      return ProofMarks.afterDates.contains(after)
    case 2 where isDayOfYear(numbers[0], numbers[1]):
      return joint != "-" && joint != "－" && after.map { "前起止".contains($0) } ?? false
        && before.map { isChinese($0) && !"第条款项".contains($0) } ?? true
    default: return false
    }
  }

  private func isDayOfYear(_ month: Int, _ day: Int) -> Bool {
    CivilDate(year: 2020, month: month, day: day) != nil
  }

  /// What is wrong of a part of a date that is written with 年, 月 and 日.
  private mutating func part(_ digits: String, from start: Int, to end: Int) {
    guard end < text.count, let number = Int(digits) else { return }
    let before = start > 0 ? text[start - 1] : nil
    let after = text[end]
    switch after {
    case "月"
    where digits.count == 2 && digits.hasPrefix("0") && before.map { !$0.isNumber } ?? true,
      "日" where digits.count == 2 && digits.hasPrefix("0") && before == "月":
      note(.datePadded(digits + String(after)), at: start, length: 3)
    case "年" where digits.count == 2 && before.map { !ProofMarks.beforeSpans.contains($0) } ?? true:
      var month = end + 1
      while month < text.count, isDigit(text[month]) { month += 1 }
      guard (2...3).contains(month - end), month < text.count, text[month] == "月" else { return }
      note(
        .yearShortened(String(text[start...month])), at: start, length: month - start + 1)
    case "前", "起", "止", "，", "。", "；", "）":
      guard before == "月", (1...31).contains(number), digits.count <= 2, start > 1,
        isDigit(text[start - 2])
      else { return }
      var first = start - 2
      while first > 0, isDigit(text[first - 1]) { first -= 1 }
      note(.dateUnfinished(String(text[first..<end])), at: first, length: end - first)
    default: return
    }
  }

  /// The year of a document's number in brackets of another kind; nil when none begins.
  mutating func documentYear(at place: Int) -> Int? {
    guard place > 0, isIdeograph(text[place - 1]),
      let closing = ProofMarks.documentBrackets[text[place]], place + 6 < text.count,
      text[place + 5] == closing, text[(place + 1)..<(place + 5)].allSatisfy(isDigit),
      "12".contains(text[place + 1])
    else { return nil }
    var end = place + 6
    if text[end] == "第" { end += 1 }
    let first = end
    while end < text.count, isDigit(text[end]) { end += 1 }
    guard end > first, end < text.count, text[end] == "号" else { return nil }
    note(.documentYear(String(text[place..<(place + 6)])), at: place, length: 6)
    return 6
  }
}
