/// Brackets in a cell of departments that say who leads, who takes part or who answers in person:
/// 【牵头】校团委【配合】学工部, 校团委（配合单位：学工部）, 校团委（责任人：张三）.
struct RoleBrackets {
  /// The words with labels in the place of the brackets, and without persons.
  private(set) var words: String
  /// The persons that were taken out.
  private(set) var persons: [String] = []
  /// Whether a bracket was taken out that names others: 校团委（监督单位：纪委办公室）.
  private(set) var isCut = false

  /// Reads the brackets of a cell; nil when none says anything of this kind.
  init?(_ cell: String) {
    guard Self.mayHold(cell) else { return nil }
    words = ""
    let groups = Self.groups(of: cell)
    let roles = groups.filter { DepartmentReader.headingRole($0.inside) != nil }
    // （牵头）校团委、学工部 speaks of the first name alone; two such brackets divide the cell.
    let divides =
      roles.count >= 2
      && cell[..<(roles.first?.range.lowerBound ?? cell.endIndex)].allSatisfy(\.isWhitespace)
      && roles.last.map { $0.range.upperBound < cell.endIndex } ?? false
    var start = cell.startIndex
    var isChanged = false
    for group in groups {
      var instead: String?
      if divides, DepartmentReader.headingRole(group.inside) != nil {
        instead = "；" + group.inside + "："
      } else if let colon = group.inside.firstIndex(where: { "：:".contains($0) }) {
        let label = TextFolding.compact(group.inside[..<colon])
        if Self.personLabels.contains(label) {
          // What the bracket says behind the name is not lost, and names on both sides stay two.
          let inside = group.inside[group.inside.index(after: colon)...]
          guard !inside.contains(where: { "；;。".contains($0) }) else { continue }
          let isBetween = cell[group.range.upperBound...].first.map { $0.isLetter } ?? false
          instead = isBetween ? "、" : ""
          let name = group.inside[group.inside.index(after: colon)...]
          persons.append(name.trimmingSpaces)
        } else if DepartmentReader.headingRole(label) != nil {
          // What follows the bracket is not of its role.
          instead = "；" + group.inside + "；责任单位："
        } else if DepartmentReader.isOtherRole(label) {
          let isBetween = cell[group.range.upperBound...].first.map { $0.isLetter } ?? false
          instead = isBetween ? "、" : ""
          isCut = true
        }
      }
      guard let instead else { continue }
      words += cell[start..<group.range.lowerBound] + instead
      start = group.range.upperBound
      isChanged = true
    }
    guard isChanged else { return nil }
    words += cell[start...]
  }

  /// The outermost brackets of a text.
  private static func groups(
    of cell: String
  ) -> [(range: Range<String.Index>, inside: String)] {
    var result: [(range: Range<String.Index>, inside: String)] = []
    var (depth, open) = (0, cell.startIndex)
    for index in cell.indices {
      if "（(【[〔".contains(cell[index]) {
        if depth == 0 { open = index }
        depth += 1
      } else if "）)】]〕".contains(cell[index]), depth > 0 {
        depth -= 1
        guard depth == 0 else { continue }
        result.append(
          (open..<cell.index(after: index), String(cell[cell.index(after: open)..<index])))
      }
    }
    return result
  }

  /// Whether a cell is short and holds an opening bracket, by bytes: it is asked of every cell.
  private static func mayHold(_ cell: String) -> Bool {
    guard cell.utf8.count <= 2_000 else { return false }
    return cell.utf8.withContiguousStorageIfAvailable(holdsOpening) ?? true
  }

  private static func holdsOpening(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x28, 0x5B: return true
      // （, 【 and 〔 by their first bytes: the last ones stand in many other signs.
      case 0xEF where place + 2 < bytes.count:
        if bytes[place + 1] == 0xBC, bytes[place + 2] == 0x88 { return true }
      case 0xE3 where place + 2 < bytes.count:
        if bytes[place + 1] == 0x80, bytes[place + 2] == 0x90 || bytes[place + 2] == 0x94 {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private static let personLabels: Set<String> = [
    "责任人", "负责人", "联系人", "责任领导", "分管领导", "牵头领导", "联络人", "具体责任人", "直接责任人", "经办人", "责任同志",
    "负责同志",
  ]
}

extension Substring {
  /// The words without white space at their ends.
  fileprivate var trimmingSpaces: String {
    var words = self
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return String(words)
  }
}
