/// The moment an entry was recorded, to the second, with the offset of the clock it was read from.
///
/// The domain never reads a clock; the program hands the moment in. Written as
/// `2020-08-01T09:30:00+08:00`, so that the civil day of the office can be read from it.
///
/// Invariant: the offset lies within a day, and the moment in the years 1 to 9999 in every zone.
public struct Instant: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int
  /// The clock's offset from UTC in minutes.
  public let offsetMinutes: Int

  /// Creates a moment.
  public init(seconds: Int, offsetMinutes: Int) {
    // 0001-01-02 and 9999-12-31, so that no zone leads out of the years a date can have.
    self.seconds = max(-62_135_510_400, min(253_402_214_400 - 1, seconds))
    self.offsetMinutes = max(-1439, min(1439, offsetMinutes))
  }

  /// Creates the first second of a day in UTC, for runs whose day is given.
  public init(startOf date: CivilDate) {
    self.init(seconds: date.dayNumber * 86_400, offsetMinutes: 0)
  }

  /// The civil day of the office at that moment; nil outside of the years 1 to 9999.
  public var civilDate: CivilDate? {
    let local = seconds + offsetMinutes * 60
    return CivilDate(dayNumber: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400)
  }
}

extension Instant: LosslessStringConvertible, Codable {
  /// Reads `2020-08-01T09:30:00+08:00` or `…Z`; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let instant = text.withUTF8({ Instant(utf8: $0) }) else { return nil }
    self = instant
  }

  /// Reads the bytes of the printed form; anything else is nil.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 20 || bytes.count == 25, bytes[10] == UInt8(ascii: "T"),
      let date = CivilDate(utf8: UnsafeBufferPointer(rebasing: bytes[..<10]))
    else { return nil }
    func pair(_ index: Int) -> Int? {
      let (high, low) = (Int(bytes[index]) - 48, Int(bytes[index + 1]) - 48)
      return (0...9).contains(high) && (0...9).contains(low) ? high * 10 + low : nil
    }
    let colon = UInt8(ascii: ":")
    guard bytes[13] == colon, bytes[16] == colon, let hour = pair(11), hour < 24,
      let minute = pair(14), minute < 60, let second = pair(17), second < 60
    else { return nil }
    var offset = 0
    switch bytes[19] {
    case UInt8(ascii: "Z"):
      guard bytes.count == 20 else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard bytes.count == 25, bytes[22] == colon, let hours = pair(20), hours < 24,
        let minutes = pair(23), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
    default:
      return nil
    }
    let local = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    self.init(seconds: local - offset * 60, offsetMinutes: offset)
  }

  /// The moment as `2020-08-01T09:30:00+08:00`, with `Z` for UTC.
  public var description: String {
    let local = seconds + offsetMinutes * 60
    let secondOfDay = ((local % 86_400) + 86_400) % 86_400
    let day = civilDate?.description ?? "0001-01-01"
    let clock =
      "\(zeroPadded(secondOfDay / 3600, 2)):\(zeroPadded(secondOfDay / 60 % 60, 2))"
      + ":\(zeroPadded(secondOfDay % 60, 2))"
    guard offsetMinutes != 0 else { return "\(day)T\(clock)Z" }
    let size = abs(offsetMinutes)
    return "\(day)T\(clock)\(offsetMinutes < 0 ? "-" : "+")"
      + "\(zeroPadded(size / 60, 2)):\(zeroPadded(size % 60, 2))"
  }

  /// Decodes the printed form.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a moment: \(text)")
    }
    self = instant
  }

  /// Encodes the printed form.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
