/// An exact number: shares and thresholds are compared without floating point.
///
/// Invariant: the denominator is positive and shares no factor with the numerator.
public struct Rational: Sendable, Hashable, Comparable {
  /// The numerator, which carries the sign.
  public let numerator: Int
  /// The denominator.
  public let denominator: Int

  /// Creates a whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// Creates a fraction; nil when the denominator is 0 or the numbers are beyond counting.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.commonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// Reads `31`, `67.74` or `50%`, at most nine digits on either side of the point.
  public init?(_ text: some StringProtocol) {
    var body = text[...]
    let isPercent = body.last == "%"
    if isPercent { body = body.dropLast() }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, (1...9).contains(whole.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || (1...9).contains(decimals.count),
      let units = Int(String(whole) + String(decimals))
    else { return nil }
    let scale = (0..<decimals.count).reduce(isPercent ? 100 : 1) { scale, _ in scale * 10 }
    self.init(units, over: scale)
  }

  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  /// The sum; nil beyond counting.
  func adding(_ other: Rational) -> Rational? {
    guard let left = Self.product(numerator, other.denominator),
      let right = Self.product(other.numerator, denominator),
      let below = Self.product(denominator, other.denominator)
    else { return nil }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : Rational(sum, over: below)
  }

  /// The number with the other sign.
  var negated: Rational { Rational(-numerator, over: denominator) ?? self }

  /// The product; nil beyond counting.
  func multiplied(by other: Rational) -> Rational? {
    guard let above = Self.product(numerator, other.numerator),
      let below = Self.product(denominator, other.denominator)
    else { return nil }
    return Rational(above, over: below)
  }

  /// The quotient; nil for a divisor of 0 or beyond counting.
  func divided(by other: Rational) -> Rational? {
    Rational(other.denominator, over: other.numerator).flatMap(multiplied)
  }

  private static func product(_ left: Int, _ right: Int) -> Int? {
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? nil : product
  }

  /// Orders by size.
  public static func < (left: Rational, right: Rational) -> Bool {
    let (high, low) = left.numerator.multipliedFullWidth(by: right.denominator)
    let (otherHigh, otherLow) = right.numerator.multipliedFullWidth(by: left.denominator)
    return high != otherHigh ? high < otherHigh : low < otherLow
  }

  /// Whether it is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The number with at most two decimals, rounded half up; as a share in per cent with two.
  public func words(asPercent: Bool) -> String {
    if isWhole, !asPercent { return String(numerator) }
    let scale = asPercent ? 10_000 : 100
    let (units, overflows) = abs(numerator).multipliedReportingOverflow(by: scale)
    guard !overflows, denominator < Int.max / 4 else { return "\(numerator)/\(denominator)" }
    let (quotient, remainder) = units.quotientAndRemainder(dividingBy: denominator)
    let rounded = quotient + (remainder >= denominator - remainder ? 1 : 0)
    let sign = numerator < 0 ? "-" : ""
    return sign + "\(rounded / 100).\(zeroPadded(rounded % 100, 2))" + (asPercent ? "%" : "")
  }
}
