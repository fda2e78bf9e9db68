package import TaskLedger

/// Reads department names and their aliases from `tasks/departments.md`.
package enum DepartmentTable {
  /// Reads the table of departments: one row a department, its aliases separated by 、.
  ///
  /// - Parameter document: The document as its reader gives it.
  /// - Returns: The departments; empty when the document has no such table.
  package static func read(_ document: SourceDocument) -> DepartmentDirectory {
    var entries: [DepartmentDirectory.Entry] = []
    for table in DataTable.all(in: document) {
      guard let name = table.column(PlanPhrases.Column.canonicalName),
        let aliases = table.column(PlanPhrases.Column.aliases)
      else { continue }
      entries += table.rows.map {
        DepartmentDirectory.Entry(
          name: DataTable.trimmed($0[name]), aliases: DataTable.list($0[aliases]))
      }
    }
    return DepartmentDirectory(entries)
  }
}
