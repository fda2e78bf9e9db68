import TaskLedger
import TestSupport
import Testing

/// What a condition gives: met, not met, or undecided for what is missing.
///
/// Source: product description, Acceptance indicators (达标, 未达标, 无法判定 with what is missing; a figure
/// registered as not applying is 0 as a term of a sum and 无法判定 anywhere else).
struct ConditionOutcomeTests {
  private static let facts: KeyValuePairs<String, String> = [
    "甲": "6", "乙": "3", "日": "2020-08-25", "真": "是", "假": "否",
  ]

  private static let sheet: FactSheet = {
    var happenings = Happening.imported
    for (name, value) in facts {
      happenings.append(
        Happening(
          .ledger(.factRecorded(FactRecorded(name: name, value: value))), on: "2020-08-25",
          by: SampleSchool.office))
    }
    happenings.append(
      Happening(
        .ledger(.factRecorded(FactRecorded(name: "无", value: "", exemption: "没有研究生"))),
        on: "2020-08-25", by: SampleSchool.office))
    return FactSheet(History(happenings).ledger)
  }()

  private static func answer(_ condition: String, _ remark: String = "") throws -> IndicatorAnswer {
    let text = "|编号|★|指标|条件|备注栏|陈述|\n|1| |甲|\(condition)|\(remark)|\(remark)|\n"
    let read = IndicatorTable.read(rows: TableRows.of(text))
    #expect(read.diagnostics.map(\.code) == [])
    return try #require(read.table.indicators.first).answer(by: Self.sheet)
  }

