internal import OfficeFiles
internal import TaskLedger

/// The lines of the running text in order, looked at with those around them.
struct BodyLines {
  /// The lines, tidied and none of them blank; nil where a table stands.
  let all: [SourceParagraph?]
  private let signatures: Set<Int>
  /// The place of the last line with a number.
  private let last: Int
  /// Whether items are numbered 1. or （一） anywhere.
  let hasNumberedItems: Bool

  /// Takes the lines of a document without its table of contents; a paragraph whose lines are all
  /// numbered is as many.
  init(_ document: SourceDocument, without contents: ContentsLines, _ labels: LabelledText) {
    var lines: [SourceParagraph?] = []
    for (place, block) in document.blocks.enumerated() where !contents.places.contains(place) {
      guard case .paragraph(let paragraph) = block else {
        lines.append(nil)
        continue
      }
      let pieces = paragraph.text.split(separator: "\n").map { TextFolding.tidied(String($0)) }
        .filter { !$0.isEmpty }
      let isList = pieces.count > 1 && pieces.allSatisfy { Numbering.leading($0) != nil }
      for words in isList ? pieces : [TextFolding.tidied(paragraph.text)] where !words.isEmpty {
        lines.append(SourceParagraph(text: words, location: paragraph.location))
      }
    }
    lines = Self.withoutNumbersOfLabels(Self.partingFigures(lines), labels)
    all = lines
    let numbered = lines.indices.filter { index in
      lines[index].map { Numbering.leading($0.text) != nil } ?? false
    }
    hasNumberedItems = numbered.contains { index in
      switch lines[index].flatMap({ Numbering.leading($0.text)?.label.style }) {
      case .dotted, .comma, .decimal, .chineseBracketed: true
      default: false
      }
    }
    let end = numbered.last ?? lines.count
    signatures = numbered.first.map { Self.signatures(in: lines, from: $0, behind: end) } ?? []
    last = end
  }

  /// Whether a line is no part of the last item above it: who signs and when, whom to ask.
  func endsText(at index: Int) -> Bool {
    guard let words = all[index]?.text else { return false }
    if signatures.contains(index) { return true }
    // Within the text it may be the person of an item.
    guard index > last else { return false }
    let compact = TextFolding.compact(words)
    return compact.hasPrefix("(") && compact.hasSuffix(")")
      && PlanPhrases.contactLabels.contains { compact.dropFirst().hasPrefix($0) }
      && PlanPhrases.contactWords.contains { compact.contains($0) }
  }

  /// Whether the next line begins with a label.
  func isAboveLabel(at index: Int, _ finder: LabelledText) -> Bool {
    guard index + 1 < all.count, let next = all[index + 1]?.text else { return false }
    return finder.beginsWithLabel(next)
  }

  /// Whether a line stands behind the last number, or right above the heading of a part.
  func isBehindItems(at index: Int) -> Bool {
    guard index < last, index + 1 < all.count else { return true }
    return all[index + 1].flatMap { Numbering.leading($0.text)?.label.style } == .chinese
  }

  /// Whether a line without a number is a heading: short, no sentence, a heading's last word, and
  /// right above a number.
  func isHeading(at index: Int) -> Bool {
    guard let words = all[index]?.text, (3...14).contains(words.count), index + 1 < all.count,
      let next = all[index + 1]?.text, Numbering.leading(next) != nil
    else { return false }
    return !words.contains { PlanPhrases.marksWithinSentences.contains($0) }
      && PlanPhrases.headingNouns.contains { words.hasSuffix($0) }
  }

  /// The number of a line that says what it numbers: 任务1：…, 【举措二】….
  static func named(
    _ words: String
  ) -> (noun: String, label: Numbering.Label, rest: String)? {
    var rest = words[...]
    let close = rest.first.flatMap { PlanPhrases.namedBrackets[$0] }
    if close != nil { rest = rest.dropFirst() }
    guard let word = PlanPhrases.numberedNouns.first(where: { rest.hasPrefix($0) }) else {
      return nil
    }
    rest = rest.dropFirst(word.count)
    let digits = rest.prefix { $0.isNumber || ChineseNumerals.value(of: String($0)) != nil }
    guard (1...3).contains(digits.count),
      let value = ChineseNumerals.value(of: TextFolding.compact(digits)), value >= 1
    else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let mark = rest.first,
      close.map({ $0 == mark }) ?? PlanPhrases.colons.contains(mark)
    else { return nil }
    rest = rest.dropFirst().drop { PlanPhrases.colons.contains($0) || $0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    let text = String(words[..<rest.startIndex])
    return (word, Numbering.Label(style: .ordinal, value: value, text: text), String(rest))
  }

  /// The day that stands alone below the text, and the bodies that sign above it.
  private static func signatures(
    in lines: [SourceParagraph?], from first: Int, behind last: Int
  ) -> Set<Int> {
    var found: Set<Int> = []
    for index in lines.indices where index > first {
      guard let words = lines[index]?.text, HeaderReader.date(words) != nil else { continue }
      // 完成时限： on the line above.
      if let above = lines[index - 1]?.text.last, PlanPhrases.colons.contains(above) { continue }
      // Within the text a day alone may be that of an item.
      let isBelow = index > last || isAnnex(behind: index, in: lines)
      guard isBelow else { continue }
      found.insert(index)
      var above = index - 1
      while above > first, index - above <= 4, let name = lines[above]?.text, isBody(name) {
        found.insert(above)
        above -= 1
      }
    }
    return found
  }

  private static func isAnnex(behind index: Int, in lines: [SourceParagraph?]) -> Bool {
    guard index + 1 < lines.count, let next = lines[index + 1]?.text else { return false }
    return PlanPhrases.annexBeginnings.contains { next.hasPrefix($0) }
  }

  /// Whether a line is the name of a body that signs.
  private static func isBody(_ words: String) -> Bool {
    let name = TextFolding.unspaced(words)
    return (4...30).contains(name.count) && Numbering.leading(words) == nil
      && !name.contains(where: { PlanPhrases.marksWithinSentences.contains($0) })
      && (PlanPhrases.schoolEndings + PlanPhrases.bodyEndings).contains { name.hasSuffix($0) }
  }
}
