import LedgerReports
import LedgerStore
import Synchronization
import TaskLedger

/// What every school is measured by (统一口径): the built-in tables, whatever a school edited.
///
/// The tables of a set are read when the first school that works by it is met.
final class CommonMeasure: Sendable {
  /// What belongs to one set.
  struct Tables: Sendable {
    /// The acceptance indicators; nil when the set is unknown here. The table may be empty.
    var indicators: IndicatorTable?
    /// The words of the work, among them those that hedge a statement; those of every work when the
    /// set is unknown here.
    var profile = ReformProfile()
  }

  private let tables = Mutex<[String: Tables]>([:])
  /// The departments with their other names.
  let departments: DepartmentDirectory

  /// Reads what is common to all sets.
  init() throws(DeskError) { departments = try SchoolData(of: nil).departments() }

  /// The tables by which all schools of one work are measured.
  ///
  /// - Parameter name: The stored name of the set; nil for the reform of 2020.
  /// - Returns: The tables.
  /// - Throws: ``DeskError`` when the program's own tables cannot be read.
  func tables(of name: String?) throws(DeskError) -> Tables {
    guard let set = ReformSet.named(name) else { return Tables() }
    return try tables.withLock { read throws(DeskError) in
      if let known = read[set.name] { return known }
      let data = SchoolData(of: nil, set: set)
      let tables = Tables(
        indicators: try data.indicators(isOwnAllowed: false), profile: try data.profile())
      read[set.name] = tables
      return tables
    }
  }
}

extension LedgerRows {
  /// The rows of a log, measured as every school is.
  init(
    of entries: [EventEnvelope], origin: String, head: LogHead, by measure: CommonMeasure
  ) throws(DeskError) {
    let list = entries.lazy.compactMap { entry -> TaskList? in
      if case .ledger(.listAdopted(let list)) = entry.event { list } else { nil }
    }.first
    // Corrections keep the set.
    let tables = try measure.tables(of: list?.set)
    self.init(
      of: entries, origin: origin, head: (code: head.code, digest: head.digest),
      indicators: tables.indicators, departments: measure.departments,
      hedges: tables.profile.hedges)
  }
}
