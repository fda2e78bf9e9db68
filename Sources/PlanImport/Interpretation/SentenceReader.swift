internal import TaskLedger

/// Reads deadlines and departments that stand in lines, brackets and sentences (句中读出).
///
/// Lines that are labels and brackets that say nothing else are taken out of the content; the words
/// of sentences stay.
struct SentenceReader {
  let setting: PlanSetting
  let labels: LabelledText
  let deadlines: DeadlineFinder

  /// Creates a reader; `year` is that of deadlines without one.
  init(_ setting: PlanSetting, year: Int?) {
    self.setting = setting
    labels = LabelledText(setting)
    deadlines = DeadlineFinder(year: year)
  }

  /// Takes what paragraphs state out of them.
  ///
  /// - Parameters:
  ///   - paragraphs: The paragraphs of an item.
  ///   - readsSentences: Whether sentences are read too, and not labels and brackets alone.
  /// - Returns: The paragraphs that are left, and what was stated.
  func read(
    _ paragraphs: [String], readsSentences: Bool = true
  ) -> (rest: [String], stated: StatedValues) {
    var rest: [String] = []
    var stated = StatedValues()
    var steps = StepDays()
    for (place, paragraph) in joiningValues(paragraphs).enumerated() {
      var paragraph = paragraph
      if place == 0, let (found, behind) = front(of: paragraph) ?? opening(of: paragraph) {
        stated.fill(fromSentence: found)
        paragraph = behind
      }
      if labels.beginsWithLabel(paragraph), let found = labels.values(in: paragraph) {
        stated.join(found)
      } else if let (before, beside) = apart(paragraph) {
        var found = beside
        if StepDays.isStep(paragraph) { steps.take(&found.deadline, at: rest.count) }
        stated.fill(fromSentence: found)
        if !before.isEmpty { rest.append(before) }
      } else if !rest.isEmpty, let found = entry(paragraph) {
        stated.fill(fromSentence: found)
      } else {
        rest.append(paragraph)
      }
    }
    if readsSentences, stated.deadline == nil || stated.departments.lead.isEmpty {
      var found = StatedValues()
      for (place, paragraph) in rest.enumerated() {
        var own = sentence(paragraph, isFirst: place == 0)
        if StepDays.isStep(paragraph) { steps.take(&own.deadline, at: place) }
        found.fill(from: own)
      }
      if stated.deadline != nil { found.deadline = nil }
      if !stated.departments.all.isEmpty { found.dropDepartments() }
      if !found.isEmpty { found.isFromSentence = true }
      stated.fill(from: found)
    }
    if stated.deadline == nil, let days = steps.words(year: deadlines.year) {
      (stated.deadline, stated.isFromSentence) = (days, true)
    }
    return (rest, stated)
  }

  /// What stands apart from the words of a paragraph, in a bracket or behind them, and these words.
  private func apart(_ paragraph: String) -> (before: String, found: StatedValues)? {
    if let inside = LabelledText.whole(paragraph), let found = bracket(inside) {
      return ("", found)
    }
    return tail(of: paragraph) ?? labels.behind(paragraph) ?? labelled(behind: paragraph)
      ?? cells(behind: paragraph)
  }

  /// Whether words are like a clause of the list.
  func answersClause(_ words: String) -> Bool { setting.likeness(of: words) >= 0.5 }

  /// What the labels of a line name, in order; nothing for a line that begins with other words.
  func roles(of line: String) -> [ColumnRole] { labels.roles(of: line) }

  /// Whether a title is nothing but the name of a department that is known.
  func isDepartment(_ words: String) -> Bool { setting.departments.canonical(words) != nil }

  /// What the title of a section or a table states, with the title that is left.
  func title(_ words: String) -> (title: String, stated: StatedValues) {
    var (title, stated) = (words, StatedValues())
    // 【责任部门：校团委】明确职能定位
    if let (found, behind) = front(of: words) { (title, stated) = (behind, found) }
    if labels.beginsWithLabel(title), let found = labels.values(in: title) { return ("", found) }
    // 明确职能定位　责任部门：校团委　完成时限：2020年6月底前
    if let (before, values) = labels.behind(title) {
      title = before
      stated.fill(from: values)
    }
    while let (before, inside) = LabelledText.tail(of: title) {
      if !isIssueDay(inside), let found = bracket(inside) {
        stated.fill(from: found)
      } else if !PlanPhrases.countedEndings.contains(where: {
        TextFolding.compact(inside + ")").hasSuffix($0)
      }) {
        break
      }
      title = before
    }
    // The year alone is that of the list, unless all is to be done in it.
    if stated.deadline == nil, let (phrase, range) = deadlines.first(in: title),
      !(phrase.hasSuffix(PlanPhrases.yearWord) || deadlines.isWholeYear(phrase))
        || phrase.hasSuffix(PlanPhrases.halfYear) || isCompletion(title[range.upperBound...]),
      !isReference(title[..<range.lowerBound], title[range.upperBound...]),
      !isAside(phrase, at: range, in: title), !isOtherDay(phrase, at: range, in: title)
    {
      stated.deadline = phrase
      title.removeSubrange(range)
      title = Self.withoutFillers(title)
    }
    if let found = labels.values(in: title) { stated.fill(from: found) }
    if stated.departments.all.isEmpty, let assignment = assignment(Self.bare(title)) {
      // 校团委牵头的任务, （学工部负责）
      stated.divided = assignment
      title = ""
    } else if stated.departments.all.isEmpty, isDepartment(DataTable.trimmed(title)),
      !PlanPhrases.divisionNames.contains(where: { title.contains($0) })
    {
      // A section a department.
      stated.divided = DepartmentAssignment(lead: [DataTable.trimmed(title)])
    }
    return (title, stated)
  }

