/// A month of a year, as self-checks are named: `2020-08`.
///
/// Invariant: year 1 to 9999, month 1 to 12.
public struct CivilMonth: Sendable, Hashable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int

  /// Creates a month, or nil when there is no such month.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// The month a day lies in.
  public init(of date: CivilDate) {
    year = date.year
    month = date.month
  }

  /// The first day of the month.
  public var firstDay: CivilDate {
    guard let day = CivilDate(year: year, month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    return day
  }

  /// The last day of the month.
  public var lastDay: CivilDate { CivilDate(lastDayOf: month, year: year) }

  /// The day at which the month's paper and its meeting look: that of today, and the last day once
  /// the month is over, as when it is sealed.
  public func lookedAt(on today: CivilDate) -> CivilDate { min(today, lastDay) }

  /// Whether a day lies in the month.
  public func contains(_ date: CivilDate) -> Bool { date.year == year && date.month == month }

  /// The month after; nil after December 9999.
  public var next: CivilMonth? {
    month == 12
      ? CivilMonth(year: year + 1, month: 1) : CivilMonth(year: year, month: month + 1)
  }

  /// The month before; nil before January of year 1.
  public var previous: CivilMonth? {
    month == 1
      ? CivilMonth(year: year - 1, month: 12) : CivilMonth(year: year, month: month - 1)
  }

  /// Orders months from early to late.
  public static func < (left: CivilMonth, right: CivilMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension CivilMonth: LosslessStringConvertible, Codable {
  /// Reads `2020-08`; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let month = text.withUTF8({ CivilMonth(utf8: $0) }) else { return nil }
    self = month
  }

  /// Reads the bytes of `2020-08`; anything else is nil.
  init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 7, utf8[4] == UInt8(ascii: "-"), let year = Int(digits: utf8[0..<4]),
      let month = Int(digits: utf8[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The month as `2020-08`.
  public var description: String { "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))" }

  /// Decodes `"2020-08"`.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let month = CivilMonth(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a month: \(text)")
    }
    self = month
  }

  /// Encodes `"2020-08"`.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
