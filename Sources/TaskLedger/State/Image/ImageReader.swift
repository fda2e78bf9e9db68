/// Why bytes are no image of a ledger's state.
package struct LedgerImageError: Error, Sendable, Hashable {
  /// How many bytes had been read.
  package var offset: Int
}

/// Reads the values that ``ImageWriter`` wrote, in the same order; any bytes may be given to it.
struct ImageReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var texts: [String] = []
  private var lists: [[String]] = []
  /// The reasons last read: nearly all items have the same, and so the same memory.
  private var lastReasons: [Link.Reason] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes.bindMemory(to: UInt8.self) }

  /// The error of this place.
  var fault: LedgerImageError { LedgerImageError(offset: offset) }

  /// Ends the reading; everything must have been read.
  func end() throws(LedgerImageError) {
    guard offset == bytes.count else { throw fault }
  }

  mutating func byte() throws(LedgerImageError) -> UInt8 {
    guard offset < bytes.count else { throw fault }
    offset += 1
    return bytes[offset - 1]
  }

  @inline(__always)
  mutating func natural() throws(LedgerImageError) -> UInt64 {
    // Nearly every number is below 128.
    if offset < bytes.count, bytes[offset] < 0x80 {
      offset += 1
      return UInt64(bytes[offset - 1])
    }
    return try longNatural()
  }

  private mutating func longNatural() throws(LedgerImageError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 63 || next <= 1 else { throw fault }
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  mutating func int() throws(LedgerImageError) -> Int {
    let number = try natural()
    return Int(truncatingIfNeeded: Int64(bitPattern: number >> 1) ^ -Int64(number & 1))
  }

  mutating func int32() throws(LedgerImageError) -> Int32 {
    guard let number = Int32(exactly: try int()) else { throw fault }
    return number
  }

  mutating func flag() throws(LedgerImageError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw fault
    }
  }

  /// The count of what follows; each of it takes at least one byte.
  mutating func count() throws(LedgerImageError) -> Int {
    let number = try natural()
    guard number <= UInt64(bytes.count - offset) else { throw fault }
    return Int(number)
  }

  mutating func text() throws(LedgerImageError) -> String {
    let size = try natural()
    if size == 0 {
      let place = try natural()
      guard place < UInt64(texts.count) else { throw fault }
      return texts[Int(place)]
    }
    guard size - 1 <= UInt64(bytes.count - offset) else { throw fault }
    let end = offset + Int(size - 1)
    // Whoever keeps an image keeps its digest, so bytes that are no text are not looked for here.
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[offset..<end]), as: UTF8.self)
    offset = end
    if size - 1 > UInt64(ImageWriter.short) { texts.append(text) }
    return text
  }

  mutating func names() throws(LedgerImageError) -> [String] {
    let size = try natural()
    if size == 0 {
      let place = try natural()
      guard place < UInt64(lists.count) else { throw fault }
      return lists[Int(place)]
    }
    guard size - 1 <= UInt64(bytes.count - offset) else { throw fault }
    var names: [String] = []
    for _ in 0..<(size - 1) { names.append(try text()) }
    if !names.isEmpty { lists.append(names) }
    return names
  }

  mutating func date() throws(LedgerImageError) -> CivilDate {
    guard let bits = UInt32(exactly: try natural()), let date = CivilDate(bits: bits) else {
      throw fault
    }
    return date
  }

  mutating func digest() throws(LedgerImageError) -> EvidenceDigest {
    EvidenceDigest(words: (try word(), try word(), try word(), try word()))
  }

  private mutating func word() throws(LedgerImageError) -> UInt64 {
    guard bytes.count - offset >= 8 else { throw fault }
    offset += 8
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: offset - 8, as: UInt64.self))
  }

  /// Reads a case by its place among all.
  mutating func oneOf<Case>(_ all: [Case]) throws(LedgerImageError) -> Case {
    let place = Int(try byte())
    guard place < all.count else { throw fault }
    return all[place]
  }

  mutating func findingCode() throws(LedgerImageError) -> FindingCode {
    guard let code = FindingCode(rawValue: try text()) else { throw fault }
    return code
  }

  mutating func reasons() throws(LedgerImageError) -> [Link.Reason] {
    let count = try count()
    let start = offset
    var isSame = count == lastReasons.count
    var reasons: [Link.Reason] = []
    for place in 0..<count {
      let reason = try oneOf(ImageCases.reasons)
      isSame = isSame && lastReasons[place] == reason
    }
    if isSame { return lastReasons }
    offset = start
    for _ in 0..<count { reasons.append(try oneOf(ImageCases.reasons)) }
    lastReasons = reasons
    return reasons
  }

  mutating func optional<Value>(
    _ read: (inout ImageReader) throws(LedgerImageError) -> Value
  ) throws(LedgerImageError) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(
    _ read: (inout ImageReader) throws(LedgerImageError) -> Value
  ) throws(LedgerImageError) -> [Value] {
    let count = try count()
    guard count > 0 else { return [] }
    var values: [Value] = []
    // What is claimed is believed only as far as real items go.
    values.reserveCapacity(min(count, 4096))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}

/// All cases of what an image holds by place, made once.
enum ImageCases {
  static let phases = Phase.allCases
  static let confidences = Link.Confidence.allCases
  static let reasons = Link.Reason.allCases
  static let bounds = DeadlinePoint.Bound.allCases
  static let precisions = DeadlinePoint.Precision.allCases
  static let periods = Recurrence.Period.allCases
}
