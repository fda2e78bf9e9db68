internal import OfficeFiles
internal import TaskLedger

/// Lines of labels between tables: 责任部门：…；完成时限：….
extension PlanTables {
  /// What a line states that is labels with their values and nothing else.
  static func labels(in line: String, _ reader: SentenceReader) -> StatedValues? {
    let roles = reader.roles(of: line)
    guard !roles.isEmpty, !roles.contains(.measures) else { return nil }
    return reader.statement(line).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether such lines stand below the tables that they speak of: none stands above the first one and
  /// every table has one behind it, the last too, which otherwise would speak of nothing.
  static func labelsStandBelow(
    _ blocks: [FoundTables.Block], _ reader: SentenceReader
  ) -> Bool {
    var tables = 0
    var isLabelled = false
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        guard labels(in: TextFolding.tidied(paragraph.text), reader) != nil else { continue }
        if tables == 0 { return false }
        isLabelled = true
      case .table(let table):
        guard table.isPlan else { continue }
        if tables > 0, !isLabelled { return false }
        tables += 1
        isLabelled = false
      }
    }
    return tables > 1 && isLabelled
  }
}
