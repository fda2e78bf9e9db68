internal import TaskLedger

/// Splits measure cells at their numbering and groups the measures by item (落实措施).
enum MeasureSplitter {
  /// One measure with its printed number.
  struct Unit: Hashable {
    /// The number in its style, nil for a paragraph without one.
    var number: Int?
    /// The words without the number.
    var text: String
  }

  private static let styles: Set<Numbering.Style> = [
    .dotted, .comma, .closing, .bracketed, .circled, .decimal, .chinese, .chineseBracketed,
    .ordinal, .letter, .roman,
  ]

  /// The measures of a cell: its numbered parts and its paragraphs without a number.
  static func units(of paragraphs: [String]) -> [Unit] {
    if let lines = bulleted(paragraphs.joined(separator: "\n")) {
      return lines.map { Unit(text: $0) }
    }
    var units: [Unit] = []
    var style: Numbering.Style?
    // The style of the points below a measure that ends with a colon: 2.征求意见，包括：（1）…（2）….
    var inner: Numbering.Style?
    for paragraph in paragraphs {
      let words = TextFolding.tidied(paragraph)
      guard !words.isEmpty else { continue }
      let leading = style == nil ? nil : Numbering.leading(words)?.label.style
      if let leading, leading != style, let last = units.indices.last,
        inner == leading || inner == nil && opensList(units[last].text)
      {
        inner = leading
        units[last].text += "\n" + words
        continue
      }
      if leading == style { inner = nil }
      if let lines = bulleted(words) {
        units += lines.map { Unit(text: $0) }
        continue
      }
      var parts = style.map { Numbering.split(words, styles: [$0]) } ?? []
      if !parts.contains(where: { $0.label != nil }) {
        guard let outer = outerStyle(of: words) else {
          units += lines(words).map { Unit(text: $0) }
          continue
        }
        style = outer
        parts = Numbering.split(words, styles: [outer])
      }
      for part in parts where !part.text.isEmpty {
        units.append(Unit(number: part.label?.value, text: part.text))
      }
    }
    return units
  }

  /// Whether a measure ends with the colon before its points.
  private static func opensList(_ words: String) -> Bool {
    words.last.map { PlanPhrases.colons.contains($0) } ?? false
  }

  /// The measures of one item.
  static func measures(_ units: [Unit]) -> [Measure] {
    units.enumerated().map { Measure(number: $0.offset + 1, text: $0.element.text) }
  }

  /// The measures in groups: one begins where the numbering begins again and at every paragraph
  /// without a number.
  static func groups(_ units: [Unit]) -> [[Unit]] {
    var groups: [[Unit]] = []
    var last: Unit?
    for unit in units {
      if let before = last, let index = groups.indices.last, continues(unit, before) {
        groups[index].append(unit)
      } else {
        groups.append([unit])
      }
      last = unit
    }
    return groups
  }

  private static func continues(_ unit: Unit, _ before: Unit) -> Bool {
    guard let number = unit.number else { return false }
    guard let last = before.number else {
      return opensList(before.text)
    }
    return number > last
  }

  /// The lines of a paragraph in which each begins with the same sign, without it.
  private static func bulleted(_ words: String) -> [String]? {
    // Most cells begin with no bullet: the lines are parted for those that do.
    guard let sign = words.first(where: { !$0.isWhitespace }), PlanPhrases.bullets.contains(sign)
    else { return nil }
    let lines = words.split(separator: "\n").map { DataTable.trimmed(String($0)) }
    guard lines.count >= 2, lines.allSatisfy({ $0.first == sign && $0.count > 1 }) else {
      return nil
    }
    return lines.map { DataTable.trimmed(String($0.dropFirst())) }
  }

  /// The lines of a paragraph when each stands for itself; else the paragraph.
  ///
  /// A line that ends a sentence does; so do short ones that are not of one length, as the lines of
  /// a text that was broken to fit are, and hold no comma or stop, as a sentence that goes on does.
  private static func lines(_ words: String) -> [String] {
    let lines = words.split(separator: "\n").map { DataTable.trimmed(String($0)) }
    guard lines.count >= 2, !lines.contains("") else { return [words] }
    let heads = lines.dropLast()
    if heads.allSatisfy({ $0.last.map { PlanPhrases.sentenceEnds.contains($0) } ?? false }) {
      return lines
    }
    let lengths = heads.map(\.count)
    let isBroken = (lengths.min() ?? 0) >= 8 && (lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1
    let isLoose = lines.allSatisfy { line in
      (4...30).contains(line.count)
        && line.last.map { $0.isLetter || PlanPhrases.sentenceEnds.contains($0) } ?? false
        && line.first.map { $0.isLetter || $0.isNumber } ?? false
        && !line.dropLast().contains { PlanPhrases.sentenceMarks.contains($0) }
    }
    return isLoose && !isBroken ? lines : [words]
  }

  /// The style of the first number in a paragraph. 一是, 一要, 第一步 and 首先 count where a cell begins
  /// with them; within a sentence they belong to it.
  private static func outerStyle(of words: String) -> Numbering.Style? {
    if let leading = Numbering.leading(words) {
      let style = leading.label.style
      return styles.contains(style) || style.isWithinText ? style : nil
    }
    return Numbering.split(words, styles: styles).first { $0.label != nil }?.label?.style
  }
}
