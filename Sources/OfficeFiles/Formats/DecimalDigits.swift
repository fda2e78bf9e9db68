import Foundation

/// A number as the up to 15 decimal digits that spreadsheets count with.
///
/// Invariant: `digits` holds no leading zero but for zero itself, which is one `0`.
struct DecimalDigits {
  /// The digits, most significant first.
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the point; zero or less when zeros follow the point.
  private(set) var whole: Int

  /// The digits of a number without its sign; it must be finite.
  init(_ value: Double) {
    let text = Array(String(format: "%.14e", abs(value)).utf8)
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.endIndex
    digits = text[..<mark].compactMap { (0x30...0x39).contains($0) ? $0 - 0x30 : nil }
    whole = (Int(String(decoding: text[mark...].dropFirst(), as: UTF8.self)) ?? 0) + 1
    trim()
  }

  private mutating func trim() {
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    if digits.allSatisfy({ $0 == 0 }) { (digits, whole) = ([0], 1) }
  }

  /// Whether it is zero.
  var isZero: Bool { digits == [0] }

  /// Moves the point to the right by so many places, as per cent does by two.
  mutating func shift(by places: Int) {
    if !isZero { whole += places }
  }

  /// Rounds to so many places behind the point, halves away from zero.
  mutating func round(to places: Int) {
    let kept = whole + places
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      (digits, whole) = ([0], 1)
      return
    }
    let isUp = digits[kept] >= 5
    digits = Array(digits[..<kept])
    if isUp {
      var place = kept - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        whole += 1
      }
    }
    if digits.isEmpty { (digits, whole) = ([0], 1) }
    trim()
  }

  /// The digits before the point, none for a number below one.
  var integerDigits: [UInt8] {
    guard whole > 0, !isZero else { return [] }
    return (0..<whole).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// So many digits behind the point.
  func fractionDigits(_ count: Int) -> [UInt8] {
    (0..<count).map { place in
      let index = whole + place
      return !isZero && digits.indices.contains(index) ? digits[index] : 0
    }
  }

  /// A number with up to 15 digits, with an exponent where it is very large or small.
  static func general(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    return String(format: "%.15G", value)
  }
}