  /// Whether the day in a title is none by which something is to be done: that of a label for
  /// something else, as in 报送时间：6月10日前, one as of which it is told, or the very day of what it
  /// speaks of, as in 2020年6月10日党委会确定的任务.
  private func isOtherDay(
    _ day: String, at range: Range<String.Index>, in title: String
  ) -> Bool {
    let (before, behind) = (title[..<range.lowerBound], title[range.upperBound...])
    // 请各部门于6月10日前将进展报校团委
    if title.first == PlanPhrases.pleaseWord || behind.first == PlanPhrases.doneWord
      || PlanPhrases.asOfWords.contains(where: { before.hasSuffix($0) })
      || !deadlines.isLimit(day)
        && PlanPhrases.pastVerbs.contains(where: { behind.contains($0 + PlanPhrases.ofWord) })
    {
      return true
    }
    if let label = labels.anyLabel(of: title).map({ TextFolding.compact($0) }),
      PlanPhrases.namesOtherDay(label) || PlanPhrases.namesForeignDay(label)
    {
      return true
    }
    return deadlines.isVeryDay(day) && !isCompletion(behind)
      && !(before + behind).allSatisfy { !$0.isLetter }
  }

  /// Whether a day stands in a bracket behind a title that says something else than until when:
  /// （2020年5月9日党委会审议）.
  private func isAside(
    _ day: String, at range: Range<String.Index>, in title: String
  ) -> Bool {
    guard let (before, inside) = LabelledText.tail(of: title),
      title[..<range.lowerBound].count > before.count
    else { return false }
    return deadlines.namesOtherDay(inside) || isIssueDay(inside)
      || !deadlines.isLimit(day) && !isCompletion(title[range.upperBound...])
  }

  /// Whether a bracket says when something was issued, and not until when: （2020年5月9日印发）.
  private func isIssueDay(_ inside: String) -> Bool {
    guard let (day, range) = deadlines.first(in: inside), !deadlines.isLimit(day) else {
      return false
    }
    let words = day + inside[range.upperBound...]
    return PlanPhrases.issueDayWords.contains { words.hasSuffix($0) }
  }

  /// Whether words hold a deadline with a day, whatever they say of it.
  func namesDay(_ words: String) -> Bool {
    deadlines.first(in: words).map { deadlines.hasDay($0.words) } ?? false
  }

  /// The deadline that words behind the name of a stage give it: （2020年6月底前）, ：6月底前完成动员.
  ///
  /// - Parameters:
  ///   - words: What follows the name, up to the end of the sentence.
  ///   - isAlone: Whether the name begins the sentence, so that all of it speaks of the stage; else
  ///     only the bracket right behind the name does.
  /// - Returns: The words of the deadline; nil when there is none, or more than one.
  func stageEnd(_ words: String, isAlone: Bool) -> String? {
    var rest = DataTable.trimmed(words)
    if let first = rest.first, let close = Self.closing(first, in: rest) {
      let inside = String(rest[rest.index(after: rest.startIndex)..<close])
      if let day = onlyDay(Self.parts(of: inside)) { return day }
      rest = String(rest[rest.index(after: close)...])
    }
    guard isAlone else { return nil }
    if let (_, inside) = LabelledText.tail(of: rest), let day = onlyDay(Self.parts(of: inside)) {
      return day
    }
    rest = String(rest.drop { PlanPhrases.stageJoiners.contains($0) || $0.isWhitespace })
    guard let (phrase, range) = deadlines.first(in: rest), range.lowerBound == rest.startIndex
    else { return nil }
    // 2020年5月启动 names its beginning.
    let behind = rest[range.upperBound...]
    let begins = PlanPhrases.stageWords.contains { behind.hasPrefix($0) }
    return onlyDay([phrase]).flatMap { begins && !deadlines.isLimit($0) ? nil : $0 }
  }

  /// The only part that is a deadline with a day.
  private func onlyDay(_ parts: [String]) -> String? {
    let days = parts.compactMap(deadlines.whole)
    guard days.count == 1, let only = days.first, deadlines.hasDay(only) else { return nil }
    return only
  }

  /// A title without the brackets around it and without 的任务 at its end.
  private static func bare(_ title: String) -> String {
    var words = DataTable.trimmed(title)
    if let last = words.last, let open = PlanPhrases.tailBrackets[last], words.first == open {
      words = String(words.dropFirst().dropLast())
    }
    for filler in PlanPhrases.sectionFillers where words.hasSuffix(filler) {
      return String(words.dropLast(filler.count))
    }
    return words
  }

  private static func withoutFillers(_ words: String) -> String {
    var words = DataTable.trimmed(words)
    while let last = words.last, PlanPhrases.colons.contains(last) || last == "，" {
      words.removeLast()
    }
    for filler in PlanPhrases.sectionFillers {
      if words == filler { return "" }
    }
    let bare = PlanPhrases.sectionFillers.reduce(words) { $0.replacing($1, with: "") }
    return bare.isEmpty ? "" : words
  }
}
