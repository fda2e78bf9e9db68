import TaskLedger
import Testing

/// From which day a closure counts, and on which days it is stale.
struct ClosingDayTests {
  private static let closed =
    Happening.imported + ClosingCommandTests.ready
    + [.submitted("1.1"), .closed("1.1")]

  @Test func `evidence dated back makes a closure stale from its recording on`() throws {
    let history = History(
      Self.closed + [.attached("证-1.1-02", "2020-07-23", digest: "b", recordedOn: "2020-08-10")])
    for day: CivilDate in ["2020-07-24", "2020-07-28", "2020-08-09"] {
      let state = try #require(history.ledger(asOf: day)["1.1"])
      #expect(state.isSoundlyClosed, "\(day)")
      #expect(state.closedOn == "2020-07-24")
    }
    #expect(history.ledger(asOf: "2020-08-10")["1.1"]?.isStale == true)
    #expect(history.ledger["1.1"]?.isStale == true)
  }

  @Test func `a new review alone restores the first closing day`() throws {
    var history = History(
      Self.closed + [.attached("证-1.1-02", "2020-07-23", digest: "b", recordedOn: "2020-08-10")])
    try history.run(.close("1.1", opinion: "复核"), by: SampleSchool.office, on: "2020-08-12")
    let state = try #require(history.ledger["1.1"])
    #expect(state.isSoundlyClosed)
    #expect(state.closedOn == "2020-07-24")
    #expect(!ItemOnDay(state, on: "2020-08-12", handInDay: nil).isClosedLate)
    #expect(history.ledger(asOf: "2020-08-11")["1.1"]?.isStale == true)
    #expect(history.ledger(asOf: "2020-08-12")["1.1"]?.closedOn == "2020-07-24")
  }

  @Test func `after a new application the new day counts`() throws {
    var history = History(Self.closed + [.attached("证-1.1-02", "2020-08-10", digest: "b")])
    try history.run(.submit("1.1", summary: "补充后"), by: SampleSchool.owner, on: "2020-08-11")
    try history.run(.close("1.1", opinion: "复核"), by: SampleSchool.office, on: "2020-08-12")
    #expect(history.ledger["1.1"]?.closedOn == "2020-08-12")
    let state = try #require(history.ledger["1.1"])
    #expect(ItemOnDay(state, on: "2020-08-12", handInDay: nil).isClosedLate)
  }

  @Test func `a round that was without evidence counts from its new day`() throws {
    var history = History(
      Self.closed + [
        .voided("证-1.1-01", "2020-08-09"), .attached("证-1.1-02", "2020-08-10", digest: "b"),
      ])
    try history.run(.close("1.1", opinion: "复核"), by: SampleSchool.office, on: "2020-08-12")
    #expect(history.ledger["1.1"]?.closedOn == "2020-08-12")
  }

  @Test func `evidence replaced before it is voided keeps the first day`() throws {
    var history = History(
      Self.closed + [
        .attached("证-1.1-02", "2020-08-10", digest: "b"), .voided("证-1.1-01", "2020-08-10"),
      ])
    try history.run(.close("1.1", opinion: "复核"), by: SampleSchool.office, on: "2020-08-12")
    #expect(history.ledger["1.1"]?.closedOn == "2020-07-24")
  }

  @Test func `a review dated back before the change was recorded is placed in every look back`()
    throws
  {
    var history = History(
      Self.closed + [.attached("证-1.1-02", "2020-07-23", digest: "b", recordedOn: "2020-08-10")])
    try history.run(
      .close("1.1", opinion: "复核"), by: SampleSchool.office, on: "2020-07-28",
      today: "2020-08-12")
    for day: CivilDate in ["2020-07-28", "2020-08-09", "2020-08-10", "2020-08-12"] {
      let ledger = history.ledger(asOf: day)
      #expect(ledger.unplaced == [])
      #expect(ledger["1.1"]?.isSoundlyClosed == true, "\(day)")
    }
  }
}
