extension Numbering {
  /// Splits running text at its labels.
  ///
  /// A label is accepted at the start, at the start of a line, and behind sentence punctuation or
  /// white space when its value goes on from the last one of its style or begins again at 1.
  ///
  /// - Parameters:
  ///   - text: The words as written, such as a cell with several items.
  ///   - styles: The styles to split at; others stay in the text.
  /// - Returns: The parts in order, without white space at their ends; the first has no label when
  ///   text stands before the first label. Empty only for a blank text.
  public static func split(
    _ text: some StringProtocol, styles: Set<Style> = Set(Style.allCases)
  ) -> [(label: Label?, text: String)] {
    let source = UTF8Text(text)
    let (parts, single) = split(source, at: styles)
    // 首先 without 其次 and an A. in the midst of a text without B. number nothing.
    return single.isEmpty ? parts : split(source, at: styles.subtracting(single)).parts
  }

  /// The parts, and the styles whose only label is none.
  private static func split(
    _ source: UTF8Text, at styles: Set<Style>
  ) -> (parts: [(label: Label?, text: String)], single: Set<Style>) {
    var parts: [(label: Label?, text: String)] = []
    var single: Set<Style> = []
    var pending: Label?
    var begin = 0
    var last: [Style: Label] = [:]
    var scan = BoundaryScan(source)
    while let (offset, boundary) = scan.next() {
      let start = boundary.isLine ? skippingArtefacts(in: source, from: offset) : offset
      // Blanks and marks behind a line break were passed over; they hold no label.
      if boundary.isLine { scan.offset = max(scan.offset, start) }
      guard let found = label(in: source, at: start), styles.contains(found.label.style),
        isAccepted(found.label, after: last[found.label.style], at: boundary),
        boundary.isLine || !isReference(in: source, before: start),
        boundary != .anywhere || !isCount(in: source, found.label.style, behind: found.end)
      else { continue }
      let style = found.label.style
      if last[style] != nil {
        single.remove(style)
      } else if style == .step || style == .sequence {
        single.insert(style)
      } else if style == .letter || style == .roman, !boundary.isLine {
        single.insert(style)
      }
      let before = source.trimmed(begin, boundary.isLine ? offset : start)
      if pending != nil || !before.isEmpty { parts.append((pending, before)) }
      pending = found.label
      last[found.label.style] = found.label
      begin = found.end
      scan.offset = max(scan.offset, found.end)
      scan.isAtLabelEnd = true
    }
    let rest = source.trimmed(begin, source.count)
    if pending != nil || !rest.isEmpty { parts.append((pending, rest)) }
    return (parts, single)
  }

  private static func isAccepted(
    _ label: Label, after last: Label?, at boundary: Boundary
  ) -> Bool {
    switch boundary {
    case .line: return true
    case .labelEnd, .sentence, .space: break
    case .comma:
      guard label.style.isWithinText else { return false }
      return last.map { follows(label, $0) } ?? false
    case .anywhere:
      guard label.style != .circled else { break }
      // （1）制定（2）报送: a number in the midst of words only goes on from the one before.
      guard label.style != .decimal, let last else { return false }
      return label.value == last.value + 1
    }
    guard label.style == .decimal else {
      return label.value == 1 || last.map { follows(label, $0) } ?? false
    }
    guard let last else { return boundary == .labelEnd }
    if label.prefix == last.prefix { return label.value == last.value + 1 }
    return label.value == 1 && label.prefix.count == last.prefix.count
      && label.prefix.first == (last.prefix.first ?? 0) + 1
  }

  /// Whether a label goes on from another; 最后 does so from any of its kind.
  private static func follows(_ label: Label, _ last: Label) -> Bool {
    label.style == .sequence ? label.value > last.value : label.value == last.value + 1
  }

  /// Whether words before a label point at it: 第(1)项, 见(1), 按照(1).
  private static func isReference(in text: UTF8Text, before offset: Int) -> Bool {
    var place = offset
    while place > 0 {
      let (value, start) = text.scalar(before: place)
      guard TextFolding.isSpace(value) else {
        // 征求意见 （2）
        if value == 0x89C1, text.scalar(before: start).value == 0x610F { return false }
        return pointingWords.contains(value) || pointsAtClause(value, in: text, before: start)
      }
      place = start
    }
    return false
  }

