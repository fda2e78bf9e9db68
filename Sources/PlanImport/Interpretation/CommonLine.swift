internal import TaskLedger

/// A line that speaks of all items above it or below it: 以上任务均于2020年9月底前完成,
/// 以下任务由校团委负责.
///
/// It holds for those that have no day or no departments of their own.
struct CommonLine: Hashable {
  /// Which items a line speaks of.
  enum Reach {
    /// Those above it.
    case above
    /// Those below it.
    case below
  }

  /// The words.
  let words: String
  /// What they state; empty when they name a day that cannot be read or do not speak of all alike.
  let stated: SectionStatement
  /// Where they stand.
  let location: Diagnostic.Location
  /// Which items it speaks of.
  let reach: Reach
  /// Whether it says nothing of when and by whom that could be read.
  let isRemark: Bool

  /// Reads a line; nil when it is none, or says nothing of when and by whom.
  init?(
    _ line: String, of reach: Reach, at location: Diagnostic.Location, _ reader: SentenceReader
  ) {
    guard let stated = Self.stated(in: line, of: reach, reader) else { return nil }
    (words, self.stated, self.location, self.reach) = (line, stated, location, reach)
    isRemark = false
  }

  /// Takes a line below the last item that begins with words for the items above it and states
  /// nothing that could be read: 以上工作纳入年度考核; nil for any other.
  init?(remark line: String, at location: Diagnostic.Location) {
    guard Self.begins(TextFolding.compact(line)[...], with: PlanPhrases.remarkBeginnings) else {
      return nil
    }
    (words, stated, self.location, reach) = (line, SectionStatement(), location, .above)
    isRemark = true
  }

  /// Takes a line of labels that stands below the items of its table.
  init(labels line: String, _ stated: StatedValues, at location: Diagnostic.Location) {
    (words, self.stated, self.location) = (line, SectionStatement(stated), location)
    (reach, isRemark) = (.above, false)
  }

  /// What a line states of all items around it; nil when it speaks of none.
  private static func stated(
    in line: String, of reach: Reach, _ reader: SentenceReader
  ) -> SectionStatement? {
    guard isCommon(line, reach) else { return nil }
    let stated = SectionStatement(reader.read([line]).stated)
    if stated.isEmpty, !reader.namesDay(line) { return nil }
    return speaksOfAll(line) ? stated : SectionStatement()
  }

  /// Whether a line speaks of all items alike: 以下任务除第2项外均于6月底前完成 does not.
  private static func speaksOfAll(_ line: String) -> Bool {
    !PlanPhrases.exceptionWords.contains { line.contains($0) }
      && !PlanPhrases.namesNumbers(line)
  }

  /// Whether it speaks of one table.
  var isOfTable: Bool {
    PlanPhrases.tableBeginnings.contains { TextFolding.compact(words).hasPrefix($0) }
  }

  /// Whether a line begins with words for the items around it and asks for no report.
  private static func isCommon(_ line: String, _ reach: Reach) -> Bool {
    guard line.utf8.count <= 300 else { return false }
    var words = TextFolding.compact(line)[...]
    if let note = PlanPhrases.noteBeginnings.first(where: { words.hasPrefix($0) }) {
      words = words.dropFirst(note.count).drop { PlanPhrases.colons.contains($0) }
    }
    let beginnings =
      switch reach {
      case .above: PlanPhrases.closingBeginnings
      case .below: PlanPhrases.openingBeginnings
      }
    return begins(words, with: beginnings)
      && !PlanPhrases.reportingWords.contains { words.contains($0) }
  }

  /// Whether folded words begin with one of the beginnings and the items right behind it.
  private static func begins(_ words: Substring, with beginnings: [String]) -> Bool {
    guard let beginning = beginnings.first(where: { words.hasPrefix($0) }) else { return false }
    let behind = words.dropFirst(beginning.count).prefix(8)
    return PlanPhrases.closingSubjects.contains { behind.contains($0) }
  }
}
