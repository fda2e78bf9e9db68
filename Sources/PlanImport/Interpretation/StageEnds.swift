internal import OfficeFiles
internal import TaskLedger

/// When the stages of the work end, as the plan's own text says (阶段安排): 第一阶段（2020年6月底前）.
///
/// A stage of which the text says different things has no end here.
struct StageEnds {
  private var ends: [Int: String] = [:]
  private var doubtful: Set<Int> = []
  private let reader: SentenceReader

  /// Creates the ends of the stages that lines of a plan name.
  init(_ lines: [String], _ reader: SentenceReader) {
    self.reader = reader
    for line in lines where line.contains(PlanPhrases.stageWord) {
      for part in TextFolding.tidied(line).split(whereSeparator: Self.endsStatement) {
        read(Numbering.leading(String(part))?.rest ?? String(part))
      }
    }
  }

  private static func endsStatement(_ sign: Character) -> Bool {
    sign == PlanPhrases.fullStop || sign == PlanPhrases.semicolon || sign == ";" || sign == "\n"
  }

  private mutating func read(_ words: String) {
    let found = Self.stages(in: words)
    for (index, stage) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].range.lowerBound : words.endIndex
      let end = reader.stageEnd(
        String(words[stage.range.upperBound..<next]),
        isAlone: stage.range.lowerBound == words.startIndex)
      guard let end else { continue }
      if let known = ends[stage.number], known != end { doubtful.insert(stage.number) }
      ends[stage.number] = end
    }
  }

  /// The number of the stage that a heading names, when it names nothing else: 第一阶段, 第二阶段（9月底前）.
  static func number(of heading: String) -> Int? {
    let words = TextFolding.unspaced(heading)
    guard let first = stages(in: words).first, first.range.lowerBound == words.startIndex else {
      return nil
    }
    let rest = words[first.range.upperBound...]
    return rest.isEmpty || rest.first.map { PlanPhrases.brackets.contains($0) } ?? false
      ? first.number : nil
  }

  /// Whether words name a stage.
  static func isNamed(in words: String) -> Bool { !stages(in: words).isEmpty }

  /// Whether a table has columns headed by stages.
  static func head(_ table: SourceTable) -> Bool {
    table.rows.prefix(12).contains { row in row.cells.count { number(of: $0.words) != nil } >= 2 }
  }

  /// The words of the deadline of a column headed by a stage; nil when it has none, or two.
  func end(of heading: String) -> String? {
    let words = TextFolding.unspaced(heading)
    guard let number = Self.number(of: heading), let name = Self.stages(in: words).first else {
      return nil
    }
    let rest = String(words[name.range.upperBound...])
    if let own = reader.stageEnd(rest, isAlone: true) { return own }
    return doubtful.contains(number) ? nil : ends[number]
  }

  /// The words of a deadline together with the name of the stage they are taken from, where they still
  /// say the same.
  static func named(_ heading: String, _ end: String) -> String {
    let words = TextFolding.unspaced(heading)
    let stage = stages(in: words).first.map { String(words[$0.range]) } ?? words
    let named = stage + PlanPhrases.stageBrackets.open + end + PlanPhrases.stageBrackets.close
    // Any year will do to tell whether the words mean the same.
    let same =
      DeadlineLanguage.read(named, year: 2000).meaning
      == DeadlineLanguage.read(end, year: 2000).meaning
    return same ? named : end
  }

  /// The names of stages in words, with their numbers: 第一阶段, 第2阶段.
  private static func stages(in words: String) -> [(number: Int, range: Range<String.Index>)] {
    words.ranges(of: PlanPhrases.stageWord).compactMap { range in
      let before = words[..<range.lowerBound].suffix(4)
      guard let start = before.lastIndex(of: PlanPhrases.ordinalSign),
        let number = ChineseNumerals.value(of: String(before[before.index(after: start)...]))
      else { return nil }
      return (number, start..<range.upperBound)
    }
  }
}
