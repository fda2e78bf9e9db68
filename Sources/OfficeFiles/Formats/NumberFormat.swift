import Foundation
import TaskLedger

/// A number format of a spreadsheet, so far as it decides what a reader sees in a cell.
struct NumberFormat {
  private var tokens: [Token] = []
  private var chineseDigits = false

  private enum Token: Equatable {
    case literal(String)
    case year(Int), month(Int), day(Int), weekday(Int)
    case hour(Int), minute(Int), second(Int), halfDay
    case number(digits: Int, decimals: Int, isGrouped: Bool)
    case percent, general
  }

  /// Whether it shows a day, month or year.
  var isDate: Bool {
    tokens.contains {
      switch $0 {
      case .year, .month, .day, .weekday: true
      default: false
      }
    }
  }

  /// The format behind a number of the standard, as a Chinese edition shows it.
  static func builtIn(_ number: Int) -> NumberFormat? {
    let code: String
    switch number {
    case 1: code = "0"
    case 2: code = "0.00"
    case 3: code = "#,##0"
    case 4: code = "#,##0.00"
    case 9: code = "0%"
    case 10: code = "0.00%"
    case 14: code = "yyyy/m/d"
    case 15: code = "d-mmm-yy"
    case 16: code = "d-mmm"
    case 17: code = "mmm-yy"
    case 18: code = "h:mm AM/PM"
    case 19: code = "h:mm:ss AM/PM"
    case 20: code = "h:mm"
    case 21: code = "h:mm:ss"
    case 22: code = "yyyy/m/d h:mm"
    case 27, 36, 50, 52, 57: code = "yyyy\"年\"m\"月\""
    case 28, 29, 51, 53, 54, 58: code = "m\"月\"d\"日\""
    case 30: code = "m-d-yy"
    case 31: code = "yyyy\"年\"m\"月\"d\"日\""
    case 32: code = "h\"时\"mm\"分\""
    case 33: code = "h\"时\"mm\"分\"ss\"秒\""
    case 34, 55: code = "上午/下午h\"时\"mm\"分\""
    case 35, 56: code = "上午/下午h\"时\"mm\"分\"ss\"秒\""
    case 45: code = "mm:ss"
    case 46: code = "[h]:mm:ss"
    case 47: code = "mm:ss"
    default: return nil
    }
    return NumberFormat(code)
  }

  /// Reads a format code; only its first section counts.
  init(_ code: String) {
    var reader = Reader(text: Array(code.prefix(255)))
    reader.read()
    tokens = reader.tokens
    chineseDigits = reader.chineseDigits
  }

  /// The number as displayed, and its day when the format shows one.
  func text(_ value: Double, since1904: Bool) -> (text: String, date: CivilDate?) {
    guard isDate || tokens.contains(where: Self.isTime) else { return (plain(value), nil) }
    guard value >= 0, value < 2_958_466 else { return (Self.general(value), nil) }
    var days = Int(value)
    var seconds = Int(((value - Double(days)) * 86_400).rounded())
    if seconds >= 86_400 {
      days += 1
      seconds -= 86_400
    }
    let date = Self.day(days, since1904: since1904)
    if isDate, date == nil { return (Self.general(value), nil) }
    var text = ""
    for token in tokens { text += show(token, date: date, days: days, seconds: seconds) }
    return (text, isDate ? date : nil)
  }

  /// The day of a serial number; the 1900 system counts a 29 February 1900 that never was.
  static func day(_ serial: Int, since1904: Bool) -> CivilDate? {
    if since1904 { return CivilDate(dayNumber: serial - 24_107) }
    guard serial >= 1, serial != 60 else { return nil }
    return CivilDate(dayNumber: serial - 25_569 + (serial < 60 ? 1 : 0))
  }

  /// A number without a format: up to 15 digits, without a trailing `.0`.
  static func general(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: "%.15g", value)
  }

  private static func isTime(_ token: Token) -> Bool {
    switch token {
    case .hour, .minute, .second: true
    default: false
    }
  }

  private func plain(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return Self.general(value) }
    let scaled = tokens.contains(.percent) ? value * 100 : value
    var text = scaled < 0 ? "-" : ""
    var hasNumber = false
    for token in tokens {
      switch token {
      case .literal(let literal): text += literal
      case .percent: text += "%"
      case .number(let digits, let decimals, let isGrouped):
        hasNumber = true
        text += Self.fixed(abs(scaled), digits, decimals, isGrouped)
      case .general:
        hasNumber = true
        text += Self.general(abs(scaled))
      default: break
      }
    }
    return hasNumber ? text : Self.general(value)
  }

  private static func fixed(
    _ value: Double, _ digits: Int, _ decimals: Int, _ isGrouped: Bool
  ) -> String {
    let text = String(format: "%.\(min(decimals, 15))f", value)
    let parts = text.split(separator: ".", maxSplits: 1)
    var whole = zeroPadded(Int(parts[0]) ?? 0, min(digits, 20))
    if isGrouped, whole.count > 3 {
      var grouped = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
        grouped.append(digit)
      }
      whole = grouped
    }
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }

  private func show(_ token: Token, date: CivilDate?, days: Int, seconds: Int) -> String {
    switch token {
    case .literal(let text): return text
    case .year(let width):
      let year = date?.year ?? 0
      if chineseDigits { return NumberLabel.text(year, format: "ideographDigital") }
      return width <= 2 ? zeroPadded(year % 100, 2) : zeroPadded(year, 4)
    case .month(let width):
      if width >= 3 { return Self.monthName(date?.month ?? 1, isShort: width == 3) }
      return count(date?.month ?? 0, width)
    case .day(let width): return count(date?.day ?? 0, width)
    case .weekday(let width):
      let day = Array("日一二三四五六")[((date?.dayNumber ?? 0) + 4 + 7_000_000) % 7]
      return width >= 4 ? "星期\(day)" : String(day)
    case .hour(let width):
      let hour = seconds / 3600
      return count(tokens.contains(.halfDay) ? (hour + 11) % 12 + 1 : hour, width)
    case .minute(let width): return zeroPadded(seconds / 60 % 60, min(width, 2))
    case .second(let width): return zeroPadded(seconds % 60, min(width, 2))
    case .halfDay: return seconds < 43_200 ? "上午" : "下午"
    case .number, .percent, .general: return ""
    }
  }

  private func count(_ number: Int, _ width: Int) -> String {
    if chineseDigits { return NumberLabel.text(number, format: "chineseCounting") }
    return zeroPadded(number, min(width, 2))
  }

  private static func monthName(_ month: Int, isShort: Bool) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let name = names[min(max(month, 1), 12) - 1]
    return isShort ? String(name.prefix(3)) : name
  }
}

