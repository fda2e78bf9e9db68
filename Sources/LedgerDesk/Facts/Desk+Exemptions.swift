import LedgerReports
import TaskLedger

extension Desk {
  /// The indicators of the work.
  ///
  /// - Throws: ``DeskError`` when it has none, so that nothing asks for figures.
  func requiredIndicators() throws(DeskError) -> IndicatorTable {
    let table = try schoolData.indicators()
    guard !table.indicators.isEmpty else {
      throw DeskError([.indicatorsNone(try schoolData.profile()[.set])], kind: .refused)
    }
    return table
  }

  /// Declares an indicator not applicable (不适用), or takes that back.
  ///
  /// - Parameters:
  ///   - number: The number of the indicator.
  ///   - unit: The department whose union is meant; nil for the school's.
  ///   - reason: Why; nil takes the declaration back.
  ///   - clerk: Who declares it.
  ///   - moment: When.
  ///   - dryRun: Whether to decide without writing.
  /// - Returns: What was recorded.
  /// - Throws: ``DeskError`` when there is no such indicator or a rule refuses.
  package func exempt(
    _ number: String, unit: String?, reason: String?, by clerk: Clerk, at moment: Moment,
    dryRun: Bool
  ) throws(DeskError) -> Receipt {
    let indicators = try requiredIndicators().indicators
    guard let indicator = indicators.first(where: { $0.number == number }) else {
      throw DeskError(
        [.indicatorUnknown(number, known: indicators.map(\.number))], kind: .refused)
    }
    return try append(
      { _ in
        [
          reason.map { .exemptIndicator(indicator, unit: unit, reason: $0) }
            ?? .liftExemption(number, unit: unit)
        ]
      }, by: clerk, at: moment, dryRun: dryRun)
  }
}
