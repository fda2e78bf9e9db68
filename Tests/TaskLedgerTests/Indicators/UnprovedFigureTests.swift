import TaskLedger
import TestSupport
import Testing

/// Which figures of a row nothing proves, and what is told where a row fails.
struct UnprovedFigureTests {
  private static func fact(_ name: String, _ value: String, _ evidence: EvidenceNumber? = nil)
    -> Happening
  {
    Happening(
      .ledger(.factRecorded(FactRecorded(name: name, value: value, evidence: evidence))),
      on: "2020-07-23", by: SampleSchool.owner)
  }

  private static func answer(_ row: String, _ given: [Happening]) throws -> IndicatorAnswer {
    let table = IndicatorTable.read(
      rows: TableRows.of("|编号|★|指标|条件|备注|\n\(row)\n")
    ).table
    let sheet = FactSheet(History(Happening.imported + given).ledger)
    return try #require(table.answers(by: sheet).first)
  }

  @Test(.bug(id: "proof", "of two figures one with evidence was enough to say nothing"))
  func `each figure without evidence is named`() throws {
    let given: [Happening] = [
      .attached("证-1.1-01"), Self.fact("工作人员", "31", "证-1.1-01"), Self.fact("主席团成员", "5"),
    ]
    let row = "|1||人数|工作人员 ≤ 40 且 主席团成员 ≤ 5||"
    let answer = try Self.answer(row, given)
    #expect(answer.unproved.map(\.name) == ["主席团成员"])
    #expect(answer.evidence == ["证-1.1-01"])
    #expect(
      try Self.answer(row, given + [Self.fact("主席团成员", "5", "证-1.1-01")]).unproved.isEmpty)
  }

  @Test(.bug(id: "lack", "a row of one figure that fails and has no remark said nothing"))
  func `a row that fails and has no remark tells its figure`() throws {
    let given = [Self.fact("每学期述职评议", "否")]
    let silent = try Self.answer("|1||评议|每学期述职评议 = 是||", given)
    #expect(silent.unmetFigures.map(\.name) == ["每学期述职评议"])
  }
}
