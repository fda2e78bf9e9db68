import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Labels beside their values: cards, forms of one task, headings at the left.
struct CardShapeTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func expect(
    _ plan: PlanSupport.Imported, ids: [String], dues: [String?], lead: [[String]],
    _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(plan.ids == ids, sourceLocation: place)
    #expect(plan.dues == dues, sourceLocation: place)
    #expect(plan.items.map(\.departments.lead) == lead, sourceLocation: place)
  }

  // MARK: - Cards

  @Test func `a card may lack a line, and takes nothing from the one above`() throws {
    let plan = try support.plan(
      """
      改革内容|{1.1}
      落实措施|（1）起草；（2）报送。
      责任单位|校团委
      完成时限|2020年6月
      改革内容|{1.2}
      责任单位|学工部
      改革内容|{1.3}
      责任单位|
      完成时限|2020年9月
      """)
    expect(
      plan, ids: ["1.1", "1.2", "1.3"], dues: ["2020-06-30", nil, "2020-09-30"],
      lead: [["校团委"], ["学工部"], []])
    #expect(plan.items.map(\.measures.count) == [2, 0, 0])
    #expect(plan.items[1].flags.contains(.deadlineMissing))
  }

  @Test func `a card each in a table of its own`() throws {
    let plan = try support.plan(
      """
      改革内容|{1.1}
      责任单位|校团委
      完成时限|2020年6月

      改革内容|{1.2}
      责任单位|学工部
      完成时限|2020年7月
      """)
    expect(
      plan, ids: ["1.1", "1.2"], dues: ["2020-06-30", "2020-07-31"], lead: [["校团委"], ["学工部"]])
  }

  @Test(arguments: ["制定整改措施", "明确责任单位", "细化落实措施"])
  func `a value that ends with a heading stays a value`(measure: String) throws {
    let plan = try support.plan(
      """
      改革内容|{1.1}
      落实措施|起草办法
      责任单位|校团委|完成时限|2020年6月

      改革内容|{1.2}
      落实措施|\(measure)
      责任单位|学工部|完成时限|2020年7月
      """)
    expect(
      plan, ids: ["1.1", "1.2"], dues: ["2020-06-30", "2020-07-31"], lead: [["校团委"], ["学工部"]])
    #expect(plan.items.last?.measures.map(\.text) == [measure])
  }

  @Test func `a label that nobody knows is said and not read`() throws {
    let plan = try support.plan(
      """
      改革内容|{1.1}
      责任单位|校团委
      经费来源|学生活动经费
      完成时限|2020年6月
      改革内容|{1.2}
      责任单位|学工部
      经费来源|无
      完成时限|2020年7月
      """)
    expect(
      plan, ids: ["1.1", "1.2"], dues: ["2020-06-30", "2020-07-31"], lead: [["校团委"], ["学工部"]])
    #expect(plan.said("column-unread").contains { $0.message.contains("「经费来源」") })
  }

  @Test func `a usual table of two columns is no list of cards`() throws {
    let error = #expect(throws: PlanReadError.self) {
      try support.plan("改革内容|责任单位\n{1.1}|校团委\n{1.2}|学工部")
    }
    #expect(error == .noPlan(file: "方案.docx", tables: ["改革内容｜责任单位"]))
  }

  @Test func `cards name persons and remarks too`() throws {
    let plan = try support.plan(
      """
      序号|1|任务|明确职能定位
      改革内容|{1.1}|备注|每周报送
      责任单位|校团委|责任人|张三
      完成时限|2020年6月|配合单位|学工部
      序号|2|任务|明确职能定位
      改革内容|{1.2}|备注|
      责任单位|学工部|责任人|李四
      完成时限|2020年7月|配合单位|校团委
      """)
    expect(
      plan, ids: ["1.1", "1.2"], dues: ["2020-06-30", "2020-07-31"], lead: [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["校团委"]])
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "李四"])
    #expect(plan.items.map(\.remark) == ["每周报送", ""])
    #expect(plan.items.map(\.ordinal) == ["1", "2"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位"])
  }

  // MARK: - Headings at the left

  @Test func `what runs over several items across is theirs, and flagged`() throws {
    let plan = try support.plan(
      """
      序号|1|2|3
      任务|明确职能定位*2|改革运行机制
      改革内容|{1.1}|{1.2}|{2.1}
      落实措施|起草|（1）宣讲；（2）培训|报送
      完成时限|2020年6月*2|2020年7月
      责任单位|校团委|学工部|教务处
      """)
    expect(
      plan, ids: ["1.1", "1.2", "2.1"], dues: ["2020-06-30", "2020-06-30", "2020-07-31"],
      lead: [["校团委"], ["学工部"], ["教务处"]])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位", "改革运行机制"])
    #expect(plan.items.map { $0.flags.contains(.deadlineInherited) } == [false, true, false])
    #expect(plan.items.map(\.measures.count) == [1, 2, 1])
  }

  @Test func `a blank across stays blank`() throws {
    let plan = try support.plan(
      """
      序号|1|2
      改革内容|{1.1}|{1.2}
      落实措施|起草|
      完成时限||2020年7月
      责任单位|校团委|学工部
      """)
    expect(plan, ids: ["1.1", "1.2"], dues: [nil, "2020-07-31"], lead: [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.measures.count) == [1, 0])
  }

  // MARK: - Forms of one task

  private func form(_ task: String, _ clause: String, _ rows: String) -> String {
    """
    任务名称|\(task)|责任领导|张三
    改革内容|{\(clause)}|完成时限|2020年9月
    牵头单位|校团委|配合单位|学工部
    \(rows)
    """
  }

  @Test func `two forms are two items, the rows below are their measures`() throws {
    let plan = try support.plan(
      form("明确职能定位", "1.1", "序号|工作措施|完成时间|责任人\n1|起草办法|2020年5月|李四\n2|印发执行|2020年6月|王五")
        + "\n\n" + form("改革运行机制", "2.1", "序号|工作措施|完成时间|责任人\n1|宣讲|2020年8月|李四"))
    expect(
      plan, ids: ["1.1", "2.1"], dues: ["2020-09-30", "2020-09-30"], lead: [["校团委"], ["校团委"]])
    #expect(plan.items.allSatisfy { $0.departments.supporting == ["学工部"] })
    #expect(
      plan.items.map { $0.measures.map(\.text) } == [
        ["起草办法（2020年5月；李四）", "印发执行（2020年6月；王五）"], ["宣讲（2020年8月；李四）"],
      ])
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "张三"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "改革运行机制"])
  }

  @Test func `what the form does not say of the item its measures say`() throws {
    func plain(_ clause: String) -> String {
      "任务名称|任务\(clause)\n改革内容|{\(clause)}\n序号|工作措施|完成时间|责任部门\n1|起草办法|2020年5月|学工部\n2|印发执行|2020年7月|校团委"
    }
    let plan = try support.plan(plain("1.1") + "\n\n" + plain("2.1"))
    expect(
      plan, ids: ["1.1", "2.1"], dues: ["2020-07-31", "2020-07-31"],
      lead: [["学工部", "校团委"], ["学工部", "校团委"]])
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == ["起草办法", "印发执行"] })
  }

  // MARK: - Cards in running text

  private func text(_ lines: String) throws -> PlanSupport.Imported {
    try support.plan("青禾学院学生会深化改革实施方案\n2020年6月1日\n" + lines)
  }

  @Test func `cards of text may begin with any label and lack some`() throws {
    let plan = try text(
      """
      任务：明确职能定位
      改革内容：{1.1}
      责任单位：校团委
      完成时限：2020年6月
      任务：改革运行机制
      改革内容：{2.1}
      牵头单位：学工部
      配合单位：校团委
      备注：每月报送
      """)
    expect(plan, ids: ["1.1", "2.1"], dues: ["2020-06-30", nil], lead: [["校团委"], ["学工部"]])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "改革运行机制"])
    #expect(plan.items.last?.departments.supporting == ["校团委"])
    #expect(plan.items.last?.remark == "每月报送")
  }

  @Test func `lines without a label within a card go on with the value above`() throws {
    let plan = try text(
      """
      改革内容：{1.1}
      落实措施：
      （1）起草办法
      （2）印发全校
      责任单位：校团委
      改革内容：{1.2}
      落实措施：宣讲
      责任单位：学工部
      """)
    #expect(plan.items.map { $0.measures.map(\.text) } == [["起草办法", "印发全校"], ["宣讲"]])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }
}
