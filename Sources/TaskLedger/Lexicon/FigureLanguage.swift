/// Reads the figures of a text with what they count, such as 主席团成员不超过5人.
///
/// Subjects are folded so that 校级学生会工作人员, 校学生会工作人员 and 校级学生会（研究生会）工作人员 are one. A figure
/// whose subject cannot be told for certain is left out.
public enum FigureLanguage {
  /// The figures of a text in the order written.
  ///
  /// - Parameter text: Running text, such as a clause or the measures of an item; lines are
  ///   sentences of their own.
  /// - Returns: The figures; years, dates, ordinals and decimals are none.
  public static func figures(in text: some StringProtocol) -> [Figure] {
    guard mayHoldFigures(text) else { return [] }
    var reader = FigureReader(text)
    return reader.read()
  }

  /// The pairs in which two texts give different figures for the same thing.
  ///
  /// Figures are held against each other when subject, relation and unit are the same. A value that
  /// both texts give is no conflict, even when one of them gives another one besides.
  ///
  /// - Parameters:
  ///   - left: The figures of one text.
  ///   - right: The figures of the other.
  /// - Returns: The pairs in the order of the first text.
  public static func conflicts(
    between left: [Figure], and right: [Figure]
  ) -> [(Figure, Figure)] {
    if left.isEmpty || right.isEmpty { return [] }
    // Folding a subject costs more than everything else here, so each is folded once.
    let rightByKey = Dictionary(grouping: right, by: Key.init)
    let leftKeys = left.map(Key.init)
    var leftByKey: [Key: [Figure]] = [:]
    for (key, figure) in zip(leftKeys, left) { leftByKey[key, default: []].append(figure) }
    var result: [(Figure, Figure)] = []
    for key in leftKeys {
      guard let mine = leftByKey.removeValue(forKey: key), let others = rightByKey[key] else {
        continue
      }
      let ours = distinct(mine)
      let theirs = distinct(others)
      let (own, other) = (Set(ours.map(Value.init)), Set(theirs.map(Value.init)))
      let onlyOurs = ours.filter { !other.contains(Value($0)) }
      let onlyTheirs = theirs.filter { !own.contains(Value($0)) }
      result += zip(onlyOurs, onlyTheirs).map { ($0, $1) }
    }
    return result
  }

  /// Folds what a figure counts, so that the ways of naming one thing compare equal.
  ///
  /// - Parameter subject: The words as written.
  /// - Returns: The folded words; `学院（系）学生会（研究生会）工作人员` gives `院系学生会工作人员`.
  public static func foldedSubject(_ subject: some StringProtocol) -> String {
    FigureSubject.folded(TextFolding.compact(subject))
  }

  private struct Key: Hashable {
    var subject: String
    var relation: Figure.Relation
    var unit: String

    init(_ figure: Figure) {
      subject = FigureLanguage.foldedSubject(figure.subject)
      relation = figure.relation
      unit = ["名", "位"].contains(figure.unit) ? "人" : figure.unit
    }
  }

  private struct Value: Hashable {
    var value: Int
    var upper: Int?

    init(_ figure: Figure) { (value, upper) = (figure.value, figure.upper) }
  }

  private static func distinct(_ figures: [Figure]) -> [Figure] {
    var seen: Set<Value> = []
    return figures.filter { seen.insert(Value($0)).inserted }
  }

  /// Whether a text holds a digit or one of the Chinese numerals; most texts do not.
  private static func mayHoldFigures(_ text: some StringProtocol) -> Bool {
    let source = UTF8Text(text)
    var offset = 0
    while offset < source.count {
      let byte = source.bytes[offset]
      if byte >= 0x30, byte <= 0x39 { return true }
      if byte < 0x80 {
        offset += 1
        continue
      }
      let (value, next) = source.scalar(at: offset)
      if ChineseNumerals.isNumeral(value) { return true }
      offset = next
    }
    return false
  }
}
