package import OfficeFiles
package import TaskLedger

/// The words by which columns are recognised, from `tasks/headings.md` (表头写法).
///
/// Invariant: keys are folded by ``key(_:)``, and none is empty.
package struct HeadingVocabulary: Sendable, Hashable {
  private var roles: [String: ColumnRole] = [:]

  /// Creates a vocabulary; of a word given twice the first role holds.
  package init(_ entries: [(heading: String, role: ColumnRole)]) {
    for entry in entries {
      let key = Self.key(entry.heading)
      guard !key.isEmpty, roles[key] == nil else { continue }
      roles[key] = entry.role
    }
  }

  /// Reads the table of `tasks/headings.md`: one row a role, its synonyms separated by 、.
  ///
  /// - Parameter documents: The documents as their reader gives them; the first one's words hold.
  /// - Returns: The vocabulary.
  /// - Throws: ``PlanReadError/noPlan(file:)`` when no row names a role.
  package static func read(
    _ documents: SourceDocument...
  ) throws(PlanReadError) -> HeadingVocabulary {
    var entries: [(heading: String, role: ColumnRole)] = []
    for table in documents.flatMap({ DataTable.all(in: $0) }) {
      guard let names = table.column(PlanPhrases.Column.role),
        let words = table.column(PlanPhrases.Column.synonyms)
      else { continue }
      for row in table.rows {
        guard let role = ColumnRole(name: TextFolding.compact(row[names])) else { continue }
        entries.append((role.name, role))
        for word in DataTable.list(row[words]) { entries.append((word, role)) }
      }
    }
    guard !entries.isEmpty else { throw .noPlan(file: documents.last?.name ?? "") }
    return HeadingVocabulary(entries)
  }

  /// The role of a column with a heading, or nil.
  ///
  /// Brackets behind the heading are passed over, and a longer heading that ends with a known one
  /// of at least four characters counts as that.
  package func role(of heading: String) -> ColumnRole? {
    guard heading.utf8.count <= 120 else { return nil }
    let key = Self.key(heading)
    guard !key.isEmpty else { return nil }
    if let role = roles[key] { return role }
    guard let short = key.split(separator: "(", maxSplits: 1).first.map(String.init) else {
      return nil
    }
    if let role = roles[short] { return role }
    // 落实措施及时间安排 holds measures, with their days.
    if let joiner = short.firstIndex(where: { PlanPhrases.headingJoiners.contains($0) }),
      let role = roles[String(short[..<joiner])], role == .measures || role == .content
    {
      return role
    }
    let length = short.count
    guard length <= 12 else { return nil }
    // The longest known ending first.
    return stride(from: length - 1, through: 4, by: -1).lazy
      .compactMap { roles[String(short.suffix($0))] }.first
  }

  /// The role of a heading that is a known one as a whole: 制定整改措施 ends with one, and is none.
  func wholeRole(of heading: String) -> ColumnRole? {
    heading.utf8.count <= 120 ? roles[Self.key(heading)] : nil
  }

  /// The form in which headings are compared.
  static func key(_ heading: String) -> String {
    TextFolding.compact(TextFolding.withoutRadicals(heading)).lowercased()
      .filter { !PlanPhrases.headingMarks.contains($0) }
  }
}