extension NumberFormat {
  /// Splits a format code into what it shows.
  private struct Reader {
    let text: [Character]
    var tokens: [Token] = []
    var chineseDigits = false
    private var index = 0

    init(text: [Character]) { self.text = text }

    mutating func read() {
      while index < text.count, text[index] != ";" { step() }
      // After an hour and before a second, m means minutes.
      for place in tokens.indices {
        guard case .month(let width) = tokens[place], width <= 2 else { continue }
        let before = tokens[..<place].last { !Self.isLiteral($0) }
        let after = tokens[(place + 1)...].first { !Self.isLiteral($0) }
        if case .hour = before { tokens[place] = .minute(width) }
        if case .second = after { tokens[place] = .minute(width) }
      }
    }

    private static func isLiteral(_ token: Token) -> Bool {
      if case .literal = token { true } else { false }
    }

    private mutating func step() {
      let character = text[index]
      if character == "[" { return bracket() }
      if character == "\"" { return quoted() }
      for (word, token) in [("General", Token.general), ("G/通用格式", .general)] where has(word) {
        return take(word.count, token)
      }
      for word in ["AM/PM", "A/P", "上午/下午"] where has(word) {
        return take(word.count, .halfDay)
      }
      switch character {
      case "\\", "!":
        if index + 1 < text.count { tokens.append(.literal(String(text[index + 1]))) }
        index += 2
      case "_", "*": index += 2
      case "y", "Y", "e", "E": run { .year($0) }
      case "m", "M": run { .month($0) }
      case "d", "D": run { $0 >= 3 ? .weekday($0 + 1) : .day($0) }
      case "a": run { .weekday($0) }
      case "h", "H": run { .hour($0) }
      case "s", "S": run { .second($0) }
      case "0", "#", "?", ".": number()
      case "%": take(1, .percent)
      case "@": take(1, .general)
      default: take(1, .literal(String(character)))
      }
    }

    private func has(_ word: String) -> Bool {
      let word = Array(word)
      return index + word.count <= text.count
        && zip(text[index...], word).allSatisfy { $0 == $1 || $0.uppercased() == $1.uppercased() }
    }

    private mutating func take(_ count: Int, _ token: Token) {
      tokens.append(token)
      index += count
    }

    private mutating func run(_ token: (Int) -> Token) {
      let first = text[index].lowercased()
      var count = 0
      while index < text.count, text[index].lowercased() == first {
        count += 1
        index += 1
      }
      tokens.append(token(count))
    }

    private mutating func number() {
      var digits = 0
      var decimals = 0
      var isGrouped = false
      var isFraction = false
      while index < text.count, "0#?.,".contains(text[index]) {
        switch text[index] {
        case ".": isFraction = true
        case ",": isGrouped = true
        case "0": if isFraction { decimals += 1 } else { digits += 1 }
        default: break
        }
        index += 1
      }
      tokens.append(.number(digits: max(digits, 1), decimals: decimals, isGrouped: isGrouped))
    }

    private mutating func quoted() {
      index += 1
      var literal = ""
      while index < text.count, text[index] != "\"" {
        literal.append(text[index])
        index += 1
      }
      index += 1
      tokens.append(.literal(literal))
    }

    /// A colour, a condition, a locale with its currency sign, elapsed hours or Chinese digits.
    private mutating func bracket() {
      let close = text[index...].firstIndex(of: "]") ?? text.count - 1
      let content = String(text[(index + 1)..<max(close, index + 1)])
      index = close + 1
      if content.hasPrefix("$") {
        let sign = content.dropFirst().prefix { $0 != "-" }
        if !sign.isEmpty { tokens.append(.literal(String(sign))) }
      } else if content.uppercased().hasPrefix("DBNUM") {
        chineseDigits = true
      } else if let first = content.lowercased().first, "hms".contains(first),
        content.lowercased().allSatisfy({ $0 == first })
      {
        tokens.append(first == "h" ? .hour(1) : first == "m" ? .minute(1) : .second(1))
      }
    }
  }
}
