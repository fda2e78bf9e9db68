import Foundation

/// Finds what names with prefixes mean: the namespaces that are in force, and every name once.
struct XMLNames {
  /// A namespace that an open element declares.
  private struct Declaration {
    var prefix: String
    var space: XMLName.Space
    var depth: Int
  }

  private struct Slot {
    var text: [CChar] = []
    var name = XMLName(space: .other, local: .other)
    /// The namespaces in force when it was looked up.
    var age = -1
  }

  private static let mask = 1023
  private var slots = [Slot](repeating: Slot(), count: mask + 1)
  private var declarations: [Declaration] = []
  /// Counts the changes of the namespaces in force.
  private var age = 0

  /// How many namespaces the open elements declare.
  var declared: Int { declarations.count }

  /// An element declares a namespace.
  mutating func declare(
    _ prefix: UnsafePointer<CChar>, _ uri: UnsafePointer<CChar>, depth: Int
  ) {
    declarations.append(
      Declaration(
        prefix: String(cString: prefix), space: XMLName.Space(uri: String(cString: uri)),
        depth: depth))
    age += 1
  }

  /// An element ends, and what it declared.
  mutating func close(depth: Int) {
    while let last = declarations.last, last.depth >= depth {
      declarations.removeLast()
      age += 1
    }
  }

  /// What a name means where it stands.
  mutating func name(_ text: UnsafePointer<CChar>) -> XMLName {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    while text[count] != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: text[count]))) &* 0x100_0000_01B3
      count += 1
    }
    let place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Self.mask
    let isKnown = slots[place].text.withUnsafeBufferPointer { known in
      guard known.count == count, let start = known.baseAddress else { return false }
      return memcmp(start, text, count) == 0
    }
    if isKnown, slots[place].age == age { return slots[place].name }
    let name = look(String(cString: text))
    slots[place] = Slot(
      text: [CChar](UnsafeBufferPointer(start: text, count: count)), name: name, age: age)
    return name
  }

  private func look(_ text: String) -> XMLName {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count > 1 ? String(parts[0]) : ""
    let space = declarations.last { $0.prefix == prefix }?.space ?? .other
    return XMLName(space: space, local: XMLName.Local(String(parts[parts.count - 1])))
  }
}
