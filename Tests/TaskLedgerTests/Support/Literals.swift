public import TaskLedger

/// Literals for the values that tests name all the time; a wrong literal is a mistake of the test.

extension CivilDate: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let date = CivilDate(text) else { preconditionFailure("not a date: \(text)") }
    self = date
  }
}

extension CivilMonth: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let month = CivilMonth(text) else { preconditionFailure("not a month: \(text)") }
    self = month
  }
}

extension ItemID: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let id = ItemID(text) else { preconditionFailure("not an item: \(text)") }
    self = id
  }
}

extension ClauseID: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let id = ClauseID(text) else { preconditionFailure("not a clause: \(text)") }
    self = id
  }
}

extension EvidenceNumber: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let number = EvidenceNumber(text) else { preconditionFailure("not a number: \(text)") }
    self = number
  }
}

/// A digest of one repeated digit: `"a"` stands for 64 of them.
extension EvidenceDigest: ExpressibleByStringLiteral {
  /// Reads a literal of a test.
  public init(stringLiteral text: String) {
    guard let digest = EvidenceDigest(String(repeating: text, count: 64)) else {
      preconditionFailure("not a digest: \(text)")
    }
    self = digest
  }
}
