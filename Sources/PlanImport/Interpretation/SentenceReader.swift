internal import TaskLedger

/// Reads deadlines and departments that stand in lines, brackets and sentences (句中读出).
///
/// Lines that are labels and brackets that say nothing else are taken out of the content; the words
/// of sentences stay.
struct SentenceReader {
  private let setting: PlanSetting
  private let labels: LabelledText
  private let year: Int?

  /// Creates a reader; `year` is that of deadlines without one.
  init(_ setting: PlanSetting, year: Int?) {
    self.setting = setting
    labels = LabelledText(setting)
    self.year = year
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
    for paragraph in paragraphs {
      if labels.beginsWithLabel(paragraph), let found = labels.values(in: paragraph) {
        stated.join(found)
        continue
      }
      if let inside = LabelledText.whole(paragraph), var found = bracket(inside) {
        found.isFromSentence = true
        stated.fill(from: found)
        continue
      }
      if let (before, found) = tail(of: paragraph) {
        var found = found
        found.isFromSentence = true
        stated.fill(from: found)
        rest.append(before)
        continue
      }
      if let (before, found) = labels.behind(paragraph) {
        var found = found
        found.isFromSentence = true
        stated.fill(from: found)
        rest.append(before)
        continue
      }
      rest.append(paragraph)
    }
    if readsSentences, stated.deadline == nil || stated.departments.lead.isEmpty {
      var found = StatedValues()
      for paragraph in rest { found.fill(from: sentence(paragraph)) }
      if stated.deadline != nil { found.deadline = nil }
      if !stated.departments.all.isEmpty { found.dropDepartments() }
      if !found.isEmpty { found.isFromSentence = true }
      stated.fill(from: found)
    }
    return (rest, stated)
  }

  /// What the labels of a line name, in order; nothing for a line that begins with other words.
  func roles(of line: String) -> [ColumnRole] { labels.roles(of: line) }

  /// Whether a title is nothing but the name of a department that is known.
  func isDepartment(_ words: String) -> Bool { setting.departments.canonical(words) != nil }

