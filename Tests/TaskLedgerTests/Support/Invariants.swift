import TaskLedger

/// What must hold in every ledger that commands have made.
enum Invariants {
  /// The sentences that do not hold.
  static func violations(of ledger: Ledger, mayMissImports: Bool = false) -> [String] {
    var found: [String] = []
    if !mayMissImports, !ledger.unplaced.isEmpty { found.append("unplaced \(ledger.unplaced)") }
    if ledger.order != Set(ledger.order).sorted() || ledger.order != ledger.itemsInOrder.map(\.id) {
      found.append("order")
    }
    if ledger.gaps.map(\.number) != Array(ledger.gaps.map(\.number).sorted()) {
      found.append("gaps")
    }
    let answered = ledger.liveItems.compactMap(\.item.clause)
    if ledger.asOf == nil, Set(answered).count != answered.count {
      found.append("a clause with two items")
    }
    for state in ledger.itemsInOrder {
      found += violations(of: state, isLookBack: ledger.asOf != nil)
    }
    let tally = LedgerOnDay(ledger, on: "2020-12-01").tally()
    if tally.closed > tally.mustClose
      || tally.closedInTime + tally.closedLate + tally.overdue > tally.dueByDay
    {
      found.append("tally")
    }
    return found
  }

  static func violations(of state: ItemState, isLookBack: Bool = false) -> [String] {
    var found: [String] = []
    let numbers = state.evidence.map(\.evidence.number)
    if Set(numbers).count != numbers.count { found.append("\(state.id): number used twice") }
    if state.rounds.map(\.number) != Array(1...max(1, state.rounds.count)) {
      found.append("\(state.id): rounds")
    }
    if state.isStale, ItemOnDay(state, on: "2020-07-28", handInDay: nil).light == .blue {
      found.append("stale but blue")
    }
    if state.closure?.basis == state.reviewBasis, state.isStale {
      found.append("\(state.id): stale though nothing differs")
    }
    guard state.isSoundlyClosed, let closure = state.closure else { return found }
    // Looking back, a closure stands until the day on which the loss of its evidence was recorded.
    if closure.basis.evidence.isEmpty || (!isLookBack && state.validEvidence.isEmpty) {
      found.append("\(state.id): closed without evidence")
    }
    guard let submission = state.submission else {
      return found + ["\(state.id): closed without statement"]
    }
    if submission.summary.isEmpty { found.append("\(state.id): closed on an empty statement") }
    if submission.actor == closure.actor { found.append("\(state.id): closed by the applicant") }
    if closure.on < submission.on { found.append("\(state.id): closed before applied for") }
    return found
  }
}
