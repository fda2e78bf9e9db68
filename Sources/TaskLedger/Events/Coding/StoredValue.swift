import Foundation

/// A type that is read from a stored value.
protocol StoredReadable {
  /// Reads the stored form; whatever the type does not know is a `DecodingError`.
  init(stored value: StoredValue) throws
}

/// One value of a ``StoredText`` that has been taken apart; valid only while the text is.
struct StoredValue {
  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: UnsafeBufferPointer<StoredText.Node>
  let index: Int

  var node: StoredText.Node { nodes[index] }

  /// The bytes of the content as they stand, escapes included.
  var content: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
  }

  /// The value as an object whose keys are asked for one by one.
  func object() throws -> StoredObject {
    guard node.kind == .object else { throw fault("not an object") }
    return StoredObject(self)
  }

  /// The elements of an array.
  func elements<Element: StoredReadable>() throws -> [Element] {
    guard node.kind == .array else { throw fault("not an array") }
    var result: [Element] = []
    var place = index + 1
    let end = Int(node.next)
    while place < end {
      let value = StoredValue(bytes: bytes, nodes: nodes, index: place)
      result.append(try Element(stored: value))
      place = Int(value.node.next)
    }
    return result
  }

  /// The content of a string without escapes, for texts of a known alphabet; nil for others.
  var plain: UnsafeBufferPointer<UInt8>? { node.kind == .string ? content : nil }

  /// A fault at this value.
  func fault(_ words: String) -> DecodingError { StoredText.fault(words, at: Int(node.start)) }
}

/// An object of a stored text; every key must be asked for before ``end()``, or it is unknown.
struct StoredObject {
  private let value: StoredValue
  private var found = 0

  init(_ value: StoredValue) { self.value = value }

  /// The value of a key; nil when the key is not there or its value is `null`.
  mutating func valueIfPresent(_ key: StaticString) -> StoredValue? {
    let length = key.utf8CodeUnitCount
    var place = value.index + 1
    let end = Int(value.node.next)
    while place < end {
      let name = value.nodes[place]
      if Int(name.end - name.start) == length, let base = value.bytes.baseAddress,
        memcmp(base + Int(name.start), key.utf8Start, length) == 0
      {
        found += 1
        let member = StoredValue(bytes: value.bytes, nodes: value.nodes, index: place + 1)
        return member.node.kind == .null ? nil : member
      }
      place = Int(value.nodes[place + 1].next)
    }
    return nil
  }

  /// The value of a key; without the key an error.
  mutating func value(_ key: StaticString) throws -> StoredValue {
    guard let member = valueIfPresent(key) else { throw value.fault("no key \(key)") }
    return member
  }

  /// Reads the value of a key.
  mutating func read<Value: StoredReadable>(_ key: StaticString) throws -> Value {
    try Value(stored: try value(key))
  }

  /// Reads the value of a key; nil when there is none.
  mutating func readIfPresent<Value: StoredReadable>(_ key: StaticString) throws -> Value? {
    try valueIfPresent(key).map(Value.init(stored:))
  }

  /// Reads the array of a key; empty when there is none.
  mutating func readAny<Element: StoredReadable>(_ key: StaticString) throws -> [Element] {
    try valueIfPresent(key)?.elements() ?? []
  }

  /// Ends the reading: a key that was not asked for, or stands twice, is an error, because dropping
  /// it would lose what a newer program wrote.
  func end() throws {
    var count = 0
    var place = value.index + 1
    while place < Int(value.node.next) {
      count += 1
      place = Int(value.nodes[place + 1].next)
    }
    guard count == found else { throw value.fault("unknown key") }
  }
}

extension String: StoredReadable {
  init(stored value: StoredValue) throws {
    switch value.node.kind {
    case .string:
      guard let text = try? UTF8Span(validating: value.content.span) else {
        throw value.fault("no UTF-8")
      }
      self.init(copying: text)
    case .escapedString: self = try StoredEscapes.text(of: value)
    case .object, .array, .number, .yes, .no, .null: throw value.fault("not a string")
    }
  }
}

extension Int: StoredReadable {
  init(stored value: StoredValue) throws {
    guard value.node.kind == .number else { throw value.fault("not a number") }
    var result = 0
    var digits = value.content[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    for digit in digits {
      let (tens, isLong) = result.multipliedReportingOverflow(by: 10)
      let (sum, isLonger) = tens.subtractingReportingOverflow(Int(digit) - 0x30)
      guard !isLong, !isLonger else { throw value.fault("number too long") }
      result = sum
    }
    guard isNegative || result > .min else { throw value.fault("number too long") }
    self = isNegative ? result : -result
  }
}

extension Bool: StoredReadable {
  init(stored value: StoredValue) throws {
    switch value.node.kind {
    case .yes: self = true
    case .no: self = false
    case .object, .array, .string, .escapedString, .number, .null:
      throw value.fault("neither true nor false")
    }
  }
}

extension Array: StoredReadable where Element: StoredReadable {
  init(stored value: StoredValue) throws { self = try value.elements() }
}

extension StoredReadable where Self: RawRepresentable, RawValue == String {
  /// Reads a stored name; an unknown one is an error, never a default.
  init(stored value: StoredValue) throws {
    let text = try String(stored: value)
    guard let known = Self(rawValue: text) else { throw value.fault("unknown name \(text)") }
    self = known
  }
}

/// Escapes in strings, as JSON defines them (RFC 8259, section 7).
enum StoredEscapes {
  static func text(of value: StoredValue) throws -> String {
    let bytes = value.content
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard place < bytes.count else { throw value.fault("no escape") }
      let letter = bytes[place]
      place += 1
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = try scalar(in: bytes, at: &place, of: value)
        result += Array(String(Character(scalar)).utf8)
      default: throw value.fault("unknown escape")
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw value.fault("no UTF-8")
    }
    return text
  }

  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, of value: StoredValue
  ) throws -> Unicode.Scalar {
    let first = try unit(in: bytes, at: &place, of: value)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), place + 1 < bytes.count,
      bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
    else { throw value.fault("half a character") }
    place += 2
    let second = try unit(in: bytes, at: &place, of: value)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw value.fault("half a character") }
    return scalar
  }

  private static func unit(
    in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int, of value: StoredValue
  ) throws -> UInt32 {
    guard place + 4 <= bytes.count else { throw value.fault("no character") }
    var result: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw value.fault("no character")
      }
      result = result << 4 | UInt32(digit)
    }
    place += 4
    return result
  }
}
