internal import TaskLedger

/// Lines and ends of lines that say by whom and by when without a bracket.
extension SentenceReader {
  /// What a line states that names who and by when and nothing else: 校团委　2020年6月.
  func entry(_ line: String) -> StatedValues? {
    guard line.utf8.count <= 180, labels.values(in: line) == nil, let found = bracket(line),
      found.deadline != nil, !found.departments.all.isEmpty
    else { return nil }
    return found
  }

  /// The words before what stands behind them like cells of a table: ……。⇥校团委⇥2020年6月.
  func cells(behind paragraph: String) -> (before: String, found: StatedValues)? {
    let start = paragraph.firstIndex(of: "\t") ?? Self.spaceBehindSentence(paragraph)
    guard let start, let found = entry(DataTable.trimmed(String(paragraph[start...]))) else {
      return nil
    }
    let before = DataTable.trimmed(String(paragraph[..<start]))
    return before.isEmpty ? nil : (before, found)
  }

  /// The last white space behind the end of a sentence.
  private static func spaceBehindSentence(_ words: String) -> String.Index? {
    words.indices.last { index in
      words[index].isWhitespace && index > words.startIndex
        && PlanPhrases.fullEnds.contains(words[words.index(before: index)])
    }
  }

  /// What a line states of all that stands below its heading: 本部分任务由校团委牵头，2020年6月底前完成.
  ///
  /// - Returns: What it states; nil when it says anything else too.
  func statement(_ line: String) -> StatedValues? {
    guard line.utf8.count <= 300 else { return nil }
    var words = DataTable.trimmed(line)
    if let inside = LabelledText.whole(words) { words = inside }
    if labels.beginsWithLabel(words) { return labels.values(in: words) }
    if let found = labelled(words) { return found }
    var found = StatedValues()
    for part in Self.parts(of: Self.withoutSubject(words)) {
      if found.deadline == nil, let day = deadlines.bare(part) {
        found.deadline = day
      } else if let assignment = assignment(part), assignment.all.allSatisfy(isPlainName),
        part.lastIndex(of: PlanPhrases.byWord).map({ $0 == part.startIndex }) ?? true
      {
        found.divided = found.divided.joined(assignment)
      } else {
        return nil
      }
    }
    found.isFromSentence = true
    // A day alone may be that of anything.
    let isSure = !found.divided.lead.isEmpty || found.deadline.map(deadlines.isLimit) ?? false
    return isSure ? found : nil
  }

  /// Whether a line says that it speaks of all around it: 本部分任务由校团委牵头.
  func namesAll(_ line: String) -> Bool {
    let words = LabelledText.whole(line) ?? DataTable.trimmed(line)
    return PlanPhrases.statementSubjects.contains(where: words.hasPrefix)
  }

  /// A line without the words for what it speaks of: 本部分任务均.
  private static func withoutSubject(_ line: String) -> String {
    guard let subject = PlanPhrases.statementSubjects.first(where: line.hasPrefix) else {
      return line
    }
    var words = line.dropFirst(subject.count)
    for word in PlanPhrases.allWords where words.hasPrefix(word) {
      words = words.dropFirst(word.count)
    }
    return String(words)
  }
}
