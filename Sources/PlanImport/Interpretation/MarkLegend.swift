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
        switch Self.isLead(words[(index + 1)...]) {
        case true: leads.insert(mark)
        case false: supports.insert(mark)
        case nil: break
        }
      }
      readLetters(words)
    }
  }

  /// What stands first behind a sign: words for the lead, or for taking part.
  private static func isLead(_ behind: ArraySlice<Character>) -> Bool? {
    let near = String(behind.prefix(9))
    func first(_ words: [String]) -> String.Index? {
      words.compactMap { near.ranges(of: $0).first?.lowerBound }.min()
    }
    switch (first(PlanPhrases.leadWords), first(PlanPhrases.supportWords)) {
    case (let lead?, let support?): return lead < support
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return nil
    }
  }

  /// Reads letters and figures as signs where a line says of one that it leads and of another that it
  /// takes part: A表示牵头，B表示配合.
  private mutating func readLetters(_ words: [Character]) {
    var found: [Character: Bool] = [:]
    for (index, mark) in words.enumerated() where mark.isASCII && (mark.isLetter || mark.isNumber) {
      let before = index > 0 ? words[index - 1] : nil
      guard before.map({ !$0.isASCII || !($0.isLetter || $0.isNumber) }) ?? true,
        let next = words[(index + 1)...].first, PlanPhrases.meaningSigns.contains(next),
        let isLead = Self.isLead(words[(index + 1)...])
      else { continue }
      found[mark] = isLead
    }
    guard Set(found.values).count == 2 else { return }
    for (mark, isLead) in found {
      if isLead { leads.insert(mark) } else { supports.insert(mark) }
    }
  }

  /// Whether a cell holds one sign whose meaning the document says.
  func explains(_ words: String) -> Bool {
    guard words.count == 1, let mark = words.first else { return false }
    return leads.contains(mark) || supports.contains(mark)
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
