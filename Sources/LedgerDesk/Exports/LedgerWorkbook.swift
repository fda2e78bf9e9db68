import Foundation
import LedgerReports
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

/// The ledger as a workbook: the plan's columns, which `import` reads again, and the progress of
/// each item.
enum LedgerWorkbook {
  /// The bytes of the workbook; days are real dates where the words are exactly a day.
  static func bytes(of input: ReportInput, file: String) throws(DeskError) -> [UInt8] {
    let plan = rows(
      LedgerSheet.rows(of: input.ledger, input.profile), days: [LedgerSheet.deadlineColumn])
    let progress = rows(LedgerSheet.progress(input), days: LedgerSheet.progressDays)
    do throws(XlsxWriteError) {
      return try XlsxWriter.bytes(
        of: [
          XlsxTable(name: LedgerSheet.name, rows: plan),
          XlsxTable(name: LedgerSheet.progressName, rows: progress),
        ], file: file)
    } catch {
      throw DeskError([error.diagnostic], kind: .disk)
    }
  }

  private static func rows(_ words: [[String]], days: Set<Int>) -> [[XlsxCell]] {
    words.map { row in
      row.enumerated().map { column, text in
        days.contains(column) ? XlsxCell(asWritten: text) : .text(text)
      }
    }
  }
}
