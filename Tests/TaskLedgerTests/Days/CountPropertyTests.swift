import TaskLedger
import Testing

/// Figures that stand in two places are the same figure, whatever happened before.
///
/// Source: product description, Days and counts: one definition each.
struct CountPropertyTests {
  private static let days: [CivilDate] = [
    "2020-07-31", "2020-08-31", "2020-10-15", "2020-10-16", "2020-12-31",
  ]

  /// A history on days, with a hand-in day.
  private static func onDays(_ seed: Int) -> [LedgerOnDay] {
    let history = DayPropertyTests.history(seed)
    return days.map { day in
      var ledger = history.ledger(asOf: day)
      ledger.list?.handIns = [HandIn(due: "2020-10-15", what: "自评报告")]
      return LedgerOnDay(ledger, on: day)
    }
  }

  @Test(arguments: 0..<24)
  func `the agenda holds what its items say of themselves, in the order of the plan`(seed: Int) {
    for onDay in Self.onDays(seed) {
      let agenda = MeetingAgenda(of: onDay.day.civilMonth, in: onDay)
      func ids(_ isMeant: (ItemOnDay) -> Bool) -> [ItemID] { onDay.live.filter(isMeant).map(\.id) }
      let place = "seed \(seed) on \(onDay.day)"
      #expect(agenda.overdue.map(\.item) == ids(\.isOverdue), "\(place)")
      #expect(agenda.overdue.map(\.days) == onDay.live.compactMap(\.overdueDays), "\(place)")
      #expect(agenda.overdue.count == onDay.tally().overdue, "\(place)")
      #expect(agenda.stale == ids { $0.status == .stale }, "\(place)")
      #expect(agenda.stale.count == onDay.counts[.stale], "\(place)")
      #expect(agenda.submitted.count == onDay.counts[.submitted], "\(place)")
      #expect(agenda.missed == ids(\.isMissed), "\(place)")
      #expect(agenda.silent == ids { $0.isSilent && !$0.isMissed }, "\(place)")
      #expect(agenda.unsettledAtHandIn == ids(\.isUnsettledAtHandIn), "\(place)")
      // An item is due once: past its day, this month or next.
      let due = agenda.overdue.map(\.item) + agenda.dueThisMonth + agenda.dueNextMonth
      #expect(Set(due).count == due.count, "\(place)")
      #expect(
        Set(due).isSubset(of: onDay.unsettled.map(\.id)), "\(place)")
    }
  }

  @Test(arguments: 0..<24)
  func `what is red stands in the agenda`(seed: Int) {
    for onDay in Self.onDays(seed) {
      let agenda = MeetingAgenda(of: onDay.day.civilMonth, in: onDay)
      let told = Set(
        agenda.overdue.map(\.item) + agenda.missed + agenda.silent + agenda.unsettledAtHandIn)
      let red = onDay.items.filter { $0.light == .red }.map(\.id)
      #expect(told.isSuperset(of: red), "seed \(seed) on \(onDay.day)")
    }
  }

  @Test(arguments: 0..<24)
  func `what is closed is counted once in the rates or beside them`(seed: Int) {
    for onDay in Self.onDays(seed) {
      let place = "seed \(seed) on \(onDay.day)"
      let closed = onDay.items.filter { $0.status == .closed }
      for basis in Tally.Basis.allCases {
        let tally = Tally(closed, basis: basis)
        #expect(tally.total == onDay.counts[.closed], "\(place)")
        #expect(tally.closed + tally.undatedClosed + tally.standing == tally.total, "\(place)")
        #expect(tally.closed == onDay.tally(basis).closed, "\(place)")
        #expect(tally.closedInTime + tally.closedLate <= tally.closed, "\(place)")
        #expect(tally.overdue == 0, "\(place)")
      }
      let late = onDay.items.filter(\.isClosedLate)
      // Both sides count what was due by the day.
      #expect(
        onDay.tally().closedLate == late.count { ($0.due ?? onDay.day) <= onDay.day }, "\(place)")
    }
  }

  @Test(arguments: 0..<24)
  func `more days ahead never ask for less`(seed: Int) {
    for onDay in Self.onDays(seed) {
      var before: Set<ItemID> = []
      for days in 0...40 {
        let due = Set(onDay.items.filter { $0.isDue(within: days) }.map(\.id))
        #expect(due.isSuperset(of: before), "seed \(seed) on \(onDay.day), \(days)")
        before = due
      }
      for item in onDay.live {
        guard let target = item.target else { continue }
        #expect(target.day <= item.due ?? target.day || target.source == .due)
        #expect((target.source == .due) == (target.day == item.due), "\(item.id)")
      }
    }
  }

  @Test(arguments: 0..<24)
  func `what is recorded later makes no closure stale on an earlier day`(seed: Int) throws {
    let entries = DayPropertyTests.history(seed).entries
    for day in Set(entries.map(\.effective)).sorted() where day >= SampleSchool.importDay {
      let whole = Ledger.folding(entries, asOf: day)
      let known = Ledger.folding(entries.filter { $0.recordedOn <= day }, asOf: day)
      for state in whole.itemsInOrder where state.isStale {
        guard let then = known[state.id], then.closure?.sequence == state.closure?.sequence else {
          continue
        }
        #expect(then.isStale, "seed \(seed), \(state.id) on \(day)")
        #expect(try #require(state.staleOn) <= day)
      }
    }
  }

  @Test(arguments: 0..<24)
  func `every closing stands in the month from which it counts and in no other`(seed: Int) {
    for state in DayPropertyTests.history(seed).ledger.itemsInOrder {
      let closures = state.rounds.flatMap(\.closures)
      let months = Set(closures.map(\.countsFrom.civilMonth))
      let told = months.sorted().flatMap { state.closings(in: $0) }
      #expect(told.map(\.sequence).sorted() == closures.map(\.sequence).sorted(), "seed \(seed)")
      for month in months {
        #expect(state.closings(in: month).allSatisfy { month.contains($0.countsFrom) })
      }
      #expect(closures.allSatisfy { $0.countsFrom <= $0.on }, "seed \(seed)")
    }
  }
}
