import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Headings that change within a table, other lists beside a plan, and what stands around them.
struct TableDivisionTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  @Test(.bug("below other headings every value was another column's"))
  func `below other headings the columns are those of the new ones`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|落实措施|完成时限|实施部门", "1|压缩机构规模|起草名单|2020年6月|校团委", "2|撤并部门人员|起草名单|2020年7月|校团委",
        "||||", "二、从严治会||||", "序号|改革内容|牵头部门|配合部门|时间要求", "1|修订评议办法|学工部|校团委|2020年10月"))
    let items = plan.draft.items
    #expect(
      items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-07-31", "2020-10-31"])
    #expect(items.last?.departments == DepartmentAssignment(lead: ["学工部"], supporting: ["校团委"]))
    #expect(items.last?.taskTitle == "从严治会")
    #expect(plan.draft.items.allSatisfy { !$0.flags.contains(.ordinalDuplicate) })
  }

  @Test func `a list of papers beside a plan is no part of it and is said`() throws {
    var document = Sheet.document(
      "序号|改革内容|落实措施|完成时限|实施部门", "1|\(try support.words("3.1"))|起草名单|2020年6月|校团委")
    document.blocks.append(
      .table(Sheet.table(["序号|内容|份数|提供部门|备注", "1|会议纪要|2|校团委|", "2|现场照片|10|学工部|"])))
    let plan = try support.imported(document)
    #expect(plan.items.count == 1)
    #expect(plan.notes.contains { $0.code == "table-left-alone" && $0.message.contains("份数") })
  }

  @Test func `under two headings for one period its end is the deadline`() throws {
    let table = SourceTable(
      rows: Sheet.table([
        "序号|改革内容|完成时间||责任单位", "^|^|起|止|^", "1|压缩机构规模|2020年5月|2020年6月|校团委",
        "2|撤并部门人员|2020年5月|2020年7月|校团委",
      ]).rows.enumerated().map { index, row in
        guard index == 0 else { return row }
        var row = row
        row.cells[2].columnSpan = 2
        row.cells.remove(at: 3)
        return row
      })
    let plan = try support.imported(SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(plan.draft.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-07-31"])
  }

  @Test func `figures beside totals are no ticks`() throws {
    let plan = try support.imported(
      SourceDocument(
        name: "方案.xlsx",
        blocks: [
          .table(Sheet.table(["任务|项数|6月|7月", "精简机构|2|1|1", "合计|2|1|1"])),
          .table(
            Sheet.table([
              "序号|改革内容|完成时限|责任部门", "1|压缩机构规模|2020年6月|校团委", "2|撤并部门人员|2020年7月|校团委",
            ])),
        ]))
    #expect(plan.draft.items.map(\.content) == ["压缩机构规模", "撤并部门人员"])
  }

  @Test func `a heading of a limit is a deadline, whatever it limits`() throws {
    let plan = try support.imported(
      Sheet.document("序号|改革内容|包抓单位|销号时限", "1|压缩机构规模|校团委|2020年6月", "2|撤并部门人员|学工部|2020年7月"))
    #expect(plan.draft.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-07-31"])
  }

  @Test func `a line below a line with a year takes that year and is flagged`() throws {
    let plan = try support.imported(
      Sheet.document(
        "任务|改革内容|完成时限|实施部门", "精简机构|1. 压缩机构规模/2. 撤并部门人员|2021年11月/12月|校团委",
        before: ["南岭学院学生会改革实施方案（2020年）"]))
    #expect(plan.draft.items.map { $0.deadline.due?.description } == ["2021-11-30", "2021-12-31"])
    #expect(plan.draft.items.map { $0.flags.contains(.yearAssumed) } == [false, true])
  }
}

/// Running text: its table of contents, and days that belong to what it refers to.
struct RunningTextTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func document(_ lines: [String]) -> SourceDocument {
    SourceDocument(
      name: "方案.txt",
      blocks: lines.enumerated().map {
        .paragraph(
          SourceParagraph(
            text: $0.element, location: .text(file: "方案.txt", line: $0.offset + 1, column: 1)))
      })
  }

  private let title = "南岭学院学生会改革实施方案（试行）"

  @Test func `a table of contents is passed over and said`() throws {
    let body = ["一、主要任务", "1. 压缩机构规模。", "2. 撤并部门人员。", "3. 修订评议办法。", "二、组织保障", "加强领导。"]
    let plan = try support.imported(
      document([title, "目录", "一、主要任务……1", "二、组织保障\t2"] + body))
    #expect(plan.draft.items.count == 3)
    let said = try #require(plan.notes.first { $0.code == "contents-left-out" })
    #expect(said.message.contains("2 行"))
    #expect(said.location == .text(file: "方案.txt", line: 3, column: 1))
  }

  @Test(.bug("a line with dots and a figure was dropped without a word"))
  func `what only looks like contents is read`() throws {
    let plan = try support.imported(
      document([title, "一、主要任务", "1. 压缩机构，人员……40", "2. 撤并部门\t6", "3. 精简院级机构……30"]))
    #expect(plan.draft.items.count == 3)
    #expect(!plan.notes.contains { $0.code == "contents-left-out" })
  }

  @Test func `the day of a meeting that a sentence refers to is no deadline`() throws {
    let plan = try support.imported(
      document([
        title, "一、主要任务", "1. 压缩机构规模，按照2020年3月会议要求落实。", "2. 撤并部门人员，根据2020年4月《通知》落实。",
        "3. 修订评议办法，2020年6月底前落实。",
      ]))
    #expect(plan.draft.items.map { $0.deadline.due?.description } == [nil, nil, "2020-06-30"])
  }
}
