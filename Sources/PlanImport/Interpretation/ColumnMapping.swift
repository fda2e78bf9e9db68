package import TaskLedger

/// Which columns a person said hold what (`--map 时限=整改时限`, `--map 内容=C`).
package struct ColumnMapping: Sendable, Hashable {
  /// What a person said of one column.
  package struct Entry: Sendable, Hashable {
    /// What the column holds.
    package var role: ColumnRole
    /// Its heading, or its letter.
    package var column: String
    /// Whether it was said at an earlier import.
    package var isKept = false

    /// Creates an entry.
    package init(role: ColumnRole, column: String, isKept: Bool = false) {
      (self.role, self.column, self.isKept) = (role, column, isKept)
    }
  }

  /// Why words are no entry.
  package enum Fault: Error, Sendable, Hashable {
    /// There is no `=` with words on both sides.
    case incomplete(String)
    /// The words before `=` name no role.
    case roleUnknown(String)
  }

  /// Words of the name of the table that is to be read, where there are several.
  package var table: String?
  /// The entries; of roles that one column holds, a later one holds.
  package private(set) var entries: [Entry] = []

  /// Creates a mapping.
  package init(_ entries: [Entry] = []) {
    for entry in entries { add(entry) }
  }

  /// Creates a mapping from what was kept with a plan.
  package init(keptIn plan: PlanHeader?) {
    for reading in plan?.settledColumns ?? [] {
      add(Entry(role: reading.role, column: reading.column, isKept: true))
    }
  }

  /// Adds an entry as typed, such as `时限=整改时限`.
  package mutating func add(_ words: String) throws(Fault) {
    let parts = TextFolding.fold(words).split(separator: "=", maxSplits: 1)
      .map { DataTable.trimmed(String($0)) }
    guard parts.count == 2, let name = parts.first, let column = parts.last, !name.isEmpty,
      !column.isEmpty
    else { throw .incomplete(words) }
    guard let role = ColumnRole(name: name) else { throw .roleUnknown(name) }
    add(Entry(role: role, column: column))
  }

  private mutating func add(_ entry: Entry) {
    entries.removeAll { other in
      other.column == entry.column
        || other.role == entry.role
          && (!Self.mayBeSeveral(entry.role) || other.isKept && !entry.isKept)
    }
    entries.append(entry)
  }

  /// Whether several columns can hold a role, whose cells are then read as one.
  static func mayBeSeveral(_ role: ColumnRole) -> Bool {
    switch role {
    case .content, .basis, .measures, .departments, .lead, .supporting, .person, .remark: true
    case .ordinal, .task, .clause, .deadline: false
    }
  }

  /// Readings with those of earlier imports that say nothing of this document, so that they stay.
  package func keeping(_ readings: [ColumnReading]) -> [ColumnReading] {
    let used = Set(readings.filter { $0.ground == .person }.map(\.role))
    return readings
      + entries.filter { $0.isKept && !used.contains($0.role) }
      .map { ColumnReading(column: $0.column, role: $0.role, ground: .person) }
  }

  /// The role that a person gave a column.
  ///
  /// - Parameters:
  ///   - headings: The folded headings of the column.
  ///   - column: The grid column from 0, whose letter counts from A.
  /// - Returns: The role; nil when nobody named the column.
  func role(of headings: [String], at column: Int) -> ColumnRole? {
    entry(of: headings, at: column)?.role
  }

  /// What a person said of a column; nil when nobody named it.
  func entry(of headings: [String], at column: Int) -> Entry? {
    let letter = Self.letter(column)
    return entries.first { entry in
      let key = HeadingVocabulary.key(entry.column)
      return headings.contains(key) || key == letter.lowercased()
    }
  }

  /// The letters of a grid column: A, B, … Z, AA.
  static func letter(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
