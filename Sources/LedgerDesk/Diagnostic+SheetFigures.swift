import LedgerReports
import TaskLedger

/// The wording of figures, staff and members of sheets.
extension Diagnostic {
  /// Only the office hands a workbook of its own in.
  static func sheetOfOffice(_ file: String) -> Diagnostic {
    sheet("sheet-of-office", "「\(file)」是办公室的表，只有办公室可以交", "由办公室登录后交")
  }

  /// Nobody says who filled a workbook of the office in.
  static func sheetSignerMissing(_ file: String) -> Diagnostic {
    sheet("sheet-signer-missing", "「\(file)」没有写填报人", "在「填表说明」页写明填报人，或\(naming: .actor)")
  }

  /// A sheet of another kind was handed in where figures are wanted.
  static func sheetOfFiguresWanted(_ file: String) -> Diagnostic {
    sheet(
      "sheet-of-figures-wanted", "「\(PrintableText.line(file))」是部门的填报表，不是数据表", "用登记填报表的办法登记，数据会一起登记"
    )
  }

  /// A figure is not asked of the department.
  static func sheetFigureOfOthers(
    _ name: FactName, _ department: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-figure-of-others", "「\(name.recorded)」不由\(department)填报", "请负责的部门填报，或由办公室用数据表登记",
      at: location)
  }

  /// A figure changed since the sheet was made.
  static func sheetFigureChanged(
    _ name: FactName, sheet value: String, ledger known: Ledger.Fact, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-figure-changed",
      "「\(name.recorded)」在导出后登记过：表上是「\(value)」，台账是「\(known.value)」（\(known.on)，\(known.actor)）",
      "两边核对后仍要登记的，\(naming: .checkedFigures)；不要的清空这一格", at: location)
  }

  /// Figures look doubtful.
  static func sheetFiguresDoubtful(_ file: String) -> Diagnostic {
    sheet(
      "facts-not-confirmed", "「\(file)」有数值存疑，全表没有登记", "核对后改正；确认无误的\(naming: .checkedFigures)")
  }

  /// A figure that is written is another one than the list gives.
  static func staffCountDiffers(
    _ name: FactName, written: String, counted: Int, at location: Location
  ) -> Diagnostic {
    sheet(
      "staff-count-differs",
      "「\(name.recorded)」写作「\(PrintableText.line(written))」，名单里数得 \(counted)",
      "核对后改正数或名单；以名单为准的，这一格空着", at: location)
  }

  /// A figure cannot be counted from the list.
  static func staffCountUnknown(
    _ name: FactName, _ column: StaffColumn, people: Int, at location: Location
  ) -> Diagnostic {
    sheet(
      "staff-count-unknown", "名单里 \(people) 人没有填「\(column.rawValue)」，「\(name.recorded)」没有登记",
      "补齐后再交一次，或在「数据」页直接填数", at: location, severity: .warning)
  }

  /// A member has no department.
  static func sheetMemberDepartmentMissing(_ name: String, at location: Location) -> Diagnostic {
    sheet(
      "sheet-member-department-missing", "「\(PrintableText.line(name))」没有写部门", "补上部门", at: location)
  }
}
