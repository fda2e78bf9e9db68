import OfficeFiles
import PlanImport
import TaskLedger
import TestSupport
import Testing

/// What is in a plan and becomes no item is said, never dropped in silence.
struct LeftoverTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func notes(_ document: SourceDocument) throws -> [String] {
    try support.imported(document).notes.map {
      "\($0.location?.description ?? "-") \($0.code) \($0.message)"
    }
  }

  private let heading = "序号|任务|改革内容|落实措施|完成时限|实施部门"

  @Test(.bug(id: "desk", "a row with deadline and department and no content was dropped unsaid"))
  func `a row without content is named`() throws {
    let document = Sheet.document(
      heading, "1|精简机构|压缩机构规模|修订办法|2020年6月|校团委", "2|精简机构|||2020年9月|学工部",
      "3|精简机构|撤并部门人员|制定名单|2020年7月|学工部")
    let said = try notes(document).filter { $0.contains("row-without-content") }
    #expect(said.count == 1)
    #expect(said.first?.hasPrefix("方案.docx[表1 第3行第1列]") == true, "\(said)")
    #expect(said.first?.contains("2020年9月　学工部") == true)
    #expect(try support.imported(document).items.count == 2)
  }

  @Test(.bug(id: "desk", "a row of totals was dropped unsaid and became the task of what follows"))
  func `a row of totals is left alone, said, and is no task`() throws {
    let document = Sheet.document(
      heading, "1|精简机构|压缩机构规模|修订办法|2020年6月|校团委", "小计|1项||||",
      "2|^|撤并部门人员|制定名单|2020年7月|学工部", "合计|2项||||")
    let plan = try support.imported(document)
    #expect(plan.notes.filter { $0.code == "row-left-alone" }.map(\.message).count == 2)
    #expect(plan.draft.items.map(\.taskTitle) == ["精简机构", "精简机构"])
  }

  @Test func `a remark on a line of its own in another column is named`() throws {
    let document = Sheet.document(
      heading + "|备注", "1|精简机构|压缩机构规模|修订办法|2020年6月|校团委|", "||||||本表由校团委解释")
    #expect(try notes(document).contains { $0.contains("本表由校团委解释") })
  }

  @Test func `spare rows with a number alone are not spoken of`() throws {
    let document = Sheet.document(
      heading, "1|精简机构|压缩机构规模|修订办法|2020年6月|校团委", "2|||||", "|||||")
    #expect(try notes(document).allSatisfy { !$0.contains("row-") })
  }

  @Test(.bug(id: "desk", "deadlines written in running text were said not to be there"))
  func `what running text says of deadlines is not denied`() throws {
    func document(_ tail: String) -> SourceDocument {
      let lines =
        ["南岭学院学生会改革实施方案", "三、主要任务"]
        + (1...4).map { "\($0). 做好第\($0)件改革的事情，落实到人\(tail)。" }
      return SourceDocument(
        name: "方案.txt",
        blocks: lines.enumerated().map {
          .paragraph(
            SourceParagraph(
              text: $0.element,
              location: .text(file: "方案.txt", line: $0.offset + 1, column: 1)))
        })
    }
    let written = try notes(document("（责任部门：校团委，完成时间：2020年6月）"))
    let note = try #require(written.first { $0.contains("prose-without-table") })
    #expect(!note.contains("没有找到完成时限"))
    #expect(note.contains("4 条的完成时限、4 条的实施部门"), "\(note)")
    let bare = try notes(document(""))
    #expect(bare.contains { $0.contains("没有找到完成时限、实施部门、责任人") })
  }
}

