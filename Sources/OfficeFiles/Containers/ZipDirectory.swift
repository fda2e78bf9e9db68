/// The directory of a container, sizes and places beyond 4 GiB included (zip64).
///
/// Source: APPNOTE, the description of the format, sections 4.3.7 to 4.5.3.
struct ZipDirectory {
  /// What the directory says of an entry.
  struct Entry {
    /// The name as it stands.
    var name: ArraySlice<UInt8>
    var isEncrypted: Bool
    var method: Int
    var checksum: UInt32
    /// Bytes as stored, and after inflation.
    var stored: Int
    var size: Int
    /// Where its own header begins, in the source.
    var offset: Int
  }

  /// How many entries there are said to be.
  let count: Int
  private let record: ZipRecord
  private let base: Int

  /// A directory beyond this many bytes is none of a million entries.
  private static let mostBytes = 256 << 20

  /// Finds the directory; nil when the source is no container.
  init?(of source: ZipSource) {
    let tailCount = min(source.count, 22 + 0xFFFF + 20)
    let tailStart = source.count - tailCount
    guard let tail = source.bytes(at: tailStart, count: tailCount), tailCount >= 22 else {
      return nil
    }
    var end = tailCount - 22
    while !tail.begins(with: 0x0605_4B50, at: end) {
      end -= 1
      if end < 0 { return nil }
    }
    var count = tail.number(at: end + 10, bytes: 2)
    var size = tail.number(at: end + 12, bytes: 4)
    var offset = tail.number(at: end + 16, bytes: 4)
    var endOffset = tailStart + end
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF,
      tail.begins(with: 0x0706_4B50, at: end - 20)
    {
      guard let place = Int(exactly: tail.number(at: end - 12, bytes: 8)),
        let large = source.bytes(at: place, count: 56), large.begins(with: 0x0606_4B50)
      else { return nil }
      count = large.number(at: 32, bytes: 8)
      size = large.number(at: 40, bytes: 8)
      offset = large.number(at: 48, bytes: 8)
      endOffset = place
    }
    guard let count = Int(exactly: count), size <= UInt64(Self.mostBytes),
      offset <= UInt64(source.count), Int(offset) + Int(size) <= endOffset,
      let record = source.bytes(at: endOffset - Int(size), count: Int(size))
    else { return nil }
    self.count = count
    self.record = record
    // What stands before the container, such as a program that unpacks it, moves all places.
    base = endOffset - Int(size) - Int(offset)
  }

  /// Calls a body with each entry in order.
  ///
  /// - Returns: Whether there are as many as there are said to be, all of them readable.
  func forEachEntry<Failure>(_ body: (Entry) throws(Failure) -> Void) throws(Failure) -> Bool {
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= record.bytes.count, record.begins(with: 0x0201_4B50, at: place) else {
        return false
      }
      let nameEnd = place + 46 + record.short(at: place + 28)
      let extraEnd = nameEnd + record.short(at: place + 30)
      let end = extraEnd + record.short(at: place + 32)
      guard end <= record.bytes.count,
        let entry = entry(at: place, nameEnd: nameEnd, extraEnd: extraEnd)
      else { return false }
      try body(entry)
      place = end
    }
    return true
  }

  private func entry(at place: Int, nameEnd: Int, extraEnd: Int) -> Entry? {
    var numbers = [
      record.number(at: place + 24, bytes: 4), record.number(at: place + 20, bytes: 4),
      record.number(at: place + 42, bytes: 4),
    ]
    var large = largeNumbers(in: nameEnd..<extraEnd)[...]
    for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
      guard let number = large.popFirst() else { return nil }
      numbers[index] = number
    }
    guard let size = Int(exactly: numbers[0]), let stored = Int(exactly: numbers[1]),
      let offset = Int(exactly: numbers[2]), offset <= Int.max - base
    else { return nil }
    return Entry(
      name: record.bytes[(place + 46)..<nameEnd],
      isEncrypted: record.short(at: place + 8) & 1 != 0, method: record.short(at: place + 10),
      checksum: UInt32(record.number(at: place + 16, bytes: 4)), stored: stored, size: size,
      offset: base + offset)
  }

  /// The numbers of 64 bits in an entry's extra field, in their order.
  private func largeNumbers(in extra: Range<Int>) -> [UInt64] {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let end = place + 4 + record.short(at: place + 2)
      guard end <= extra.upperBound else { return [] }
      if record.short(at: place) == 1 {
        return stride(from: place + 4, to: end - 7, by: 8).map { record.number(at: $0, bytes: 8) }
      }
      place = end
    }
    return []
  }
}