  @Test(arguments: [
    ("甲 = 6", true), ("甲 = 5", false), ("甲 ≠ 6", false), ("甲 ≠ 5", true), ("甲 ≤ 6", true),
    ("甲 ≤ 5", false), ("甲 ≥ 6", true), ("甲 ≥ 7", false), ("甲 < 6", false), ("甲 < 7", true),
    ("甲 > 6", false), ("甲 > 5", true), ("日 < 2020-08-25", false), ("日 ≤ 2020-08-25", true),
    ("日 > 2020-08-25", false), ("日 ≥ 2020-08-25", true), ("日 ≠ 2020-08-25", false),
    ("真 = 是", true), ("真 ≠ 是", false), ("真 ≠ 假", true), ("真 = 假", false),
    ("3 ≤ 乙 < 甲", true), ("3 < 乙 < 甲", false), ("3 ≤ 乙 ≤ 2", false),
  ])
  func `figures are compared by size, days in time, yes and no for being the same`(
    condition: String, isMet: Bool
  ) throws {
    #expect(
      try Self.answer(condition).judgement
        == (isMet ? .met(reason: nil) : .unmet(units: [], reasonWouldDo: false)))
  }

  @Test(
    arguments: [
      ("甲 + 乙 = 9", true), ("甲 - 乙 = 3", true), ("甲 * 乙 = 18", true), ("甲 / 乙 = 2", true),
      ("乙 / 甲 = 50%", true), ("甲 + 乙 * 2 = 12", true), ("(甲 + 乙) * 2 = 18", true),
      ("乙 - 甲 = 0 - 3", true), ("甲 - 乙 - 1 = 2", true), ("甲 / 乙 / 2 = 1", true),
      ("甲 + 无 = 6", true), ("甲 - 无 = 6", true), ("无 + 甲 = 6", true), ("无 + 无 = 0", true),
      ("甲 * 无 = 0", nil), ("无 / 甲 = 0", nil), ("无 = 0", nil), ("甲 + 丙 = 6", nil),
      ("甲 / (乙 - 3) = 1", nil),
      ("甲 + 无 * 2 = 6", nil),
    ] as [(String, Bool?)])
  func `sums, products and quotients are exact, and what does not apply is nothing in a sum alone`(
    condition: String, isMet: Bool?
  ) throws {
    Self.expect(try Self.answer(condition).judgement, isMet)
  }

  @Test(
    arguments: [
      ("真 或 丙 ≥ 1", true), ("丙 ≥ 1 或 真", true), ("假 或 丙 ≥ 1", nil), ("假 或 假", false),
      ("假 且 丙 ≥ 1", false), ("丙 ≥ 1 且 假", false), ("真 且 丙 ≥ 1", nil), ("真 且 真", true),
      ("非 假", true), ("非 真", false), ("非 (丙 ≥ 1)", nil), ("非 (真 且 假)", true),
    ] as [(String, Bool?)])
  func `a condition is decided as soon as it can be`(condition: String, isMet: Bool?) throws {
    Self.expect(try Self.answer(condition).judgement, isMet)
  }

  private static func expect(_ judgement: IndicatorAnswer.Judgement, _ isMet: Bool?) {
    switch (judgement, isMet) {
    case (.met, true?), (.unmet, false?), (.undecided, nil): break
    default: Issue.record("\(judgement)")
    }
  }

  @Test(
    arguments: [
      ("实有{甲}人", "实有6人", "实有6人"), ("{乙}至{乙}人", "3人", "3人"),
      ("{日}召开", "2020年8月25日召开", "2020年8月25日召开"),
      ("{丙}人", "＿＿人", nil), ("占{乙 / 甲}", "占50.00%", "占50.00%"), ("", "", nil),
    ] as [(String, String, String?)])
  func `the remark shows what is known and leaves a blank, a statement is whole or none`(
    words: String, remark: String, statement: String?
  ) throws {
    let met = try Self.answer("甲 = 6", words)
    #expect(met.remark == remark && met.statement == statement)
    #expect(try Self.answer("甲 = 5", words).statement == nil)
  }

  @Test func `the mark of an indicator stands before its number`() throws {
    for mark in ["★", "▲", ""] {
      let text = "|编号|★|指标|条件|\n|1|\(mark)|甲|甲 ≤ 5|\n"
      let indicator = try #require(
        IndicatorTable.read(rows: TableRows.of(text)).table.indicators.first)
      #expect(indicator.mark == mark)
      #expect(indicator.isStarred == (mark == "★") && indicator.mustBeProved == (mark == "▲"))
      #expect(!indicator.isAdvisory)
    }
  }

  @Test func `a reason that makes a limit give way stands beside a figure that has a value`() throws
  {
    func fact(_ name: String, _ value: String, _ reason: String?) -> Happening {
      Happening(
        .ledger(.factRecorded(FactRecorded(name: name, value: value, exemption: reason))),
        on: "2020-08-25", by: SampleSchool.office)
    }
    let text = "|编号|指标|条件|放宽条件|\n|1|甲|甲 + 乙 ≤ 40|甲 ≤ 60|\n"
    let table = IndicatorTable.read(rows: TableRows.of(text)).table
    func judged(_ given: Happening...) throws -> IndicatorAnswer.Judgement {
      let sheet = FactSheet(History(Happening.imported + given).ledger)
      return try #require(table.answers(by: sheet).first).judgement
    }
    #expect(
      try judged(fact("甲", "45", nil), fact("乙", "", "没有研究生"))
        == .unmet(units: [], reasonWouldDo: true))
    #expect(
      try judged(fact("甲", "45", "三个校区"), fact("乙", "", "没有研究生")) == .met(reason: "三个校区"))
  }

  @Test(arguments: [
    ("研究生会改革方案", "研究生会召开研究生代表大会"), ("学生会改革方案", "学生会召开学生代表大会"),
    ("学生会、研究生会改革方案", "学生会召开学生代表大会"), ("改革方案", "学生会召开学生代表大会"),
  ])
  func `an answer names the one organisation that a school has`(
    title: String, expected: String
  ) throws {
    let rows = TableRows.of("|项目|内容|\n|组织|学生会、研究生会|\n")
    let profile = ReformProfile.read(rows: rows).profile
    var answer = try Self.answer("甲 = 6", "学生会召开学生代表大会")
    answer.indicator.text = "学生会召开学生代表大会"
    let named = answer.naming(profile, planTitled: title)
    #expect(named.remark == expected && named.statement == expected)
    #expect(named.indicator.text == expected)
  }
}
