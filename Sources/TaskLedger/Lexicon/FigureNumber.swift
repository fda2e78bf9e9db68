/// A number with its unit at a place of a text.
struct FigureNumber {
  var value: Int
  var upper: Int?
  var unit = ""
  var start: Int
  var end: Int
  var isChinese: Bool
  /// Whether it can be a figure: a unit follows, and it is no ordinal and no decimal.
  var isFigure = false

  var isPeople: Bool { unit == "名" || unit == "人" || unit == "位" }

  private static let units: [StaticString] = [
    "学时", "课时", "小时", "人次", "人", "名", "个", "次", "%", "位", "项", "场", "篇", "门", "期",
  ]

  /// Reads a number at an offset; nil when none begins there.
  init?(in text: UTF8Text, at offset: Int, from begin: Int, to limit: Int) {
    let isPercent = text.has("百分之", at: offset)
    let start = isPercent ? offset + 9 : offset
    guard let first = FigureNumber.run(in: text, at: start, to: limit) else { return nil }
    self.start = offset
    value = first.value
    end = first.end
    isChinese = first.isChinese
    let before = text.scalar(before: offset).value
    if isPercent {
      unit = "%"
      isFigure = true
      return
    }
    if text.scalar(at: end).value == UInt32(ascii: "."), end < limit,
      let decimals = FigureNumber.run(in: text, at: end + 1, to: limit)
    {
      end = decimals.end
      return
    }
    // 第1次, 每一次, 含40人, A4
    let isLatin =
      before < 0x80 && before != 0 && !"(,;:<=>\"".unicodeScalars.contains { $0.value == before }
    if offset > begin, before == 0x7B2C || before == 0x6BCF || before == 0x542B || isLatin {
      return
    }
    readRange(in: text, to: limit)
    guard let unit = FigureNumber.unit(in: text, at: end) else { return }
    if unit.word == "个", text.has("月", at: unit.end) || text.has("小时", at: unit.end) { return }
    self.unit = unit.word
    end = unit.end
    isFigure = end <= limit
  }

  private mutating func readRange(in text: UTF8Text, to limit: Int) {
    var place = end
    if let unit = FigureNumber.unit(in: text, at: place) { place = unit.end }
    let (mark, next) = text.scalar(at: place)
    let marks: [UInt32] = [0x2D, 0x7E, 0x81F3, 0x5230, 0x2014, 0x2013, 0x301C]
    guard marks.contains(mark), let second = FigureNumber.run(in: text, at: next, to: limit),
      second.value > value, FigureNumber.unit(in: text, at: second.end) != nil
    else { return }
    upper = second.value
    end = second.end
  }

  private static func unit(in text: UTF8Text, at offset: Int) -> (word: String, end: Int)? {
    for unit in units where text.has(unit, at: offset) {
      return ("\(unit)", offset + unit.utf8CodeUnitCount)
    }
    return nil
  }

  /// Where the numerals that begin at an offset end; the offset when none does.
  static func endOfNumerals(in text: UTF8Text, at start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit {
      let (value, next) = text.scalar(at: end)
      guard ChineseNumerals.isNumeral(value) else { break }
      end = next
    }
    return end
  }

  private static func run(
    in text: UTF8Text, at start: Int, to limit: Int
  ) -> (value: Int, end: Int, isChinese: Bool)? {
    guard start < limit else { return nil }
    let first = text.scalar(at: start).value
    let isChinese = ChineseNumerals.isChinese(first)
    guard isChinese || ChineseNumerals.decimal(first) != nil else { return nil }
    var scalars: [UInt32] = []
    var end = start
    // More than nine numerals are no number; they are not gathered.
    while end < limit, scalars.count < 10 {
      let (value, next) = text.scalar(at: end)
      guard
        isChinese ? ChineseNumerals.isChinese(value) : ChineseNumerals.decimal(value) != nil
      else { break }
      scalars.append(value)
      end = next
    }
    guard let value = ChineseNumerals.value(of: scalars) else { return nil }
    return (value, end, isChinese)
  }
}

