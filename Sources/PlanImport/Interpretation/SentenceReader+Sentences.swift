internal import TaskLedger

/// What whole sentences state; their words stay in the content.
extension SentenceReader {
  /// What the sentences of a paragraph state; a day that begins the first one is that of the whole.
  func sentence(_ paragraph: String, isFirst: Bool) -> StatedValues {
    var found = StatedValues()
    let parts = Self.parts(of: paragraph)
    var place: Int?
    for (index, part) in parts.enumerated() {
      let day = deadlines.first(in: part)
      if part.utf8.count <= 120,
        let assignment = assignment(part) ?? day.flatMap({ assignment(part, without: $0.range) }),
        assignment.all.allSatisfy(isPlainName)
      {
        found.divided = found.divided.joined(assignment)
      }
      if let (phrase, range) = day,
        !isReference(part[..<range.lowerBound], part[range.upperBound...]),
        !isSpokenOf(part[range.upperBound...]),
        let tail = completion(part[range.upperBound...])
          ?? (PlanPhrases.endsByGoingOn(phrase) && deadlines.goesOnAfterDay(phrase) ? "" : nil)
      {
        // Of several days the last one named is when all is done.
        (found.deadline, place) = (phrase + tail, index)
      }
    }
    if isFirst, found.deadline == nil, let front = frontDay(parts) {
      (found.deadline, place) = (front.day, 0)
      if found.divided.lead.isEmpty { found.divided.lead = front.subject }
    }
    // Those who take part answer for nothing where nobody leads.
    if found.divided.lead.isEmpty { found.dropDepartments() }
    if let place, let day = found.deadline,
      let tail = parts.dropFirst(place + 1).first(where: goesOn),
      !deadlines.goesOnAfterDay(day)
    {
      found.deadline = "\(day)，\(tail)"
    }
    if isFirst, found.divided.lead.isEmpty, let named = names(before: paragraph) {
      found.fill(from: named)
    }
    return found
  }

  /// Who leads or takes part, in a part of a sentence that names a day between: 由校团委在6月底前完成.
  private func assignment(
    _ part: String, without day: Range<String.Index>
  ) -> DepartmentAssignment? {
    assignment(Self.subject(before: part[..<day.lowerBound]) + part[day.upperBound...])
  }

  /// Words before a day without those that lead to it: 校团委应于.
  private static func subject(before day: Substring) -> String {
    var words = DataTable.trimmed(String(day))
    while let word = PlanPhrases.dayBeginnings.first(where: words.hasSuffix) {
      words.removeLast(word.count)
    }
    return words
  }

  /// The limit that begins what is to be done, alone or behind who does it: 2020年6月底前，出台办法;
  /// 校团委于2020年6月底前修订章程. Beside another limit it may be that of one step.
  private func frontDay(_ parts: [String]) -> (day: String, subject: [String])? {
    guard let first = parts.first,
      !parts.dropFirst().contains(where: { part in
        deadlines.first(in: part).map { deadlines.isLimit($0.words) } ?? false
      })
    else { return nil }
    if parts.count > 1, let day = deadlines.bare(first), deadlines.isLimit(day) { return (day, []) }
    guard let (day, range) = deadlines.first(in: first), deadlines.isLimit(day),
      !isReference(first[..<range.lowerBound], first[range.upperBound...]),
      !isSpokenOf(first[range.upperBound...]), range.upperBound < first.endIndex,
      deadlines.first(in: String(first[range.upperBound...])) == nil
    else { return nil }
    let before = Self.subject(before: first[..<range.lowerBound])
    if before.isEmpty { return (day, []) }
    let subject = setting.names(in: before)
    guard subject.supporting.isEmpty, areDepartments(before), subject.all.allSatisfy(isPlainName)
    else { return nil }
    return (day, subject.lead)
  }

  /// Whether the day before words is that of something they only speak of: 6月底前印发的通知.
  private func isSpokenOf(_ words: Substring) -> Bool {
    let rest = words.drop { $0.isWhitespace }
    return (PlanPhrases.issueDayWords + PlanPhrases.eventDayWords).contains {
      rest.hasPrefix($0) && rest.dropFirst($0.count).hasPrefix(PlanPhrases.ofWord)
    }
  }

  /// Who does the work by the words before a colon, beside a day: 2020年6月底前，校团委：….
  private func names(before paragraph: String) -> StatedValues? {
    guard let colon = paragraph.firstIndex(where: { PlanPhrases.colons.contains($0) }),
      paragraph.distance(from: paragraph.startIndex, to: colon) <= 40,
      var found = entry(String(paragraph[..<colon]))
    else { return nil }
    found.deadline = nil
    return found
  }

  /// Whether a name within a sentence is surely one: known, or short and without words of a sentence.
  func isPlainName(_ name: String) -> Bool {
    if setting.departments.canonical(name) != nil { return true }
    return name.count <= 8 && !DepartmentNames.isGeneric(name)
      && !name.contains { PlanPhrases.sentenceSigns.contains($0) }
  }

  /// Whether words behind a day say that something is done by it.
  func isCompletion(_ words: Substring) -> Bool {
    PlanPhrases.completionWords.contains { words.hasPrefix($0) }
      || PlanPhrases.completionWords.contains { words.count <= 12 && words.hasSuffix($0) }
  }

  /// Words behind a day that say that something is done by it, as what they add to the day: nothing,
  /// or that it goes on afterwards, as in 完成并长期坚持; nil for other words.
  private func completion(_ words: Substring) -> String? {
    for join in PlanPhrases.goingOnJoiners {
      guard let cut = words.ranges(of: join).last?.lowerBound, goesOn(String(words[cut...])) else {
        continue
      }
      return isCompletion(words[..<cut]) ? "，\(words[cut...])" : nil
    }
    return isCompletion(words) ? "" : nil
  }

  /// Whether words say that something goes on and name no day: 并长期坚持.
  private func goesOn(_ words: String) -> Bool {
    PlanPhrases.saysItGoesOn(TextFolding.compact(words))
  }

  /// Whether a day belongs to what a sentence refers to: 按照2020年3月会议精神落实.
  func isReference(_ before: Substring, _ behind: Substring) -> Bool {
    PlanPhrases.referenceBeginnings.contains { before.hasSuffix($0) }
      || PlanPhrases.backgroundWords.contains { behind.contains($0) }
      || PlanPhrases.referenceObjects.contains { word in
        behind.firstRange(of: word).map { !isCompletion(behind[..<$0.lowerBound]) } ?? false
      }
  }
}
