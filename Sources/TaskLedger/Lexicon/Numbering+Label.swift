extension Numbering {
  /// The label that stands at an offset, and where the text behind it begins.
  static func label(in text: UTF8Text, at start: Int) -> (label: Label, end: Int)? {
    let (first, next) = text.folded(at: start)
    if let found = enclosed(first) {
      return made(found.style, found.value, in: text, start, next)
    }
    if first == UInt32(ascii: "("),
      let found = bracketed(in: text, start: start, inner: next)
    {
      return found
    }
    if let found = letter(in: text, at: start) { return found }
    if let found = sequence(in: text, at: start) { return found }
    if first == ordinalMark { return ordinal(in: text, start: start, inner: next) }
    if ChineseNumerals.decimal(first) != nil { return arabic(in: text, start: start) }
    if ChineseNumerals.isChinese(first) { return chinese(in: text, start: start) }
    return nil
  }

  /// `A.`, `a)`, `(b)`, `Ⅰ、`; `A、B两类` is a list and `A.B` a name.
  private static func letter(in text: UTF8Text, at start: Int) -> (label: Label, end: Int)? {
    let (first, next) = text.folded(at: start)
    let isOpen = first == UInt32(ascii: "(")
    let inner = isOpen ? text.skippingSpace(from: next) : start
    let (sign, behind) = text.folded(at: inner)
    guard let (style, value) = lettered(sign) else { return nil }
    let (mark, end) = text.folded(at: spaceSkipped(text, behind))
    if isOpen {
      return mark == UInt32(ascii: ")") ? made(style, value, in: text, start, end) : nil
    }
    switch mark {
    case UInt32(ascii: ")"): return made(style, value, in: text, start, end)
    case UInt32(ascii: "."), 0x3001:
      let (following, _) = text.folded(at: end)
      let isWord =
        lettered(following) != nil || ChineseNumerals.decimal(following) != nil
        || following == UInt32(ascii: ".")
      return isWord ? nil : made(style, value, in: text, start, end)
    default: return nil
    }
  }

  private static func lettered(_ value: UInt32) -> (style: Style, value: Int)? {
    switch value {
    case 0x41...0x5A: (.letter, Int(value - 0x41) + 1)
    case 0x61...0x7A: (.letter, Int(value - 0x61) + 1)
    case 0x2160...0x216B: (.roman, Int(value - 0x2160) + 1)
    case 0x2170...0x217B: (.roman, Int(value - 0x2170) + 1)
    default: nil
    }
  }

  /// `首先，`, `其次，`, `再次，`, `最后，`
  private static func sequence(in text: UTF8Text, at start: Int) -> (label: Label, end: Int)? {
    for (word, value, needsPause) in sequenceWords where text.has(word, at: start) {
      let end = start + word.utf8CodeUnitCount
      let behind = pauseSkipped(text, end)
      guard behind > end || !needsPause else { return nil }
      return made(.sequence, value, in: text, start, behind)
    }
    return nil
  }

  private static let sequenceWords: [(word: StaticString, value: Int, needsPause: Bool)] = [
    ("首先", 1, false), ("其次", 2, false), ("再次", 3, true), ("最后", 4, true),
  ]

  /// Behind the pause that follows a label: ，、：.
  private static func pauseSkipped(_ text: UTF8Text, _ offset: Int) -> Int {
    let (mark, end) = text.folded(at: offset)
    let pauses: [UInt32] = [0x3001, 0x2C, 0x3A, 0x2E]
    return pauses.contains(mark) ? end : offset
  }

  /// The run of numerals at an offset.
  struct Run {
    var value: Int
    var length: Int
    var end: Int
  }

  static func decimalRun(in text: UTF8Text, at start: Int, limit: Int = 5) -> Run? {
    run(in: text, at: start, limit: limit) { ChineseNumerals.decimal($0) != nil }
  }

  static func chineseRun(in text: UTF8Text, at start: Int) -> Run? {
    run(in: text, at: start, limit: 4, ChineseNumerals.isChinese)
  }

  private static func run(
    in text: UTF8Text, at start: Int, limit: Int, _ belongs: (UInt32) -> Bool
  ) -> Run? {
    var scalars: [UInt32] = []
    var end = start
    while end < text.count, scalars.count <= limit {
      let (value, next) = text.folded(at: end)
      guard belongs(value) else { break }
      scalars.append(value)
      end = next
    }
    guard scalars.count <= limit, let value = ChineseNumerals.value(of: scalars) else { return nil }
    return Run(value: value, length: scalars.count, end: end)
  }

  private static func bracketed(
    in text: UTF8Text, start: Int, inner: Int
  ) -> (label: Label, end: Int)? {
    let open = text.skippingSpace(from: inner)
    let isArabic = ChineseNumerals.decimal(text.scalar(at: open).value) != nil
    guard
      let number = isArabic
        ? decimalRun(in: text, at: open, limit: 3) : chineseRun(in: text, at: open)
    else { return nil }
    let (close, end) = text.folded(at: text.skippingSpace(from: number.end))
    guard close == UInt32(ascii: ")") else { return nil }
    return made(isArabic ? .bracketed : .chineseBracketed, number.value, in: text, start, end)
  }

  private static func arabic(in text: UTF8Text, start: Int) -> (label: Label, end: Int)? {
    guard let number = decimalRun(in: text, at: start) else { return nil }
    let (mark, end) = text.folded(at: spaceSkipped(text, number.end))
    switch mark {
    case UInt32(ascii: "."):
      guard ChineseNumerals.decimal(text.scalar(at: end).value) != nil else {
        return made(.dotted, number.value, in: text, start, end)
      }
      if beginsYear(in: text, at: end) || number.length <= 2 && beginsText(in: text, at: end) {
        return made(.dotted, number.value, in: text, start, end)
      }
      return decimal(in: text, start: start, first: number, dot: end)
    case 0x3001:
      // 1、3、5班 is a list of numbers, 1、2020年 an item.
      if let behind = decimalRun(in: text, at: end), behind.length <= 2 { return nil }
      return made(.comma, number.value, in: text, start, end)
    case UInt32(ascii: ")"):
      return made(.closing, number.value, in: text, start, end)
    default:
      return nil
    }
  }

  private static func decimal(
    in text: UTF8Text, start: Int, first: Run, dot: Int
  ) -> (label: Label, end: Int)? {
    var numbers = [first.value]
    var end = dot
    while numbers.count < 4, let number = decimalRun(in: text, at: end, limit: 2) {
      numbers.append(number.value)
      end = number.end
      let (mark, behind) = text.folded(at: end)
      guard mark == UInt32(ascii: ".") || mark == 0x3001 else { break }
      end = behind
      if mark == 0x3001 { break }
    }
    guard first.length <= 2, numbers.count > 1, let last = numbers.last,
      !measuringWords.contains(text.folded(at: text.skippingSpace(from: end)).value)
    else { return nil }
    var found = made(.decimal, last, in: text, start, end)
    found?.label.prefix = Array(numbers.dropLast())
    return found
  }

  private static func chinese(in text: UTF8Text, start: Int) -> (label: Label, end: Int)? {
    guard let number = chineseRun(in: text, at: start) else { return nil }
    let (mark, end) = text.folded(at: spaceSkipped(text, number.end))
    switch mark {
    case 0x3001, UInt32(ascii: "."):
      // 一、二年级 is a list of numbers.
      if let behind = chineseRun(in: text, at: end), behind.value == number.value + 1 {
        return nil
      }
      return made(.chinese, number.value, in: text, start, end)
    case 0x662F: return made(.point, number.value, in: text, start, end)
    case 0x8981: return made(.must, number.value, in: text, start, end)
    default: return nil
    }
  }

  private static func ordinal(
    in text: UTF8Text, start: Int, inner: Int
  ) -> (label: Label, end: Int)? {
    let isArabic = ChineseNumerals.decimal(text.scalar(at: inner).value) != nil
    guard
      let number = isArabic
        ? decimalRun(in: text, at: inner, limit: 3) : chineseRun(in: text, at: inner)
    else { return nil }
    var (mark, end) = text.folded(at: number.end)
    if mark == 0x6B65 {  // 第一步
      guard text.folded(at: end).value != 0x9AA4 else { return nil }  // 骤
      return made(.step, number.value, in: text, start, pauseSkipped(text, end))
    }
    if mark == 0x6761 {  // 第一条
      (mark, end) = text.folded(at: end)
    }
    let separators: [UInt32] = [0x3001, 0x3002, 0x2C, 0x2E, 0x3A]
    guard separators.contains(mark) || TextFolding.isSpace(mark) else { return nil }
    return made(.ordinal, number.value, in: text, start, end)
  }

  private static func made(
    _ style: Style, _ value: Int, in text: UTF8Text, _ start: Int, _ end: Int
  ) -> (label: Label, end: Int)? {
    guard value >= 1 else { return nil }
    return (Label(style: style, value: value, text: text.trimmed(start, end)), end)
  }

  /// A year such as 2020年 directly behind a dot: `1.2020年底前` is item 1.
  private static func beginsYear(in text: UTF8Text, at offset: Int) -> Bool {
    guard let number = decimalRun(in: text, at: offset), number.length == 4 else { return false }
    return text.has("年", at: text.skippingSpace(from: number.end))
  }

  /// A month or a long number of things directly behind a dot: `2.6月中旬` is item 2, and so is
  /// `2.100门`; `1.125倍` is a quantity.
  private static func beginsText(in text: UTF8Text, at offset: Int) -> Bool {
    guard let number = decimalRun(in: text, at: offset) else { return false }
    if number.length <= 2 {
      return (1...12).contains(number.value) && text.has("月", at: number.end)
    }
    let (next, _) = text.folded(at: number.end)
    return (0x4E00...0x9FFF).contains(next) && !measuringWords.contains(next)
  }

  private static func spaceSkipped(_ text: UTF8Text, _ offset: Int) -> Int {
    text.scalar(at: offset).value == 0x20 ? offset + 1 : offset
  }

  private static func enclosed(_ value: UInt32) -> (style: Style, value: Int)? {
    switch value {
    case 0x2460...0x2473: (.circled, Int(value - 0x2460) + 1)
    case 0x2776...0x277F: (.circled, Int(value - 0x2776) + 1)
    case 0x2474...0x2487: (.bracketed, Int(value - 0x2474) + 1)
    case 0x2488...0x249B: (.dotted, Int(value - 0x2488) + 1)
    case 0x3220...0x3229: (.chineseBracketed, Int(value - 0x3220) + 1)
    default: nil
    }
  }

  private static let ordinalMark: UInt32 = 0x7B2C  // 第

  /// What makes `1.5` a quantity: 倍 万 亿 元 个 人 年 月 日 次 小时 天 ％ 米 平方米 公里 余 多 吨 亩.
  private static let measuringWords: Set<UInt32> = [
    0x500D, 0x4E07, 0x4EBF, 0x5143, 0x4E2A, 0x4EBA, 0x5E74, 0x6708, 0x65E5, 0x6B21, 0x5C0F,
    0x5929, 0x25, 0x7C73, 0x5206, 0x2030, 0x53F7, 0x5E73, 0x516C, 0x4F59, 0x591A, 0x5428, 0x4EA9,
  ]
}

extension UInt32 {
  /// The code of an ASCII character.
  init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