  /// Whether 条, 款, 项 or 号 before a label belongs to a number: 第五条（2）, （1）项（2）, 38号（2）.
  private static func pointsAtClause(
    _ value: UInt32, in text: UTF8Text, before offset: Int
  ) -> Bool {
    guard clauseUnits.contains(value), offset > 0 else { return false }
    var place = offset
    let behind = TextFolding.halfWidth(text.scalar(before: place).value)
    if behind == 0x29 { return true }
    var isNumbered = false
    while place > 0 {
      let (number, start) = text.scalar(before: place)
      guard ChineseNumerals.decimal(number) != nil || ChineseNumerals.isNumeral(number) else {
        // 提出建议五条 counts, 第五条 points.
        return isNumbered && (number == 0x7B2C || value == 0x53F7)
      }
      isNumbered = true
      place = start
    }
    return isNumbered && value == 0x53F7
  }

  /// Whether a number in brackets within words counts or points: the （2）名 of 推荐候选人（2）名.
  private static func isCount(in text: UTF8Text, _ style: Style, behind offset: Int) -> Bool {
    guard style == .bracketed || style == .chineseBracketed, offset < text.count else {
      return false
    }
    let (unit, next) = text.scalar(at: offset)
    guard let words = measureWords[unit] else { return false }
    return next >= text.count || !words.contains(text.scalar(at: next).value)
  }

  // 条 款 项 号
  private static let clauseUnits: Set<UInt32> = [0x6761, 0x6B3E, 0x9879, 0x53F7]

  /// Measure words, with what makes them the beginning of another word: 名单, 个人, 次年.
  private static let measureWords: [UInt32: Set<UInt32>] = Dictionary(
    uniqueKeysWithValues: [
      ("款", "项式待"), ("项", "目下"), ("条", "例件目块理线约文款"), ("名", "单额称册录师誉义校牌人"),
      ("人", "员事才数大均力物文民选工身社际格财"), ("个", "人别性案体"), ("次", "年月日数序要学"),
    ].compactMap { unit, words in
      unit.unicodeScalars.first.map { ($0.value, Set(words.unicodeScalars.map(\.value))) }
    })

  // 第 见 按 照 如 上 和 及 与 或 在 、 至 到 - — 为 于 约 件 表 图 章
  private static let pointingWords: Set<UInt32> = [
    0x7B2C, 0x89C1, 0x6309, 0x7167, 0x5982, 0x4E0A, 0x548C, 0x53CA, 0x4E0E, 0x6216, 0x5728,
    0x3001, 0x81F3, 0x5230, 0x2D, 0x2014, 0x4E3A, 0x4E8E, 0x7EA6, 0x4EF6,
    0x8868, 0x56FE, 0x7AE0,
  ]
}

extension Numbering {
  /// What stands before a place where a label may begin.
  enum Boundary {
    case line
    case sentence
    case space
    case comma
    case labelEnd
    case anywhere

    var isLine: Bool { self == .line }
  }

  /// Walks over the places of a text where a label may begin.
  struct BoundaryScan {
    let text: UTF8Text
    var offset = 0
    var isAtLabelEnd = false
    private var isFresh = true

    init(_ text: UTF8Text) { self.text = text }

    /// Whether no digit, letter or mark of a number stands before a digit.
    private func beginsNumber(at place: Int) -> Bool {
      guard place > 0 else { return false }
      return (0x4E00...0x9FFF).contains(text.scalar(before: place).value)
    }

    mutating func next() -> (offset: Int, boundary: Boundary)? {
      if isFresh {
        isFresh = false
        return text.count == 0 ? nil : (0, .line)
      }
      if isAtLabelEnd {
        isAtLabelEnd = false
        let start = text.skippingSpace(from: offset)
        if start < text.count { return (start, .labelEnd) }
      }
      let bytes = text.bytes
      while offset < bytes.count {
        let byte = bytes[offset]
        if (0xE4...0xE9).contains(byte) {
          // Han, before which no label begins.
          offset += 3
          continue
        }
        if byte > 0x3F, byte < 0x5B {
          // A. behind a word
          let start = offset
          offset += 1
          if beginsNumber(at: start) { return (start, .anywhere) }
          continue
        }
        if byte > 0x3F, byte != 0xC2, byte != 0xE2, byte != 0xE3, byte != 0xEF {
          offset += 1
          continue
        }
        let (value, next) = text.scalar(at: offset)
        let start = offset
        offset = next
        if TextFolding.isLineBreak(value) { return (next, .line) }
        if TextFolding.isSpace(value) { return (next, .space) }
        switch TextFolding.halfWidth(value) {
        case 0x3002, 0x3A, 0x3B, 0x21, 0x3F, 0x2026:
          return (text.skippingSpace(from: next), .sentence)
        case 0x2C, 0x3001: return (text.skippingSpace(from: next), .comma)
        case 0x2460...0x249B, 0x2776...0x277F, 0x2160...0x216B, 0x3220...0x3229, 0x28:
          return (start, .anywhere)
        case 0x30...0x39 where beginsNumber(at: start): return (start, .anywhere)
        default: break
        }
      }
      return nil
    }
  }
}