  /// What the title of a section or a table states, with the title that is left.
  func title(_ words: String) -> (title: String, stated: StatedValues) {
    if labels.beginsWithLabel(words), let found = labels.values(in: words) { return ("", found) }
    var title = words
    var stated = StatedValues()
    // 明确职能定位　责任部门：校团委　完成时限：2020年6月底前
    if let (before, values) = labels.behind(title) { (title, stated) = (before, values) }
    while let (before, inside) = LabelledText.tail(of: title) {
      if let found = bracket(inside) {
        stated.fill(from: found)
      } else if !PlanPhrases.countedEndings.contains(where: {
        TextFolding.compact(inside + ")").hasSuffix($0)
      }) {
        break
      }
      title = before
    }
    // The year alone is that of the list, unless all is to be done in it.
    if stated.deadline == nil, let (phrase, range) = deadline(in: title),
      !phrase.hasSuffix(PlanPhrases.yearWord) || phrase.hasSuffix(PlanPhrases.halfYear)
        || isCompletion(title[range.upperBound...]),
      !isReference(title[..<range.lowerBound], title[range.upperBound...])
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

  /// Whether words hold a deadline with a day, whatever they say of it.
  func namesDay(_ words: String) -> Bool {
    guard let (phrase, _) = deadline(in: words) else { return false }
    return DeadlineLanguage.read(TextFolding.unspaced(phrase), year: year ?? 2000).due != nil
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
    guard let (phrase, range) = deadline(in: rest), range.lowerBound == rest.startIndex else {
      return nil
    }
    // 2020年5月启动 names its beginning.
    let behind = rest[range.upperBound...]
    let begins = PlanPhrases.stageWords.contains { behind.hasPrefix($0) }
    return onlyDay([phrase]).flatMap { begins && !Self.isLimit($0) ? nil : $0 }
  }

  /// The only part that is a deadline with a day.
  private func onlyDay(_ parts: [String]) -> String? {
    let days = parts.compactMap(wholeDeadline)
    guard days.count == 1, let only = days.first,
      DeadlineLanguage.read(TextFolding.unspaced(only), year: year ?? 2000).due != nil
    else { return nil }
    return only
  }

  /// Whether words say until when, and not in which period.
  private static func isLimit(_ words: String) -> Bool {
    switch DeadlineLanguage.read(TextFolding.unspaced(words), year: 2000).meaning {
    case .date(let point): point.bound == .by
    case .range: true
    case .blank, .vague, .unreadable, .immediate, .dates, .recurring, .ongoing, .event: false
    }
  }

  /// Where the bracket closes that words begin with.
  private static func closing(_ open: Character, in words: String) -> String.Index? {
    guard let close = PlanPhrases.tailBrackets.first(where: { $0.value == open })?.key else {
      return nil
    }
    return words.firstIndex(of: close)
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

  // MARK: - Brackets

  /// The words before the brackets that end a paragraph, and what these state: one, or several that
  /// say it together, as in （校团委）（2020年6月）.
  private func tail(of paragraph: String) -> (before: String, found: StatedValues)? {
    var before = paragraph
    var inside: [String] = []
    var result: (String, StatedValues)?
    while inside.count < 3, let (words, own) = LabelledText.tail(of: before), !words.isEmpty,
      inside.isEmpty || states(own)
    {
      before = words
      inside.insert(own, at: 0)
      let isApart = words.last.map { PlanPhrases.fullEnds.contains($0) } ?? false
      let all = inside.joined(separator: String(PlanPhrases.semicolon))
      if let found = bracket(all, isApart: isApart) { result = (before, found) }
    }
    return result
  }

  /// Whether a bracket says when, by whom or who, alone or beside another one.
  private func states(_ inside: String) -> Bool {
    if bracket(inside) != nil || wholeDeadline(inside) != nil { return true }
    let names = setting.names(in: inside).all
    return !names.isEmpty && names.allSatisfy { setting.isDepartment($0) }
  }

  /// What a bracket states, when it states nothing else.
  ///
  /// - Parameters:
  ///   - inside: Its words.
  ///   - isApart: Whether it stands behind the end of a sentence, so that it belongs to none.
  /// - Returns: What it states; nil when it says something else too.
  private func bracket(_ inside: String, isApart: Bool = false) -> StatedValues? {
    if let found = labels.values(in: inside) { return found }
    var found = StatedValues()
    var pending: [String] = []
    for part in Self.parts(of: inside) {
      if found.deadline == nil, let phrase = wholeDeadline(part) {
        found.deadline = phrase
      } else if let assignment = assignment(part) {
        let waiting = DepartmentAssignment(
          lead: assignment.lead.isEmpty ? [] : pending,
          supporting: assignment.lead.isEmpty ? pending : [])
        found.divided = found.divided.joined(waiting).joined(assignment)
        pending = []
      } else {
        let names = setting.names(in: part).all
        guard !names.isEmpty, names.allSatisfy({ setting.isDepartment($0) }) else { return nil }
        pending += names
      }
    }
    if !pending.isEmpty {
      // A name alone is an answer only beside a deadline or others, or where the school knows it.
      let isKnown = isApart && pending.allSatisfy { setting.departments.canonical($0) != nil }
      guard found.deadline != nil || !found.departments.all.isEmpty || pending.count > 1 || isKnown
      else { return nil }
      found.responsible = found.responsible.joined(DepartmentAssignment(lead: pending))
    }
    return found.isEmpty ? nil : found
  }

  private static func parts(of words: String) -> [String] {
    words.split { PlanPhrases.clauseSeparators.contains($0) }
      .map { DataTable.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// The words of a part that is a deadline and nothing else.
  private func wholeDeadline(_ words: String) -> String? {
    if isDeadline(words) { return words }
    guard let (phrase, range) = deadline(in: words) else { return nil }
    let rest = DataTable.trimmed(
      String(words[..<range.lowerBound]) + String(words[range.upperBound...]))
    return rest.isEmpty || PlanPhrases.completionWords.contains(rest) ? phrase : nil
  }

  private func isDeadline(_ words: String) -> Bool {
    guard words.utf8.count <= 90 else { return false }
    // Any year will do to tell a deadline from other words; a leap year has every day.
    return switch DeadlineLanguage.read(TextFolding.unspaced(words), year: year ?? 2000).meaning {
    case .blank, .vague, .unreadable, .event: false
    case .immediate, .date, .range, .dates, .recurring, .ongoing: true
    }
  }

  /// Who leads or takes part, as 由校团委牵头 and 学工部配合 say.
  private func assignment(_ part: String) -> DepartmentAssignment? {
    var words = part
    if let by = words.lastIndex(of: PlanPhrases.byWord) {
      words = String(words[words.index(after: by)...])
    }
    for (verbs, leads) in [(PlanPhrases.leadVerbs, true), (PlanPhrases.supportVerbs, false)] {
      for verb in verbs where words.hasSuffix(verb) {
        let before = String(words.dropLast(verb.count))
        let read = setting.names(in: before)
        let names = read.all
        guard !names.isEmpty, names.allSatisfy({ setting.isDepartment($0) }) else { continue }
        // 校团委牵头、学工部配合
        if !read.lead.isEmpty, !read.supporting.isEmpty { return read }
        return leads
          ? DepartmentAssignment(lead: names) : DepartmentAssignment(supporting: names)
      }
    }
    return nil
  }

  // MARK: - Sentences

  /// What the sentences of a paragraph state.
  private func sentence(_ paragraph: String) -> StatedValues {
    var found = StatedValues()
    for part in Self.parts(of: paragraph) {
      if part.utf8.count <= 120, let assignment = assignment(part),
        assignment.all.allSatisfy(isPlainName)
      {
        found.divided = found.divided.joined(assignment)
      }
      if let (phrase, range) = deadline(in: part), isCompletion(part[range.upperBound...]),
        !isReference(part[..<range.lowerBound], part[range.upperBound...])
      {
        // Of several days the last one named is when all is done.
        found.deadline = phrase
      }
    }
    // Those who take part answer for nothing where nobody leads.
    if found.divided.lead.isEmpty { found.dropDepartments() }
    return found
  }

  /// Whether a name within a sentence is surely one: known, or short and without words of a sentence.
  private func isPlainName(_ name: String) -> Bool {
    if setting.departments.canonical(name) != nil { return true }
    return name.count <= 8 && !DepartmentNames.isGeneric(name)
      && !name.contains { PlanPhrases.sentenceSigns.contains($0) }
  }

  private func isCompletion(_ words: Substring) -> Bool {
    PlanPhrases.completionWords.contains { words.hasPrefix($0) }
      || PlanPhrases.completionWords.contains { words.count <= 12 && words.hasSuffix($0) }
  }

  /// Whether a day belongs to what a sentence refers to: 按照2020年3月会议精神落实.
  private func isReference(_ before: Substring, _ behind: Substring) -> Bool {
    PlanPhrases.referenceBeginnings.contains { before.hasSuffix($0) }
      || PlanPhrases.backgroundWords.contains { behind.contains($0) }
      || PlanPhrases.referenceObjects.contains { word in
        behind.firstRange(of: word).map { !isCompletion(behind[..<$0.lowerBound]) } ?? false
      }
  }

  /// The longest deadline in words, from the first sign of one on: 2020年6月底前 of
  /// 一、2020年6月底前完成的任务.
  private func deadline(in words: String) -> (words: String, range: Range<String.Index>)? {
    guard words.utf8.count <= 600 else { return nil }
    var start = words.startIndex
    while start < words.endIndex {
      guard Self.beginsDeadline(words[start]) else {
        start = words.index(after: start)
        continue
      }
      let end = words.index(start, offsetBy: 24, limitedBy: words.endIndex) ?? words.endIndex
      var stop = end
      while stop > words.index(after: start) {
        let piece = words[start..<stop]
        if Self.endsDeadline(piece), isDeadline(String(piece)) || Self.isRelative(piece) {
          return (DataTable.trimmed(String(piece)), start..<stop)
        }
        stop = words.index(before: stop)
      }
      // Past the number that is none.
      while start < words.endIndex, Self.beginsDeadline(words[start]) {
        start = words.index(after: start)
      }
    }
    return nil
  }

  private static func beginsDeadline(_ character: Character) -> Bool {
    character.isNumber || PlanPhrases.deadlineBeginnings.contains(character)
  }

  private static func endsDeadline(_ words: Substring) -> Bool {
    PlanPhrases.deadlineEndings.contains { words.hasSuffix($0) }
      || PlanPhrases.sentenceDeadlineEndings.contains { words.hasSuffix($0) }
  }

  /// Whether words count from a day that they do not name: 两个月内.
  private static func isRelative(_ words: Substring) -> Bool {
    PlanPhrases.relativeEndings.contains { words.hasSuffix($0) } && words.count <= 8
      && words.first.map {
        $0.isNumber || ChineseNumerals.value(of: String($0)) != nil
          || PlanPhrases.deadlineBeginnings.contains($0)
      } ?? false
  }
}
