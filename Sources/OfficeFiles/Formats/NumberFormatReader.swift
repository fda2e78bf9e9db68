/// Splits a format code of a spreadsheet into its sections.
struct NumberFormatReader {
  typealias Section = NumberFormat.Section
  typealias Token = NumberFormat.Token

  private let text: [Character]
  private var index = 0
  private var sections: [Section] = []
  private var section = Section()

  /// The sections of a code, at most four; a longer code than Excel takes is cut.
  static func sections(of code: String) -> [Section] {
    // What Windows is set to: the long date and the time.
    if code.hasPrefix("[$-F800]") || code.hasPrefix("[$-x-sysdate]") {
      return sections(of: "yyyy\"年\"m\"月\"d\"日\"")
    }
    if code.hasPrefix("[$-F400]") || code.hasPrefix("[$-x-systime]") {
      return sections(of: "h:mm:ss")
    }
    var reader = NumberFormatReader(text: Array(code.prefix(255)))
    while reader.index < reader.text.count, reader.sections.count < 4 { reader.step() }
    if reader.sections.count < 4 { reader.close() }
    return reader.sections
  }

  private init(text: [Character]) { self.text = text }

  private mutating func close() {
    resolveMinutes()
    sections.append(section)
    section = Section()
  }

  /// After an hour and before a second, m means minutes.
  private mutating func resolveMinutes() {
    func counts(_ token: Token) -> Bool { token.isDate || token.isTime }
    let tokens = section.tokens
    for place in tokens.indices {
      guard case .month(let width) = tokens[place], width <= 2 else { continue }
      let before = tokens[..<place].last(where: counts)
      let after = tokens[(place + 1)...].first(where: counts)
      var isMinute = false
      switch before {
      case .hour: isMinute = true
      case .elapsed(let seconds, _): isMinute = seconds == 3600
      default: break
      }
      switch after {
      case .second: isMinute = true
      case .elapsed(let seconds, _): isMinute = isMinute || seconds == 1
      default: break
      }
      if isMinute { section.tokens[place] = .minute(width) }
    }
  }

  private mutating func step() {
    let character = text[index]
    for (word, token) in Self.words where has(word) { return take(word.count, token) }
    switch character {
    case ";":
      index += 1
      close()
    case "[": bracket()
    case "\"": quoted()
    case "\\", "!":
      if index + 1 < text.count { add(String(text[index + 1])) }
      index += 2
    case "_":
      add(" ")
      index += 2
    case "*": index += 2
    case "e", "E":
      if let sign = next, sign == "+" || sign == "-", section.tokens.contains(where: Self.isPlace) {
        take(2, .exponent(showsPlus: sign == "+"))
      } else {
        run { _ in .year(4) }
      }
    case "y", "Y": run { .year($0) }
    case "m", "M": run { .month($0) }
    case "d", "D":
      // Chinese editions show 周二 for ddd and 星期二 for dddd.
      if text[index...].prefix(while: { $0 == "d" || $0 == "D" }).count == 3 { add("周") }
      run { $0 >= 3 ? .weekday($0) : .day($0) }
    case "a", "A": runOfThree()
    case "h", "H": run { .hour(min($0, 2)) }
    case "s", "S": run { .second(min($0, 2)) }
    case "0", "#", "?": take(1, .place(character))
    case ".": point()
    case ",": take(1, .comma)
    case "%": take(1, .percent)
    case "@": take(1, .words)
    case "/": take(1, .slash)
    default:
      add(String(character))
      index += 1
    }
  }

  private static let words: [([Character], Token)] = [
    (Array("General"), .general), (Array("G/通用格式"), .general), (Array("AM/PM"), .halfDay),
    (Array("A/P"), .halfDay), (Array("上午/下午"), .halfDay),
  ]

  private static func isPlace(_ token: Token) -> Bool {
    if case .place = token { true } else { false }
  }

  private var next: Character? { index + 1 < text.count ? text[index + 1] : nil }

  private func has(_ word: [Character]) -> Bool {
    index + word.count <= text.count
      && zip(text[index...], word).allSatisfy { $0 == $1 || $0.uppercased() == $1.uppercased() }
  }

  private mutating func add(_ literal: String) {
    if case .literal(let before) = section.tokens.last {
      section.tokens[section.tokens.count - 1] = .literal(before + literal)
    } else {
      section.tokens.append(.literal(literal))
    }
  }

  private mutating func take(_ count: Int, _ token: Token) {
    section.tokens.append(token)
    index += count
  }

  private mutating func run(_ token: (Int) -> Token) {
    let first = text[index].lowercased()
    var count = 0
    while index < text.count, text[index].lowercased() == first {
      count += 1
      index += 1
    }
    section.tokens.append(token(count))
  }

  /// `aaa` and `aaaa` are weekdays; a single letter stands for itself.
  private mutating func runOfThree() {
    let count = text[index...].prefix { $0 == "a" || $0 == "A" }.count
    if count >= 3 {
      run { .weekday($0) }
    } else {
      add(String(text[index]))
      index += 1
    }
  }

  /// A decimal point, or the parts of a second behind it.
  private mutating func point() {
    guard section.isTime, let next, next == "0" else { return take(1, .point) }
    let width = text[(index + 1)...].prefix { $0 == "0" }.count
    take(width + 1, .secondFraction(min(width, 3)))
  }

  private mutating func quoted() {
    index += 1
    var literal = ""
    while index < text.count, text[index] != "\"" {
      literal.append(text[index])
      index += 1
    }
    index += 1
    add(literal)
  }

  /// A colour, a condition, a locale with its currency sign, elapsed time or Chinese digits.
  private mutating func bracket() {
    let close = text[index...].firstIndex(of: "]") ?? text.count - 1
    let content = String(text[(index + 1)..<max(close, index + 1)])
    index = close + 1
    let small = content.lowercased()
    if content.hasPrefix("$") {
      let sign = content.dropFirst().prefix { $0 != "-" }
      if !sign.isEmpty { add(String(sign)) }
      if Self.isChinese(content.dropFirst(sign.count + 2)) { section.language = .chinese }
    } else if small.hasPrefix("dbnum") {
      switch small.dropFirst(5) {
      case "1": section.digits = .chinese
      case "2": section.digits = .legal
      case "3": section.digits = .fullWidth
      default: break
      }
    } else if let first = small.first, "hms".contains(first), small.allSatisfy({ $0 == first }) {
      let seconds = first == "h" ? 3600 : first == "m" ? 60 : 1
      section.tokens.append(.elapsed(seconds: seconds, width: min(small.count, 10)))
    } else if let first = small.first, "<>=".contains(first) {
      let sign = small.prefix { "<>=".contains($0) }
      if let number = Double(small.dropFirst(sign.count).trimmingPrefix(" ")), number.isFinite {
        section.condition = NumberFormat.Condition(sign: String(sign), number: number)
      }
    }
  }

  /// Whether a locale is a Chinese one: the last bits of its number name the language.
  private static func isChinese(_ locale: some StringProtocol) -> Bool {
    if let number = UInt32(locale, radix: 16) { return number & 0x3FF == 0x04 }
    return locale.lowercased().hasPrefix("zh")
  }
}
