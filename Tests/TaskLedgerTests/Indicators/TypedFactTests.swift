import TaskLedger
import TestSupport
import Testing

/// A figure typed by hand is held to the same rules as one of a file.
///
/// Source: product description, Who uses it (a rule that one way knows, all know) and Acceptance
/// indicators (a figure registered as not applying; a value with a reason is the exemption).
struct TypedFactTests {
  private static let table = IndicatorTable.read(
    rows: TableRows.of(
      """
      |编号|★|指标|数据|条件|放宽条件|备注栏|层级|
      |3| |人数|工作人员：在任的人；主席团成员、部门：分别数|工作人员 ≤ 40|工作人员 ≤ 60 且 学生数 ≥ 20000|实有{工作人员}人| |
      |9|★|学代会| |学代会日期 ≤ 2020-10-15| |{学代会日期}| |
      |1|★|职能| |承担 = 否| | | |
      |12| |院系| |各院系(20 ≤ 工作人员 ≤ 30) 且 达标院系数(主席团成员 ≤ 3) ≥ 2| | |院系|
      """)
  ).table

  private static let vocabulary = FactVocabulary(
    rows: TableRows.of("|栏目|写法|\n|院系|学院|\n|合计行|合计|\n|工作人员|工作人员数|\n"),
    known: table.factNames, kinds: table.figureKinds)

  private static func typed(
    _ name: String, _ value: String, _ exemption: String? = nil
  ) -> TypedFact {
    TypedFact(
      name: name, value: value, exemption: exemption, vocabulary: vocabulary,
      today: "2020-08-25")
  }

  @Test(arguments: [
    ("工作人员", "31人", "工作人员", "31人"), ("工作 人员数（人）", " 31 ", "工作人员", "31"),
    ("工作人员@机电系", "25", "工作人员@机电系", "25"), ("工作人员", "未统计", "工作人员", ""),
    ("学代会日期", "2020-08-25", "学代会日期", "2020-08-25"), ("承担", "否", "承担", "否"),
    ("主席团成员", "３", "主席团成员", "３"),
  ])
  func `a figure is recorded under its known name, as written`(
    name: String, value: String, recorded: String, kept: String
  ) {
    let fact = Self.typed(name, value)
    #expect(fact.diagnostics.isEmpty)
    #expect(fact.name.recorded == recorded && fact.value == kept && fact.exemption == nil)
  }

  @Test(arguments: [
    ("工作人圆", "31", "fact-name-unknown"), ("工作人员@学院", "31", "fact-unit-unnamed"),
    ("工作人员@合计", "31", "fact-unit-unnamed"), ("工作人员", "约三十", "fact-value-unreadable"),
    ("工作人员", "-3", "fact-negative"), ("工作人员", "－3", "fact-negative"),
    ("工作人员", "2020-08-25", "fact-kind-wrong"), ("学代会日期", "31", "fact-kind-wrong"),
    ("承担", "31", "fact-kind-wrong"), ("学代会日期", "2020-08-26", "fact-day-ahead"),
    ("工作人员", "不适用", "fact-exemption-unreasoned"),
  ])
  func `what cannot be recorded is told and not kept`(
    name: String, value: String, code: String
  ) {
    let fact = Self.typed(name, value)
    #expect(fact.diagnostics.map(\.code) == [code])
    if fact.name.name == "工作人员", fact.name.unit == nil { #expect(fact.value == "") }
  }

  @Test func `不适用 gives the reason unless one stands beside it`() {
    #expect(Self.typed("工作人员", "不适用：没有研究生").exemption == "没有研究生")
    #expect(Self.typed("工作人员", "不适用：没有研究生", "筹建中").exemption == "筹建中")
    #expect(Self.typed("工作人员", "不适用", "筹建中").diagnostics.isEmpty)
    let relaxed = Self.typed("工作人员", "45", "三个校区")
    #expect(relaxed.value == "45" && relaxed.exemption == "三个校区")
  }

  @Test func `a name without a figure is the ledger's rule`() {
    #expect(Self.typed("", "31").diagnostics.isEmpty)
  }

  // MARK: - What is asked for

  @Test func `each figure is asked for once, with the indicator that asks first and its kind`() {
    let asked = Self.table.asked()
    #expect(asked.map(\.name.recorded) == ["工作人员", "学生数", "学代会日期", "承担"])
    #expect(asked.map(\.kind) == [.number, .number, .date, .truth])
    #expect(asked.map(\.indicator.number) == ["3", "3", "9", "1"])
    #expect(asked.map(\.note) == ["在任的人", "", "", ""])
  }

  @Test func `what is counted for every union is asked of each and not of the school`() {
    let asked = Self.table.askedOfUnions(unit: "机电系")
    #expect(asked.map(\.name.recorded) == ["工作人员@机电系", "主席团成员@机电系"])
    #expect(asked.map(\.indicator.number) == ["12", "12"])
    #expect(Self.table.asked(unit: "机电系").first?.name.recorded == "工作人员@机电系")
  }

  @Test func `a figure's note is the part that names it`() throws {
    var figure = try #require(Self.table.asked().first)
    figure.name.name = "部门"
    #expect(figure.note == "分别数")
    figure.name.name = "代表"
    #expect(figure.note == "")
  }

  @Test func `the indicators that ask for a figure are known by number`() {
    #expect(Self.table.numbers(asking: "工作人员") == ["3", "12"])
    #expect(Self.table.numbers(asking: "承担") == ["1"])
    #expect(Self.table.numbers(asking: "代表") == [])
    #expect(Self.table.factNames == ["工作人员", "学生数", "学代会日期", "承担", "主席团成员"])
  }
}
