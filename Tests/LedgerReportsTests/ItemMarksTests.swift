import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct ItemMarksTests {
  @Test(arguments: ["2020-06-10", "2020-07-31", "2020-08-31", "2020-10-12", "2021-03-01"])
  func `marks say what the state says`(day: String) throws {
    for scenario in [try MadeUpLedgers.august(), try MadeUpLedgers.finished()] {
      let today = try LedgerScenario.day(day)
      let states = try scenario.ledger(asOf: day).itemsInOrder
      for (place, state) in states.enumerated() {
        let marks = ItemMarks(at: place, of: states, on: today)
        #expect(marks.day == today)
        #expect(marks.isLive == state.isLive)
        #expect(marks.phase == state.phase)
        #expect(marks.isStale == state.isStale)
        #expect(marks.isSoundlyClosed == state.isSoundlyClosed)
        #expect(marks.due == state.due)
        #expect(marks.originalDue == state.originalDue)
        #expect(marks.closedOn == state.closure?.on)
        #expect(marks.isStanding == state.isStanding)
        #expect(marks.isReturned == state.isReturned)
        #expect(marks.hasPendingExtension == (state.pendingExtension != nil))
        #expect(marks.isOverdue == state.isOverdue(on: today))
        #expect(marks.isClosedLate == state.isClosedLate)
        #expect(marks.light == nil || marks.light == state.light(on: today))
        #expect(marks.light != nil || (state.isStanding && state.due == nil))
        if state.isStanding, state.due == nil {
          #expect(marks.isAlive == (state.lastSignOfLife(in: today.civilMonth) != nil))
        }
      }
    }
  }

  @Test func `a closure whose ground was changed afterwards is marked as stale`() throws {
    var scenario = try MadeUpLedgers.august()
    try scenario.attach(.item("5.1"), "后来补的材料", by: "校学生会", on: "2020-08-20")
    let states = try scenario.ledger(asOf: "2020-08-31").itemsInOrder
    let place = try #require(states.firstIndex { $0.id.description == "5.1" })
    let marks = ItemMarks(at: place, of: states, on: try LedgerScenario.day("2020-08-31"))
    #expect(marks.isStale && !marks.isSoundlyClosed && marks.closedOn != nil)
  }
}
