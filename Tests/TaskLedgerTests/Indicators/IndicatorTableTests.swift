import TaskLedger
import TestSupport
import Testing

struct IndicatorTableTests {
  private static let head = "|编号|★|指标|数据|条件|放宽条件|放宽须说明|存疑|条款|备注栏|层级|\n"

  private func table(_ rows: String) throws -> IndicatorTable {
    let reading = IndicatorTable.read(rows: TableRows.of(Self.head + rows))
    #expect(reading.diagnostics.isEmpty)
    return reading.table
  }

  /// The judgement of one row by figures recorded through commands.
  private func answer(
    _ row: String, _ facts: [(name: String, value: String, exemption: String?)],
    exempt units: [String?] = []
  ) throws -> IndicatorAnswer {
    var scenario = try LedgerScenario(items: [])
    for fact in facts {
      try scenario.run(
        .recordFact(
          name: fact.name, value: fact.value, evidence: nil, exemption: fact.exemption),
        by: "校团委")
    }
    let indicator = try #require(try table(row).indicators.first)
    for unit in units {
      try scenario.run(
        .exemptIndicator(indicator, unit: unit, reason: "不设学生会"), by: scenario.reviewer)
    }
    return indicator.answer(by: FactSheet(scenario.ledger))
  }

  private static let staff = "|3|  |人数|  |工作人员 ≤ 40|工作人员 ≤ 60|学生多|工作人员 ≤ 5|3.1|实有{工作人员}人|校级|"
  private static let share = "|11|  |来自院系|  |来自院系 / 工作人员 ≥ 50%| | | |5.2|占{来自院系 / 工作人员}| |"
  private static let unions = "|12|  |院系|  |各院系(20 ≤ 工作人员 ≤ 30)| | | | | |院系|"

  @Test(arguments: [
    ("学代会日期 - 1 ≤ 2020-10-15", "学代会日期"), ("2020-10-15 - 1 ≤ 学代会日期", "日期不能加减乘除"),
    ("工作人员 ≤ 2020-10-15 且 工作人员 ≤ 40", "日期不能与数比较"), ("2020-10-15 ≥ 3", "日期不能与数比较"),
    ("5 / 0 ≥ 1", "除数是 0"), ("工作人员 / 0 ≥ 1", "除数是 0"), ("工作人员 / (1 - 1) ≥ 1", "除数是 0"),
    ("其他职务 ≤ 是", "不能比大小"), ("其他职务 = 是 且 其他职务 ≤ 40", "是或否不能与数比较"),
    ("各院系(各院系(工作人员 ≤ 30))", "不能再套"), ("各院系(达标院系数(工作人员 ≤ 30) ≥ 1)", "不能再套"),
    ("(工作人员 + 1) = 是", "数不能与是或否比较"), ("20 ≤ 工作人员 ≤ 2020-10-15", "数不能与日期比较"),
    ("工作人员 且 工作人员 ≤ 40", "是或否不能与数比较"),
    ("工作人员 ≤ 40 且 工作人员", "别处是数"), ("是 + 1 ≥ 工作人员", "是或否不能加减乘除"),
  ])
  func `a condition that can never be decided is found in the table`(
    condition: String, said: String
  ) {
    let reading = IndicatorTable.read(
      rows: TableRows.of(Self.head + "|1| |人数| |\(condition)| | | | | | |"))
    #expect(reading.table.indicators.isEmpty)
    #expect(reading.diagnostics.contains { $0.code == "indicator-condition-undecidable" })
    #expect(reading.diagnostics.contains { $0.message.contains(said) })
  }

  @Test func `a figure is of one kind in the whole table`() {
    let rows = "|1| |甲| |工作人员 ≤ 40| | | | | | |\n|2| |乙| |工作人员 = 是| | | | | | |"
    let reading = IndicatorTable.read(rows: TableRows.of(Self.head + rows))
    #expect(reading.table.indicators.map(\.number) == ["1"])
    #expect(reading.diagnostics.map(\.code) == ["indicator-condition-undecidable"])
  }

  @Test(arguments: [
    ("来自院系 / 工作人员 ≥ 50%", "0"), ("非 (来自院系 / 工作人员 ≥ 50%)", "0"),
    ("工作人员 ≤ 40", "2020-08-25"), ("非 (工作人员 ≤ 40)", "2020-08-25"),
    ("来自院系 = 工作人员", "是"), ("来自院系 ≠ 工作人员", "2020-08-25"),
    ("工作人员 - 来自院系 ≤ 40", "2020-08-25"), ("工作人员 ≤ 40 或 工作人员 ≥ 41", "否"),
  ])
  func `figures that do not fit leave a condition undecided, never met`(
    condition: String, staff: String
  ) throws {
    let answer = try answer(
      "|1| |人数| |\(condition)| | | | | | |", [("工作人员", staff, nil), ("来自院系", "21", nil)])
    guard case .undecided(let needs) = answer.judgement else {
      Issue.record("\(answer.judgement)")
      return
    }
    #expect(!needs.isEmpty)
  }

