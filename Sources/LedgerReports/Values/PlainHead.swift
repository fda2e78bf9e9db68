import TaskLedger

/// The first sentence of a text in few characters, found by its bytes; nothing for a text that has
/// others than plain ones there, see ``PlainCharacter``.
struct PlainHead {
  /// The sentence; of one that is too long the first characters, one fewer than the limit.
  let text: Substring
  /// Whether the sentence is longer than the limit.
  let isCut: Bool

  /// Finds the sentence, spaces before it aside.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limit: How many characters a sentence may have, at least 1.
  ///   - isStop: Whether a scalar ends a sentence.
  init?(_ text: String, limit: Int, isStop: (Unicode.Scalar) -> Bool) {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      Self.head(of: bytes, limit: limit, isStop: isStop)
    }
    guard let (bytes, isCut) = found ?? nil else { return nil }
    let start = text.utf8.index(text.startIndex, offsetBy: bytes.lowerBound)
    self.text = text[start..<text.utf8.index(start, offsetBy: bytes.count)]
    self.isCut = isCut
  }

  private static func head(
    of bytes: UnsafeBufferPointer<UInt8>, limit: Int, isStop: (Unicode.Scalar) -> Bool
  ) -> (bytes: Range<Int>, isCut: Bool)? {
    var place = 0
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    let start = place
    var count = 0
    var cut = start
    while place < bytes.count {
      guard let (scalar, length) = PlainCharacter.scalar(at: place, of: bytes) else { return nil }
      if isStop(scalar) {
        let next = place + length
        // A mark behind the stop would make another character of it.
        guard next == bytes.count || PlainCharacter.scalar(at: next, of: bytes) != nil else {
          return nil
        }
        return (start..<place, false)
      }
      count += 1
      place += length
      if count == limit - 1 { cut = place }
      if count > limit { return (start..<cut, true) }
    }
    return (start..<place, false)
  }
}
