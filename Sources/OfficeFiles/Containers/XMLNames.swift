import Foundation

/// Finds what names with prefixes mean: the namespaces that are in force, and every name once.
final class XMLNames {
  /// A namespace that an open element declares.
  private struct Declaration {
    var prefix: String
    var space: XMLName.Space
    var depth: Int
  }

  private struct Slot {
    /// A copy of the name that was looked up last, without an end mark.
    var text: UnsafeMutablePointer<CChar>?
    var count = 0
    /// The namespaces in force when it was looked up.
    var age = -1
    var name = XMLName(space: .other, local: .other)
  }

  private static let mask = 1023
  private let slots = UnsafeMutablePointer<Slot>.allocate(capacity: mask + 1)
  // The parser gives one event at a time, so nothing reads these while they change; checking it
  // again takes a tenth of the time of reading.
  @exclusivity(unchecked) private var declarations: [Declaration] = []
  /// Counts the changes of the namespaces in force.
  @exclusivity(unchecked) private var age = 0

  init() { slots.initialize(repeating: Slot(), count: Self.mask + 1) }

  deinit {
    for place in 0...Self.mask { slots[place].text?.deallocate() }
    slots.deallocate()
  }

  /// How many namespaces the open elements declare.
  var declared: Int { declarations.count }

  /// An element declares a namespace.
  func declare(_ prefix: UnsafePointer<CChar>, _ uri: UnsafePointer<CChar>, depth: Int) {
    declarations.append(
      Declaration(
        prefix: String(cString: prefix), space: XMLName.Space(uri: String(cString: uri)),
        depth: depth))
    age += 1
  }

  /// An element ends, and what it declared.
  func close(depth: Int) {
    while let last = declarations.last, last.depth >= depth {
      declarations.removeLast()
      age += 1
    }
  }

  /// What a name means where it stands.
  func name(_ text: UnsafePointer<CChar>) -> XMLName {
    let count = strlen(text)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in 0..<count {
      hash = (hash ^ UInt64(UInt8(bitPattern: text[offset]))) &* 0x100_0000_01B3
    }
    let slot = slots + (Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Self.mask)
    if slot.pointee.age == age, slot.pointee.count == count, let known = slot.pointee.text,
      memcmp(known, text, count) == 0
    {
      return slot.pointee.name
    }
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: max(count, 1))
    copy.update(from: text, count: count)
    slot.pointee.text?.deallocate()
    slot.pointee = Slot(text: copy, count: count, age: age, name: look(String(cString: text)))
    return slot.pointee.name
  }

  private func look(_ text: String) -> XMLName {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count > 1 ? String(parts[0]) : ""
    let space = declarations.last { $0.prefix == prefix }?.space ?? .other
    return XMLName(space: space, local: XMLName.Local(String(parts[parts.count - 1])))
  }
}
