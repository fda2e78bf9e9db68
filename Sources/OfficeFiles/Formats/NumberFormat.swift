package import TaskLedger

/// A number format of a spreadsheet: what a reader sees of a number in a cell.
///
/// Sections, conditions, placeholders, exponents, fractions, days, times and Chinese digits are
/// shown as Excel shows them; a format that cannot be read shows the plain number.
package struct NumberFormat {
  let sections: [Section]

  /// One of up to four parts of a format, divided by semicolons.
  struct Section {
    var tokens: [Token] = []
    var condition: Condition?
    var digits = Digits.plain
    var language = Language.english

    /// Whether it shows a day, month or year.
    var isDate: Bool { tokens.contains(where: \.isDate) }
    /// Whether it shows a time.
    var isTime: Bool { tokens.contains(where: \.isTime) }
    /// Whether it is for words.
    var isForWords: Bool { tokens.contains(.words) }
  }

  /// Which numbers a section is for, as in `[>=100]`.
  struct Condition: Equatable {
    var sign: String
    var number: Double

    func holds(for value: Double) -> Bool {
      switch sign {
      case "<": value < number
      case "<=": value <= number
      case ">": value > number
      case ">=": value >= number
      case "<>": value != number
      default: value == number
      }
    }
  }

  /// The digits that numbers are written with.
  enum Digits { case plain, chinese, legal, fullWidth }

  /// The language of the names of months.
  enum Language { case english, chinese }

  /// One thing a section shows.
  enum Token: Equatable {
    case literal(String)
    case year(Int), month(Int), day(Int), weekday(Int)
    case hour(Int), minute(Int), second(Int), halfDay
    /// Hours, minutes or seconds since the beginning, as in `[h]`.
    case elapsed(seconds: Int, width: Int)
    /// Tenths, hundredths … of a second.
    case secondFraction(Int)
    /// A place for a digit: `0`, `#` or `?`.
    case place(Character)
    case point, comma, percent, general, words
    case slash
    /// `E+` or `E-`.
    case exponent(showsPlus: Bool)

    var isDate: Bool {
      switch self {
      case .year, .month, .day, .weekday: true
      default: false
      }
    }

    var isTime: Bool {
      switch self {
      case .hour, .minute, .second, .elapsed: true
      default: false
      }
    }
  }

  /// Reads a format code.
  package init(_ code: String) { sections = NumberFormatReader.sections(of: code) }

  /// The number as displayed, and its day when the format shows one.
  package func text(_ value: Double, since1904: Bool) -> (text: String, date: CivilDate?) {
    guard let (section, showsSign) = section(for: value) else {
      return (Self.general(value), nil)
    }
    if section.isDate || section.isTime {
      return DateDisplay.text(value, section, since1904: since1904)
        ?? (Self.general(value), nil)
    }
    let shown = NumberDisplay.text(value, section, showsSign: showsSign)
    return (shown ?? Self.general(value), nil)
  }

  /// The section for a number, and whether it writes the sign of a negative one.
  private func section(for value: Double) -> (Section, showsSign: Bool)? {
    let numeric = sections.filter { !$0.isForWords }
    guard let first = numeric.first else {
      return sections.isEmpty ? nil : (Section(tokens: [.general]), true)
    }
    if numeric.contains(where: { $0.condition != nil }) {
      for (place, section) in numeric.enumerated() {
        guard let condition = section.condition else {
          // The second of two says what is below zero when the first says nothing of it.
          return (section, place == 0 || numeric.count > 2)
        }
        if condition.holds(for: value) {
          let isNegative = condition.sign.hasPrefix("<") && condition.number <= 0
          return (section, !(isNegative && condition.sign != "<>"))
        }
      }
      return nil
    }
    switch numeric.count {
    case 1: return (first, true)
    case 2: return value < 0 ? (numeric[1], false) : (first, true)
    default:
      return value < 0 ? (numeric[1], false) : value == 0 ? (numeric[2], true) : (first, true)
    }
  }

  /// The section for words: the fourth, also where it shows none of them as in `;;;`, or the last that
  /// has a place for them.
  private var wordsSection: Section? {
    sections.count == 4 ? sections[3] : sections.last.flatMap { $0.isForWords ? $0 : nil }
  }

  /// Whether words are shown with others around them, or not at all.
  var writesAroundWords: Bool {
    wordsSection.map { $0.tokens != [.words] } ?? false
  }

  /// Words as displayed: what a format such as `@"部"` writes around them.
  package func text(_ words: String) -> String {
    guard let section = wordsSection else { return words }
    return section.tokens.map { token in
      switch token {
      case .literal(let literal): literal
      case .words, .general: words
      default: ""
      }
    }.joined()
  }

  /// A number without a format: up to 15 digits, without a trailing `.0`.
  static func general(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return DecimalDigits.general(value)
  }

  /// The day of a serial number; the 1900 system counts a 29 February 1900 that never was.
  static func day(_ serial: Int, since1904: Bool) -> CivilDate? {
    if since1904 { return CivilDate(dayNumber: serial - 24_107) }
    guard serial >= 1, serial != 60 else { return nil }
    return CivilDate(dayNumber: serial - 25_569 + (serial < 60 ? 1 : 0))
  }
}

extension NumberFormat {
  /// The format behind a number of the standard, as a Chinese edition shows it; nil is the plain
  /// number.
  package static func builtIn(_ number: Int) -> NumberFormat? {
    let code: String
    switch number {
    case 1: code = "0"
    case 2: code = "0.00"
    case 3: code = "#,##0"
    case 4: code = "#,##0.00"
    case 5, 6: code = "\"¥\"#,##0;\"¥\"-#,##0"
    case 7, 8: code = "\"¥\"#,##0.00;\"¥\"-#,##0.00"
    case 9: code = "0%"
    case 10: code = "0.00%"
    case 11: code = "0.00E+00"
    case 12: code = "# ?/?"
    case 13: code = "# ??/??"
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
    case 37, 38: code = "#,##0 ;(#,##0)"
    case 39, 40: code = "#,##0.00;(#,##0.00)"
    case 41: code = "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "
    case 42: code = "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "
    case 43: code = "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "
    case 44: code = "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ "
    case 45: code = "mm:ss"
    case 46: code = "[h]:mm:ss"
    case 47: code = "mm:ss.0"
    case 48: code = "##0.0E+0"
    case 49: code = "@"
    default: return nil
    }
    return NumberFormat(code)
  }
}
