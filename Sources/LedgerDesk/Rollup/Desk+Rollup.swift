package import LedgerReports
package import TaskLedger

extension Desk {
  /// The view of many ledgers, backups and submissions (汇总); none of them is changed.
  ///
  /// - Parameters:
  ///   - paths: Whole paths of ledgers, containers, or folders that hold them.
  ///   - asOf: The day.
  ///   - readsEvidence: Whether evidence files are read and compared.
  ///   - progress: Called now and then, on the caller's thread, with how many of how many have been
  ///     read.
  /// - Returns: The view, the same in whatever order they were read; what could not be read is in
  ///   its faults.
  /// - Throws: ``DeskError`` when there is nothing to read.
  package func rollup(
    of paths: [String], asOf: CivilDate, readsEvidence: Bool, progress: (Int, Int) -> Void
  ) throws(DeskError) -> Rollup {
    let sources = RollupSource.found(at: paths)
    guard !sources.isEmpty else {
      throw DeskError([.rollupFindsNothing()], kind: .unreadableInput)
    }
    // All schools of one work are judged by the same indicators.
    var indicators: [String: IndicatorTable] = [:]
    for set in ReformSet.all {
      indicators[set.name] = try schoolData.taking(set).indicators(isOwnAllowed: false)
    }
    let reader = RollupReader(asOf: asOf, indicators: indicators, readsEvidence: readsEvidence)
    var rollup = reader.rollup(of: sources) { progress($0, sources.count) }
    let sets = Set(rollup.schools.map(\.set))
    let common = sets.count <= 1 ? ReformSet.named(sets.first ?? nil) : nil
    rollup.profile = try schoolData.taking(common ?? .general).profile()
    return rollup
  }
}
