package import LedgerReports
package import TaskLedger

extension Desk {
  /// The view of many ledgers, backups and submissions (汇总); none of them is changed.
  ///
  /// - Parameters:
  ///   - paths: Whole paths of ledgers, containers, or folders that hold them.
  ///   - asOf: The day.
  ///   - readsEvidence: Whether evidence files are read and compared.
  ///   - rows: The whole path of a folder for derived rows; nil for none.
  ///   - program: The program that checks submissions, with its version.
  ///   - progress: Called now and then, on the caller's thread, with how many of how many have been
  ///     read.
  /// - Returns: The view, the same in whatever order they were read; what could not be read is in
  ///   its faults.
  /// - Throws: ``DeskError`` when there is nothing to read.
  package func rollup(
    of paths: [String], asOf: CivilDate, readsEvidence: Bool, rows: String? = nil, program: String,
    progress: (Int, Int) -> Void
  ) throws(DeskError) -> RollupRun {
    let sources = SourceSearch(paths, asOf: asOf).sources
    guard !sources.isEmpty else {
      throw DeskError(
        [
          SourceSearch.isEverAnything(at: paths)
            ? .rollupNothingReceived(by: asOf) : .rollupFindsNothing()
        ], kind: .unreadableInput)
    }
    // All schools of one work are judged by the same indicators.
    let measure = try CommonMeasure()
    let folder: RowFolder?
    if let rows { folder = try RowFolder(at: rows) } else { folder = nil }
    defer { folder?.clear() }
    let reader = RollupReader(
      asOf: asOf, measure: measure, readsEvidence: readsEvidence, rows: folder,
      program: program)
    let summaries = try reader.read(sources) { progress($0, sources.count) }
    var rollup = Rollup(
      summaries.compactMap(\.school), faults: summaries.compactMap(\.fault), asOf: asOf,
      hasReadEvidence: readsEvidence)
    let sets = Set(rollup.schools.map(\.set))
    let common = sets.count <= 1 ? ReformSet.named(sets.first ?? nil) : nil
    rollup.profile = try schoolData.taking(common ?? .general).profile()
    let places = Dictionary(
      summaries.enumerated().compactMap { place, one in one.school.map { ($0.source, place) } },
      uniquingKeysWith: { first, _ in first })
    let report = try folder?.publish(
      rollup.schools.compactMap { school in places[school.source].map { (school, $0) } })
    return RollupRun(
      rollup: rollup,
      notes: report.map { Diagnostic.rollupRows($0.written, kept: $0.kept, $0.without) } ?? [])
  }
}

/// The view of many schools, and what should be said beside it.
package struct RollupRun: Sendable {
  /// The view.
  package var rollup: Rollup
  /// What should be said beside it.
  package var notes: [Diagnostic]
}
