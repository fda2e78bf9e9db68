import TaskLedger
import Testing

/// What of an item holds the verdict back, named at submit and at close.
///
/// Source: product description, The closing machine (submit) and Papers (the verdict).
struct ObstacleTests {
  private static func obstacles(_ given: [Happening], _ id: ItemID = "1.1") throws -> [Obstacle] {
    let onDay = LedgerOnDay(History(Happening.imported + given).ledger, on: "2020-07-28")
    return onDay.obstacles(of: try #require(onDay[id]), .common)
  }

  private static func applied(_ summary: String, _ id: ItemID = "1.1") -> Happening {
    Happening(
      .item(id, .closureSubmitted(ClosureSubmitted(summary: summary, unprovedMeasures: []))),
      on: "2020-07-23", by: SampleSchool.owner)
  }

  private static let hedged: [Happening] =
    ClosingCommandTests.ready + [applied("基本完成，大部分已公示，基本到位")]

  @Test func `what is missing, hedges and open gaps are told in this order`() throws {
    #expect(
      try Self.obstacles(Self.hedged + [.gap(1, "2020-07-24", item: "1.1")]) == [
        .missing(.review), .hedges(["基本", "大部分"]), .gap(1),
      ])
  }

  @Test func `what is settled has no missing part, but its hedges and gaps still hold back`()
    throws
  {
    let settled = Self.hedged + [.closed("1.1")]
    #expect(try Self.obstacles(settled) == [.hedges(["基本", "大部分"])])
    #expect(
      try Self.obstacles(
        ClosingCommandTests.closed + [
          .gap(1, "2020-07-24", item: "1.1"), .gap(2, "2020-07-24", item: "1.2"),
          .gap(3, "2020-07-24", item: "1.1"), .resolved(3, "2020-07-25"),
        ]) == [.gap(1)])
    #expect(try Self.obstacles(ClosingCommandTests.closed) == [])
  }

  @Test(.bug(id: "figures", "a gap went away with the item that was withdrawn"))
  func `an item that no longer counts holds nothing back but its open gaps`() throws {
    let gap: Happening = .gap(1, "2020-07-24", item: "1.1")
    let gone = Self.hedged + [gap, .withdrawn("1.1")]
    #expect(try Self.obstacles(gone) == [.gap(1)])
    #expect(try Self.obstacles(gone + [.resolved(1, "2020-07-26")]) == [])
  }

  @Test func `words that go on step by step are true of what goes on`() throws {
    let begun: [Happening] = [.started("2.1"), .attached("证-2.1-01"), Self.applied("逐步推进", "2.1")]
    let state = try #require(History(Happening.imported + begun).ledger["2.1"])
    #expect(state.hedges(.common) == [])
    let dated = Happening.revised(
      "2.1", "2020-07-24", .deadline(SampleSchool.deadline("2020-09-30")))
    let changed = try #require(History(Happening.imported + begun + [dated]).ledger["2.1"])
    #expect(changed.hedges(.common) == ["逐步"])
  }

  @Test func `the statement that stands is the last of the round`() throws {
    let again = Self.hedged + [.returned("1.1"), Self.applied("已全部完成")]
    let state = try #require(History(Happening.imported + again).ledger["1.1"])
    #expect(state.hedges(.common) == [])
    let reopened = Self.hedged + [.closed("1.1"), .reopened("1.1")]
    #expect(
      try #require(History(Happening.imported + reopened).ledger["1.1"]).hedges(.common) == [])
  }
}