/// Of several columns for one thing the right one is read, and the others are said.
struct DeadlineColumnTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func plan(_ headings: String, _ first: String, _ second: String) throws
    -> PlanSupport.Imported
  {
    try support.imported(
      Sheet.document(
        "序号|任务|改革内容|\(headings)|实施部门",
        "1|精简机构|压缩机构规模和人员数量|\(first)|\(second)|校团委",
        "2|精简机构|撤并部门并且分流人员|\(first)|\(second)|学工部"))
  }

  @Test(
    .bug(id: "desk", "the province's deadlines were read as the school's"),
    arguments: [
      ("省定完成时限", "我校完成时限"), ("省级时限", "完成时限"), ("实际完成时间", "计划完成时间"),
      ("上级要求完成时限", "本校完成时限"), ("实际完成时间", "完成时间"),
    ])
  func `the school's own deadline is read wherever it stands`(foreign: String, own: String) throws {
    for isFirst in [true, false] {
      let plan =
        isFirst
        ? try plan("\(foreign)|\(own)", "2020年6月", "2020年9月")
        : try plan("\(own)|\(foreign)", "2020年9月", "2020年6月")
      #expect(plan.draft.items.map(\.deadline.text) == ["2020年9月", "2020年9月"])
      let unread = try #require(plan.notes.first { $0.code == "column-unread" })
      #expect(unread.message.contains(foreign), "\(unread.message)")
      #expect(!plan.notes.contains { $0.code == "column-doubtful" })
    }
  }

  @Test(.bug(id: "desk", "a year in the heading of the deadlines was passed over"))
  func `the year in the heading goes before that of the document`() throws {
    let plan = try support.imported(
      Sheet.document(
        "序号|任务|改革内容|完成时限（2021年）|实施部门", "1|精简机构|压缩机构规模和人员数量|6月|校团委",
        before: ["2020年11月20日"]))
    #expect(plan.draft.issueDate?.description == "2020-11-20")
    #expect(plan.draft.items.first?.deadline.due?.description == "2021-06-30")
    #expect(plan.draft.items.first?.deadline.isYearAssumed == true)
  }

  @Test func `two deadlines of equal right are questioned`() throws {
    let plan = try plan("校级完成时限|系级完成时限", "2020年6月", "2020年9月")
    #expect(plan.draft.items.map(\.deadline.text) == ["2020年6月", "2020年6月"])
    let doubt = try #require(plan.notes.first { $0.code == "column-doubtful" })
    #expect(doubt.severity == .warning)
    #expect(doubt.message.contains("按「校级完成时限」读入，「系级完成时限」没有读入"))
  }

  @Test(.bug(id: "desk", "an old plan on a hidden sheet took the place of the new one"))
  func `a plan on a hidden sheet gives way to one that can be seen`() throws {
    func sheet(_ name: String, _ deadline: String, isHidden: Bool) -> SourceDocument.Block {
      var table = Sheet.table([
        "序号|任务|改革内容|完成时限|实施部门", "1|精简机构|压缩机构规模和人员数量|\(deadline)|校团委",
      ])
      table.name = name
      table.isHidden = isHidden
      return .table(table)
    }
    let both = SourceDocument(
      name: "方案.xlsx",
      blocks: [sheet("旧版", "2020年5月", isHidden: true), sheet("新版", "2020年9月", isHidden: false)])
    let plan = try support.imported(both)
    #expect(plan.draft.items.map(\.deadline.text) == ["2020年9月"])
    let note = try #require(plan.notes.first { $0.code == "hidden-plan-left" })
    #expect(note.message.contains("「旧版」"))
    let alone = SourceDocument(
      name: "方案.xlsx", blocks: [sheet("旧版", "2020年5月", isHidden: true)])
    #expect(try support.imported(alone).draft.items.map(\.deadline.text) == ["2020年5月"])
  }

  /// A table with headings that cover two columns each, and a second row below them.
  private func covered(_ second: [String]) -> SourceDocument {
    func cell(_ text: String, _ column: Int, _ row: Int, span: Int = 1, above: Bool = false)
      -> SourceCell
    {
      SourceCell(
        column: column, columnSpan: span, paragraphs: text.isEmpty ? [] : [text],
        continuesAbove: above,
        location: .tableCell(file: "方案.docx", table: 1, row: row, column: column + 1))
    }
    let heads = ["序号", "任务", "改革内容"]
    var rows = [
      SourceRow(
        cells: heads.enumerated().map { cell($1, $0, 1) }
          + [cell("时间安排", 3, 1, span: 2), cell("实施部门", 5, 1, span: 2)]),
      SourceRow(
        cells: (0..<3).map { cell("", $0, 2, above: true) }
          + second.enumerated().map { cell($1, $0 + 3, 2) }),
    ]
    for row in 3...5 {
      let words = ["\(row - 2)", "精简机构", "压缩第\(row)类机构和人员", "2020年5月", "2020年9月", "校团委", "各系"]
      rows.append(SourceRow(cells: words.enumerated().map { cell($1, $0, row) }))
    }
    return SourceDocument(name: "方案.docx", blocks: [.table(SourceTable(rows: rows))])
  }

  @Test(.bug(id: "desk", "the day on which work begins was read as the deadline"))
  func `below a heading that covers two columns the deadline is read`() throws {
    let plan = try support.imported(covered(["开始时间", "完成时限", "牵头部门", "配合部门"]))
    #expect(plan.draft.items.map(\.deadline.text) == Array(repeating: "2020年9月", count: 3))
    #expect(plan.draft.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.draft.items.allSatisfy { $0.departments.supporting == ["各系"] })
    let unread = try #require(plan.notes.first { $0.code == "column-unread" })
    #expect(unread.message.contains("「开始时间」"))
  }
}
