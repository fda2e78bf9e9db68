import Foundation

/// A JSON text taken apart in one pass into a flat list of nodes: strict, and without copying.
///
/// The log of a ledger is read whole for every paper, so this is the only reader of payloads; the
/// list of nodes is kept from text to text. What JSON does not allow is an error, and so is a
/// number that is not whole, because no payload has one.
///
/// Invariant: the nodes of a value follow it, and `next` is the node after the last of them.
struct StoredText {
  /// What a node is.
  enum Kind: UInt8 {
    case object, array, string, escapedString, number, yes, no, null
  }

  /// One value or one key.
  struct Node {
    var kind: Kind
    /// The first byte of the content, quotes left out.
    var start: Int32
    /// The byte after the content.
    var end: Int32
    /// The node after this one and everything in it.
    var next: Int32
  }

  /// Deeper texts are refused; the deepest payload there is has six levels.
  static let depthLimit = 32

  private(set) var nodes: [Node] = []
  private var place = 0

  init() { nodes.reserveCapacity(64) }

  /// Takes a text apart; the nodes of the text before are forgotten.
  ///
  /// - Throws: `DecodingError` where the text is no JSON.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    nodes.removeAll(keepingCapacity: true)
    place = 0
    guard bytes.count < Int32.max else { throw Self.fault("too long", at: 0) }
    try value(bytes, depth: 0)
    skipSpace(bytes)
    if place < bytes.count { throw fault("something follows") }
  }

  static func fault(_ words: String, at place: Int) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "\(words) at byte \(place)"))
  }

  private func fault(_ words: String) -> DecodingError { Self.fault(words, at: place) }

  private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>) {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  /// The next byte that is no white space; 0 at the end, which no value begins with.
  private mutating func peek(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    skipSpace(bytes)
    return place < bytes.count ? bytes[place] : 0
  }

  private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws {
    guard depth < Self.depthLimit else { throw fault("too deep") }
    switch peek(bytes) {
    case UInt8(ascii: "\""): try string(bytes)
    case UInt8(ascii: "{"): try members(bytes, depth: depth)
    case UInt8(ascii: "["): try elements(bytes, depth: depth)
    case UInt8(ascii: "t"): try word("true", .yes, bytes)
    case UInt8(ascii: "f"): try word("false", .no, bytes)
    case UInt8(ascii: "n"): try word("null", .null, bytes)
    default: try number(bytes)
    }
  }

  private mutating func open(_ kind: Kind) -> Int {
    place += 1
    nodes.append(Node(kind: kind, start: Int32(place), end: 0, next: 0))
    return nodes.count - 1
  }

  private mutating func close(_ index: Int) {
    nodes[index].end = Int32(place)
    nodes[index].next = Int32(nodes.count)
    place += 1
  }

  private mutating func members(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws {
    let index = open(.object)
    if peek(bytes) == UInt8(ascii: "}") { return close(index) }
    while true {
      guard peek(bytes) == UInt8(ascii: "\"") else { throw fault("no key") }
      try string(bytes)
      guard peek(bytes) == UInt8(ascii: ":") else { throw fault("no colon") }
      place += 1
      try value(bytes, depth: depth + 1)
      switch peek(bytes) {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "}"): return close(index)
      default: throw fault("no end of an object")
      }
    }
  }

  private mutating func elements(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws {
    let index = open(.array)
    if peek(bytes) == UInt8(ascii: "]") { return close(index) }
    while true {
      try value(bytes, depth: depth + 1)
      switch peek(bytes) {
      case UInt8(ascii: ","): place += 1
      case UInt8(ascii: "]"): return close(index)
      default: throw fault("no end of an array")
      }
    }
  }

  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let start = place + 1
    var end = start
    var isEscaped = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        append(isEscaped ? .escapedString : .string, from: start, to: end)
        place = end + 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        end += 1
      } else if byte < 0x20 {
        break
      }
      end += 1
    }
    place = min(end, bytes.count)
    throw fault("no end of a string")
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let start = place
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
    let first = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    let digits = place - first
    guard digits > 0, digits == 1 || bytes[first] != 0x30 else { throw fault("no value") }
    append(.number, from: start, to: place)
  }

  private mutating func word(
    _ text: StaticString, _ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count, let base = bytes.baseAddress,
      memcmp(base + place, text.utf8Start, count) == 0
    else { throw fault("no value") }
    append(kind, from: place, to: place + count)
    place += count
  }

  private mutating func append(_ kind: Kind, from start: Int, to end: Int) {
    nodes.append(
      Node(kind: kind, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
  }
}
