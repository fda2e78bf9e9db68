import TaskLedger
import TestSupport
import Testing

/// Figures that may be right and look wrong are asked about, and those that changed are shown.
///
/// Source: product description, Acceptance indicators; a figure is never put right by itself.
struct FactQuestionTests {
  private static let table = IndicatorTable.read(
    rows: TableRows.of(
      """
      |编号|★|指标|数据|条件|放宽条件|放宽须说明|存疑|条款|备注栏|层级|
      |3| |人数| |工作人员 ≤ 40| | |工作人员 ≤ 5| |实有{工作人员}人|校级|
      |12| |院系| |各院系(主席团成员 ≤ 3) 且 已登记院系数 ≤ 院系数| | |主席团成员 = 0| | |院系|
      |11| |来自院系| |来自院系 / 工作人员 ≥ 50%| | | | |占{来自院系 / 工作人员}|校级|
      """)
  ).table

  private static func sheet(_ facts: KeyValuePairs<String, String>) -> FactSheet {
    History(
      Happening.imported
        + facts.map { name, value in
          Happening(
            .ledger(.factRecorded(FactRecorded(name: name, value: value))), on: "2020-07-22",
            by: SampleSchool.office)
        }
    ).sheet
  }

  private static func questions(
    _ facts: KeyValuePairs<String, String>, before: KeyValuePairs<String, String> = [:],
    about names: [String]? = nil
  ) -> FactQuestions {
    FactQuestions(
      about: Set((names ?? facts.map(\.key)).map { FactName($0) }), before: sheet(before),
      after: sheet(facts), table: table)
  }

  @Test(arguments: [
    ("工作人员", "31", []), ("来自院系", "101%", ["fact-over-hundred"]),
    ("来自院系", "１０１％", ["fact-over-hundred"]), ("来自院系", "100%", []),
    ("工作人员", "60%", ["fact-share-for-count", "fact-doubtful"]), ("工作人员", "6", []),
    ("工作人员", "5", ["fact-doubtful"]), ("主席团成员@机电系", "0", ["fact-doubtful"]),
    ("主席团成员@机电系", "1", []), ("主席团成员", "0", []),
  ])
  func `a figure that looks wrong is asked about`(name: String, value: String, codes: [String]) {
    #expect(Self.questions([name: value]).diagnostics.map(\.code) == codes)
  }

  @Test func `only what was recorded now is asked about`() {
    let facts: KeyValuePairs = ["工作人员": "5", "来自院系": "101%", "主席团成员@机电系": "0"]
    #expect(Self.questions(facts, about: ["来自院系"]).diagnostics.map(\.code) == ["fact-over-hundred"])
    #expect(Self.questions(facts, about: ["代表"]).diagnostics.isEmpty)
    #expect(Self.questions(facts).diagnostics.count == 3)
  }

  @Test func `more unions on record than there are is asked about`() {
    let facts: KeyValuePairs = ["院系数": "1", "主席团成员@机电系": "2", "主席团成员@外语系": "2"]
    #expect(Self.questions(facts, about: ["院系数"]).diagnostics.map(\.code) == ["fact-units-exceed"])
    #expect(
      Self.questions(facts, about: ["主席团成员@外语系"]).diagnostics.map(\.code)
        == ["fact-units-exceed"])
    #expect(Self.questions(facts, about: ["工作人员"]).diagnostics.isEmpty)
  }

  @Test func `a figure that differs from the one before is shown with both`() {
    let found = Self.questions(
      ["工作人员": "31", "来自院系": "20", "主席团成员": "5"], before: ["工作人员": "38", "来自院系": "20"]
    ).conflicts
    #expect(found.map(\.name.recorded) == ["工作人员"])
    #expect(found.map(\.earlier.value) == ["38"] && found.map(\.later.value) == ["31"])
  }

  @Test func `answers are kept up when figures change`() {
    var answers = IndicatorAnswers(Self.table)
    #expect(answers.all.isEmpty)
    let before = Self.sheet(["工作人员": "31", "来自院系": "20"])
    answers.renew(asking: [FactName("工作人员")], by: before)
    #expect(answers.all == Self.table.answers(by: before))
    let after = Self.sheet(["工作人员": "45", "来自院系": "30"])
    answers.renew(asking: [FactName("工作人员")], by: after)
    #expect(answers.all == Self.table.answers(by: after))
    let other = Self.sheet(["工作人员": "50", "来自院系": "45"])
    answers.renew(asking: [FactName("来自院系")], by: other)
    #expect(answers.all[0].remark == "实有45人" && answers.all[2].remark == "占90.00%")
    let union = Self.sheet(["工作人员": "50", "主席团成员@机电系": "4"])
    answers.renew(asking: [FactName("主席团成员@机电系")], by: union)
    #expect(answers.all == Self.table.answers(by: union))
  }
}

extension History {
  /// The figures of the ledger.
  fileprivate var sheet: FactSheet { FactSheet(ledger) }
}
