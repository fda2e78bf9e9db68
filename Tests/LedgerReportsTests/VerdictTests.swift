import BundledAssets
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

  @Test func `an open gap of an item turns it back until it is resolved`() throws {
    var scenario = try MadeUpLedgers.finished()
    try scenario.run(
      .raiseGap(text: "签到表缺一页", item: .item("3.1"), owner: "学工部", due: nil),
      by: scenario.reviewer, on: "2020-10-10")
    #expect(try verdict(scenario).reasons == [.gapOpen(1, .item("3.1"))])
    try scenario.run(
      .resolveGap(number: 1, resolution: "已补齐"), by: scenario.reviewer, on: "2020-10-11")
    #expect(try verdict(scenario).passes)
  }

  @Test(.bug(id: "figures", "a gap of a withdrawn item held nothing back, and no list named it"))
  func `an open gap of an item that was withdrawn turns it back, and is missing`() throws {
    var scenario = try MadeUpLedgers.finished()
    let reviewer = scenario.reviewer
    try scenario.run(
      .reopen(.item("4.1"), finding: "复查", basis: "检查"), by: reviewer, on: "2020-10-01")
    try scenario.run(
      .raiseGap(text: "名册不齐", item: .item("4.1"), owner: "学工部", due: nil), by: reviewer,
      on: "2020-10-02")
    try scenario.run(
      .withdraw(.item("4.1"), basis: "示团发〔2020〕8号"), by: reviewer, on: "2020-10-03")
    #expect(try verdict(scenario).reasons == [.gapOpen(1, .item("4.1"))])
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-10-12")
    let missing = try MissingReport(input)
    #expect(try missing.items.map(\.line.id) == [.item("4.1")])
    #expect(missing.items.map(\.obstacles) == [[.gap(1)]])
    #expect(missing.unassigned.isEmpty && missing.departments.count == 1)
    let number = try #require(EvidenceNumber(item: .item("4.1"), index: 1))
    #expect(
      try verdict(scenario, damaged: [number]).reasons
        == [.evidenceDamaged(number), .gapOpen(1, .item("4.1"))])
  }

  @Test(.bug(id: "figures", "a paper said that all is done, and that gaps are not"))
  func `a paper that passes tells a gap of no item as what it is`() throws {
    var scenario = try MadeUpLedgers.finished()
    try scenario.run(
      .raiseGap(text: "全校台账不齐", item: nil, owner: "党政办", due: nil),
      by: scenario.reviewer, on: "2020-10-10")
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-10-12")
    #expect(SelfEvaluation(input).verdict.passes)
    let paper = try render(.selfEvaluation, input, templates: MadeUpLedgers.templates)
    #expect(paper.contains("另有上述改革举措以外的差距短板1项正在整改"), "\(paper)")
    #expect(paper.contains("上述改革举措以外，全校台账不齐，由党政办负责整改。"), "\(paper)")
    #expect(!paper.contains("尚未整改到位"), "\(paper)")
  }

  @Test(.bug(id: "rollup", "two gaps of one item were two items, 7.4、7.4"))
  func `the province's view names an item with two gaps once`() throws {
    var scenario = try MadeUpLedgers.finished()
    for text in ["签到表缺一页", "名册缺章"] {
      try scenario.run(
        .raiseGap(text: text, item: .item("3.1"), owner: "学工部", due: nil),
        by: scenario.reviewer, on: "2020-10-10")
    }
    let input = try MadeUpLedgers.input(scenario, asOf: "2020-10-12")
    #expect(SelfEvaluation(input).verdict.reasons.count == 2)
    let summary = SchoolSummary(input, source: "甲", origin: "", head: (1, ""), later: 0)
    #expect(summary.reasons == [.init(code: .gapOpen, subjects: ["3.1"])])
    #expect(summary.reasons.first?.subjects == ["3.1"])
    let rollup = Rollup([summary], faults: [], asOf: input.asOf, hasReadEvidence: false)
    let cells = RollupSheet.schools(of: rollup).last ?? []
    #expect(cells.contains("1 项有未解决的差距短板（3.1）"), "\(cells)")
    // A submission of an earlier program named it twice.
    var figures = DeclaredFigures(input, origin: "", head: (1, ""))
    #expect(figures.reasons.map(\.subjects) == [["3.1"]])
    figures.reasons[0].subjects = ["3.1", "3.1"]
    #expect(
      SchoolSummary(declared: figures, source: "甲").reasons.first?.subjects == ["3.1"])
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

  @Test func `the shipped indicators can be read`() {
    let text = String(decoding: BundledAssets.acceptance2020, as: UTF8.self)
    let reading = IndicatorTable.read(rows: TableRows.of(text))
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.table.indicators.count == 17)
    #expect(reading.table.indicators.filter(\.isStarred).map(\.number) == ["1", "9"])
  }

  @Test func `the figures of a finished school give its share, and what is missing is named`()
    throws
  {
    var scenario = try LedgerScenario(items: [])
    try MadeUpLedgers.record(
      [("工作人员", "31"), ("主席团成员", "5"), ("工作部门", "6"), ("来自院系", "21"), ("代表", "167")],
      in: &scenario, on: "2020-09-15")
    let form = try FilingForm(.school, MadeUpLedgers.input(scenario, asOf: "2020-10-10"))
    let answers = Dictionary(
      uniqueKeysWithValues: form.indicators.map { ($0.answer.indicator.number, $0.answer) })
    #expect(answers["11"]?.judgement == .met(reason: nil))
    #expect(answers["11"]?.remark == "来自院系21人，占67.74%")
    #expect(answers["10"]?.judgement == .undecided([.fact(FactName("学生总数"))]))
    #expect(answers["3-1"]?.judgement == .met(reason: nil))
  }

  @Test func `a starred indicator that is not met turns it back`() throws {
    var scenario = try MadeUpLedgers.finished()
    try MadeUpLedgers.record([("承担行政职能", "是")], in: &scenario, on: "2020-10-09")
    let reasons = try verdict(scenario).reasons
    #expect(reasons.count == 1)
    guard case .indicator(let answer) = reasons.first else {
      Issue.record("no indicator among the reasons")
      return
    }
    #expect(answer.indicator.number == "1")
  }

  @Test func `without indicators nothing passes`() throws {
    var input = try MadeUpLedgers.input(MadeUpLedgers.finished(), asOf: "2020-10-12")
    input.indicators = nil
    #expect(SelfEvaluation(input).verdict.reasons == [.indicatorsUnjudged])
  }
}
