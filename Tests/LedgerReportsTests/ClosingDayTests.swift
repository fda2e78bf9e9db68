import LedgerReports
import TaskLedger
import TestSupport
import Testing

/// A new review of a stale closure restores the first closing day, wherever the day is told.
struct ClosingDayTests {
  private let id: ItemID
  private var scenario: LedgerScenario

  /// Closed in June, changed and reviewed again in July.
  init() throws {
    id = try .item("5.1")
    scenario = try LedgerScenario()
    try scenario.close(id, "办法已印发", on: "2020-06-20")
    try scenario.attach(id, "补充名册", on: "2020-07-10")
    try scenario.run(.close(id, opinion: "重审同意"), by: scenario.reviewer, on: "2020-07-20")
  }

  @Test func `the workbook prints the closing day, not that of the review`() throws {
    let rows = LedgerSheet.progress(try MadeUpLedgers.input(scenario, asOf: "2020-07-31"))
    let row = try #require(rows.first { $0[0] == "5.1" })
    #expect(row[8] == "2020-06-20")
    #expect(row[10] == "重审同意")
  }

  @Test func `the sheet of an item names the review and the day that stays`() throws {
    let text = try sheet(asOf: "2020-07-31")
    #expect(text.contains("2020-07-20 领导小组办公室：重审同意（复核，销号日期仍为2020-06-20）"), "\(text)")
    #expect(try !sheet(asOf: "2020-06-30").contains("复核"))
  }

  @Test func `a closure that lapsed again keeps no day`() throws {
    var scenario = scenario
    try scenario.attach(id, "再补名册", on: "2020-07-25")
    let state = try #require(try scenario.ledger(asOf: "2020-07-31")[id])
    #expect(state.keptClosingDay { "\($0)" }.isEmpty)
  }

  private func sheet(asOf day: String) throws -> String {
    let input = try MadeUpLedgers.input(scenario, asOf: day)
    let state = try #require(input.ledger[id])
    return ItemSheet(
      state: state, ledger: input.ledger, today: input.asOf, hedges: input.profile.hedges,
      digest: ReviewDigest.sha256
    ).text(200)
  }
}
