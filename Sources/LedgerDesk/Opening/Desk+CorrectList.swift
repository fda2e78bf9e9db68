package import TaskLedger

extension Desk {
  /// A corrected list beside the one in force.
  package struct ListCorrection {
    /// The list in force.
    package var before: TaskList
    /// The corrected list as read.
    package var read: ListFile
    /// What differs, in the order of the clauses.
    package var changes: [TaskListChange]
    /// The items whose clauses changed, in the order of the plan.
    package var doubtful: [ItemID]
    /// What was recorded; nil when the two say the same.
    package var receipt: Receipt?
  }

  /// Puts a corrected list in the place of the one in force (任务列表更正).
  ///
  /// - Parameters:
  ///   - file: The corrected list.
  ///   - reason: Why, such as the document by which it was corrected.
  ///   - columns: What a person says of its columns, such as `内容=情形描述`.
  ///   - clerk: Who does it.
  ///   - moment: When.
  ///   - dryRun: Whether to look without writing.
  /// - Returns: What differs, and what was recorded.
  /// - Throws: ``DeskError`` when the list cannot be read, there is none yet or a rule refuses.
  package func correctList(
    _ file: InputFile, reason: String, columns: [String] = [], by clerk: Clerk,
    at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> ListCorrection {
    let read = try schoolData.list(file, columns: columns)
    let ledger = try snapshot(asOf: moment.today).ledger
    guard let before = ledger.list else {
      throw DeskError(LedgerRejection(.plan(.listMissing)).diagnostics, kind: .refused)
    }
    let changes = before.changes(to: read.list)
    let clauses = Set(changes.compactMap(\.clause))
    let doubtful = ledger.liveItems.filter { $0.item.clause.map(clauses.contains) ?? false }
    let receipt = try append(
      { _ in [.correctList(read.list, reason: reason)] }, by: clerk, at: moment, dryRun: dryRun)
    return ListCorrection(
      before: before, read: read, changes: changes, doubtful: doubtful.map(\.id),
      receipt: receipt.entries.isEmpty ? nil : receipt)
  }
}
