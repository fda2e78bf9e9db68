/// Writes values one after the other into bytes; ``ImageReader`` reads them in the same order.
///
/// Numbers are written seven bits a byte, the lowest first. A text longer than ``short`` bytes is
/// written once and named by its place afterwards, as the same words stand in many items.
struct ImageWriter {
  /// Up to so many bytes a text costs no memory of its own.
  static let short = 15

  private(set) var bytes: [UInt8] = []
  private var places: [TextBytes: Int] = [:]
  private var listPlaces: [[TextBytes]: Int] = [:]

  /// A text by its bytes: two that only look the same, such as a character and its compatibility
  /// form, are equal as texts and are not the same.
  private struct TextBytes: Hashable {
    let text: String

    static func == (left: TextBytes, right: TextBytes) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ number: Int) {
    // The sign goes into the lowest bit, so that small numbers stay short.
    write(UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63))
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    if text.utf8.count > Self.short, let place = places[TextBytes(text: text)] {
      write(UInt64(0))
      write(UInt64(place))
      return
    }
    write(UInt64(text.utf8.count + 1))
    bytes.append(contentsOf: text.utf8)
    if text.utf8.count > Self.short { places[TextBytes(text: text)] = places.count }
  }

  /// Writes names that many items have together, such as those of departments: once, and their place
  /// afterwards.
  mutating func write(names: [String]) {
    let list = names.map(TextBytes.init)
    if let place = listPlaces[list] {
      write(UInt64(0))
      write(UInt64(place))
      return
    }
    write(UInt64(names.count + 1))
    for name in names { write(name) }
    if !names.isEmpty { listPlaces[list] = listPlaces.count }
  }

  mutating func write(_ date: CivilDate) { write(UInt64(date.bits)) }

  mutating func write(_ digest: EvidenceDigest) {
    let words = digest.words
    for word in [words.0, words.1, words.2, words.3] {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  /// Writes a case by its place among all.
  mutating func write<Case: CaseIterable & Equatable>(_ value: Case) {
    guard let place = Case.allCases.enumerated().first(where: { $0.element == value })?.offset
    else { preconditionFailure("a case is one of all cases") }
    bytes.append(UInt8(place))
  }

  mutating func write<Value>(
    _ value: Value?, _ write: (inout ImageWriter, Value) -> Void
  ) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  mutating func write<Value>(
    _ values: some Collection<Value>, _ write: (inout ImageWriter, Value) -> Void
  ) {
    self.write(UInt64(values.count))
    for value in values { write(&self, value) }
  }
}
