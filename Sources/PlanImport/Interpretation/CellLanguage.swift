internal import TaskLedger

/// The departments of a cell.
struct DepartmentCell {
  /// Who leads and who supports.
  var assignment = DepartmentAssignment()
  /// Whether something in the cell does not look like a department, or was divided.
  var isDoubtful = false
  /// What rows below take over, where it is more.
  var merged: DepartmentAssignment?
}

/// What a name in a cell of departments is.
private struct CheckedName {
  /// The departments: none for a place kept for one, several for a list in brackets.
  var names: [String]
  /// Whether it does not look like a department, or was divided.
  var isDoubtful: Bool

  init(_ name: String, _ setting: PlanSetting) {
    if let list = DepartmentNames.bracketedList(name) {
      (names, isDoubtful) = (list, true)
    } else if setting.isDepartment(name) {
      names = [name]
      isDoubtful =
        DepartmentNames.holdsPerson(name)
        || DepartmentNames.isMixed(name, knowing: setting.departments)
    } else if DepartmentNames.isPlaceholder(name) {
      (names, isDoubtful) = ([], false)
    } else if DepartmentNames.isTelephone(name) {
      (names, isDoubtful) = ([], true)
    } else {
      (names, isDoubtful) = ([name], true)
    }
  }
}

/// Reads deadlines and departments of cells, each wording once.
struct CellLanguage {
  /// The year for deadlines that name none: the document's own.
  let year: Int?
  /// The day of the document's issue, from which 自印发之日起30日内 counts.
  let issued: CivilDate?
  /// The year of study that the document is for, whose months are of two years.
  let study: StudyYear?
  /// Departments and headings.
  let setting: PlanSetting
  private var deadlines: [String: Deadline] = [:]
  private var departments: [String: DepartmentCell] = [:]
  private var names: [String: CheckedName] = [:]

  /// Creates a reader with the document's year.
  init(
    year: Int?, issued: CivilDate? = nil, study: StudyYear? = nil, setting: PlanSetting
  ) {
    (self.year, self.issued, self.study, self.setting) = (year, issued, study, setting)
  }

  /// The same reader for deadlines of another year.
  func of(year: Int) -> CellLanguage {
    CellLanguage(year: year, issued: issued, setting: setting)
  }

  /// What words mean in the document's year, or in that year of study to which their month belongs.
  private func meaning(of words: String) -> Deadline {
    let result = DeadlineLanguage.read(words, year: year, issued: issued)
    guard result.isYearAssumed, let day = result.due, day.year == year,
      let named = study?.year(of: day), named != year
    else { return result }
    return DeadlineLanguage.read(words, year: named, issued: issued)
  }

