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

  @Test(.bug(id: "16", "cards with a title or with words that group their rows were refused"))
  func `a card may have a title and words before its labels`() throws {
    func card(_ clause: String, _ day: String) throws -> SourceDocument.Block {
      .table(
        Sheet.table([
          "改革任务卡", "基本信息|改革内容|\(try support.words(clause))", "^|责任部门|校团委", "^|完成时限|\(day)",
          "推进情况|落实措施|起草办法",
        ]))
    }
    let plan = try support.imported(
      SourceDocument(
        name: "方案.docx", blocks: [card("1.1", "2020年6月"), card("1.2", "2020年7月")]))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(dues(plan) == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == ["起草办法"] })
  }

  @Test(
    .bug(id: "16", "完成时限（修订） stood beside a column whose days were all struck and was not read"))
  func `a column with nothing in it gives way to another of its kind`() throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|责任单位|完成时限（修订）", "1|\(support.words("1.1"))|起草||校团委|2020年7月",
      "2|\(support.words("1.2"))|宣讲||校团委|2020年8月",
    ])
    #expect(dues(plan) == ["2020-07-31", "2020-08-31"])
    #expect(plan.notes.contains { $0.code == "column-unread" })
  }

  @Test func `revised days go before those at first, and both are said`() throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|责任单位|完成时限（修订）", "1|\(support.words("1.1"))|起草|2020年6月|校团委|2020年7月",
    ])
    #expect(dues(plan) == ["2020-07-31"])
    #expect(plan.notes.contains { $0.code == "column-doubtful" })
  }

  @Test(.bug(id: "16", "a list of departments beside the plan gave its items departments"))
  func `a table to the right of a gap is no part of the plan`() throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|部门|||部门|电话", "1|\(support.words("1.1"))|起草|2020年6月|校团委|||学工部|101",
      "2|\(support.words("1.2"))|宣讲|2020年7月|校团委|||教务处|102",
    ])
    #expect(plan.items.map(\.departments.all) == [["校团委"], ["校团委"]])
    #expect(plan.notes.contains { $0.code == "table-left-alone" })
  }

  @Test func `one blank column divides nothing`() throws {
    let plan = try imported([
      "序号|改革内容|落实措施||完成时限||部门", "1|\(support.words("1.1"))|起草||2020年6月||校团委",
    ])
    #expect(dues(plan) == ["2020-06-30"])
    #expect(plan.items.map(\.departments.all) == [["校团委"]])
  }

  @Test(.bug(id: "16", "the leader was taken for the person who does the work"))
  func `who does the work is read, and not who leads them`() throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|责任领导|责任部门|具体责任人",
      "1|\(support.words("1.1"))|起草|2020年6月|陈副书记|校团委|周岚",
    ])
    #expect(plan.items.map(\.responsiblePerson) == ["周岚"])
    #expect(plan.notes.contains { $0.code == "column-doubtful" })
    let alone = try imported([
      "序号|改革内容|落实措施|完成时限|责任领导|责任部门", "1|\(support.words("1.1"))|起草|2020年6月|陈副书记|校团委",
    ])
    #expect(alone.items.map(\.responsiblePerson) == ["陈副书记"])
  }

  @Test(
    .bug(id: "16", "the labels in a cell for two things were taken for departments"),
    arguments: ["责任单位：校团委/完成时限：2020年6月", "时限：2020年6月；部门：校团委", "校团委/2020年6月"])
  func `labels in a cell for two things say which is which`(cell: String) throws {
    let plan = try imported([
      "序号|改革内容|落实措施|责任单位及完成时限", "1|\(support.words("1.1"))|起草|\(cell)",
    ])
    #expect(dues(plan) == ["2020-06-30"])
    #expect(plan.items.map(\.departments.all) == [["校团委"]])
    #expect(plan.items.first?.deadline.text == "2020年6月")
  }

  @Test(.bug(id: "16", "the rows of a time table became items of the school"))
  func `a table whose contents name items of the plan is said and left`() throws {
    let plan = try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: [
          .table(
            Sheet.table([
              "序号|改革内容|落实措施|实施部门", "1|\(support.words("1.1"))|起草|校团委",
              "2|\(support.words("1.2"))|宣讲|校团委",
            ])),
          .table(
            Sheet.table(["时间|工作内容|责任部门", "2020年6月|完成第1.1项|校团委", "2020年7月|完成第1.2项|校团委"])),
        ]))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.notes.contains { $0.code == "table-left-alone" })
  }

  @Test func `three rows of headings are one heading`() throws {
    let table = SourceTable(
      rows: [
        row(0, [("序号", 1), ("改革内容", 1), ("实施安排", 4)]),
        row(1, [("", 1), ("", 1), ("落实措施", 1), ("时间", 1), ("责任", 2)]),
        row(2, [("", 1), ("", 1), ("", 1), ("完成时限", 1), ("牵头单位", 1), ("配合单位", 1)]),
        row(
          3,
          [
            ("1", 1), (try support.words("1.1"), 1), ("起草", 1), ("2020年6月", 1), ("校团委", 1),
            ("学工部", 1),
          ]),
      ])
    let plan = try support.imported(SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(plan.items.map(\.id.description) == ["1.1"])
    #expect(plan.items.first?.departments.lead == ["校团委"])
    #expect(plan.items.first?.departments.supporting == ["学工部"])
    #expect(dues(plan) == ["2020-06-30"])
  }

  /// A row of cells with their widths.
  private func row(_ number: Int, _ cells: [(words: String, width: Int)]) -> SourceRow {
    var column = 0
    return SourceRow(
      cells: cells.map { cell in
        defer { column += cell.width }
        return SourceCell(
          column: column, columnSpan: cell.width,
          paragraphs: cell.words.isEmpty ? [] : [cell.words],
          location: .tableCell(file: "方案.docx", table: 1, row: number + 1, column: column + 1))
      })
  }

  @Test func `a gap within one table divides nothing`() throws {
    let plan = try imported([
      "序号|改革内容|||落实措施|完成时限|部门", "1|\(support.words("1.1"))|||起草|2020年6月|校团委",
    ])
    #expect(dues(plan) == ["2020-06-30"])
    #expect(plan.items.map(\.departments.all) == [["校团委"]])
  }

  @Test(arguments: ["省定完成时限", "实际完成时间", "启动时间"])
  func `a blank column of the school's own days gives way to no other day`(other: String) throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|责任单位|\(other)", "1|\(support.words("1.1"))|起草||校团委|2020年7月",
    ])
    #expect(dues(plan) == [nil])
    #expect(plan.items[0].flags.contains(.deadlineMissing))
  }

  @Test(arguments: ["负责人电话", "部门负责人签字"])
  func `a telephone and a signature are nobody`(heading: String) throws {
    let plan = try imported([
      "序号|改革内容|落实措施|完成时限|责任领导|责任部门|\(heading)",
      "1|\(support.words("1.1"))|起草|2020年6月|陈副书记|校团委|88880000",
    ])
    #expect(plan.items.map(\.responsiblePerson) == ["陈副书记"])
  }

  @Test(.bug(id: "16", "the contents and the day of a form that stands alone were nowhere"))
  func `one form alone is an item when its contents are like a clause`() throws {
    let plan = try imported([
      "任务名称|明确职能定位|完成时限|2020年9月", "改革内容|\(support.words("1.1"))|牵头单位|校团委", "序号|工作措施|完成时间",
      "1|起草办法|2020年7月", "2|印发执行|2020年8月",
    ])
    #expect(plan.items.map(\.id.description) == ["1.1"])
    #expect(dues(plan) == ["2020-09-30"])
    #expect(plan.items.first?.measures.count == 2)
    #expect(plan.items.first?.departments.lead == ["校团委"])
    let list = try imported([
      "任务名称|明确职能定位|完成时限|2020年9月", "工作内容|学生会改革|牵头单位|校团委", "序号|工作措施|完成时间",
      "1|\(support.words("1.1"))|2020年7月", "2|\(support.words("1.2"))|2020年8月",
    ])
    #expect(list.items.map(\.id.description) == ["1.1", "1.2"])
  }
}
