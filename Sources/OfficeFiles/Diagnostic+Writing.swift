package import TaskLedger

// The wording of writing: why a workbook cannot be written.

extension XlsxWriteError {
  /// The error as one printed message.
  package var diagnostic: Diagnostic {
    switch self {
    case .cellTooLong(let sheet, let reference, let count):
      Diagnostic(
        code: "sheet-cell-too-long", severity: .error,
        message: "工作表「\(sheet)」\(reference) 有 \(count) 个字，超过表格一格的上限 \(XlsxWriter.cellLimit) 个",
        remedy: "改用\(.exportTables)，或把这一格的内容缩短后再导出")
    case .sheetTooLarge(let sheet, let rows, let columns):
      Diagnostic(
        code: "sheet-too-large", severity: .error,
        message: "工作表「\(sheet)」有 \(rows) 行 \(columns) 列，"
          + "超过表格的上限 \(XlsxWriter.rowLimit) 行 \(XlsxWriter.columnLimit) 列",
        remedy: "改用\(.exportTables)")
    case .container(let error): error.diagnostic
    }
  }
}
