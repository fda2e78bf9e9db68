/// The number of a provincial clause (条款): task and place in it, such as `3.1`.
///
/// Invariant: both numbers are at least 1 and fit in four bytes.
public struct ClauseID: Sendable, Hashable, Comparable {
  private let storedTask: Int32
  private let storedNumber: Int32

  /// The number of the task, 1 to 10 in the provincial list.
  public var task: Int { Int(storedTask) }
  /// The place in the task, from 1.
  public var number: Int { Int(storedNumber) }

  /// Creates an id, or nil when a number is below 1 or beyond four bytes.
  public init?(task: Int, number: Int) {
    guard task >= 1, number >= 1, let task = Int32(exactly: task),
      let number = Int32(exactly: number)
    else { return nil }
    storedTask = task
    storedNumber = number
  }

  /// Orders by task, then by place.
  public static func < (left: ClauseID, right: ClauseID) -> Bool {
    (left.task, left.number) < (right.task, right.number)
  }
}

extension ClauseID: LosslessStringConvertible, Codable {
  /// Reads `3.1`; anything else is nil.
  public init?(_ description: String) {
    var text = description
    guard let id = text.withUTF8({ ClauseID(utf8: $0) }) else { return nil }
    self = id
  }

  /// Reads the bytes of `3.1`; anything else is nil.
  init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard let point = utf8.firstIndex(of: UInt8(ascii: ".")),
      let task = Int(digits: utf8[..<point]), let number = Int(digits: utf8[(point + 1)...])
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
