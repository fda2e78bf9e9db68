/// One token of a deadline.
enum DeadlineToken: Equatable {
  /// A number and how many digits it is written with; 0 for Chinese numerals with units.
  case number(Int, width: Int)
  /// `2020.10.15`, `2020-10`, `20201015`.
  case numericDate(year: Int, month: Int, day: Int?)
  /// `10.15`.
  case monthDay(month: Int, day: Int)
  case word(DeadlineWord)
  case unknown
}

/// Cuts the words of a deadline into tokens.
struct DeadlineLexer {
  private let scalars: [UInt32]
  private var place = 0

  private init(_ scalars: [UInt32]) { self.scalars = scalars }

  /// The tokens of a folded text.
  ///
  /// White space is passed over, but not between two digits, where it parts two numbers.
  static func tokens(of folded: String) -> [DeadlineToken] {
    var scalars: [UInt32] = []
    var isAfterSpace = false
    for scalar in folded.unicodeScalars {
      if TextFolding.isSpace(scalar.value) {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, ChineseNumerals.decimal(scalar.value) != nil,
        scalars.last.flatMap(ChineseNumerals.decimal) != nil
      {
        scalars.append(0x20)
      }
      // 2020年9月底前 每学期: what comes back again stands apart from what comes before it.
      if isAfterSpace, scalar.value == 0x6BCF { scalars.append(UInt32(ascii: ",")) }
      isAfterSpace = false
      let value = dashes.contains(scalar.value) ? UInt32(ascii: "-") : scalar.value
      // A dash of two strokes is one range.
      if value == UInt32(ascii: "-"), scalars.last == value { continue }
      scalars.append(value)
    }
    var lexer = DeadlineLexer(scalars)
    var result: [DeadlineToken] = []
    while let token = lexer.next() { result.append(token) }
    return result
  }

  // ‐ ‑ ‒ – — ― − ─ ━ 〜 ～ ﹣
  private static let dashes: Set<UInt32> = [
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0x2501, 0x301C, 0x7E, 0xFE63,
    0x30FC, 0x223C,
  ]

  private mutating func next() -> DeadlineToken? {
    guard place < scalars.count else { return nil }
    let first = scalars[place]
    for (word, meaning) in DeadlineWords.byFirst[first] ?? []
    where scalars[place...].starts(with: word) {
      place += word.count
      return .word(meaning)
    }
    if first == 0x20, let time = digits(at: place + 1), time.end < scalars.count,
      scalars[time.end] == UInt32(ascii: ":")
    {
      place += 1
    }
    if let digits = digits(at: place) { return numeric(digits) }
    let end = endOfChineseNumeral()
    if end > place, let value = ChineseNumerals.value(of: Array(scalars[place..<end])) {
      let run = scalars[place..<end]
      let isByDigits = run.allSatisfy { ChineseNumerals.value(of: [$0]).map { $0 < 10 } ?? false }
      place = end
      return .number(value, width: isByDigits ? run.count : 0)
    }
    place += 1
    return .unknown
  }

  private func endOfChineseNumeral() -> Int {
    guard ChineseNumerals.isChinese(scalars[place]) else { return place }
    var end = place + 1
    while end < scalars.count, ChineseNumerals.isNumeral(scalars[end]) { end += 1 }
    return end
  }

  private struct Digits {
    var value: Int
    var width: Int
    var end: Int
  }

  private func digits(at start: Int) -> Digits? {
    var end = start
    var value = 0
    while end < scalars.count, end - start < 9, let digit = ChineseNumerals.decimal(scalars[end]) {
      value = value * 10 + digit
      end += 1
    }
    return end > start ? Digits(value: value, width: end - start, end: end) : nil
  }

  private mutating func numeric(_ first: Digits) -> DeadlineToken {
    place = first.end
    if first.width == 8, (1900...2199).contains(first.value / 10_000) {
      return .numericDate(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    }
    if first.width == 6, (1900...2199).contains(first.value / 100) {
      return .numericDate(year: first.value / 100, month: first.value % 100, day: nil)
    }
    guard place < scalars.count else { return .number(first.value, width: first.width) }
    let mark = scalars[place]
    if mark == UInt32(ascii: ":"), digits(at: place + 1) != nil {
      while place < scalars.count, scalars[place] == mark, let more = digits(at: place + 1) {
        place = more.end
      }
      return .word(.clockTime)
    }
    if mark == 0x70B9 || mark == 0x65F6 {  // 17点, 17时
      place += 1
      return .word(.clockTime)
    }
    return dotted(first, mark) ?? .number(first.value, width: first.width)
  }

  private mutating func dotted(_ first: Digits, _ mark: UInt32) -> DeadlineToken? {
    let marks = [UInt32(ascii: "."), UInt32(ascii: "-"), UInt32(ascii: "/")]
    guard marks.contains(mark), let second = digits(at: place + 1), second.width <= 2 else {
      return nil
    }
    var third: Digits?
    if second.end < scalars.count, scalars[second.end] == mark {
      third = digits(at: second.end + 1).flatMap { $0.width <= 2 ? $0 : nil }
      // 2020-9-12月 is a range of months.
      if let end = third?.end, end < scalars.count, scalars[end] == 0x6708 { third = nil }
    }
    if first.width == 4, (1900...2199).contains(first.value), (1...12).contains(second.value) {
      let behind = second.end < scalars.count ? scalars[second.end] : 0
      if third == nil, behind == 0x5B66 || behind == 0x5E74 { return nil }  // 学年 年
      place = third?.end ?? second.end
      return .numericDate(year: first.value, month: second.value, day: third?.value)
    }
    guard mark == marks[0], first.width <= 2 else { return nil }
    if let third, (15...49).contains(first.value), (1...12).contains(second.value) {
      place = third.end
      return .numericDate(year: 2000 + first.value, month: second.value, day: third.value)
    }
    guard third == nil, (1...12).contains(first.value), (1...31).contains(second.value) else {
      return nil
    }
    place = second.end
    return .monthDay(month: first.value, day: second.value)
  }
}
