import Foundation
import TaskLedger
import TestSupport
import Testing

/// Tables of figures as offices send them in.
struct FactTableTests {
  private static let vocabulary = FactVocabulary(
    rows: TableRows.of(
      """
      |栏目|写法|
      |---|---|
      |院系|学院、系部|
      |数值|实有|
      |理由|情况说明|
      |不读|序号、备注|
      |合计行|合计|
      |工作人员|工作人员数、学生会人数|
      |学代会日期|学代会时间|
      """), known: ["工作人员", "主席团成员", "代表"])

  private func read(_ text: String) -> FactTable {
    FactTable(
      [TableRows.of(text, file: "院系.md")], file: "院系.md", vocabulary: Self.vocabulary)
  }

  private func faults(_ text: String) -> [String] {
    read(text).diagnostics.map { "\($0.location?.description ?? "-") \($0.code)" }
  }

  @Test func `a row a department with a column a figure`() {
    let table = read(
      """
      |序号|学院|学生会人数（人）|主席团成员|情况说明|
      |1|机电系|25|3||
      |2|外语系|28人|—||
      |3|研究生院||不适用（不设学生会）|筹建中|
      |合计||53|3||
      """)
    #expect(table.isReadable)
    #expect(table.blanks == 1)
    #expect(
      table.facts.map { "\($0.name.recorded)=\($0.value)/\($0.exemption ?? "")" } == [
        "工作人员@机电系=25/", "主席团成员@机电系=3/", "工作人员@外语系=28人/",
        "工作人员@研究生院=/筹建中", "主席团成员@研究生院=/筹建中",
      ])
    #expect(table.facts[0].location.description == "院系.md:2:8")
    #expect(table.diagnostics.map(\.code) == ["fact-totals-unread"])
  }

  @Test(.bug(id: "fact-table", "工作人员 of the column 单位 was recorded for a department 人"))
  func `a unit of counting beside a figure is no department`() {
    let vocabulary = FactVocabulary(
      rows: TableRows.of("|栏目|写法|\n|院系|学院、单位|\n|名称|指标|\n|合计行|合计|\n"),
      known: ["工作人员", "代表", "党员比例"])
    let rows = TableRows.of(
      """
      |指标|单位|数值|
      |工作人员|人|38|
      |代表|名|167|
      |党员比例|%|60%|
      |工作人员|机电系|25|
      |工作人员|合计|63|
      """, file: "实有.md")
    let table = FactTable([rows], file: "实有.md", vocabulary: vocabulary)
    #expect(
      table.facts.map { "\($0.name.recorded)=\($0.value)" } == [
        "工作人员=38", "代表=167", "党员比例=60%", "工作人员@机电系=25",
      ])
    #expect(table.diagnostics.map(\.code) == ["fact-totals-unread"])
    // One row a department: what stands there must be one.
    let byUnit = FactTable(
      [TableRows.of("|学院|工作人员|\n|机电系|25|\n", file: "院系.md")], file: "院系.md",
      vocabulary: vocabulary)
    #expect(byUnit.facts.map(\.name.recorded) == ["工作人员@机电系"])
  }

  @Test func `a row a figure with day, evidence and reason`() {
    let table = read(
      """
      |名称|实有|日期|佐证|理由|
      |工作人员数|31|2020-09-15|证-3.1-01||
      |学代会时间|2020年8月25日||||
      |工作人员@外语系|20||||
      |代表|不适用||| |
      |奖状|3||||
      """)
    #expect(
      table.facts.map { "\($0.name.recorded)=\($0.value) \($0.on?.description ?? "")" } == [
        "工作人员=31 2020-09-15", "学代会日期=2020年8月25日 ", "工作人员@外语系=20 ", "奖状=3 ",
      ])
    #expect(table.facts[0].evidence == EvidenceNumber("证-3.1-01"))
    #expect(
      table.diagnostics.map(\.code) == ["fact-exemption-unreasoned", "fact-name-unasked"])
  }

  @Test func `every fault is told with its place, and one is enough to record nothing`() {
    let text = """
      |学院|工作人员|主席团成元|联系方式|日期|佐证|
      |机电系|约三十|3||九月|证3|
      ||25||||
      |外语系|-3||||
      |外语系|20||||
      |外语系|21||||
      """
    #expect(
      faults(text) == [
        "院系.md:1:10 fact-column-doubtful", "院系.md:1:16 fact-column-unread",
        "院系.md:2:13 fact-date-unreadable", "院系.md:2:16 evidence-number-unreadable",
        "院系.md:2:6 fact-value-unreadable", "院系.md:3:3 fact-unit-missing",
        "院系.md:4:6 fact-negative", "院系.md:6:6 fact-twice",
      ])
    #expect(!read(text).isReadable)
  }

  @Test func `a file without such a table is named as such`() {
    #expect(faults("|姓名|班级|\n|张三|一班|\n") == ["- fact-table-missing"])
    #expect(faults("") == ["- fact-table-missing"])
  }

  @Test func `figures of another kind, of days to come and without a name are told`() {
    let table = IndicatorTable.read(
      rows: TableRows.of("|编号|指标|条件|\n|1|甲|工作人员 ≤ 40 且 学代会日期 ≤ 2020-10-15|\n")
    ).table
    let vocabulary = FactVocabulary(rows: [], known: table.factNames, kinds: table.figureKinds)
    let rows =
      "|名称|数值|\n|工作人员|2020-08-25|\n|学代会日期|2020-09-02|\n|学代会日期|31|\n||31|\n|工作人员|是|\n"
    let read = FactTable(
      [TableRows.of(rows)], file: "数据.md", vocabulary: vocabulary, today: "2020-09-01")
    #expect(
      read.diagnostics.map(\.code) == [
        "fact-kind-wrong", "fact-day-ahead", "fact-kind-wrong", "fact-name-missing",
        "fact-kind-wrong",
      ])
    #expect(read.facts.isEmpty && !read.isReadable)
  }

  @Test func `the shipped headings read their own words`() {
    for words in ["学院", "院（系）", "学生会工作人员（人）", "在校生人数", "来自院（系）学生会人数"] {
      #expect(Self.shipped.meaning(of: words) != nil, "\(words)")
    }
    #expect(Self.shipped.figure("主席团人数") == "主席团成员")
    #expect(Self.shipped.meaning(of: "联系电话") == .role(.ignored))
  }

  private static let shipped: FactVocabulary = {
    let path = "tasks/acceptance-2020.md"
    let text =
      (try? String(
        contentsOf: GoldenText.repository.appendingPathComponent(path), encoding: .utf8)) ?? ""
    let after = text.ranges(of: "## 数据写法").first.map { String(text[$0.upperBound...]) } ?? ""
    return FactVocabulary(rows: TableRows.of(after), known: [])
  }()
}
