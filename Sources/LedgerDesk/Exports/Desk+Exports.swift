import LedgerReports
import LedgerStore
package import TaskLedger

extension Desk {
  /// The ledger as a workbook as of a day: the plan's columns, and the progress.
  package func workbook(asOf day: CivilDate, file: String) throws(DeskError) -> [UInt8] {
    try LedgerWorkbook.bytes(of: try exportInput(asOf: day), file: file)
  }

  /// The plan's columns as a table of text, which `import` reads again.
  package func table(asOf day: CivilDate) throws(DeskError) -> String {
    CSVText.written(
      LedgerSheet.rows(of: try checkedSnapshot(asOf: day).ledger, try schoolData.profile()))
  }

  /// Deadlines, hand-in days and meetings as a calendar.
  package func calendar(asOf day: CivilDate) throws(DeskError) -> String {
    CalendarText.written(try exportInput(asOf: day))
  }

  /// Every entry of the log, one a line.
  package func exportedEntries() throws(DeskError) -> String {
    let store = try store(for: .reading)
    return try DeskError.ofStore { () throws(StoreError) in try store.exportedEvents() }
  }

  /// The ledger as of a day for exports, without indicators.
  private func exportInput(asOf day: CivilDate) throws(DeskError) -> ReportInput {
    let snapshot = try checkedSnapshot(asOf: day)
    return ReportInput(
      ledger: snapshot.ledger, asOf: day, headCode: snapshot.headCode,
      profile: try schoolData.profile())
  }
}
