/// Labels and events within the words of a deadline that are not its own.
extension DeadlineLanguage {
  /// Reads words without the labels in them that name something else: 6月底前；验收时间：12月底.
  static func reading(of text: String, year: Int?, issued: CivilDate?) -> Reading {
    guard text.utf8.count <= 600, text.contains(where: { PlanPhrases.colons.contains($0) }) else {
      return plainReading(of: text, year: year, issued: issued)
    }
    func read(_ words: String) -> Reading {
      plainReading(of: words, year: year, issued: issued)
    }
    let parts = ValueLabels.parts(of: text)
    let own = parts.filter { !PlanPhrases.namesOtherDay($0.label) }
    if own.count < parts.count, !own.isEmpty,
      let reading = readable(own, in: text, read), reading.fixesDay
    {
      return reading
    }
    let whole = read(text)
    guard whole.meaning == .unreadable else { return whole }
    let plain = own.filter {
      $0.label.isEmpty || !PlanPhrases.saysNothingOfDays($0.label, $0.words)
    }
    guard plain.count < parts.count, !plain.isEmpty else { return whole }
    return readable(plain, in: text, read) ?? whole
  }

  /// What parts of the words mean: with their labels, or one alone without a label for days.
  private static func readable(
    _ parts: [ValueLabels.Part], in text: String, _ read: (String) -> Reading
  ) -> Reading? {
    let words = parts.map { part in
      part.label.isEmpty ? part.words : part.label + PlanPhrases.colon + part.words
    }
    let reading = read(words.joined(separator: String(PlanPhrases.semicolon)))
    if reading.meaning != .unreadable, reading.meaning != .blank { return reading }
    guard let only = parts.first, parts.count == 1, PlanPhrases.isDayLabel(only.label) else {
      return nil
    }
    let bare = read(only.words)
    return bare.meaning == .unreadable || bare.meaning == .blank ? nil : bare
  }

  /// Whether the last of several days is that of an event behind the work, as another part says when
  /// that is complete: 6月底前完成，12月总结.
  static func isOfLaterEvent(_ deadline: Deadline) -> Bool {
    guard let due = deadline.due, deadline.text.utf8.count <= 300 else { return false }
    let parts = deadline.text.split { PlanPhrases.clauseSeparators.contains($0) }.map {
      TextFolding.compact($0)
    }
    guard parts.count > 1 else { return false }
    func day(_ part: String) -> CivilDate? {
      plainReading(of: part, year: due.year, issued: nil).day
    }
    func isComplete(_ part: String) -> Bool {
      PlanPhrases.completionStems.contains(where: part.contains)
    }
    func isEvent(_ part: String) -> Bool {
      PlanPhrases.laterEvents.contains(where: part.contains) && !isComplete(part)
    }
    // 2025年6月底前 and nothing else; 方案6月 is a step.
    func isBare(_ part: String) -> Bool {
      part.first?.isNumber ?? false && part.last.map { "底前日月".contains($0) } ?? false
    }
    return parts.contains { isEvent($0) && day($0) == due }
      && !parts.contains { !isEvent($0) && day($0) == due }
      && parts.contains { part in
        !isEvent(part) && (isComplete(part) || isBare(part))
          && day(part).map { $0 < due } ?? false
      }
  }
}

extension DeadlineLanguage.Reading {
  /// The last day that the words fix.
  fileprivate var day: CivilDate? { Deadline(text: "", meaning: meaning).due }

  /// Whether the words say when the work is due, or that it goes on.
  fileprivate var fixesDay: Bool {
    switch meaning {
    case .date, .range, .dates, .recurring, .ongoing, .immediate: true
    case .blank, .vague, .unreadable, .event: false
    }
  }
}
