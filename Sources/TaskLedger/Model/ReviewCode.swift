/// The review code (审核码) of what stands for review: the first 40 bits of its SHA-256, written as
/// eight characters of Crockford's base 32, such as `7F2K-9QTM`.
///
/// Reading forgives what people do to codes: small letters, `O` for 0, `I` and `L` for 1, spaces and
/// missing or other hyphens.
///
/// Invariant: only the lower 40 bits are set.
public struct ReviewCode: Sendable, Hashable, LosslessStringConvertible {
  private let bits: UInt64

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Creates the code of a digest.
  public init(of digest: EvidenceDigest) { bits = digest.quarters.0 >> 24 }

  /// Reads a code as people type it; nil when it is none.
  public init?(_ description: String) {
    var bits: UInt64 = 0
    var count = 0
    for character in description.uppercased() where !" -－—".contains(character) {
      let known: Character =
        switch character {
        case "O": "0"
        case "I", "L": "1"
        default: character
        }
      guard count < 8, let value = Self.alphabet.firstIndex(of: known) else { return nil }
      bits = bits << 5 | UInt64(value)
      count += 1
    }
    guard count == 8 else { return nil }
    self.bits = bits
  }

  /// The code as `7F2K-9QTM`.
  public var description: String {
    let letters = (0..<8).map { Self.alphabet[Int(bits >> UInt64(35 - 5 * $0) & 31)] }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }
}

/// What a reviewer saw, as the decision carries it: the code on paper and screen, or the whole digest
/// of page and sheets.
public enum ReviewSeal: Sendable, Hashable, LosslessStringConvertible {
  /// The review code.
  case code(ReviewCode)
  /// The whole digest.
  case digest(EvidenceDigest)

  /// Reads a code or a digest; nil when it is neither.
  public init?(_ description: String) {
    if let digest = EvidenceDigest(description.lowercased()) {
      self = .digest(digest)
    } else if let code = ReviewCode(description) {
      self = .code(code)
    } else {
      return nil
    }
  }

  /// The code or the digits.
  public var description: String {
    switch self {
    case .code(let code): code.description
    case .digest(let digest): digest.description
    }
  }

  /// Whether it is that of a digest.
  public func fits(_ digest: EvidenceDigest) -> Bool {
    switch self {
    case .code(let code): code == ReviewCode(of: digest)
    case .digest(let own): own == digest
    }
  }
}
