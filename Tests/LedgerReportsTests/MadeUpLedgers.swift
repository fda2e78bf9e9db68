import BundledAssets
import LedgerReports
import TaskLedger
import TestSupport

/// Ledgers in the states that papers must show, brought about by commands.
enum MadeUpLedgers {
  static let templates = TemplateSource(builtIn: BundledAssets.templates)

  /// The end of August: some closed, one late, one returned, one extended, one reopened, gaps.
  static func august() throws -> LedgerScenario {
    var scenario = try LedgerScenario()
    try scenario.close(
      .item("1.1"), "推进计划已报送", on: "2020-06-20", number: "南示团〔2020〕3号")
    try scenario.close(.item("2.1"), "架构已写入方案", on: "2020-06-25")
    try scenario.run(.start(.item("2.3")), by: "校学生会", on: "2020-06-26")
    try scenario.run(.sustain(.item("2.3")), by: "校学生会")
    try scenario.run(
      .requestExtension(
        .item("2.2"), until: LedgerScenario.day("2020-09-30"), reason: "系部换届推迟",
        progress: "已起草办法"),
      by: "校团委", on: "2020-06-28")
    try scenario.run(
      .grantExtension(.item("2.2"), basis: "6月例会"), by: scenario.reviewer, on: "2020-06-29")
    try scenario.run(
      .raiseGap(
        text: "各系佐证格式不一", item: .item("4.1"), owner: "学工部",
        due: LedgerScenario.day("2020-08-20")), by: scenario.reviewer, on: "2020-07-05")
    try scenario.close(.item("5.1"), "办法已印发", on: "2020-08-05")
    try scenario.submit(.item("4.1"), "条件已基本明确", on: "2020-08-10")
    try scenario.run(
      .return(.item("4.1"), reason: "缺少成绩排名的认定办法"), by: scenario.reviewer,
      on: "2020-08-12")
    try scenario.run(
      .note(.item("2.3"), text: "收集意见32条"), by: "校学生会", on: "2020-08-15")
    try scenario.close(.item("6.1"), "名额办法已印发", on: "2020-07-20")
    try scenario.run(
      .reopen(.item("6.1"), finding: "两个系没有名额", basis: "8月检查"), by: scenario.reviewer,
      on: "2020-08-18")
    try scenario.submit(.item("8.1"), "评议办法已试行", on: "2020-08-20")
    try scenario.run(
      .requestExtension(
        .item("7.1"), until: LedgerScenario.day("2020-10-15"), reason: "等待上级文件",
        progress: "已完成初稿"),
      by: "学工部", on: "2020-08-25")
    try scenario.run(
      .raiseGap(text: "培训覆盖不全", item: .item("1.3"), owner: "校团委", due: nil),
      by: scenario.reviewer, on: "2020-08-26")
    return scenario
  }

  /// Mid-October with everything done.
  static func finished() throws -> LedgerScenario {
    var scenario = try LedgerScenario()
    for state in scenario.ledger.itemsInOrder where state.item.deadline.due != nil {
      try scenario.close(state.id, "\(state.item.content)，工作完成", on: "2020-06-20")
    }
    try scenario.run(.start(.item("2.3")), by: "校学生会", on: "2020-06-26")
    try scenario.run(.sustain(.item("2.3")), by: "校学生会")
    try scenario.close(.item("9.2"), "党委已听取汇报两次", on: "2020-09-20")
    try record(goodFigures, in: &scenario, on: "2020-09-25")
    try scenario.attach(.item("2.3"), "十月接待日记录", by: "校学生会", on: "2020-10-08")
    return scenario
  }

  /// The shipped indicators.
  static let indicators = IndicatorTable.read(
    rows: TableRows.of(String(decoding: BundledAssets.acceptance2020, as: UTF8.self))
  ).table

  /// The shipped indicators of a department's union.
  static let unionIndicators = IndicatorTable.read(
    rows: TableRows.of(String(decoding: BundledAssets.acceptanceUnion2021, as: UTF8.self))
  ).table

  /// The shipped words of the reform.
  static let profile = ReformProfile.read(
    rows: TableRows.of(String(decoding: BundledAssets.reform2020, as: UTF8.self))
  ).profile

  /// Figures with which every shipped indicator is met.
  static let goodFigures: [(name: String, value: String)] = [
    ("承担行政职能", "否"), ("主席团加工作部门", "是"), ("其他常设层级", "否"), ("工作人员", "31"),
    ("主席团成员", "5"), ("工作部门", "6"), ("部门负责人最少", "2"), ("部门负责人最多", "3"),
    ("部门成员最多", "4"), ("工作人员@机电系", "25"), ("主席团成员@机电系", "3"), ("院系数", "1"), ("其他职务", "否"),
    ("党团员", "31"), ("成绩前三成", "24"), ("一年级新生", "7"), ("研究生", "0"), ("课业不及格", "0"),
    ("院系团组织推荐", "是"), ("院系党组织同意", "是"), ("联合审查", "是"), ("学校党委确定", "是"),
    ("大会选举主席团", "是"), ("学代会日期", "2020-08-25"), ("代表", "167"), ("学生总数", "12800"),
    ("来自院系", "21"), ("参训人员", "31"), ("每学期述职评议", "是"),
  ]

  /// Records figures.
  static func record(
    _ figures: [(name: String, value: String)], in scenario: inout LedgerScenario, on day: String
  ) throws {
    for figure in figures {
      try scenario.run(
        .recordFact(name: figure.name, value: figure.value, evidence: nil, exemption: nil),
        by: "校团委", on: day)
    }
  }

  /// The input of a paper on a day.
  static func input(
    _ scenario: LedgerScenario, asOf day: String, damaged: Set<EvidenceNumber> = []
  ) throws -> ReportInput {
    let date = try LedgerScenario.day(day)
    return ReportInput(
      ledger: try scenario.ledger(asOf: day), asOf: date,
      entries: scenario.entries.filter { $0.effective <= date }, headCode: "7f3a-90c2",
      damagedEvidence: damaged, indicators: indicators, unionIndicators: unionIndicators,
      profile: profile)
  }

  static func month(_ text: String) throws -> CivilMonth {
    guard let month = CivilMonth(text) else { throw LedgerScenario.Misspelt(text: text) }
    return month
  }
}
