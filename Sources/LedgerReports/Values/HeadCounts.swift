package import TaskLedger

/// The counts in the heading of a paper: every paper takes them from here.
///
/// Invariant: the states add up to the total, and so do what is settled and what is open; items that
/// a superior document withdrew are among both, dropped ones in neither.
package struct HeadCounts: Sendable, Hashable {
  /// The items by status.
  package var states: StatusCounts
  /// Those that are not settled (未办妥).
  package var open: Int
  /// Those past their own due day and open (逾期).
  package var overdue: Int

  /// Counts the items of a ledger on a day.
  package init(_ ledger: LedgerOnDay) {
    states = ledger.counts
    open = ledger.unsettled.count
    overdue = ledger.items.count(where: \.isOverdue)
  }

  /// All items that the plan still has.
  package var total: Int { states.total }

  /// Those that are settled (办妥).
  package var settled: Int { total - open }

  /// How many items are in a status.
  package subscript(status: ItemStatus) -> Int { states[status] }

  static let keys = KeyTable<HeadCounts>([
    .number("total") { $0.total },
    .number("settledCount") { $0.settled },
    .number("openCount") { $0.open },
    .number("overdueCount") { $0.overdue },
    .text("stateCounts") { ReportPhrases.states($0.states) },
  ])
}