  @Test func `a figure within the limit is met and shown`() throws {
    let answer = try answer(Self.staff, [("工作人员", "31", nil)])
    #expect(answer.judgement == .met(reason: nil))
    #expect(answer.remark == "实有31人")
  }

  @Test func `beyond the limit a stated reason is enough within the relaxed one`() throws {
    #expect(
      try answer(Self.staff, [("工作人员", "45", "三个校区")]).judgement == .met(reason: "三个校区"))
    #expect(
      try answer(Self.staff, [("工作人员", "45", nil)]).judgement
        == .unmet(units: [], reasonWouldDo: true))
    #expect(
      try answer(Self.staff, [("工作人员", "61", "三个校区")]).judgement
        == .unmet(units: [], reasonWouldDo: false))
  }

  @Test func `a figure that is not recorded is named, never guessed`() throws {
    let answer = try answer(Self.share, [("工作人员", "31", nil)])
    #expect(answer.judgement == .undecided([.fact(FactName("来自院系"))]))
    #expect(answer.remark == "占＿＿")
  }

  @Test func `a share is reckoned exactly`() throws {
    let answer = try answer(Self.share, [("工作人员", "31", nil), ("来自院系", "21", nil)])
    #expect(answer.judgement == .met(reason: nil))
    #expect(answer.remark == "占67.74%")
  }

  @Test func `nothing is divided by nothing`() throws {
    #expect(
      try answer(Self.share, [("工作人员", "0", nil), ("来自院系", "21", nil)]).judgement
        == .undecided([.unfit(FactName("工作人员"))]))
  }

  @Test func `words instead of a figure are named`() throws {
    #expect(
      try answer(Self.staff, [("工作人员", "约三十", nil)]).judgement
        == .undecided([.unreadable(FactName("工作人员"), "约三十")]))
  }

  @Test(.bug(id: "counts", "one figure that does not apply made every row pass"))
  func `a figure that does not apply is nothing in a sum and undecided elsewhere`() throws {
    let sum = "|6|  |成绩| |成绩前三成 + 一年级新生 + 研究生 ≥ 工作人员| | | | | | |"
    let facts: [(String, String, String?)] = [
      ("成绩前三成", "10", nil), ("一年级新生", "5", nil), ("工作人员", "40", nil),
      ("研究生", "", "高职没有研究生"),
    ]
    #expect(try answer(sum, facts).judgement == .unmet(units: [], reasonWouldDo: false))
    #expect(
      try answer(Self.staff, [("工作人员", "", "统计口径不同")]).judgement
        == .undecided([.notApplying(FactName("工作人员"), "统计口径不同")]))
  }

  @Test func `an indicator is declared not applicable for itself, a starred one never`() throws {
    #expect(
      try answer(Self.staff, [("工作人员", "61", nil)], exempt: [nil]).judgement
        == .notApplicable("不设学生会"))
    let starred = "|9|★|学代会| |学代会日期 ≤ 2020-10-15| | | | | | |"
    #expect(throws: LedgerRejection(.member(.starredIndicator("9")))) {
      try answer(starred, [], exempt: [nil])
    }
  }

  @Test func `the figure of the latest day counts`() throws {
    let answer = try answer(Self.staff, [("工作人员", "61", nil), ("工作人员", "39", nil)])
    #expect(answer.judgement == .met(reason: nil))
  }

  @Test func `an implausible figure is questioned and still judged`() throws {
    let answer = try answer(Self.staff, [("工作人员", "3", nil)])
    #expect(answer.isDoubtful)
    #expect(answer.judgement == .met(reason: nil))
  }

  @Test func `every department's union is looked at and those that fail are named`() throws {
    #expect(
      try answer(
        Self.unions,
        [("工作人员@机电系", "25", nil), ("工作人员@艺术系", "12", nil), ("工作人员@外语系", "31", nil)]
      ).judgement == .unmet(units: ["外语系", "艺术系"], reasonWouldDo: false))
    #expect(
      try answer(Self.unions, [("工作人员@机电系", "25", nil)]).judgement == .met(reason: nil))
    #expect(try answer(Self.unions, []).judgement == .undecided([.units(["工作人员"])]))
    #expect(
      try answer(Self.unions, [("工作人员@机电系", "25", nil), ("主席团成员@外语系", "2", nil)])
        .judgement == .undecided([.fact(FactName("工作人员@外语系"))]))
  }

  @Test func `the number of unions on record is held against the number there are`() throws {
    let row =
      "|3|  |院系|  |各院系(工作人员 ≤ 30) 且 已登记院系数 ≥ 院系数| | | | |{已登记院系数}/{院系数}|院系|"
    let one: (String, String, String?) = ("工作人员@机电系", "25", nil)
    #expect(try answer(row, [one]).judgement == .undecided([.fact(FactName("院系数"))]))
    #expect(
      try answer(row, [one, ("院系数", "2", nil)]).judgement
        == .unmet(units: [], reasonWouldDo: false))
    let both = try answer(row, [one, ("院系数", "2", nil), ("工作人员@外语系", "20", nil)])
    #expect(both.judgement == .met(reason: nil))
    #expect(both.remark == "2/2")
  }

  @Test func `unions that meet a condition are counted, and those that fail are named`() throws {
    let row = "|3|  |院系|  |达标院系数(工作人员 ≤ 30) / 已登记院系数 ≥ 60%| | | | |{达标院系数(工作人员 ≤ 30)}个|院系|"
    let facts: [(String, String, String?)] = [
      ("工作人员@机电系", "25", nil), ("工作人员@艺术系", "12", nil), ("工作人员@外语系", "31", nil),
    ]
    let met = try answer(row, facts)
    #expect(met.judgement == .met(reason: nil))
    #expect(met.remark == "2个")
    #expect(
      try answer(row, facts + [("工作人员@体育系", "40", nil)]).judgement
        == .unmet(units: ["体育系", "外语系"], reasonWouldDo: false))
    #expect(
      try answer(row, facts + [("主席团成员@体育系", "4", nil)]).judgement
        == .undecided([.fact(FactName("工作人员@体育系"))]))
  }

  @Test func `a union to which it does not apply is left out with its reason`() throws {
    let one: (String, String, String?) = ("工作人员@机电系", "25", nil)
    let other: (String, String, String?) = ("工作人员@研究生院", "", "没有")
    let answer = try answer(Self.unions, [one, other], exempt: ["研究生院"])
    #expect(answer.judgement == .met(reason: nil))
    #expect(answer.remark == "不适用：研究生院（不设学生会）")
    #expect(
      try self.answer(Self.unions, [], exempt: ["研究生院"]).judgement
        == .notApplicable("研究生院（不设学生会）"))
    #expect(
      try self.answer(Self.unions, [one, other]).judgement
        == .undecided([.notApplying(FactName("工作人员@研究生院"), "没有")]))
  }

  @Test(.bug(id: "figures", "the remark counted a union that the judgement left out"))
  func `a remark counts the unions that were judged`() throws {
    let row =
      "|3|  |院系|  |各院系(工作人员 ≤ 30) 且 已登记院系数 ≥ 院系数| | | | |{已登记院系数}/{院系数}|院系|"
    let facts: [(String, String, String?)] = [
      ("工作人员@机电系", "25", nil), ("工作人员@外语系", "31", nil), ("院系数", "1", nil),
    ]
    let answer = try answer(row, facts, exempt: ["外语系"])
    #expect(answer.judgement == .met(reason: nil))
    #expect(answer.remark == "1/1；不适用：外语系（不设学生会）")
  }

  @Test func `a date within a period is met, outside of it not`() throws {
    let row = "|9|★|学代会|  |2019-10-16 ≤ 学代会日期 ≤ 2020-10-15| | | | | | |"
    #expect(try answer(row, [("学代会日期", "2020年8月25日", nil)]).judgement == .met(reason: nil))
    #expect(
      try answer(row, [("学代会日期", "2019-10-15", nil)]).judgement
        == .unmet(units: [], reasonWouldDo: false))
    #expect(
      try answer(row, [("学代会日期", "25", nil)]).judgement
        == .undecided([.unfit(FactName("学代会日期"))]))
  }

  @Test(arguments: [
    (["否", "1", "4"], ["甲 否", "乙 1", "丙 4"]), (["是", "6", "8"], ["乙 6"]),
    // What is not known is no failure, and what is met fails nowhere.
    (["否", "3"], ["甲 否"]), (["是", "3", "6"], []),
  ])
  func `an unmet condition of several parts names the figures of those that fail`(
    values: [String], expected: [String]
  ) throws {
    let row = "|2|  |三条|  |甲 = 是 且 乙 / 丙 ≥ 50% 且 乙 ≤ 5| | | | | | |"
    let facts = zip(["甲", "乙", "丙"], values).map { (name: $0, value: $1, exemption: String?.none) }
    let answer = try self.answer(row, facts)
    #expect(answer.unmetFigures.map { "\($0.name) \($0.value)" } == expected)
    // A condition of one part needs no words beside its figure.
    #expect(try self.answer(Self.staff, [("工作人员", "61", nil)]).unmetFigures.isEmpty)
  }

  @Test func `且 is false as soon as one side is, whatever the other lacks`() throws {
    let row = "|2|  |两条|  |甲 = 是 且 乙 ≤ 5| | | | | | |"
    #expect(
      try answer(row, [("甲", "否", nil)]).judgement == .unmet(units: [], reasonWouldDo: false))
    #expect(
      try answer(row, [("甲", "是", nil)]).judgement == .undecided([.fact(FactName("乙"))]))
  }

  @Test func `a starred indicator that does not apply does not let the verdict pass`() throws {
    let row = "|1|★|职能|  |承担 = 否| | | | | | |"
    let answer = try answer(row, [("承担", "", "没有学生会")])
    #expect(!answer.allowsPassing)
    // What no command declares may still stand in a log of another program.
    let unions = try table("|12|★|院系|  |各院系(20 ≤ 工作人员 ≤ 30)| | | | | |院系|")
    let sheet = FactSheet([:], exemptions: [.init(indicator: "12", unit: "研究生院"): "不设学生会"])
    let exempted = try #require(unions.answers(by: sheet).first)
    #expect(exempted.judgement == .notApplicable("研究生院（不设学生会）"))
    #expect(!exempted.allowsPassing)
  }

  @Test(arguments: [
    ("▲", "", "3", false), ("★", "", "3", true), ("", "", "9", false),
    ("", "暂不作硬性要求", "9", true), ("▲", " 暂不作 硬性要求 ", "3", true), ("★", "暂不作硬性要求", "", true),
  ])
  func `▲ wants proof, and what does not bind holds nobody back`(
    mark: String, demand: String, value: String, passes: Bool
  ) throws {
    let text = "|编号|★|指标|条件|要求|\n|1|\(mark)|甲|工作人员 ≤ 5|\(demand)|\n"
    let read = IndicatorTable.read(rows: TableRows.of(text))
    #expect(read.diagnostics.isEmpty)
    var scenario = try LedgerScenario(items: [])
    if !value.isEmpty {
      try scenario.run(
        .recordFact(name: "工作人员", value: value, evidence: nil, exemption: nil), by: "校团委")
    }
    let answer = try #require(read.table.answers(by: FactSheet(scenario.ledger)).first)
    #expect(answer.allowsPassing == passes)
    #expect(answer.lacksProof == (mark == "▲" && value == "3"))
  }

  @Test func `a demand that is not known is told`() {
    let text = "|编号|指标|条件|要求|\n|1|甲|工作人员 ≤ 5|选做|\n"
    #expect(
      IndicatorTable.read(rows: TableRows.of(text)).diagnostics.map(\.code)
        == ["indicator-demand-unknown"])
  }

  @Test func `faults of the table are told with line and column`() {
    let text = Self.head + "|1|  |甲|  |工作人员 ≤ |  |  |  |三|实有{工 ≤}|市级|\n"
    let diagnostics = IndicatorTable.read(rows: TableRows.of(text)).diagnostics
    #expect(
      diagnostics.map { "\($0.location?.description ?? "") \($0.code)" } == [
        "验收指标.md:2:18 indicator-condition-unreadable",
        "验收指标.md:2:37 indicator-condition-unreadable",
        "验收指标.md:2:29 indicator-clause-unreadable",
        "验收指标.md:2:39 indicator-level-unknown",
      ])
  }

  @Test func `a condition that is a figure is told when the table is read`() {
    for condition in ["甲 / 2", "达标院系数(甲 ≤ 3)", "非 5", "甲 ≤ 3 且 乙 + 1", "2020-10-15"] {
      let text = Self.head + "|1|  |甲|  |\(condition)|  |  |  |  |  |  |\n"
      let diagnostics = IndicatorTable.read(rows: TableRows.of(text)).diagnostics
      #expect(
        diagnostics.map { "\($0.location?.description ?? "") \($0.code)" }
          == ["验收指标.md:2:12 indicator-condition-not-truth"], "\(condition)")
    }
    let plain = Self.head + "|1|  |甲|  |甲 且 非 乙|  |  |  |  |  |  |\n"
    #expect(IndicatorTable.read(rows: TableRows.of(plain)).diagnostics.isEmpty)
  }

  @Test func `a table without its columns is named as such`() {
    let diagnostics = IndicatorTable.read(rows: TableRows.of("|编号|指标|\n|1|甲|\n")).diagnostics
    #expect(diagnostics.map(\.code) == ["indicator-column-missing"])
  }

  @Test func `the same number twice is refused`() {
    let row = "|1|  |甲|  |甲 ≤ 1| | | | | | |\n"
    let reading = IndicatorTable.read(rows: TableRows.of(Self.head + row + row))
    #expect(reading.diagnostics.map(\.code) == ["indicator-duplicate"])
    #expect(reading.table.indicators.count == 1)
  }
}
