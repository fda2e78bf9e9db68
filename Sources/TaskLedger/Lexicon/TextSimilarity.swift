/// Measures how alike two texts are by the pairs of neighbouring characters they share.
///
/// Texts are folded first; white space and punctuation do not count. Nothing depends on the order
/// of whole passages, so that moved sentences stay alike.
public enum TextSimilarity {
  /// The pairs of a text, made once and compared many times.
  ///
  /// Invariant: `pairs` is sorted; a text of one character has that character alone.
  public struct Profile: Sendable, Hashable {
    private let pairs: [UInt64]

    /// Creates the profile of a text.
    public init(_ text: some StringProtocol) {
      let source = UTF8Text(text)
      var pairs: [UInt64] = []
      pairs.reserveCapacity(source.count / 3 + 1)
      var last: UInt64 = 0
      var count = 0
      var offset = 0
      while offset < source.count {
        let (value, next) = source.folded(at: offset)
        offset = next
        guard TextSimilarity.counts(value) else { continue }
        let current = UInt64(value)
        if count > 0 { pairs.append(last << 32 | current) }
        last = current
        count += 1
      }
      if count == 1 { pairs.append(last) }
      pairs.sort()
      self.pairs = pairs
    }

    /// Whether the text has nothing to compare.
    public var isEmpty: Bool { pairs.isEmpty }

    /// The number of pairs.
    public var count: Int { pairs.count }

    /// Measures how alike two texts are as wholes (Dice's coefficient).
    ///
    /// - Parameter other: The profile of the other text.
    /// - Returns: 0 when nothing is shared, or either is empty, to 1 when all is.
    public func similarity(to other: Profile) -> Double {
      guard !isEmpty, !other.isEmpty else { return 0 }
      return 2 * Double(shared(with: other)) / Double(count + other.count)
    }

    /// Measures how much of this text stands in another, which may be far longer.
    ///
    /// - Parameter other: The profile of the other text.
    /// - Returns: 0 when nothing of it does, or either is empty, to 1 when all does.
    public func containment(in other: Profile) -> Double {
      guard !isEmpty, !other.isEmpty else { return 0 }
      return Double(shared(with: other)) / Double(count)
    }

    private func shared(with other: Profile) -> Int {
      pairs.withUnsafeBufferPointer { left in
        other.pairs.withUnsafeBufferPointer { right in
          var (i, j, result) = (0, 0, 0)
          while i < left.count, j < right.count {
            let (a, b) = (left[i], right[j])
            if a == b { result += 1 }
            if a <= b { i += 1 }
            if b <= a { j += 1 }
          }
          return result
        }
      }
    }
  }

  /// Whether a folded scalar counts: letters, digits and everything beyond punctuation.
  private static func counts(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
        || (0x61...0x7A).contains(value)
    }
    return switch value {
    case 0x3007: true  // 〇
    case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x303F, 0xFE00...0xFE4F, 0xFEFF, 0xFF5F...0xFF65:
      false
    default: true
    }
  }
}
