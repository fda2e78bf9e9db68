import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Tables of unusual shapes give the items that the usual one gives.
struct TableShapeTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func imported(_ rows: [String], before: [String] = []) throws -> PlanSupport.Imported {
    var document = SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(rows))])
    document.blocks.insert(
      contentsOf: before.enumerated().map {
        .paragraph(
          SourceParagraph(
            text: $0.element, location: .paragraph(file: "方案.docx", index: $0.offset + 1)))
      }, at: 0)
    return try support.imported(document)
  }

  private func dues(_ plan: PlanSupport.Imported) -> [String?] {
    plan.items.map { $0.deadline.due?.description }
  }

  @Test func `headings at the left are read across`() throws {
    let plan = try imported([
      "序号|1|2", "任务|明确职能定位|^", "改革内容|\(support.words("1.1"))|\(support.words("1.2"))",
      "落实措施|起草|宣讲", "完成时限|2020年6月|2020年7月", "实施部门|校团委|学工部",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(dues(plan) == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }

  @Test func `a card of labels is an item, with labels beside each other too`() throws {
    let plan = try imported([
      "任务|明确职能定位|完成时限|2020年6月", "改革内容|\(support.words("1.1"))|实施部门|校团委", "任务|明确职能定位|完成时限|2020年7月",
      "改革内容|\(support.words("1.2"))|实施部门|学工部",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(dues(plan) == ["2020-06-30", "2020-07-31"])
  }

  @Test func `cards below each other in one table are items, and not one that is read across`()
    throws
  {
    let plan = try imported([
      "改革内容|\(support.words("1.1"))", "完成时限|2020年6月", "实施部门|校团委",
      "改革内容|\(support.words("1.2"))", "完成时限|2020年7月", "实施部门|学工部",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(dues(plan) == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.flatMap(\.measures).isEmpty)
  }

  @Test(arguments: ["√", "✓", "●", "是"])
  func `months as columns give the month that is ticked`(tick: String) throws {
    let plan = try imported(
      [
        "序号|任务|改革内容|责任部门|6月|7月|8月",
        "1|明确职能定位|\(support.words("1.1"))|校团委|\(tick)||",
        "2|明确职能定位|\(support.words("1.2"))|校团委|\(tick)|\(tick)|\(tick)",
        "3|明确职能定位|\(support.words("1.3"))|校团委|||",
      ], before: ["青禾学院学生会深化改革实施方案", "2020年6月1日"])
    #expect(dues(plan) == ["2020-06-30", "2020-08-31", nil])
    #expect(plan.items[0].flags.contains(.yearAssumed))
    #expect(plan.items[2].flags.contains(.deadlineMissing))
  }

  @Test func `a title above months whose row has blank cells is no heading`() throws {
    var table = Sheet.table([
      "青禾学院学生会深化改革任务列表（2020年）|||||||", "序号|任务|改革内容|责任部门|2020年度", "^|^|^|^|一季度|二季度|三季度|四季度",
      "1|明确职能定位|\(try support.words("1.1"))|校团委||●||",
      "2|明确职能定位|\(try support.words("1.2"))|校团委||||●",
    ])
    table.rows[1].cells[4].columnSpan = 4
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(dues(plan) == ["2020-06-30", "2020-12-31"])
  }

  @Test func `months that run over the new year have the year of their own`() throws {
    let rows = [
      "序号|任务|改革内容|责任部门|2020年11月|12月|1月|2月",
      "1|明确职能定位|\(try support.words("1.1"))|校团委||√||",
      "2|明确职能定位|\(try support.words("1.2"))|校团委||√|√|√",
    ]
    let rolled = try imported(rows)
    #expect(dues(rolled) == ["2020-12-31", "2021-02-28"])
    // The year of February stands nowhere: it is asked about, and not put into the words.
    #expect(rolled.items.map { $0.flags.contains(.yearAssumed) } == [false, true])
    #expect(!rolled.items[1].deadline.text.contains("2021"))
    var table = Sheet.table([
      "序号|任务|改革内容|责任部门|2020年||2021年", "^|^|^|^|11月|12月|1月|2月",
      "1|明确职能定位|\(try support.words("1.1"))|校团委|√|||",
      "2|明确职能定位|\(try support.words("1.2"))|校团委|||√|",
    ])
    table.rows[1 - 1].cells[4].columnSpan = 2
    table.rows[1 - 1].cells[6].columnSpan = 2
    table.rows[1 - 1].cells.remove(at: 5)
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(dues(plan) == ["2020-11-30", "2021-01-31"])
  }

  @Test func `periods that are not in order stay in their year`() throws {
    let plan = try imported([
      "序号|任务|改革内容|责任部门|2020年上半年|一季度|二季度|下半年",
      "1|明确职能定位|\(support.words("1.1"))|校团委||√||",
      "2|明确职能定位|\(support.words("1.2"))|校团委||||√",
    ])
    #expect(dues(plan) == ["2020-03-31", "2020-12-31"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.yearAssumed) })
  }

  @Test func `stages below months end with the one that says done`() throws {
    let plan = try imported([
      "序号|任务|改革内容|责任部门|2020年6月|2020年7月|2020年8月",
      "1|明确职能定位|\(support.words("1.1"))|校团委|启动|推进|完成",
      "2|明确职能定位|\(support.words("1.2"))|学工部|启动|办结|",
    ])
    #expect(dues(plan) == ["2020-08-31", "2020-07-31"])
  }

  @Test func `the bracket of a list's title may say by when all is done`() throws {
    let rows = [
      "序号|任务|改革内容|责任部门", "1|明确职能定位|\(try support.words("1.1"))|校/团/委",
      "2|明确职能定位|\(try support.words("1.2"))|见上",
    ]
    let plan = try imported(rows, before: ["学生会改革任务清单（2020年10月底前完成）"])
    #expect(dues(plan) == ["2020-10-31", "2020-10-31"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.deadlineInherited) })
    // A name that was typed downwards is one, and 见上 takes the one above.
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"]])
    #expect(dues(try imported(rows, before: ["学生会改革任务清单（2020年6月）"])) == [nil, nil])
  }

  @Test func `what holds now is read and not what held before, and both are said`() throws {
    let plan = try imported([
      "序号|任务|原改革内容|现改革内容|完成时限|原责任部门|责任部门",
      "（必填）|（必填）|（要点）|（要点）|（填到月）|（全称）|（全称）",
      "1|明确职能定位|旧的说法不再适用|\(support.words("1.1"))|2020年6月|总务处|校团委",
      "2|明确职能定位|旧的说法不再适用|\(support.words("1.2"))|2020年7月|总务处|学工部",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.notes.contains { $0.message.contains("原改革内容") })
  }

  @Test func `departments as columns give lead and support by their signs`() throws {
    let plan = try imported([
      "序号|任务|改革内容|完成时限|校团委|学工部|教务处",
      "1|明确职能定位|\(support.words("1.1"))|2020年6月|▲|△|",
      "2|明确职能定位|\(support.words("1.2"))|2020年7月||▲|△",
    ])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["教务处"]])
  }

  @Test func `a legend says what the signs mean`() throws {
    let plan = try imported(
      [
        "序号|任务|改革内容|完成时限|校团委|学工部",
        "1|明确职能定位|\(support.words("1.1"))|2020年6月|△|▲",
        "2|明确职能定位|\(support.words("1.2"))|2020年7月|▲|△",
      ], before: ["注：△为牵头部门，▲为配合部门"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }

  @Test func `deadline and departments in one column are divided by lines`() throws {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限及责任部门",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月/校团委、学工部",
    ])
    #expect(dues(plan) == ["2020-06-30"])
    #expect(plan.items[0].departments.lead == ["校团委", "学工部"])
  }
}
