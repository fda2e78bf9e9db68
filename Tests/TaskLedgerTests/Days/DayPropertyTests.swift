import TaskLedger
import Testing

/// What must hold of every item on every day, whatever happened before.
///
/// Source: product description, Days and counts: every list, paper, page, sheet and calendar takes these
/// from one place, and the counts in a heading add up.
struct DayPropertyTests {
  /// What lists count of an item on a day.
  private struct Counted: Equatable {
    var status: ItemStatus
    var isSettled: Bool
    var isOverdue: Bool
    var isPastTarget: Bool
    var isUnsettledAtHandIn: Bool
    var isMissed: Bool
    var isSilent: Bool
    var tallies: [Tally]

    init(_ item: ItemOnDay) {
      status = item.status
      isSettled = item.isSettled
      isOverdue = item.isOverdue
      isPastTarget = item.isPastTarget
      isUnsettledAtHandIn = item.isUnsettledAtHandIn
      isMissed = item.isMissed
      isSilent = item.isSilent
      tallies = Tally.Basis.allCases.map { Tally([item], basis: $0) }
    }
  }

  private static let handIn: CivilDate = "2020-10-15"

  /// The items of a history as of its last entry, some of them with deadlines that come back.
  private static func states(_ seed: Int) -> [ItemState] {
    var history = LedgerPropertyTests.walks[seed].history
    let day = history.ledger.latestEffective ?? SampleSchool.importDay
    let words = [
      "每月25日前", "2020年8月底前，并长期坚持", "2020年9月、2020年11月", "每学期", "2020年9月起长期坚持", "2020年12月",
    ][seed % 6]
    for id: ItemID in ["1.2", "S1"] where history.ledger[id] != nil {
      history.record(.revised(id, day, .deadline(DeadlineLanguage.read(words, year: 2020))))
    }
    return history.ledger.itemsInOrder
  }

  @Test(arguments: 0..<24)
  func `without an entry an item changes on the day that it tells and on no other`(seed: Int) throws
  {
    for state in Self.states(seed) {
      // Nothing that counts lies ahead of the first day looked at.
      var day = max(state.lastMoveOn, state.signsOfLife.last ?? state.lastMoveOn)
      var item = ItemOnDay(state, on: day, handInDay: Self.handIn)
      for _ in 0..<120 {
        let next = try #require(day.following)
        let coming = ItemOnDay(state, on: next, handInDay: Self.handIn)
        if Counted(coming) != Counted(item) {
          #expect(
            item.nextChange == next,
            "seed \(seed), \(state.id) on \(day): \(Counted(item)), then \(Counted(coming))")
        }
        (day, item) = (next, coming)
      }
    }
  }

  @Test(arguments: 0..<24)
  func `overlays agree with each other on every day`(seed: Int) throws {
    for state in Self.states(seed) {
      for day: CivilDate in ["2020-08-31", "2020-10-15", "2020-10-16", "2020-12-31"] {
        let item = ItemOnDay(state, on: day, handInDay: Self.handIn)
        let place = "seed \(seed), \(state.id) on \(day)"
        #expect(!(item.isSettled && item.isOverdue), "\(place)")
        #expect(!(item.isSettled && item.isPastTarget), "\(place)")
        #expect(!(item.isSettled && item.isMissed), "\(place)")
        #expect(item.isOverdue == (item.overdueDays != nil), "\(place)")
        #expect(item.isClosedLate == (item.lateDays != nil), "\(place)")
        #expect(!item.isOverdue || item.light == .red, "\(place)")
        #expect(
          !item.isPastTarget || item.light == .red || item.due == nil && !item.state.isStanding,
          "\(place)")
        #expect(!item.isMissed || item.light == .red, "\(place)")
        #expect(item.light != .blue || item.status == .closed, "\(place)")
        #expect(
          (item.light == .grey)
            == (!item.isLive
              || item.due == nil && !item.state.isStanding
                && !(item.state.goesOn && item.state.isSoundlyClosed)
                && !item.state.isSoundlyClosed),
          "\(place)")
        // What is not settled always misses something.
        #expect(!item.isLive || item.isSettled || !item.missing.isEmpty, "\(place)")
        #expect(item.isLive || item.missing.isEmpty, "\(place)")
        // Capped by the hand-in, but for what a superior granted or what was opened after it.
        if let target = item.target, target.day > Self.handIn {
          #expect(state.isGrantedBySuperior || state.round.number > 1, "\(place)")
        }
      }
    }
  }

  @Test(arguments: 0..<24)
  func `the counts of a ledger add up on every day`(seed: Int) {
    let history = LedgerPropertyTests.walks[seed].history
    for day: CivilDate in ["2020-07-31", "2020-08-31", "2020-10-31"] {
      let onDay = LedgerOnDay(history.ledger(asOf: day), on: day)
      #expect(onDay.counts.total == onDay.items.count)
      #expect(
        ItemStatus.allCases.reduce(0) { $0 + onDay.counts[$1] } == onDay.items.count)
      #expect(onDay.items.count + onDay.dropped.count == onDay.ledger.itemsInOrder.count)
      #expect(onDay.live.count + onDay.counts[.withdrawn] == onDay.items.count)
      for basis in Tally.Basis.allCases {
        let tally = onDay.tally(basis)
        #expect(tally.total == onDay.live.count)
        #expect(tally.mustClose + tally.standing + tally.undated == tally.total)
        #expect(tally.closed <= tally.mustClose && tally.dueByDay <= tally.mustClose)
        #expect(tally.closedInTime + tally.closedLate + tally.overdue <= tally.dueByDay)
        #expect(tally.standingAlive <= tally.standing && tally.undatedClosed <= tally.undated)
      }
      #expect(onDay.tally().overdue == onDay.items.count(where: \.isOverdue))
    }
  }
}