/// How a number bounds its subject, and where the words of the subject end.
struct FigureBound {
  var relation: Figure.Relation
  var subjectEnd: Int

  private static let words: [(StaticString, Figure.Relation)] = [
    ("不得超过", .atMost), ("不应超过", .atMost), ("不超过", .atMost), ("不得多于", .atMost), ("不多于", .atMost),
    ("不高于", .atMost), ("不大于", .atMost), ("至多", .atMost), ("最多", .atMost), ("≤", .atMost),
    ("<=", .atMost),
    ("不得少于", .atLeast), ("不应少于", .atLeast), ("不少于", .atLeast), ("不得低于", .atLeast),
    ("不低于", .atLeast),
    ("不小于", .atLeast), ("至少", .atLeast), ("最少", .atLeast), ("≥", .atLeast), (">=", .atLeast),
    ("大约", .about), ("约", .about),
  ]

  private static let comparisons: [StaticString] = [
    "低于", "高于", "超过", "少于", "多于", "大于", "小于", "不足", "不到", "不满", "未满", "近", "逾",
    "<", ">",
  ]

  private static let exactly: [StaticString] = [
    "为", "设", "共", "由", "召开", "开展", "举办", "达到", "达", "每年", "每学期", "每月", "是", "有", "各",
  ]

  /// The bound of a number in a clause; nil when the clause does not bound it.
  init?(of number: FigureNumber, in text: UTF8Text, from begin: Int, to end: Int) {
    let word = FigureBound.lastWord(in: text, from: begin, to: number.start)
    subjectEnd = word?.start ?? number.start
    if number.upper != nil {
      relation = .between
      return
    }
    if let word {
      relation = word.relation
      return
    }
    if text.has("左右", at: number.end) || text.has("上下", at: number.end) {
      relation = .about
    } else if text.has("以内", at: number.end) || text.has("以下", at: number.end)
      || text.has("之内", at: number.end)
    {
      relation = .atMost
    } else if text.has("以上", at: number.end) {
      relation = .atLeast
    } else {
      guard FigureBound.isExact(number, in: text, from: begin) else { return nil }
      relation = .exactly
    }
  }

  private static func isExact(
    _ number: FigureNumber, in text: UTF8Text, from begin: Int
  ) -> Bool {
    let hasEnding = { (word: StaticString) in
      number.start - word.utf8CodeUnitCount >= begin
        && text.has(word, at: number.start - word.utf8CodeUnitCount)
    }
    if comparisons.contains(where: hasEnding) { return false }
    if number.unit == "次" { return exactly.contains(where: hasEnding) }
    if number.isPeople { return !number.isChinese || number.unit != "位" }
    return !number.isChinese && exactly.contains(where: hasEnding)
  }

  /// The last bounding word before a number, when nothing but 「…的」 stands between them.
  private static func lastWord(
    in text: UTF8Text, from begin: Int, to end: Int
  ) -> (relation: Figure.Relation, start: Int)? {
    var offset = end
    while offset > begin {
      offset = text.scalar(before: offset).start
      for (word, relation) in words where text.has(word, at: offset) {
        let gap = offset + word.utf8CodeUnitCount
        guard gap <= end else { continue }
        // 至少召开1次
        let isVerb = exactly.contains {
          text.has($0, at: gap) && gap + $0.utf8CodeUnitCount == end
        }
        let isDirect = gap == end || isVerb || text.has("为", at: gap) || text.has("有", at: gap)
        guard isDirect || (end - 3 >= gap && text.has("的", at: end - 3)) else { return nil }
        // 不得超过 holds 超过, 不得少于 holds 少于: the longest word begins first.
        let isLong = relation == .about && offset - 3 >= begin && text.has("大", at: offset - 3)
        return (relation, isLong ? offset - 3 : offset)
      }
    }
    return nil
  }
}