  /// What the words of a deadline mean; white space inside them is dropped, but when they mean
  /// nothing without it, it parts two times.
  mutating func deadline(
    _ words: String, date: CivilDate? = nil, number: Double? = nil
  ) -> Deadline {
    if let date { return dated(words, date) }
    // A number 2020.1 may have been typed 2020.10, and 6.3 may have been 6.30.
    if number != nil, Self.hasLostZero(words) { return Deadline(text: words, meaning: .unreadable) }
    if let known = deadlines[words] { return known }
    let unspaced = TextFolding.unspaced(words)
    var result = meaning(of: unspaced)
    var text = unspaced
    // A line break parts the deadline from the day behind the label on the next line.
    let hasOtherDay =
      unspaced != words
      && ValueLabels.parts(of: words).contains { PlanPhrases.namesOtherDay($0.label) }
    if result.meaning == .unreadable || hasOtherDay {
      result = meaning(of: words)
      // What means something by its white space alone keeps it.
      if result.meaning != .unreadable {
        text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    if result.meaning == .unreadable {
      // 2020年6月¹底前: the mark of a note.
      let plain = TextFolding.withoutRaised(unspaced)
      if plain != unspaced { result = meaning(of: plain) }
    }
    if result.meaning == .unreadable, let changed = Self.changed(unspaced) {
      result = meaning(of: changed)
    }
    if result.meaning == .unreadable, let chosen = Self.chosen(words) {
      result = meaning(of: chosen)
    }
    result.text = text
    deadlines[words] = result
    return result
  }

  /// What the words of a line mean below a line that names a year.
  mutating func deadline(_ words: String, yearAbove: Int?) -> Deadline {
    guard let yearAbove, yearAbove != year else { return deadline(words) }
    let own = deadline(words)
    guard own.isYearAssumed || own.meaning == .unreadable else { return own }
    var reader = of(year: yearAbove)
    return reader.deadline(words)
  }

  /// The ticked one of several days, and a day without the number before it.
  private static func chosen(_ words: String) -> String? {
    if let ticked = DepartmentNames.ticked(words) { return ticked.isEmpty ? nil : ticked }
    guard let leading = Numbering.leading(words), !leading.rest.isEmpty else { return nil }
    return leading.rest
  }

  /// What holds now in words that say what held before: 调整为2020年8月（原2020年6月）.
  private static func changed(_ words: String) -> String? {
    func end(_ character: Character) -> Bool {
      PlanPhrases.clauseSeparators.contains(character) || "（）()".contains(character)
    }
    for stem in PlanPhrases.laterStems + PlanPhrases.laterVerbs {
      guard let range = words.ranges(of: stem).last else { continue }
      // 可延至8月 leaves the day as it is, and 未完成的延期至8月 that of the others.
      let before = words[..<range.lowerBound]
      guard !before.hasSuffix(PlanPhrases.mayWord),
        !PlanPhrases.laterConditions.contains(where: { before.contains($0) })
      else { continue }
      let behind = words[range.upperBound...].drop { PlanPhrases.colons.contains($0) }
      let day = behind.prefix { !end($0) }
      if !day.isEmpty { return String(day) }
    }
    guard let (before, inside) = LabelledText.tail(of: words),
      inside.hasPrefix(PlanPhrases.formerWord), !before.isEmpty
    else { return nil }
    return before
  }

  /// The departments that words name.
  mutating func departments(_ words: String) -> DepartmentCell {
    let listed = Self.unnumbered(words, setting.vocabulary)
    let plain = TextFolding.withoutRaised(listed)
    let words = DepartmentNames.ticked(plain) ?? Self.upright(plain)
    // Long cells are not repeated, and remembering them costs more than reading.
    guard words.utf8.count <= 300 else { return read(words) }
    if let known = departments[words] { return known }
    let result = read(words)
    departments[words] = result
    return result
  }

  /// Words without the numbers before the labels in them: ①牵头：校团委；②配合：学工部.
  private static func unnumbered(_ words: String, _ vocabulary: HeadingVocabulary) -> String {
    guard words.utf8.count <= 300, words.contains(where: { PlanPhrases.colons.contains($0) })
    else { return words }
    let parts = CompoundHeading.unnumbered(words, vocabulary)
    return parts.count > 1 ? parts.joined(separator: "\n") : words
  }

  /// A name that was typed downwards, a sign a line, in one line.
  private static func upright(_ words: String) -> String {
    guard words.utf8.count <= 80, words.utf8.contains(0x0A) else { return words }
    let lines = words.split(separator: "\n")
    return lines.count >= 2 && lines.allSatisfy { $0.count == 1 } ? lines.joined() : words
  }

  private mutating func read(_ words: String) -> DepartmentCell {
    let (assignment, isDoubtful) = DepartmentNames.readMarked(words, knowing: setting.departments)
    var result = checked(assignment)
    result.isDoubtful = result.isDoubtful || isDoubtful
    return result
  }

  /// The names that are departments: places kept for one are dropped, lists in brackets divided,
  /// and what looks like no department is marked.
  mutating func checked(_ assignment: DepartmentAssignment) -> DepartmentCell {
    let lead = assignment.lead.map { checked($0) }
    let supporting = assignment.supporting.map { checked($0) }
    let leading = Self.names(lead)
    let others = supporting.isEmpty ? [] : Self.names(supporting)
    return DepartmentCell(
      assignment: DepartmentAssignment(
        lead: leading, supporting: others.filter { !leading.contains($0) }),
      isDoubtful: lead.contains(where: \.isDoubtful) || supporting.contains(where: \.isDoubtful))
  }

  /// The names of a cell, each once: only a list in brackets may name one again.
  private static func names(_ checked: [CheckedName]) -> [String] {
    let names = checked.flatMap(\.names)
    guard checked.contains(where: { $0.names.count > 1 }) else { return names }
    var result: [String] = []
    for name in names where !result.contains(name) { result.append(name) }
    return result
  }

  /// A plan names few departments many times; what is too long for one is not repeated.
  private mutating func checked(_ name: String) -> CheckedName {
    guard name.utf8.count <= 60 else { return CheckedName(name, setting) }
    if let known = names[name] { return known }
    let result = CheckedName(name, setting)
    names[name] = result
    return result
  }

  /// Whether the last zero of a number may be lost: of the month of 2020.1, of the day of 6.3.
  private static func hasLostZero(_ words: String) -> Bool {
    let parts = TextFolding.compact(words).split(separator: ".")
    guard parts.count == 2, let first = Int(parts[0]) else { return false }
    return (1990...2100).contains(first) && parts[1] == "1"
      || (1...12).contains(first) && ["1", "2", "3"].contains(parts[1])
  }

  /// The words of a date cell without 0:00:00, which a program wrote; another hour stays apart.
  private static func withoutMidnight(_ words: String) -> String {
    let parts = words.split(whereSeparator: \.isWhitespace)
    guard let clock = parts.firstIndex(where: { $0.contains(":") }) else {
      return TextFolding.unspaced(words)
    }
    let isMidnight = parts[clock].allSatisfy { $0 == "0" || $0 == ":" || $0 == "." }
    let day = parts[..<clock].joined()
    return isMidnight ? day : ([day] + parts[clock...].map(String.init)).joined(separator: " ")
  }

  /// A real date cell: its words may be a number format of any kind. A year that is stored and not
  /// shown is not trusted where the document has another.
  private func dated(_ words: String, _ date: CivilDate) -> Deadline {
    let text = Self.withoutMidnight(words)
    let isYearShown = Self.showsYear(text)
    if !isYearShown, let year, year != date.year, study?.has(date) != true {
      var result = DeadlineLanguage.read(text, year: year)
      result.text = text
      if result.due != nil || result.start != nil { return result }
      // 6/30 and 30-Jun show month and day alone.
      if Self.shows(date, text),
        let day = CivilDate(year: year, month: date.month, day: date.day)
      {
        let point = DeadlinePoint(day: day, bound: .within, precision: .day)
        return Deadline(text: text, meaning: .date(point), isYearAssumed: true)
      }
    }
    var result = DeadlineLanguage.read(text, year: date.year)
    result.text = text
    result.isYearAssumed = !isYearShown && year != date.year
    guard case .date(let point) = result.meaning, point.day.year == date.year else {
      // Jun-20 shows the month alone, and 31 nothing but a day: what is not shown does not count.
      guard Self.shows(date, text) else {
        guard Self.showsMonth(of: date, text) else {
          return Deadline(text: text, meaning: .unreadable)
        }
        var month = DeadlineLanguage.read("\(date.month)月", year: date.year)
        month.text = text
        return month
      }
      let point = DeadlinePoint(day: date, bound: .within, precision: .day)
      return Deadline(text: text, meaning: .date(point), isYearAssumed: result.isYearAssumed)
    }
    // 2020年7月 of a cell that holds 15 July: the day counts, and its doubt is found by the words.
    if point.hides(date) {
      result.meaning = .date(DeadlinePoint(day: date, bound: .within, precision: .day))
    }
    return result
  }

  /// Whether words of a date cell show its month and its day.
  private static func shows(_ date: CivilDate, _ words: String) -> Bool {
    let shown = numbers(in: words)
    // 44104 is the number that a sheet keeps for a day.
    if words.count == 5, shown.contains(where: { $0 > 10_000 }) { return true }
    // Dec-20 is December of 2020, whatever the day.
    if shown == [date.year % 100], !shown.contains(date.month) { return false }
    return showsMonth(of: date, words) && shown.contains(date.day)
  }

  private static func showsMonth(of date: CivilDate, _ words: String) -> Bool {
    let month = PlanPhrases.englishMonths[date.month - 1]
    return numbers(in: words).contains(date.month) || words.lowercased().contains(month)
  }

  private static func numbers(in words: String) -> [Int] {
    words.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }

  /// Whether words show a year: four figures or 年, or three numbers beside each other.
  static func showsYear(_ words: String) -> Bool {
    words.contains(PlanPhrases.yearWord) || HeaderReader.firstYear(words) != nil
      || words.split { !$0.isWholeNumber }.count >= 3
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

extension DepartmentAssignment {
  /// What is taken over with what a row has of its own: who leads anywhere takes no part beside.
  func completed(by own: DepartmentAssignment) -> DepartmentAssignment {
    // Most rows take nothing over, and to compare Chinese names is slow.
    if lead.isEmpty, supporting.isEmpty { return own }
    var result = DepartmentAssignment()
    for name in lead + own.lead where !result.lead.contains(name) { result.lead.append(name) }
    for name in supporting + own.supporting where !result.all.contains(name) {
      result.supporting.append(name)
    }
    return result
  }
}

extension DepartmentCell {
  /// What is taken over with what a row has of its own.
  func completed(by own: DepartmentCell) -> DepartmentCell {
    var result = DepartmentCell(
      assignment: assignment.completed(by: own.assignment),
      isDoubtful: isDoubtful || own.isDoubtful)
    if !assignment.supporting.allSatisfy(result.assignment.supporting.contains) {
      result.merged = DepartmentAssignment(
        lead: result.assignment.lead, supporting: assignment.supporting)
    }
    return result
  }

  /// Both cells, every name once.
  func joined(_ other: DepartmentCell) -> DepartmentCell {
    DepartmentCell(
      assignment: assignment.joined(other.assignment), isDoubtful: isDoubtful || other.isDoubtful)
  }
}
