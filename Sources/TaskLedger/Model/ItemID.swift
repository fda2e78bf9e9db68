/// The number of an item (条目), what a school tracks and closes: `3.1` when it answers a
/// provincial clause, `S1` when it is the school's own.
///
/// Invariant: a clause id, or an `S` with a number of at least 1.
public enum ItemID: Sendable, Hashable, Comparable {
  /// The item that answers a provincial clause.
  case clause(ClauseID)
  /// An item of the school's own, without a clause.
  case own(Int)

  /// The number of an item of the school's own; nil for one that answers a clause.
  var ownNumber: Int? { if case .own(let number) = self { number } else { nil } }

  /// Orders the province's clauses first, then the school's own items.
  public static func < (left: ItemID, right: ItemID) -> Bool {
    switch (left, right) {
    case (.clause(let a), .clause(let b)): a < b
    case (.own(let a), .own(let b)): a < b
    case (.clause, .own): true
    case (.own, .clause): false
    }
  }
}

extension ItemID: LosslessStringConvertible, Codable {
  /// Reads `3.1` or `S1`; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let id = text.withUTF8({ ItemID(utf8: $0) }) else { return nil }
    self = id
  }

  /// Reads the bytes of `3.1` or `S1`; anything else is nil.
  init?(utf8: UnsafeBufferPointer<UInt8>) {
    if let letter = utf8.first, letter | 0x20 == UInt8(ascii: "s") {
      guard let number = Int(digits: utf8.dropFirst()), number >= 1 else { return nil }
      self = .own(number)
    } else {
      guard let clause = ClauseID(utf8: utf8) else { return nil }
      self = .clause(clause)
    }
  }

  /// The id as `3.1` or `S1`.
  public var description: String {
    switch self {
    case .clause(let id): id.description
    case .own(let number): "S\(number)"
    }
  }

  /// Decodes `"3.1"` or `"S1"`.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let id = ItemID(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not an item id: \(text)")
    }
    self = id
  }

  /// Encodes `"3.1"` or `"S1"`.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
