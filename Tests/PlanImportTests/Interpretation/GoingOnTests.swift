import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Tables without headings, tables for one task, and rows that are titles.
struct GoingOnTests {
  private let support: PlanSupport
  private let heading = "序号|改革内容|落实措施|责任单位|完成时限"

  init() throws { support = try PlanSupport() }

  private func paragraph(_ words: String) -> SourceDocument.Block {
    .paragraph(SourceParagraph(text: words, location: .paragraph(file: "方案.docx", index: 1)))
  }

  private func plan(_ blocks: [SourceDocument.Block]) throws -> PlanSupport.Imported {
    try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: [paragraph("青禾学院学生会深化改革实施方案"), paragraph("2020年6月1日")] + blocks))
  }

  private func table(_ rows: String...) -> SourceDocument.Block { .table(Sheet.table(rows)) }

  private func row(_ number: Int, _ clause: String, deadline: String = "2020年7月") throws -> String {
    "\(number)|\(try support.words(clause))|制定办法并印发|校团委|\(deadline)"
  }

  // MARK: - Tables without headings

  @Test(.bug(id: "16", "a budget right below the plan became three items"))
  func `another table without headings is no part of the plan and is said`() throws {
    let plan = try plan([
      table(heading, try row(1, "1.1"), try row(2, "1.2")), paragraph(""),
      table("1|会议费|动员会|0.8万元|校团委", "2|印刷费|手册|0.5万元|学工部"),
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(
      plan.notes.contains { $0.code == "table-left-alone" && $0.severity == .warning })
  }

  @Test func `a list that counts from 1 again and is like no clause is asked about`() throws {
    let plan = try plan([
      table(heading, try row(1, "1.1"), try row(2, "1.2")),
      table("1|摄影作品展|布置场地|校团委|2020年7月", "2|校园歌手赛|邀请评委|学工部|2020年9月"),
    ])
    #expect(plan.items.count == 2)
    #expect(plan.notes.contains { $0.code == "table-left-alone" })
  }

  @Test func `a table goes on though its days are events`() throws {
    let plan = try plan([
      table(heading, try row(1, "1.1"), try row(2, "1.2")),
      table(try row(3, "1.3", deadline: "第一次学代会召开前")),
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "1.3"])
  }

  @Test func `numbers may begin again where the words are clauses`() throws {
    let plan = try plan([
      table(heading, try row(1, "1.1"), try row(2, "1.2")),
      table(try row(1, "2.1"), try row(2, "2.2")),
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1", "2.2"])
  }

  @Test func `below the title of the page the table goes on where its numbers do`() throws {
    let first = table(heading, try row(1, "1.1"), try row(2, "1.2"))
    let goesOn = try plan([
      first, paragraph("青禾学院学生会改革任务分解表"), table(try row(3, "1.3"), try row(4, "1.4")),
    ])
    #expect(goesOn.items.map(\.id.description) == ["1.1", "1.2", "1.3", "1.4"])
    // Numbers and departments alone do not make it the plan's: its last column holds no days.
    let papers = try plan([
      first, paragraph("青禾学院学生会佐证材料清单"),
      table("3|实施方案|盖章|校团委|一式两份", "4|会议纪要|盖章|学工部|一式三份"),
    ])
    #expect(papers.items.count == 2)
    #expect(papers.notes.contains { $0.code == "table-left-alone" })
    let annex = try plan([
      first, paragraph("附件2 佐证材料报送安排"),
      table("1|实施方案|盖章|校团委|2020年7月", "2|会议纪要|盖章|学工部|2020年9月"),
    ])
    #expect(annex.items.count == 2)
    #expect(annex.notes.contains { $0.code == "table-left-alone" })
  }

  // MARK: - A table for one task

  private func form(_ clause: String, _ tail: [String]) throws -> SourceDocument.Block {
    .table(
      Sheet.table(
        ["任务名称|明确职能定位", "改革内容|\(try support.words(clause))", "牵头单位|校团委|配合单位|学工部"] + tail))
  }

  @Test(
    .bug(id: "16", "the measures of a task's table became items"))
  func `the rows below a task's form are its measures`() throws {
    let rows = ["序号|工作措施|完成时间|责任人", "1|起草办法|2020年5月|张三", "2|印发执行|2020年7月|张三"]
    let plan = try plan([
      try form("1.1", rows), paragraph("任务二"), try form("1.2", rows), paragraph("任务三"),
      try form("2.1", rows),
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1"])
    for item in plan.items {
      #expect(item.measures.map(\.text) == ["起草办法", "印发执行"])
      #expect(item.deadline.due?.description == "2020-07-31")
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
    }
  }

  @Test func `the form's own day is the item's, those of its measures stay with them`() throws {
    let plan = try plan([
      try form(
        "1.1", ["完成时限|2020年9月", "序号|工作措施|完成时间", "1|起草办法|2020年5月", "2|印发执行|2020年7月"]),
      paragraph(""), try form("1.2", ["完成时限|2020年10月", "序号|工作措施|完成时间", "1|宣讲|2020年5月"]),
    ])
    let first = try #require(plan.items.first)
    #expect(first.deadline.due?.description == "2020-09-30")
    #expect(first.measures.map(\.text) == ["起草办法（2020年5月）", "印发执行（2020年7月）"])
  }

  @Test(.bug(id: "16", "what stood beside the values of a form was lost without a word"))
  func `what a form says beside its values stays with them, and what is not read is said`() throws {
    let rows = [
      "责任单位|校团委|学工部配合", "完成时限|2020年9月", "经费|由财务处安排", "序号|工作措施|预期成果", "1|起草办法|办法文本",
      "2|印发执行|印发文件",
    ]
    let plan = try plan([
      table("任务一：明确职能定位||"), try form("1.1", rows), paragraph(""), try form("1.2", rows),
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    for item in plan.items {
      #expect(item.departments.lead == ["校团委"] && item.departments.supporting == ["学工部"])
      #expect(item.measures.map(\.text) == ["起草办法", "印发执行"])
    }
    let said = plan.notes.filter { $0.code == "column-unread" }.map(\.message).joined()
    #expect(said.contains("「经费」") && said.contains("「预期成果」"))
  }

  @Test func `the title in the first row of a form is the task of its item`() throws {
    let rows = ["责任单位|校团委", "完成时限|2020年9月", "序号|工作措施", "1|起草办法"]
    let plan = try plan(
      ["任务一：明确职能定位", "任务二：改革运行机制"].enumerated().map { place, title in
        table(
          title + "|", "改革内容|\(try support.words("\(place + 1).1"))", rows[0], rows[1], rows[2],
          rows[3])
      })
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "改革运行机制"])
  }

  @Test(.bug(id: "16", "the third cell of a card was lost without a word"))
  func `what a card says beside its values stays with them`() throws {
    let card = ["落实措施|起草办法|印发全校", "责任单位|校团委|学工部配合|", "完成时限|2020年9月"]
    let plan = try plan([
      table(
        "改革内容|\(try support.words("1.1"))|", card[0], card[1], card[2], "|长期坚持",
        "改革内容|\(try support.words("1.2"))|", card[0], card[1], card[2])
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == ["起草办法", "印发全校"] })
    #expect(plan.items.allSatisfy { $0.departments.supporting == ["学工部"] })
    #expect(plan.items.first?.deadline.text.contains("长期坚持") == true)
  }

  @Test func `a form that names the task alone leaves the rows below as items`() throws {
    let plan = try plan([
      table(
        "任务名称|明确职能定位|责任领导|张三", "序号|改革举措|完成时限|责任单位",
        "1|\(try support.words("1.1"))|2020年6月|校团委", "2|\(try support.words("1.2"))|2020年7月|学工部")
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
  }

  // MARK: - Titles with a number

  /// A row with a number and a title over the other four columns.
  private func title(_ number: String, _ words: String) -> SourceRow {
    let place = Diagnostic.Location.tableCell(file: "方案.docx", table: 1, row: 2, column: 1)
    return SourceRow(cells: [
      SourceCell(column: 0, paragraphs: [number], location: place),
      SourceCell(column: 1, columnSpan: 4, paragraphs: [words], location: place),
    ])
  }

  @Test(.bug(id: "16", "一 | 明确职能定位 over the row became an item"))
  func `a number and a title over the row head the rows below`() throws {
    var table = Sheet.table([heading, try row(1, "1.1"), try row(2, "1.2"), try row(3, "2.1")])
    table.rows.insert(title("二", "改革运行机制"), at: 3)
    table.rows.insert(title("一", "明确职能定位"), at: 1)
    let plan = try plan([.table(table)])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位", "改革运行机制"])
  }

  @Test func `one such row among items numbered so is an item that lacks everything`() throws {
    var table = Sheet.table([heading, try row(1, "1.1"), try row(2, "1.2")])
    let place = Diagnostic.Location.tableCell(file: "方案.docx", table: 1, row: 2, column: 1)
    for index in table.rows.indices.dropFirst() {
      table.rows[index].cells[0] = SourceCell(
        column: 0, paragraphs: [["一", "三"][index - 1]], location: place)
    }
    table.rows.insert(title("二", "修订学生会章程"), at: 2)
    #expect(try plan([.table(table)]).items.count == 3)
  }

  @Test func `a title with blank cells is told by its number`() throws {
    let plan = try plan([
      table(
        heading, "一|2020年6月底前完成（1项）|||", "1|\(try support.words("1.1"))||校团委|",
        "二|2020年9月底前完成（1项）|||", "2|\(try support.words("1.2"))||学工部|")
    ])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-09-30"])
  }

  @Test func `items with Chinese numbers stay items though one lacks everything else`() throws {
    let plan = try plan([
      table(
        heading, "一|精简学生会机构|修订章程|校团委|2020年6月", "二|公示工作人员名单|||",
        "三|修订述职评议办法|起草办法|学工部|2020年9月")
    ])
    #expect(plan.items.count == 3)
  }

  @Test func `a list without any values keeps all its rows`() throws {
    let plan = try plan([
      table(heading, "一|精简学生会机构|||", "二|公示工作人员名单|||", "三|修订述职评议办法|||")
    ])
    #expect(plan.items.count == 3)
  }
}
