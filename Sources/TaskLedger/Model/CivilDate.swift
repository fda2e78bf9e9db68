/// A day of the Gregorian calendar without time and zone, as deadlines are written.
///
/// Invariant: year 1 to 9999, and a day that exists; kept in four bytes, because a folded ledger
/// holds many.
public struct CivilDate: Sendable, Hashable, Comparable {
  /// The year above nine bits, of which four are the month's and five the day's.
  private let packed: UInt32

  /// The year, 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 5 & 15) }
  /// The day of the month, 1 to 31.
  public var day: Int { Int(packed & 31) }

  /// Creates a date, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.dayCount(year: year, month: month)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  /// Creates the last day of a month; the month is trusted to be 1 to 12.
  package init(lastDayOf month: Int, year: Int) {
    self.init(
      checkedYear: year, month: month, day: CivilDate.dayCount(year: year, month: month))
  }

  private init(checkedYear: Int, month: Int, day: Int) {
    packed = UInt32(checkedYear) << 9 | UInt32(month) << 5 | UInt32(day)
  }

  /// The number of days of a month.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Days since 1970-01-01, negative before.
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Creates the date a number of days after 1970-01-01; nil outside of the years 1 to 9999.
  public init?(dayNumber: Int) {
    // The days of the years 0 to 9999, so that nothing below can overflow.
    guard (-719_468...2_932_896).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day after; nil at the end of the calendar.
  public var following: CivilDate? { CivilDate(dayNumber: dayNumber + 1) }

  /// The day before; nil at the beginning of the calendar.
  public var preceding: CivilDate? { CivilDate(dayNumber: dayNumber - 1) }

  /// The days from this date to another; negative when the other is earlier.
  public func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The day of the week, from Monday 1 to Sunday 7.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((dayNumber + 3) % 7 + 7) % 7 + 1
  }

  /// The month this day lies in.
  public var civilMonth: CivilMonth { CivilMonth(of: self) }

  /// Orders dates from early to late.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.packed < right.packed
  }
}

extension CivilDate: LosslessStringConvertible, Codable {
  /// Reads `2020-09-30`, four, two and two ASCII digits; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let date = text.withUTF8({ CivilDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// Reads the bytes of `2020-09-30`; anything else is nil.
  package init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-"),
      let year = Int(digits: utf8[0..<4]), let month = Int(digits: utf8[5..<7]),
      let day = Int(digits: utf8[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date as `2020-09-30`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      for (place, number) in [(3, year), (6, month), (9, day)] {
        var rest = number
        for digit in 0..<(place == 3 ? 4 : 2) {
          bytes[place - digit] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// Decodes `"2020-09-30"`.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a date: \(text)")
    }
    self = date
  }

  /// Encodes `"2020-09-30"`.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}

/// Writes a number with leading zeros, without any formatter or locale.
package func zeroPadded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
  /// Reads ASCII digits and nothing else; nil for none, and for a number too long.
  init?(digits: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !digits.isEmpty else { return nil }
    var result = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (tens, isLong) = result.multipliedReportingOverflow(by: 10)
      let (sum, isLonger) = tens.addingReportingOverflow(Int(digit) - 0x30)
      guard !isLong, !isLonger else { return nil }
      result = sum
    }
    self = result
  }
}
