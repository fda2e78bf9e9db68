import LedgerReports
import TaskLedger

/// What every school is measured by (统一口径): the built-in tables, whatever a school edited.
struct CommonMeasure: Sendable {
  /// The acceptance indicators.
  let indicators: IndicatorTable
  /// The departments with their other names.
  let departments: DepartmentDirectory

  /// Reads the built-in tables.
  init() throws(DeskError) {
    let data = SchoolData(of: nil)
    indicators = try data.indicators(isOwnAllowed: false)
    departments = try data.departments()
  }
}
