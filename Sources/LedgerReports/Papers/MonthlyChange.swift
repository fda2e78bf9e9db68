package import TaskLedger

/// What changed since the month before: its paper where it was sealed, else its last day.
///
/// Source: product description, Papers: the monthly paper holds the change since last month.
package struct MonthlyChange: Sendable, Hashable {
  /// The day the counts before are of.
  package var since: CivilDate
  /// The counts before.
  package var before: HeadCounts
  /// The counts of the paper.
  package var now: HeadCounts

  /// Compares the counts of a month's paper; nil when the month before had no items.
  init?(to now: HeadCounts, of month: CivilMonth, _ input: ReportInput) {
    guard let eve = month.firstDay.preceding else { return nil }
    let seal = input.ledger.meetings[eve.civilMonth]?.seal.flatMap {
      $0.asOf < input.asOf ? $0 : nil
    }
    since = seal?.asOf ?? eve
    guard since < input.asOf else { return nil }
    let ledger =
      if let seal {
        Ledger.folding(input.entries, underSeal: seal)
      } else {
        Ledger.folding(input.entries, asOf: eve)
      }
    before = HeadCounts(LedgerOnDay(ledger, on: since))
    guard before.total > 0 else { return nil }
    self.now = now
  }
}
