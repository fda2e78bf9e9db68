import LedgerReports
import TaskLedger
import TestSupport
import Testing

struct VerdictTests {
  private func verdict(
    _ scenario: LedgerScenario, asOf day: String = "2020-10-12",
    damaged: Set<EvidenceNumber> = []
  ) throws -> Verdict {
    SelfEvaluation(try MadeUpLedgers.input(scenario, asOf: day, damaged: damaged)).verdict
  }

  @Test func `a reform with everything done and proved passes`() throws {
    #expect(try verdict(MadeUpLedgers.finished()).passes)
  }

  @Test func `one changed file turns it back`() throws {
    let number = try #require(EvidenceNumber(item: .item("3.1"), index: 1))
    #expect(
      try verdict(MadeUpLedgers.finished(), damaged: [number]).reasons
        == [.evidenceDamaged(number)])
  }

  @Test func `a closure that no longer stands turns it back`() throws {
    var scenario = try MadeUpLedgers.finished()
    try scenario.attach(.item("3.1"), "补充名册", on: "2020-10-11")
    #expect(try verdict(scenario).reasons == [.closureStale(.item("3.1"))])
  }

  @Test func `a standing item needs evidence of the month itself`() throws {
    let november = try #require(CivilMonth("2020-11"))
    #expect(
      try verdict(MadeUpLedgers.finished(), asOf: "2020-11-02").reasons
        == [.standingWithoutEvidence(.item("2.3"), november)])
  }

  @Test func `a statement that hedges turns it back`() throws {
    var scenario = try MadeUpLedgers.finished()
    try scenario.run(
      .reopen(.item("4.1"), finding: "复查", basis: "检查"), by: scenario.reviewer,
      on: "2020-10-01")
    try scenario.close(.item("4.1"), "成绩基本在前30%以内", on: "2020-10-02")
    #expect(
      try verdict(scenario).reasons == [.statementHedges(.item("4.1"), words: ["基本"])])
  }

  @Test func `a clause that no item answers turns it back`() throws {
    let items = Item.madeUp.filter { $0.id.description != "7.4" }
    let scenario = try LedgerScenario(items: items)
    let clause = try #require(ClauseID("7.4"))
    #expect(try verdict(scenario).reasons.contains(.clauseUnanswered(clause)))
  }

  @Test func `an open item is named with what it lacks`() throws {
    let reasons = try verdict(MadeUpLedgers.august()).reasons
    #expect(
      try reasons.contains(.itemOpen(.item("8.1"), .submitted, missing: [.review])))
  }

  @Test func `an empty ledger never passes`() throws {
    let scenario = try LedgerScenario(items: [])
    #expect(try verdict(scenario).reasons.first == .nothingToJudge)
  }
}
