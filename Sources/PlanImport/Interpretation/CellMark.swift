internal import TaskLedger

/// What a cell of a table of marks says: √ below 6月, ▲ below 校团委, 15日前 below 7月.
enum CellMark {
  /// Whether anything but a sign for no stands in a cell.
  static func isTicked(_ words: String) -> Bool {
    let compact = TextFolding.compact(words)
    return !compact.isEmpty && !isUnticked(compact)
  }

  /// Whether words tick a cell and say nothing else.
  static func isTick(_ words: String) -> Bool {
    let compact = TextFolding.compact(words)
    guard let first = compact.first else { return false }
    if PlanPhrases.ticks.contains(first), compact.count <= 2 { return true }
    if compact.count == 1 {
      return PlanPhrases.leadMarks.contains(first) || PlanPhrases.supportMarks.contains(first)
    }
    return compact.count <= 4 && namesStage(compact)
  }

  private static func namesStage(_ words: String) -> Bool {
    (PlanPhrases.completionWords + PlanPhrases.stageWords + PlanPhrases.leadWords
      + PlanPhrases.supportWords)
      .contains { words.contains($0) }
  }

  /// Whether words in a ticked cell say something else than how far the work is: 15日前, 不涉及.
  static func saysMore(_ words: String) -> Bool {
    guard !isTick(words) else { return false }
    return !namesStage(words) || words.contains { PlanPhrases.periodSigns.contains($0) }
  }

  /// Whether words are a sign for no.
  static func isUnticked(_ words: String) -> Bool {
    words.count == 1 && words.first.map { PlanPhrases.unticked.contains($0) } ?? false
  }

  /// A heading with the words of its cell in brackets behind it.
  static func saying(_ words: String, behind heading: String) -> String {
    let (open, close) = PlanPhrases.stageBrackets
    return heading + open + TextFolding.unspaced(words) + close
  }
}
