import TaskLedger
import TestSupport
import Testing

/// A figure is proved by evidence that counts, and by none that was declared void since.
///
/// Source: product description, Papers (the verdict: its evidence is whole) and Acceptance indicators
/// (a row that passes without evidence says so).
struct ProvedFigureTests {
  private static let recorded = Happening(
    .ledger(.factRecorded(FactRecorded(name: "工作人员", value: "31", evidence: "证-1.1-01"))),
    on: "2020-07-23", by: SampleSchool.owner)
  private static let given: [Happening] = [.attached("证-1.1-01"), recorded]

  private static func answer(_ given: [Happening]) throws -> IndicatorAnswer {
    let table = IndicatorTable.read(
      rows: TableRows.of("|编号|★|指标|条件|\n|1|▲|人数|工作人员 ≤ 40|\n")
    ).table
    let sheet = FactSheet(History(Happening.imported + given).ledger)
    return try #require(table.answers(by: sheet).first)
  }

  @Test func `evidence that counts proves a figure`() throws {
    let answer = try Self.answer(Self.given)
    #expect(answer.evidence == ["证-1.1-01"])
    #expect(!answer.lacksProof && answer.allowsPassing)
  }

  @Test(.bug(id: "proof", "a figure whose evidence was declared void still passed as proved"))
  func `evidence declared void since proves nothing, and the figure stays`() throws {
    let answer = try Self.answer(Self.given + [.voided("证-1.1-01", "2020-07-24")])
    #expect(answer.evidence == [])
    #expect(answer.judgement == .met(reason: nil))
    #expect(answer.lacksProof && !answer.allowsPassing)
  }

  @Test func `taking the voiding back proves the figure again, other evidence does not`() throws {
    let voided = Self.given + [.voided("证-1.1-01", "2020-07-24")]
    let sequence = Happening.imported.count + voided.count
    let undone: Happening = .undone("1.1", sequence, "2020-07-25", by: SampleSchool.owner)
    #expect(try Self.answer(voided + [undone]).lacksProof == false)
    let other: Happening = .attached("证-1.1-02", "2020-07-25", digest: "b")
    #expect(try Self.answer(voided + [other]).lacksProof)
  }
}
