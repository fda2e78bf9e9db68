import TaskLedger
import TestSupport
import Testing

/// What a ledger knows of the order of its entries: the latest day, the months, the files, the rounds.
///
/// Source: product description, The closing machine and Days and counts (a month's paper).
struct LedgerOrderTests {
  private static func latest(_ given: Happening...) -> CivilDate? {
    History(Happening.imported + given).ledger.latestEffective
  }

  @Test func `the latest day is that of the entries that still stand`() {
    let start = Happening.imported.count
    #expect(Ledger().latestEffective == nil)
    #expect(Self.latest() == "2020-07-20")
    #expect(Self.latest(.noted("1.1", "2020-08-05"), .noted("1.1", "2020-07-25")) == "2020-08-05")
    #expect(
      Self.latest(
        .noted("1.2", "2020-07-30"), .noted("1.1", "2020-08-05"),
        .undone("1.1", start + 2, "2020-07-25", by: SampleSchool.owner)) == "2020-07-30")
    #expect(
      Self.latest(
        .noted("1.1", "2020-08-05"), .undone("1.1", start + 1, "2020-07-25", by: SampleSchool.owner)
      ) == "2020-07-25")
    #expect(
      Self.latest(
        .gap(1, "2020-08-01"), .gap(2, "2020-07-22"), .noted("1.1", "2020-08-05"),
        .undone("1.1", start + 3, "2020-07-25", by: SampleSchool.owner)) == "2020-08-01")
    #expect(
      Self.latest(
        .gap(1, "2020-07-22"), .noted("1.2", "2020-07-30"), .noted("1.1", "2020-08-05"),
        .undone("1.1", start + 3, "2020-07-25", by: SampleSchool.owner)) == "2020-07-30")
  }

  @Test func `open and sealed months stand in order, whatever the order of their entries`() {
    var history = History.imported
    let months: [CivilMonth] = [
      "2020-06", "2020-03", "2020-05", "2020-01", "2020-04", "2020-02", "2020-07",
    ]
    for month in months { history.record(.meeting(month, "2020-07-31")) }
    #expect(history.ledger.openMonths == months.sorted())
    #expect(history.ledger.sealedMonths == [] && history.ledger.lastSealedMonth == nil)
    for month in months.prefix(5) {
      history.record(.sealed(month, through: 8, asOf: month.lastDay, "2020-08-01"))
    }
    #expect(history.ledger.sealedMonths == months.prefix(5).sorted())
    #expect(history.ledger.openMonths == ["2020-02", "2020-07"])
    #expect(history.ledger.lastSealedMonth == "2020-06")
  }

  @Test func `a seal leaves nothing out that an earlier seal holds, whichever month that is of`() {
    let given: [Happening] = [
      .meeting("2020-06", "2020-06-30"), .meeting("2020-07", "2020-07-31"),
      .sealed("2020-06", through: 9, asOf: "2020-06-30", "2020-08-01"),
      .noted("1.1", "2020-08-01"),
    ]
    Scenario(
      "July", given: given,
      when: .sealMonth("2020-07", through: 10, asOf: "2020-07-31", paper: "d"),
      by: SampleSchool.office, on: "2020-08-02",
      then: .refused([.meeting(.sealThroughUnknown(through: 10, known: 11...12))])
    ).check()
  }

  @Test func `a file that is there already takes no correction back`() throws {
    var history = History.imported.after(.revised("1.1", "2020-07-22", .content("改写")))
    #expect(
      try history.run(
        .importPlan(SampleSchool.header(), items: SampleSchool.items, update: false),
        by: SampleSchool.office, on: "2020-07-28") == [])
    #expect(history.ledger.importedSources == [SampleSchool.header().sourceDigest])
    #expect(throws: LedgerRejection.self) {
      try history.run(
        .importPlan(SampleSchool.header("e"), items: SampleSchool.items, update: false),
        by: SampleSchool.office, on: "2020-07-28")
    }
  }

  @Test func `after a round without evidence its new day is the one that is restored`() throws {
    let history = History(
      Happening.imported + ClosingCommandTests.closed + [
        .voided("证-1.1-01", "2020-08-09"), .attached("证-1.1-02", "2020-08-10", digest: "b"),
        .closed("1.1", "2020-08-12"), .attached("证-1.1-03", "2020-08-15", digest: "c"),
        .closed("1.1", "2020-08-20"),
      ])
    #expect(history.ledger.unplaced == [])
    let closures = try #require(history.ledger["1.1"]).round.closures
    #expect(closures.map(\.on) == ["2020-07-24", "2020-08-12", "2020-08-20"])
    #expect(closures.map(\.countsFrom) == ["2020-07-24", "2020-08-12", "2020-08-12"])
  }

  @Test func `a ledger that is looked at on another day says so`() {
    var ledger = History.imported.ledger(asOf: "2020-07-24")
    #expect(ledger.asOf == "2020-07-24")
    ledger.look(on: "2020-08-01")
    #expect(ledger.asOf == "2020-08-01")
  }

  @Test func `items are found by their ids in a long plan`() {
    let ids = (1...40).compactMap { ClauseID(task: $0 % 7 + 1, number: $0) }.map(ItemID.clause)
    var history = History(Happening.opened)
    for id in ids + [.own(2), .own(1)] {
      history.record(
        Happening(
          .imported(SampleSchool.item(id, deadline: .blank)), on: "2020-07-20",
          by: SampleSchool.office))
    }
    #expect(history.ledger.order == ids.sorted() + [.own(1), .own(2)])
    for id in ids + [.own(1), .own(2)] { #expect(history.ledger[id]?.id == id) }
    #expect(history.ledger["9.9"] == nil && history.ledger["S3"] == nil)
    #expect(history.ledger["1.1"] == nil && history.ledger.items.count == 42)
    #expect(!history.ledger.items.isEmpty && Ledger().items.isEmpty)
  }
}
