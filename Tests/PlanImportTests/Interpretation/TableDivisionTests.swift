import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// Headings that change within a table, other lists beside a plan, and what stands around them.
struct TableDivisionTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  @Test(.bug(id: "desk", "below other headings every value was another column's"))
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

  /// A table whose first row has headings over several columns: `名称*2`.
  private func headed(_ rows: [String]) -> SourceDocument {
    var table = Sheet.table(rows)
    for index in table.rows.indices {
      var column = 0
      table.rows[index].cells = table.rows[index].cells.map { cell in
        var cell = cell
        cell.column = column
        if let mark = cell.paragraphs.first?.lastIndex(of: "*"), let words = cell.paragraphs.first {
          cell.columnSpan = Int(words[words.index(after: mark)...]) ?? 1
          cell.paragraphs = [String(words[..<mark])]
        }
        column += cell.columnSpan
        return cell
      }
    }
    return SourceDocument(name: "方案.docx", blocks: [.table(table)])
  }

  /// The two headings below 完成时限, and the day that counts of those in the first row.
  struct Split: CustomTestStringConvertible {
    var headings: String
    var due: String?
    var testDescription: String { headings }
  }

  @Test(
    .bug(id: "desk", "the first column below 完成时限 was read, whatever it was"),
    arguments: [
      Split(headings: "启动|完成", due: "2020-07-31"), Split(headings: "起|止", due: "2020-07-31"),
      Split(headings: "开始|结束", due: "2020-07-31"), Split(headings: "完成|启动", due: "2020-06-30"),
      Split(headings: "原定|调整后", due: "2020-07-31"), Split(headings: "省定|校定", due: "2020-07-31"),
      Split(headings: "计划|实际", due: "2020-06-30"), Split(headings: "校级|院级", due: "2020-06-30"),
      Split(headings: "第一阶段|第二阶段"), Split(headings: "月|日"), Split(headings: "甲|乙"),
    ])
  func `below one heading for days the column that says so is read`(split: Split) throws {
    let rows = [
      "序号|改革内容|完成时限*2|实施部门", "^|^|\(split.headings)|^", "1|压缩机构规模|2020年6月|2020年7月|校团委",
      "2|撤并部门人员|2020年6月|2020年7月|校团委",
    ]
    let plan = try support.imported(headed(rows))
    #expect(plan.draft.items.count == 2)
    #expect(plan.draft.items.map { $0.deadline.due?.description } == [split.due, split.due])
    #expect(split.due != nil || plan.notes.contains { $0.code == "column-doubtful" })
    // The same without merged cells, as a file of separated values has it.
    let flat = try support.imported(
      Sheet.document(
        "序号|改革内容|完成时限||实施部门", "||\(split.headings)|", String(rows[2]), String(rows[3])))
    #expect(flat.draft.items.map { $0.deadline.due?.description } == [split.due, split.due])
  }

  @Test func `headings of three rows give the columns of the last`() throws {
    let plan = try support.imported(
      headed([
        "序号|改革任务*2|工作安排*4", "^|任务|改革内容|时间*2|责任*2", "^|^|^|开始|结束|牵头单位|配合单位",
        "1|精简机构|压缩机构规模|2020年5月|2020年6月|校团委|学工部", "2|精简机构|撤并部门人员|2020年5月|2020年7月|学工部|校团委",
      ]))
    #expect(plan.draft.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-07-31"])
    #expect(plan.draft.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.draft.items.map(\.departments.supporting) == [["学工部"], ["校团委"]])
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

  @Test func `a line that would come before the line above it has the plan's year`() throws {
    let plan = try support.imported(
      Sheet.document(
        "任务|改革内容|完成时限|实施部门",
        "精简机构|1. 压缩机构规模/2. 撤并部门人员/3. 修订评议办法|2020年12月底前/1月底前/3月底前|校团委",
        before: ["南岭学院学生会改革实施方案（2021年）"]))
    #expect(
      plan.draft.items.map { $0.deadline.due?.description } == [
        "2020-12-31", "2021-01-31", "2021-03-31",
      ])
    #expect(plan.draft.items.map { $0.flags.contains(.yearAssumed) } == [false, true, true])
  }

  @Test func `numbers that go on below a heading without days are of the same plan`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|工作内容|完成时限|责任部门", "1|召开代表大会|2020年6月|校团委", "2|精简机构人员|2020年7月|校团委",
        "序号|工作内容|责任部门", "3|制定评议办法|学工部", "4|健全遴选条件|组织部"))
    #expect(plan.draft.items.map(\.ordinal) == ["1", "2", "3", "4"])
    #expect(plan.draft.items.map { $0.deadline.meaning == .blank } == [false, false, true, true])
  }

  @Test func `a part of the plan's table that is not read is warned of`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|工作内容|完成时限|责任部门", "1|召开代表大会|2020年6月|校团委", "2|精简机构人员|2020年7月|校团委",
        "序号|工作任务|责任部门", "3|制定评议办法|学工部", "4|健全遴选条件|组织部"))
    let said = plan.notes.filter { $0.code == "table-left-alone" }
    #expect(said.map(\.severity) == [.warning])
    #expect(said.allSatisfy { $0.message.contains("「工作任务」") })
  }

  @Test func `a table that goes on below other words for its columns is one plan`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|工作内容|完成时限|责任部门", "1|甲工作内容要求|2020年6月|校团委", "2|乙工作内容要求|2020年7月|校团委",
        "序号|工作内容|完成时间|责任部门", "3|丙工作内容要求|2020年8月|校团委", "4|丁工作内容要求|2020年9月|校团委"))
    #expect(plan.draft.items.map(\.ordinal) == ["1", "2", "3", "4"])
    #expect(plan.draft.items.last?.deadline.due?.description == "2020-09-30")
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

  @Test(.bug(id: "desk", "a line with dots and a figure was dropped without a word"))
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
