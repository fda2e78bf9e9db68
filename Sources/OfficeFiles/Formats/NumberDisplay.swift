import Foundation

/// Shows numbers that are neither days nor times.
struct NumberDisplay {
  typealias Section = NumberFormat.Section
  typealias Token = NumberFormat.Token

  private let section: Section
  private var shown = ""

  /// The number as a section shows it; nil when the plain number says more.
  static func text(_ value: Double, _ section: Section, showsSign: Bool) -> String? {
    guard value.isFinite else { return nil }
    var display = NumberDisplay(section: section)
    // A fraction of so large a number says nothing.
    if abs(value) >= 1e9, let slash = section.tokens.firstIndex(of: .slash),
      display.isFraction(around: slash)
    {
      return nil
    }
    var number = DecimalDigits(value)
    for token in section.tokens where token == .percent { number.shift(by: 2) }
    display.show(&number, value)
    return value < 0 && showsSign && display.hasDigit ? "-" + display.shown : display.shown
  }

  private init(section: Section) { self.section = section }

  /// Whether it shows any number but zero.
  private var hasDigit: Bool {
    shown.unicodeScalars.contains { ("1"..."9").contains($0) } || section.digits != .plain
  }

  private mutating func show(_ number: inout DecimalDigits, _ value: Double) {
    let tokens = section.tokens
    if let mark = tokens.firstIndex(where: Self.isExponent) {
      return showExponent(&number, mark)
    }
    if let slash = tokens.firstIndex(of: .slash), isFraction(around: slash) {
      return showFraction(abs(value), slash)
    }
    show(tokens, &number, general: value)
  }

  // MARK: Digits

