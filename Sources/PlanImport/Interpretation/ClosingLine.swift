internal import TaskLedger

/// A line below items that speaks of all of them: 以上任务均于2020年9月底前完成.
///
/// It holds for those above it that have no day or no departments of their own, and for none below.
struct ClosingLine: Hashable {
  /// The words.
  let words: String
  /// What they state; empty when they name a day and cannot be read.
  let stated: SectionStatement
  /// Where they stand.
  let location: Diagnostic.Location

  /// Reads a line; nil when it is none, or says nothing of when and by whom.
  init?(_ line: String, at location: Diagnostic.Location, _ reader: SentenceReader) {
    guard Self.isClosing(line) else { return nil }
    let stated = SectionStatement(reader.read([line]).stated)
    guard !stated.isEmpty || reader.namesDay(line) else { return nil }
    (words, self.stated, self.location) = (line, stated, location)
  }

  /// Whether a line begins with words for the items above it and asks for no report.
  private static func isClosing(_ line: String) -> Bool {
    guard line.utf8.count <= 300 else { return false }
    var words = TextFolding.compact(line)[...]
    if let note = PlanPhrases.noteBeginnings.first(where: { words.hasPrefix($0) }) {
      words = words.dropFirst(note.count).drop { PlanPhrases.colons.contains($0) }
    }
    guard let beginning = PlanPhrases.closingBeginnings.first(where: { words.hasPrefix($0) }) else {
      return false
    }
    let behind = words.dropFirst(beginning.count).prefix(8)
    return PlanPhrases.closingSubjects.contains { behind.contains($0) }
      && !PlanPhrases.reportingWords.contains { words.contains($0) }
  }
}
