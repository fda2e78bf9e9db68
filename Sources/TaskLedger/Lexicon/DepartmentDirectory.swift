/// The departments that a school knows, each with other names for it (别名).
///
/// Invariant: no name is blank, and an alias stands for the first department that claims it.
public struct DepartmentDirectory: Sendable, Hashable {
  /// One department.
  public struct Entry: Sendable, Hashable {
    /// The name used in the ledger.
    public var name: String
    /// Other names for it, such as 学生处 for 学工部.
    public var aliases: [String]
    /// Whether it is a department of studies with a union of its own (院系), whose figures stand in a
    /// form of their own.
    public var hasUnion: Bool

    /// Creates an entry.
    public init(name: String, aliases: [String] = [], hasUnion: Bool = false) {
      self.name = name
      self.aliases = aliases
      self.hasUnion = hasUnion
    }
  }

  /// The departments in the order given.
  public let entries: [Entry]
  private let byName: [String: String]

  /// Creates a directory.
  ///
  /// - Parameter entries: The departments; blank names are left out.
  public init(_ entries: [Entry]) {
    let known = entries.filter { !TextFolding.compact($0.name).isEmpty }
    var byName: [String: String] = [:]
    for entry in known { byName[DepartmentDirectory.key(entry.name)] = entry.name }
    for entry in known {
      for alias in entry.aliases where !TextFolding.compact(alias).isEmpty {
        let key = DepartmentDirectory.key(alias)
        if byName[key] == nil { byName[key] = entry.name }
      }
    }
    self.entries = known
    self.byName = byName
  }

  /// The departments of studies with a union of their own, in the order given.
  public var unions: [String] { entries.filter(\.hasUnion).map(\.name) }

  /// The name used in the ledger for a name as written, or nil when it is not known.
  ///
  /// - Parameter written: A name; `总务处（校安办）` is also looked up without its bracket.
  /// - Returns: The canonical name.
  public func canonical(_ written: some StringProtocol) -> String? {
    let key = DepartmentDirectory.key(written)
    if let name = byName[key] { return name }
    guard let open = key.utf8.firstIndex(of: UInt8(ascii: "(")), open > key.startIndex else {
      return nil
    }
    return byName[String(key[..<open])]
  }

  /// Whether two names are of one department; the one test of it, for lists, papers, board, tallies
  /// and members.
  ///
  /// - Parameters:
  ///   - left: A name as written.
  ///   - right: Another.
  /// - Returns: Whether the directory says so, spaces and width aside.
  public func isSame(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
    identity(of: left) == identity(of: right)
  }

  /// What all names of one department have in common: the name used in the ledger, or an unknown
  /// name itself but for spaces and width.
  public func identity(of written: some StringProtocol) -> String {
    DepartmentDirectory.key(canonical(written) ?? String(written))
  }

  /// The directory with what another one knows besides: departments that this one does not name, and
  /// other names of those that it does.
  public func over(_ base: DepartmentDirectory) -> DepartmentDirectory {
    var entries = entries
    for entry in base.entries {
      let names = [entry.name] + entry.aliases
      let own = names.lazy.compactMap { canonical($0) }.first
      if let own, let place = entries.firstIndex(where: { $0.name == own }) {
        entries[place].aliases += names.filter { canonical($0) == nil }
      } else {
        entries.append(entry)
      }
    }
    return DepartmentDirectory(entries)
  }

  /// An assignment with every known name in its canonical form; unknown ones stay as written.
  ///
  /// - Parameter assignment: The names as read from a cell.
  /// - Returns: The same with names resolved, each once, lead before supporting.
  public func resolve(_ assignment: DepartmentAssignment) -> DepartmentAssignment {
    var result = DepartmentAssignment()
    for name in assignment.lead.map({ canonical($0) ?? $0 }) where !result.lead.contains(name) {
      result.lead.append(name)
    }
    for name in assignment.supporting.map({ canonical($0) ?? $0 })
    where !result.all.contains(name) {
      result.supporting.append(name)
    }
    return result
  }

  /// The known departments nearest to a name that is not known, at most three.
  ///
  /// - Parameter written: A name as written.
  /// - Returns: Canonical names, the nearest first.
  public func nearest(to written: some StringProtocol) -> [String] {
    let all = entries.flatMap { [$0.name] + $0.aliases }
    var result: [String] = []
    for near in EditDistance.nearest(to: written, among: all) {
      if let name = canonical(near), !result.contains(name) { result.append(name) }
    }
    return result
  }

  private static func key(_ name: some StringProtocol) -> String { TextFolding.compact(name) }
}
