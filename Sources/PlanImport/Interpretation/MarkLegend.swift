internal import TaskLedger

/// What signs in cells mean, as a document says (图例): ▲ 牵头, △ 配合.
struct MarkLegend {
  private var leads: Set<Character> = []
  private var supports: Set<Character> = []

  /// Reads the legends of a document's lines and cells.
  init(_ lines: some Sequence<String>) {
    for line in lines where line.utf8.count <= 300 {
      let words = Array(TextFolding.compact(line))
      for (index, mark) in words.enumerated()
      where PlanPhrases.ticks.contains(mark) || PlanPhrases.supportMarks.contains(mark) {
        let near = String(words[(index + 1)...].prefix(9))
        let lead = PlanPhrases.leadWords.compactMap { near.ranges(of: $0).first }.min {
          $0.lowerBound < $1.lowerBound
        }
        let support = PlanPhrases.supportWords.compactMap { near.ranges(of: $0).first }.min {
          $0.lowerBound < $1.lowerBound
        }
        switch (lead, support) {
        case (.some(let first), .some(let second)):
          if first.lowerBound < second.lowerBound {
            leads.insert(mark)
          } else {
            supports.insert(mark)
          }
        case (.some, nil): leads.insert(mark)
        case (nil, .some): supports.insert(mark)
        case (nil, nil): break
        }
      }
    }
  }

  /// Whether a cell marks the department in the lead.
  func isLead(_ words: String) -> Bool {
    if PlanPhrases.leadWords.contains(where: { words.contains($0) }) { return true }
    guard let mark = words.first else { return false }
    if leads.contains(mark) { return true }
    return !supports.contains(mark) && PlanPhrases.leadMarks.contains(mark)
  }

  /// Whether a cell marks a department that takes part.
  func supports(_ words: String) -> Bool {
    if PlanPhrases.supportWords.contains(where: { words.contains($0) }) { return true }
    guard let mark = words.first else { return false }
    if supports.contains(mark) { return true }
    return !leads.contains(mark) && PlanPhrases.supportMarks.contains(mark)
  }
}
