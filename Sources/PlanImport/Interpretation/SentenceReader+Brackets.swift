internal import TaskLedger

/// Brackets that say by whom and by when: behind an item, before its words, or around a whole line.
extension SentenceReader {
  /// What the brackets that begin a paragraph state, and the words behind them:
  /// 【2020年6月底前】【校团委】拟定….
  func front(of paragraph: String) -> (found: StatedValues, behind: String)? {
    var behind = DataTable.trimmed(paragraph)
    var inside: [String] = []
    var result: (found: StatedValues, behind: String)?
    while inside.count < 3, let first = behind.first, let close = Self.closing(first, in: behind) {
      inside.append(String(behind[behind.index(after: behind.startIndex)..<close]))
      behind = String(behind[behind.index(after: close)...].drop(while: Self.isBetween))
      guard let last = inside.last, states(last) else { break }
      let all = inside.joined(separator: String(PlanPhrases.semicolon))
      if let found = bracket(all, isApart: true), !Self.namesDivision(found) {
        result = (found, behind)
      }
    }
    guard let result, result.behind.count >= 4, !labels.beginsWithLabel(result.behind) else {
      return nil
    }
    return result
  }

  private static func isBetween(_ character: Character) -> Bool {
    character.isWhitespace || PlanPhrases.colons.contains(character)
      || PlanPhrases.clauseSeparators.contains(character)
  }

  /// Whether a bracket says alone whose work it is: （研究生会）参照执行.
  private static func namesDivision(_ found: StatedValues) -> Bool {
    found.deadline == nil
      && found.departments.all.allSatisfy { name in
        PlanPhrases.divisionNames.contains { name.contains($0) }
      }
  }

  /// Where the bracket closes that words begin with.
  static func closing(_ open: Character, in words: String) -> String.Index? {
    guard let close = PlanPhrases.tailBrackets.first(where: { $0.value == open })?.key else {
      return nil
    }
    var depth = 0
    return words.indices.first { index in
      if words[index] == open { depth += 1 }
      if words[index] == close { depth -= 1 }
      return depth == 0
    }
  }

  /// The words before the brackets that end a paragraph, and what these state: one, or several that
  /// say it together, as in （校团委）（2020年6月）.
  func tail(of paragraph: String) -> (before: String, found: StatedValues)? {
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
  func states(_ inside: String) -> Bool {
    if bracket(inside) != nil || deadlines.whole(inside) != nil { return true }
    return areDepartments(inside)
  }

  /// Whether words are names of departments and nothing else.
  func areDepartments(_ words: String) -> Bool {
    let names = setting.names(in: words).all
    return !names.isEmpty && names.allSatisfy { setting.isDepartment($0) }
  }

  /// What a bracket states, when it states nothing else.
  ///
  /// - Parameters:
  ///   - inside: Its words.
  ///   - isApart: Whether it stands behind the end of a sentence, so that it belongs to none.
  /// - Returns: What it states; nil when it says something else too.
  func bracket(_ inside: String, isApart: Bool = false) -> StatedValues? {
    guard !PlanPhrases.asOfWords.contains(where: inside.hasPrefix) else { return nil }
    if let found = labels.values(in: inside) ?? labelled(inside) { return found }
    var found = StatedValues()
    var pending: [String] = []
    for part in Self.parts(of: inside).flatMap(pieces) {
      if found.deadline == nil, let phrase = deadlines.whole(part) {
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

  /// The pieces of a part between white space, where it is no name or day as a whole: 校团委　6月底前.
  private func pieces(_ part: String) -> [String] {
    guard part.contains(where: \.isWhitespace), deadlines.whole(part) == nil,
      assignment(part) == nil, !areDepartments(part)
    else { return [part] }
    return part.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The parts of words between the signs of a sentence.
  static func parts(of words: String) -> [String] {
    words.split { PlanPhrases.clauseSeparators.contains($0) }
      .map { DataTable.trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  /// Who leads or takes part, as 由校团委牵头 and 学工部配合 say.
  func assignment(_ part: String) -> DepartmentAssignment? {
    var words = part
    if let by = words.lastIndex(of: PlanPhrases.byWord) {
      let subject = words[..<by]
      words = String(words[words.index(after: by)...])
      if subject.isEmpty || PlanPhrases.statementSubjects.contains(where: { $0 == subject }),
        let found = doing(words)
      {
        return found
      }
    }
    for (verbs, leads) in [(PlanPhrases.leadVerbs, true), (PlanPhrases.supportVerbs, false)] {
      for verb in verbs where words.hasSuffix(verb) {
        let before = unasked(String(words.dropLast(verb.count)))
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

  /// Names without the word that asks them to do the work: 请校团委, 交学工部.
  private func unasked(_ names: String) -> String {
    for word in PlanPhrases.askingWords where names.hasPrefix(word) {
      return String(names.dropFirst(word.count))
    }
    guard names.hasPrefix(PlanPhrases.handingWord) else { return names }
    let rest = String(names.dropFirst(PlanPhrases.handingWord.count))
    let others = setting.names(in: rest).all
    return others.isEmpty || others.contains { setting.departments.canonical($0) == nil }
      ? names : rest
  }

  /// Who does the work, in words that began with 由 or with what speaks of the whole item: 校团委落实.
  private func doing(_ words: String) -> DepartmentAssignment? {
    guard let verb = PlanPhrases.byVerbs.first(where: words.hasSuffix) else { return nil }
    let names = setting.names(in: String(words.dropLast(verb.count)))
    guard !names.lead.isEmpty, names.supporting.isEmpty,
      names.lead.allSatisfy({ setting.isDepartment($0) })
    else { return nil }
    return names
  }
}
