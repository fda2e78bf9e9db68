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
  /// The places before which white space stood.
  private let breaks: Set<Int>
  private var place = 0

  private init(_ scalars: [UInt32], breaks: Set<Int>) {
    (self.scalars, self.breaks) = (scalars, breaks)
  }

  /// The tokens of a folded text, and whether letters were read as the digits they look like.
  ///
  /// White space is passed over, but parts two numbers, and two times that follow each other.
  static func tokens(of folded: String) -> (tokens: [DeadlineToken], isMisread: Bool) {
    var scalars: [UInt32] = []
    var breaks: Set<Int> = []
    for scalar in folded.unicodeScalars {
      if TextFolding.isSpace(scalar.value) {
        breaks.insert(scalars.count)
        continue
      }
      let value = dashes.contains(scalar.value) ? UInt32(ascii: "-") : scalar.value
      // A dash of two strokes is one range.
      if value == UInt32(ascii: "-"), scalars.last == value { continue }
      scalars.append(value)
    }
    mendZeros(&scalars)
    let isMisread = mendDigits(&scalars)
    var lexer = DeadlineLexer(scalars, breaks: breaks)
    var result: [DeadlineToken] = []
    var starts: [Int] = []
    while lexer.place < scalars.count {
      starts.append(lexer.place)
      result.append(contentsOf: lexer.next())
      while starts.count < result.count { starts.append(-1) }
    }
    return (separated(result, starts, breaks), isMisread)
  }

  // ‐ ‑ ‒ – — ― − ─ ━ 〜 ～ ﹣
  private static let dashes: Set<UInt32> = [
    0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0x2501, 0x301C, 0x7E, 0xFE63,
    0x30FC, 0x223C,
  ]

  /// Replaces the letter that is typed for 〇 between Chinese digits: 二O二O年.
  private static func mendZeros(_ scalars: inout [UInt32]) {
    for index in scalars.indices.dropFirst().dropLast() {
      guard scalars[index] == 0x4F || scalars[index] == 0x6F else { continue }  // O o
      let (before, behind) = (scalars[index - 1], scalars[index + 1])
      let isBefore = ChineseNumerals.isChinese(before)
      if isBefore, ChineseNumerals.isChinese(behind) || behind == 0x5E74 {  // 年
        scalars[index] = 0x3007
      }
    }
  }

  /// Replaces letters that scanning leaves for digits: 2O2O年, l0月.
  private static func mendDigits(_ scalars: inout [UInt32]) -> Bool {
    func digit(_ value: UInt32) -> UInt32? {
      switch value {
      case 0x4F, 0x6F: 0x30  // O o
      case 0x49, 0x6C, 0x7C: 0x31  // I l |
      default: nil
      }
    }
    func isLetter(_ value: UInt32) -> Bool {
      (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
    var isMended = false
    var start = 0
    while start < scalars.count {
      var end = start
      var hasDigit = false
      var hasLetter = false
      while end < scalars.count {
        let isDigit = ChineseNumerals.decimal(scalars[end]) != nil
        guard isDigit || digit(scalars[end]) != nil else { break }
        hasDigit = hasDigit || isDigit
        hasLetter = hasLetter || !isDigit
        end += 1
      }
      let isInWord =
        (start > 0 && isLetter(scalars[start - 1]))
        || (end < scalars.count && isLetter(scalars[end]))
      if hasDigit, hasLetter, !isInWord {
        for index in start..<end { scalars[index] = digit(scalars[index]) ?? scalars[index] }
        isMended = true
      }
      start = max(end, start + 1)
    }
    return isMended
  }

  /// Puts a pause where white space stands between two times, and a fault between two numbers.
  private static func separated(
    _ tokens: [DeadlineToken], _ starts: [Int], _ breaks: Set<Int>
  ) -> [DeadlineToken] {
    var result: [DeadlineToken] = []
    for (index, token) in tokens.enumerated() {
      if index > 0, breaks.contains(starts[index]) {
        if case .number = tokens[index - 1], case .number = token {
          result.append(.unknown)
        } else if endsTime(tokens[index - 1]), beginsTime(tokens, at: index) {
          result.append(.word(.pause))
        }
      }
      result.append(token)
    }
    return result
  }

  private static func endsTime(_ token: DeadlineToken) -> Bool {
    switch token {
    case .number, .unknown: false
    case .numericDate, .monthDay: true
    case .word(.range), .word(.list), .word(.ordinalMark), .word(.each), .word(.since),
      .word(.latest), .word(.moved), .word(.planned), .word(.label), .word(.open):
      false
    case .word: true
    }
  }

  private static func beginsTime(_ tokens: [DeadlineToken], at index: Int) -> Bool {
    let next = index + 1 < tokens.count ? tokens[index + 1] : .unknown
    switch tokens[index] {
    case .number(_, let width):
      if isListNumber(tokens, at: index) { return true }
      if next == .word(.year) { return width == 4 || width == 2 }
      let isMonth = next == .word(.month)
      return isMonth && tokens[index - 1] != .word(.year)
    case .numericDate, .monthDay, .word(.each), .word(.rhythm): return true
    default: return false
    }
  }

  /// Whether the number of a list stands at a place: the 2 of 1.6月底前 2.9月底前.
  private static func isListNumber(_ tokens: [DeadlineToken], at index: Int) -> Bool {
    guard case .number(_, width: 1) = tokens[index], index + 2 < tokens.count,
      tokens[index + 1] == .word(.dot), case .number = tokens[index + 2]
    else { return false }
    return true
  }

  private mutating func next() -> [DeadlineToken] {
    let first = scalars[place]
    // 元月
    if first == 0x5143, scalar(at: place + 1) == 0x6708 {
      place += 2
      return [.number(1, width: 0), .word(.month)]
    }
    for (word, meaning) in DeadlineWords.byFirst[first] ?? []
    where scalars[place...].starts(with: word) {
      place += word.count
      return [.word(meaning)]
    }
    // 十一前 and 十一之前 are no numerals.
    if scalars[place...].starts(with: [0x5341, 0x4E00]),
      [[0x524D], [0x4E4B, 0x524D], [0x4EE5, 0x524D]].contains(where: {
        scalars[(place + 2)...].starts(with: $0)
      })
    {
      place += 2
      return [.word(.holiday(month: 10, day: 1))]
    }
    // 2020-12-31T00:00:00
    if first == UInt32(ascii: "T"), let time = digits(at: place + 1),
      scalar(at: time.end) == UInt32(ascii: ":")
    {
      place += 1
    }
    if let digits = digits(at: place) { return [numeric(digits)] }
    let end = endOfChineseNumeral()
    if end > place, let value = ChineseNumerals.value(of: Array(scalars[place..<end])) {
      let run = scalars[place..<end]
      let isByDigits = run.allSatisfy { ChineseNumerals.value(of: [$0]).map { $0 < 10 } ?? false }
      place = end
      if let clock = clock(hour: value) { return [clock] }
      return [.number(value, width: isByDigits ? run.count : 0)]
    }
    place += 1
    return [.unknown]
  }

  private func scalar(at offset: Int) -> UInt32? {
    offset < scalars.count ? scalars[offset] : nil
  }

  private func endOfChineseNumeral() -> Int {
    guard ChineseNumerals.isChinese(scalars[place]) else { return place }
    var end = place + 1
    while end < scalars.count, end - place < 10, ChineseNumerals.isNumeral(scalars[end]),
      !breaks.contains(end), !isClock(at: end)
    {
      end += 1
    }
    return end
  }

  /// Whether a clock time stands at a place: the 17:00 of 周五17:00.
  private func isClock(at offset: Int) -> Bool {
    digits(at: offset).map { scalar(at: $0.end) == UInt32(ascii: ":") } ?? false
  }

  private struct Digits {
    var value: Int
    var width: Int
    var end: Int
  }

  private func digits(at start: Int) -> Digits? {
    var end = start
    var value = 0
    while end < scalars.count, end - start < 9, end == start || !breaks.contains(end),
      let digit = ChineseNumerals.decimal(scalars[end])
    {
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
    guard let mark = scalar(at: place) else { return .number(first.value, width: first.width) }
    if mark == UInt32(ascii: "%") {
      place += 1
      return .word(.filler)
    }
    if mark == UInt32(ascii: ":"), digits(at: place + 1).map({ $0.width == 2 }) ?? false,
      first.value <= 24
    {
      while scalar(at: place) == mark, let more = digits(at: place + 1) { place = more.end }
      return .word(.clockTime)
    }
    if let clock = clock(hour: first.value) { return clock }
    return dotted(first, mark) ?? .number(first.value, width: first.width)
  }

  /// Reads the rest of 17时, 17点30分 and 5点半; midnight ends the day before and is unknown.
  private mutating func clock(hour: Int) -> DeadlineToken? {
    guard let mark = scalar(at: place), mark == 0x70B9 || mark == 0x65F6 else { return nil }
    place += 1
    if scalar(at: place) == 0x949F { place += 1 }  // 点钟
    if scalar(at: place) == 0x534A {  // 半
      place += 1
    } else if let minutes = digits(at: place), scalar(at: minutes.end) == 0x5206 {  // 分
      place = minutes.end + 1
    }
    return (1...24).contains(hour) ? .word(.clockTime) : .unknown
  }

  private mutating func dotted(_ first: Digits, _ mark: UInt32) -> DeadlineToken? {
    let marks = [UInt32(ascii: "."), UInt32(ascii: "-"), UInt32(ascii: "/")]
    guard marks.contains(mark), let second = digits(at: place + 1), second.width <= 2 else {
      return nil
    }
    if scalar(at: second.end) == UInt32(ascii: "%"), mark == marks[0] {
      place = second.end + 1
      return .word(.filler)
    }
    var third: Digits?
    if scalar(at: second.end) == mark {
      third = digits(at: second.end + 1).flatMap { $0.width <= 2 ? $0 : nil }
      // 2020-9-12月 is a range of months.
      if let end = third?.end, scalar(at: end) == 0x6708 { third = nil }
    }
    if first.width == 4, (1900...2199).contains(first.value), (1...12).contains(second.value) {
      let behind = scalar(at: second.end) ?? 0
      if third == nil, behind == 0x5B66 || behind == 0x5E74 { return nil }  // 学年 年
      place = third?.end ?? second.end
      return .numericDate(year: first.value, month: second.value, day: third?.value)
    }
    guard mark == marks[0], first.width <= 2 else { return nil }
    if let third, (15...49).contains(first.value), (1...12).contains(second.value) {
      place = third.end
      return .numericDate(year: 2000 + first.value, month: second.value, day: third.value)
    }
    // 1.6月底前 is the first of a list and no day.
    guard third == nil, (1...12).contains(first.value), (1...31).contains(second.value),
      scalar(at: second.end) != 0x6708
    else { return nil }
    place = second.end
    return .monthDay(month: first.value, day: second.value)
  }
}
