import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct MonthlyReportTests {
  private func report(
    _ month: String, _ scenario: LedgerScenario, asOf day: String
  ) throws -> MonthlyReport {
    MonthlyReport(of: try MadeUpLedgers.month(month), try MadeUpLedgers.input(scenario, asOf: day))
  }

  @Test func `an extension moves the granted rate and leaves the original one`() throws {
    let rates = try report("2020-08", MadeUpLedgers.august(), asOf: "2020-08-31").rates
    let overdue = try #require(rates.last)
    #expect(overdue.original == Ratio(7, of: 12))
    #expect(overdue.granted == Ratio(5, of: 10))
  }

  @Test func `a reopened item has no day of its own until one is set, and its month keeps it`()
    throws
  {
    let august = try report("2020-08", MadeUpLedgers.august(), asOf: "2020-08-31")
    #expect(august.overdue.map(\.id.description) == ["1.2", "4.1", "5.2", "5.3", "8.1"])
    let july = try report("2020-07", MadeUpLedgers.august(), asOf: "2020-07-31")
    #expect(july.closed.map(\.id.description) == ["6.1"])
  }

  @Test func `a closure after the month and before the day of the paper is counted beside`() throws
  {
    let july = try report("2020-07", MadeUpLedgers.august(), asOf: "2020-08-08")
    #expect(july.closed.map(\.id.description) == ["6.1"])
    #expect(july.closedSince.map(\.id.description) == ["5.1"])
  }

  @Test func `the meeting is asked for what only it can decide`() throws {
    let decisions = try report("2020-08", MadeUpLedgers.august(), asOf: "2020-08-31").decisions
    #expect(
      decisions.map(\.kind)
        == [.review, .extension, .overdue, .returned, .undated, .gaps])
    #expect(decisions.first?.subjects == ["8.1"])
  }

  @Test func `gaps of earlier months stay until they are resolved, and once more`() throws {
    var scenario = try MadeUpLedgers.august()
    try scenario.run(
      .resolveGap(number: 1, resolution: "已统一格式"), by: scenario.reviewer, on: "2020-09-03")
    #expect(
      try report("2020-09", scenario, asOf: "2020-09-30").gapsBefore.map(\.number) == [1, 2])
    #expect(try report("2020-10", scenario, asOf: "2020-10-31").gapsBefore.map(\.number) == [2])
  }

  @Test func `states have shares that add up`() throws {
    let states = try report("2020-08", MadeUpLedgers.august(), asOf: "2020-08-31").states
    #expect(states.map(\.total).reduce(0, +) == 27)
    #expect(states.map(\.share) == ["74.1", "7.4", "3.7", "3.7", "11.1"])
  }
}
