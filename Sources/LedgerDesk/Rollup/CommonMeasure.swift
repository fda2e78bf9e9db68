import LedgerReports
import LedgerStore
import TaskLedger

/// What every school is measured by (统一口径): the built-in tables, whatever a school edited.
struct CommonMeasure: Sendable {
  /// The acceptance indicators by the names of their sets.
  private let indicators: [String: IndicatorTable]
  /// The words of the sets by their names.
  private let profiles: [String: ReformProfile]
  /// The departments with their other names.
  let departments: DepartmentDirectory

  /// Reads the built-in tables.
  init() throws(DeskError) {
    var indicators: [String: IndicatorTable] = [:]
    var profiles: [String: ReformProfile] = [:]
    for set in ReformSet.all {
      indicators[set.name] = try SchoolData(of: nil, set: set).indicators(isOwnAllowed: false)
      profiles[set.name] = try SchoolData(of: nil, set: set).profile()
    }
    self.indicators = indicators
    self.profiles = profiles
    departments = try SchoolData(of: nil).departments()
  }

  /// The indicators by which all schools of one work are judged; nil when the set is unknown here.
  ///
  /// - Parameter set: The stored name of the set; nil for the reform of 2020.
  /// - Returns: The table, which may be empty.
  func indicators(of set: String?) -> IndicatorTable? {
    ReformSet.named(set).flatMap { indicators[$0.name] }
  }

  /// The words of a work, among them those that hedge a statement; those of every work when the set
  /// is unknown here.
  ///
  /// - Parameter set: The stored name of the set; nil for the reform of 2020.
  /// - Returns: The words.
  func profile(of set: String?) -> ReformProfile {
    ReformSet.named(set).flatMap { profiles[$0.name] } ?? ReformProfile()
  }
}

extension LedgerRows {
  /// The rows of a log, measured as every school is.
  init(of entries: [EventEnvelope], origin: String, head: LogHead, by measure: CommonMeasure) {
    let list = entries.lazy.compactMap { entry -> TaskList? in
      if case .ledger(.listAdopted(let list)) = entry.event { list } else { nil }
    }.first
    self.init(
      of: entries, origin: origin, head: (code: head.code, digest: head.digest),
      // Corrections keep the set.
      indicators: measure.indicators(of: list?.set), departments: measure.departments,
      hedges: measure.profile(of: list?.set).hedges)
  }
}
