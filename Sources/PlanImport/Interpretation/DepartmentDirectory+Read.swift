package import OfficeFiles
package import TaskLedger

extension DepartmentDirectory {
  /// Reads the table of `tasks/departments.md`: a canonical name and its aliases a row,
  /// and whether it has a union of its own.
  ///
  /// - Parameter document: The document as its reader gives it.
  /// - Returns: The directory, in the order of the rows.
  /// - Throws: ``PlanReadError/noPlan(file:)`` when there is no such table.
  package static func read(
    _ document: SourceDocument
  ) throws(PlanReadError) -> DepartmentDirectory {
    var entries: [Entry] = []
    for table in DataTable.all(in: document) {
      guard let name = table.column(PlanPhrases.Column.canonicalName),
        let aliases = table.column(PlanPhrases.Column.aliases)
      else { continue }
      let union = table.column(PlanPhrases.Column.hasUnion)
      for row in table.rows {
        let canonical = DataTable.trimmed(row[name])
        guard !canonical.isEmpty else { continue }
        entries.append(
          Entry(
            name: canonical, aliases: DataTable.list(row[aliases]),
            hasUnion: union.map { SheetWords.isYes(row[$0]) == true } ?? false))
      }
    }
    guard !entries.isEmpty else { throw .noPlan(file: document.name) }
    return DepartmentDirectory(entries)
  }
}