  /// Shows tokens whose places take the digits of a number.
  private mutating func show(
    _ tokens: [Token], _ number: inout DecimalDigits, general: Double = 0
  ) {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let wholes = tokens[..<point].indices.filter { Self.place(tokens[$0]) != nil }
    let parts = tokens[point...].indices.filter { Self.place(tokens[$0]) != nil }
    let commas = tokens[..<point].indices.filter { tokens[$0] == .comma }
    let isGrouped = commas.contains { comma in
      wholes.contains { $0 < comma } && wholes.contains { $0 > comma }
    }
    // Commas behind the last place leave thousands out.
    let scaling =
      (commas
      + parts.suffix(1).flatMap { last in
        tokens[last...].indices.filter { tokens[$0] == .comma }
      }).filter { comma in !wholes.contains { $0 > comma } && !wholes.isEmpty }.count
    number.shift(by: -3 * scaling)
    number.round(to: parts.count)
    let digits = number.integerDigits
    let fraction = number.fractionDigits(parts.count)
    let kept = (fraction.lastIndex { $0 != 0 } ?? -1) + 1
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let literal): shown += literal
      case .percent: shown += "%"
      case .point: shown += "."
      case .slash: shown += "/"
      case .comma where wholes.isEmpty && parts.isEmpty: shown += ","
      case .general, .words: shown += plain(general)
      case .place(let sign):
        if let order = wholes.firstIndex(of: index) {
          showWhole(sign, wholes.count - 1 - order, isFirst: order == 0, digits, isGrouped)
        } else if let order = parts.firstIndex(of: index) {
          if order < kept || sign == "0" {
            shown += digit(fraction[order])
          } else if sign == "?" {
            shown += " "
          }
        }
      default: break
      }
    }
  }

  /// Shows the digits for a place before the point; the first place takes all that are left.
  private mutating func showWhole(
    _ sign: Character, _ position: Int, isFirst: Bool, _ digits: [UInt8], _ isGrouped: Bool
  ) {
    let highest = isFirst ? max(digits.count - 1, position) : position
    for place in stride(from: highest, through: position, by: -1) {
      if place < digits.count {
        shown += digit(digits[digits.count - 1 - place])
      } else if sign == "0" {
        shown += digit(0)
      } else {
        if sign == "?" { shown += " " }
        continue
      }
      if isGrouped, place > 0, place.isMultiple(of: 3) { shown += "," }
    }
  }

  private func digit(_ value: UInt8) -> String {
    switch section.digits {
    case .plain: String(value)
    case .chinese: NumberLabel.digit(Int(value), isLegal: false)
    case .legal: NumberLabel.digit(Int(value), isLegal: true)
    case .fullWidth: NumberLabel.text(Int(value), format: "decimalFullWidth")
    }
  }

  /// The number without a format, in the digits of the section.
  private func plain(_ value: Double) -> String {
    let text = NumberFormat.general(abs(value))
    guard section.digits != .plain else { return text }
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = Int(parts[0]) else { return text }
    let isChinese = section.digits != .fullWidth
    let first =
      isChinese
      ? NumberLabel.amount(whole, isLegal: section.digits == .legal)
      : String(parts[0]).compactMap(\.wholeNumberValue).map { digit(UInt8($0)) }.joined()
    guard parts.count > 1 else { return first }
    return first + "." + parts[1].compactMap(\.wholeNumberValue).map { digit(UInt8($0)) }.joined()
  }

  // MARK: Exponents

  private mutating func showExponent(_ number: inout DecimalDigits, _ mark: Int) {
    let tokens = section.tokens
    let mantissa = Array(tokens[..<mark])
    let point = mantissa.firstIndex(of: .point) ?? mantissa.endIndex
    let step = max(mantissa[..<point].count { Self.place($0) != nil }, 1)
    let decimals = mantissa[point...].count { Self.place($0) != nil }
    func power(of number: DecimalDigits) -> Int {
      if number.isZero { return 0 }
      let highest = number.whole - 1
      return (highest >= 0 ? highest / step : (highest - step + 1) / step) * step
    }
    var exponent = power(of: number)
    var rounded = number
    rounded.shift(by: -exponent)
    rounded.round(to: decimals)
    if rounded.whole > step { exponent += step }
    number.shift(by: -exponent)
    show(mantissa, &number)
    shown += "E"
    if exponent < 0 {
      shown += "-"
    } else if tokens[mark] == .exponent(showsPlus: true) {
      shown += "+"
    }
    var power = DecimalDigits(Double(exponent))
    show(Array(tokens[(mark + 1)...]), &power)
  }

  // MARK: Fractions

  private func isFraction(around slash: Int) -> Bool {
    slash > 0 && Self.place(section.tokens[slash - 1]) != nil && denominator(behind: slash) != nil
  }

  /// The denominator of a fraction.
  private struct Denominator {
    /// The one that the format names.
    var fixed: Int?
    /// The largest that its places allow.
    var largest: Int
    /// The first token behind it.
    var end: Int
    /// The words right behind a denominator that is named.
    var words = ""
  }

  /// The denominator a format names, or the largest one its places allow.
  private func denominator(behind slash: Int) -> Denominator? {
    let rest = section.tokens[(slash + 1)...]
    if case .literal(let text) = rest.first, Self.digits(of: text) > 0 {
      return named(behind: slash)
    }
    let places = rest.prefix { Self.place($0) != nil }.count
    guard (1...6).contains(places) else { return nil }
    let largest = [9, 99, 999, 9999, 9999, 9999][places - 1]
    return Denominator(largest: largest, end: slash + 1 + places)
  }

  /// How many digits begin a text.
  private static func digits(of text: String) -> Int {
    text.prefix { $0.isASCII && $0.isNumber }.count
  }

  /// The denominator that digits name, as in `# ??/100`, where zeros look like places.
  private func named(behind slash: Int) -> Denominator? {
    var digits = ""
    var end = slash + 1
    var words = ""
    while end < section.tokens.count, words.isEmpty {
      if Self.place(section.tokens[end]) == "0" {
        digits += "0"
      } else if case .literal(let text) = section.tokens[end], Self.digits(of: text) > 0 {
        digits += text.prefix(Self.digits(of: text))
        words = String(text.dropFirst(Self.digits(of: text)))
      } else {
        break
      }
      end += 1
    }
    guard digits.count < 7, let number = Int(digits), number > 0 else { return nil }
    return Denominator(fixed: number, largest: number, end: end, words: words)
  }

  private mutating func showFraction(_ value: Double, _ slash: Int) {
    let tokens = section.tokens
    guard let named = denominator(behind: slash) else { return }
    var start = slash
    while start > 0, Self.place(tokens[start - 1]) != nil { start -= 1 }
    let hasWhole = tokens[..<start].contains { Self.place($0) != nil }
    var whole = hasWhole ? value.rounded(.down) : 0
    let rest = value - whole
    var best = (over: 0.0, under: 1.0, gap: Double.infinity)
    for under in named.fixed.map({ $0...$0 }) ?? 1...named.largest {
      let over = (rest * Double(under)).rounded()
      let gap = abs(rest - over / Double(under))
      if gap < best.gap - 1e-12 { best = (over, Double(under), gap) }
    }
    if hasWhole, best.over == best.under {
      whole += 1
      best.over = 0
    }
    let isWhole = hasWhole && best.over == 0
    var number = DecimalDigits(whole)
    // Nothing else shows a whole number of zero beside a fraction.
    if isWhole, whole == 0 { shown += "0" } else { show(Array(tokens[..<start]), &number) }
    if !isWhole { shown += "\(Int(best.over))/\(Int(best.under))" }
    shown += named.words
    var none = DecimalDigits(0)
    show(Array(tokens[named.end...]), &none)
  }

  // MARK: Tokens

  private static func place(_ token: Token) -> Character? {
    if case .place(let sign) = token { sign } else { nil }
  }

  private static func isExponent(_ token: Token) -> Bool {
    if case .exponent = token { true } else { false }
  }
}
