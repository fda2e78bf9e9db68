package import LedgerReports
package import TaskLedger

extension Desk {
  /// Who has returned a sheet and who has not (交表情况), from the entries that were read from one.
  ///
  /// - Parameters:
  ///   - day: The day to look at.
  ///   - since: The first day that counts; the first of the month without one.
  /// - Returns: One line a department, in the order of the plan.
  /// - Throws: ``DeskError`` when there is no ledger or it cannot be read.
  package func sheetStatus(
    asOf day: CivilDate, since: CivilDate?
  ) throws(DeskError) -> [SheetStatusLine] {
    let input = try sheetInput(returnBy: day, recipient: nil, at: Moment(startOf: day))
    return SheetStatusLine.all(input.asking, since: since ?? day.civilMonth.firstDay)
  }
}
