/// The number of a provincial clause (条款): task and place in it, such as `3.1`.
///
/// Invariant: both numbers are at least 1.
public struct ClauseID: Sendable, Hashable, Comparable {
  /// The number of the task, 1 to 10 in the provincial list.
  public let task: Int
  /// The place in the task, from 1.
  public let number: Int

  /// Creates an id, or nil when a number is below 1.
  public init?(task: Int, number: Int) {
    guard task >= 1, number >= 1 else { return nil }
    self.task = task
    self.number = number
  }

  /// Orders by task, then by place.
  public static func < (left: ClauseID, right: ClauseID) -> Bool {
    (left.task, left.number) < (right.task, right.number)
  }
}

extension ClauseID: LosslessStringConvertible, Codable {
  /// Reads `3.1`; anything else is nil.
  public init?(_ description: String) {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let task = Int(parts[0]), let number = Int(parts[1])
    else { return nil }
    self.init(task: task, number: number)
  }

  /// The id as `3.1`.
  public var description: String { "\(task).\(number)" }

  /// Decodes `"3.1"`.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    let text = try box.decode(String.self)
    guard let id = ClauseID(text) else {
      throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a clause id: \(text)")
    }
    self = id
  }

  /// Encodes `"3.1"`.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    try box.encode(description)
  }
}
