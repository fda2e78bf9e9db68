import TaskLedger

/// How papers name departments: as the plan writes them where it always writes the same, else by the
/// name of the directory, so that tables of one paper agree with each other.
struct PrintedDepartments: Sendable {
  private let directory: DepartmentDirectory
  private var written: [String: [String]] = [:]

  /// Begins without a name.
  init(_ directory: DepartmentDirectory) { self.directory = directory }

  /// Takes up a name as the plan writes it.
  ///
  /// - Returns: What all names of the department have in common.
  @discardableResult
  mutating func add(_ name: String) -> String {
    let identity = directory.identity(of: name)
    if written[identity]?.contains(name) != true { written[identity, default: []].append(name) }
    return identity
  }

  /// The name of a department that was taken up.
  subscript(identity: String) -> String {
    guard let names = written[identity], let first = names.first else { return identity }
    return names.count == 1 ? first : directory.canonical(first) ?? first
  }
}
