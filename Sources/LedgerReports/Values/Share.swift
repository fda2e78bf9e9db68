/// A part of a whole, and how it is printed; no formatter and no floating point.
///
/// Invariant: `whole` and `part` are not negative.
package struct Ratio: Sendable, Hashable {
  /// The part.
  package var part: Int
  /// The whole.
  package var whole: Int

  /// Creates a ratio.
  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The part in per cent, rounded half up to one decimal; nil when there is no whole.
  package var percent: String? { whole > 0 ? Self.percent(part, of: whole, decimals: 1) : nil }

  /// A part of a whole in per cent with a number of decimals, rounded half up.
  package static func percent(_ part: Int, of whole: Int, decimals: Int) -> String {
    guard whole > 0 else { return "" }
    var scale = 100
    for _ in 0..<decimals { scale *= 10 }
    return decimal((part * scale * 2 + whole) / (whole * 2), decimals: decimals)
  }

  /// A whole number of the smallest unit as a decimal, such as 6774 with two decimals as `67.74`.
  package static func decimal(_ units: Int, decimals: Int) -> String {
    guard decimals > 0 else { return String(units) }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

/// Shares of one table in tenths of a per cent, which add up to 100.0.
package enum Shares {
  /// Shares by largest remainder; equal remainders go to the earlier row.
  ///
  /// - Parameter counts: The counts of the rows, none negative.
  /// - Returns: Tenths of a per cent that add up to 1000, or zeros when every count is 0.
  package static func tenths(of counts: [Int]) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    var shares = counts.map { $0 * 1000 / total }
    let byRemainder = counts.indices.sorted {
      let (left, right) = (counts[$0] * 1000 % total, counts[$1] * 1000 % total)
      return left != right ? left > right : $0 < $1
    }
    for index in byRemainder.prefix(1000 - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }

  /// Shares as they are printed, such as `37.5`.
  package static func words(of counts: [Int]) -> [String] {
    tenths(of: counts).map { Ratio.decimal($0, decimals: 1) }
  }
}
