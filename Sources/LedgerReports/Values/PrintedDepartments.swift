import TaskLedger

/// How papers name departments: as the plan writes them where it always writes the same, else by the
/// name of the directory, so that papers and their tables agree with each other.
struct PrintedDepartments: Sendable {
  private let directory: DepartmentDirectory
  private let members: [String: Member]
  // In the order of the plan, each once.
  private var written: [String: [String]] = [:]

  /// Takes up the names of a plan, those of items that no longer count included.
  init(of ledger: Ledger, _ directory: DepartmentDirectory) {
    self.directory = directory
    members = ledger.members
    for name in ledger.itemsInOrder.flatMap(\.item.departments.all) {
      let identity = directory.identity(of: name)
      if written[identity]?.contains(name) != true { written[identity, default: []].append(name) }
    }
  }

  /// The name of a department.
  ///
  /// - Parameter name: One of its names, or what all of them have in common.
  subscript(name: String) -> String {
    let names = written[directory.identity(of: name)] ?? []
    let first = names.first ?? name
    return names.count == 1 ? first : directory.canonical(first) ?? first
  }

  /// The department in whose name somebody acted on an item: of a member's departments one that the
  /// item names, the leads first; a department that signed itself is its own.
  ///
  /// - Parameters:
  ///   - actor: The member or department that acted.
  ///   - item: The item.
  /// - Returns: The department as papers name it.
  func department(of actor: String, on item: Item) -> String {
    let own = members[actor]?.departments ?? [actor]
    let named = item.departments.all.first { one in own.contains { directory.isSame($0, one) } }
    return self[named ?? own.first ?? actor]
  }
}
