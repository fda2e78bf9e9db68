import TaskLedger

/// Shows numbers as days and times.
struct DateDisplay {
  private let section: NumberFormat.Section
  private let date: CivilDate?
  /// Seconds since the beginning of the calendar, and thousandths of the last one.
  private let seconds: Int
  private let thousandths: Int

  /// The number as a section with days or times shows it; nil when it is none of the calendar's.
  static func text(
    _ value: Double, _ section: NumberFormat.Section, since1904: Bool
  ) -> (text: String, date: CivilDate?)? {
    guard value >= 0, value < 2_958_466 else { return nil }
    let places =
      section.tokens.map {
        if case .secondFraction(let width) = $0 { width } else { 0 }
      }.max() ?? 0
    let unit = [1000, 100, 10, 1][min(places, 3)]
    let parts = Int((value * 86_400_000).rounded())
    let thousandths = (parts + unit / 2) / unit * unit
    let seconds = thousandths / 1000
    let date = NumberFormat.day(seconds / 86_400, since1904: since1904)
    if section.isDate, date == nil { return nil }
    let display = DateDisplay(
      section: section, date: date, seconds: seconds, thousandths: thousandths % 1000)
    return (section.tokens.map(display.text).joined(), section.isDate ? date : nil)
  }

  private func text(_ token: NumberFormat.Token) -> String {
    switch token {
    case .literal(let text): return text
    case .year(let width):
      let year = date?.year ?? 0
      return signs(width <= 2 ? zeroPadded(year % 100, 2) : zeroPadded(year, 4))
    case .month(let width):
      if width >= 3 { return monthName(date?.month ?? 1, width: width) }
      return count(date?.month ?? 0, width)
    case .day(let width): return count(date?.day ?? 0, width)
    case .weekday(let width):
      let day = Array("日一二三四五六")[((date?.dayNumber ?? 0) + 4 + 7_000_000) % 7]
      return width >= 4 ? "星期\(day)" : String(day)
    case .hour(let width):
      let hour = seconds / 3600 % 24
      return count(section.tokens.contains(.halfDay) ? (hour + 11) % 12 + 1 : hour, width)
    case .minute(let width): return count(seconds / 60 % 60, width)
    case .second(let width): return count(seconds % 60, width)
    case .halfDay: return seconds % 86_400 < 43_200 ? "上午" : "下午"
    case .elapsed(let unit, let width): return zeroPadded(seconds / unit, width)
    case .secondFraction(let width):
      return "." + zeroPadded(thousandths, 3).prefix(width)
    case .point: return "."
    case .comma: return ","
    case .slash: return "/"
    case .percent: return "%"
    case .place, .general, .words, .exponent: return ""
    }
  }

  /// A number of the calendar: words in Chinese digits, digits else.
  private func count(_ number: Int, _ width: Int) -> String {
    switch section.digits {
    case .chinese where number > 0: NumberLabel.text(number, format: "chineseCounting")
    case .legal where number > 0: NumberLabel.amount(number, isLegal: true)
    case .chinese, .legal: signs("0")
    case .plain, .fullWidth: signs(zeroPadded(number, min(width, 2)))
    }
  }

  /// Digits one by one, as the section writes them.
  private func signs(_ digits: String) -> String {
    if section.digits == .plain { return digits }
    return digits.map { sign in
      guard let value = sign.wholeNumberValue else { return String(sign) }
      return section.digits == .fullWidth
        ? NumberLabel.text(value, format: "decimalFullWidth")
        : NumberLabel.digit(value, isLegal: section.digits == .legal)
    }.joined()
  }

  private func monthName(_ month: Int, width: Int) -> String {
    let month = min(max(month, 1), 12)
    if section.language == .chinese {
      return (width == 3 ? String(month) : NumberLabel.text(month, format: "chineseCounting")) + "月"
    }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let name = names[month - 1]
    return width == 3 ? String(name.prefix(3)) : width == 5 ? String(name.prefix(1)) : name
  }
}
