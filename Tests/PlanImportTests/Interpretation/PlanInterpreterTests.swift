import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// The shapes of tables one by one, on documents built by hand.
struct PlanInterpreterTests {
  let vocabulary = HeadingVocabulary([
    ("序号", .ordinal), ("任务", .task), ("依据", .basis), ("改革内容", .content), ("内容", .content),
    ("落实措施", .measures), ("措施", .measures), ("完成时限", .deadline), ("时限", .deadline),
    ("实施部门", .departments), ("部门", .departments), ("牵头单位", .lead), ("配合单位", .supporting),
    ("备注", .remark),
  ])

  func items(_ document: SourceDocument) throws -> [ItemDraft] {
    try PlanInterpreter.interpret(document, vocabulary: vocabulary).draft.items
  }

  @Test func `task, number and basis are filled down from merged cells`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|依据|内容|措施|时限|部门", "3|精简|甲|1. 压缩机构规模|做|2020年6月|校团委",
        "^|^|^|2. 撤并部门人员|做|2020年7月|学工部"))
    #expect(items.map(\.taskNumber) == [3, 3])
    #expect(items.map(\.taskTitle) == ["精简", "精简"])
    #expect(items.map(\.basis) == ["甲", "甲"])
    #expect(items.map(\.ordinal) == ["1", "2"])
    #expect(items.allSatisfy { $0.flags.isEmpty })
  }

  @Test func `a blank deadline in a row with its own content stays blank`() throws {
    let items = try items(
      Sheet.document("任务|内容|时限|部门", "甲任务|1. 内容一|2020年6月|校团委", "|2. 内容二||校团委"))
    #expect(items[1].deadline.meaning == .blank)
    #expect(items[1].flags.isEmpty)
  }

  @Test(arguments: ["^", "同上", "〃"])
  func `a merged deadline and 同上 are taken over and flagged`(cell: String) throws {
    let items = try items(
      Sheet.document(
        "任务|内容|时限|部门", "甲任务|1. 内容一|2020年6月|校团委", "^|2. 内容二|\(cell)|校团委"))
    #expect(items[1].deadline.text == "2020年6月")
    #expect(items[1].flags == [.deadlineInherited])
    #expect(items[0].flags.isEmpty)
  }

  @Test func `merged departments are taken over and flagged`() throws {
    let items = try items(
      Sheet.document(
        "任务|内容|时限|部门", "甲任务|1. 内容一|2020年6月|校团委", "^|2. 内容二|2020年7月|^"))
    #expect(items[1].departments.lead == ["校团委"])
    #expect(items[1].flags == [.departmentInherited])
  }

  @Test func `several items of a cell get equal counts one to one`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|措施|时限|部门",
        "1|甲任务|1. 内容一。/2. 内容二。|(1)做一。/(2)做二。/(1)做三。|2020年6月/2020年7月|校团委 学工部/教务处 学工部"))
    #expect(items.map(\.content) == ["内容一。", "内容二。"])
    #expect(items.map(\.deadline.text) == ["2020年6月", "2020年7月"])
    #expect(items.map { $0.measures.map(\.text) } == [["做一。", "做二。"], ["做三。"]])
    #expect(items.map(\.departments.lead) == [["校团委", "学工部"], ["教务处", "学工部"]])
    #expect(items.allSatisfy { $0.flags.isEmpty })
  }

  @Test func `fewer deadlines than items are given in order, the rest inherits and is flagged`()
    throws
  {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|时限|部门", "1|甲任务|1. 内容一。/2. 内容二。/3. 内容三。|2020年6月/2020年7月|校团委"))
    #expect(items.map(\.deadline.text) == ["2020年6月", "2020年7月", "2020年7月"])
    #expect(items[2].flags == [.deadlineInherited, .departmentInherited])
    // Nothing says whether the second day is the second item's too.
    #expect(items[1].flags == [.deadlineInherited, .departmentInherited])
    #expect(items[0].flags.isEmpty)
  }

  @Test func `rows that only go on with deadlines belong to the cell above`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|时限|部门", "1|甲任务|1. 内容一。/2. 内容二。/3. 内容三。|2020年6月|校团委",
        "|||2020年7月|学工部", "||||"))
    #expect(items.map(\.deadline.text) == ["2020年6月", "2020年7月", "2020年7月"])
    #expect(items.map(\.departments.lead) == [["校团委"], ["学工部"], ["学工部"]])
  }

  @Test func `a blank among one row an item stays blank`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|时限|部门", "1|甲任务|1. 内容一。/2. 内容二。/3. 内容三。|2020年6月|校团委",
        "||||学工部", "|||2020年8月|学工部"))
    #expect(items.map(\.deadline.text) == ["2020年6月", "", "2020年8月"])
  }

  @Test func `one item over several rows keeps all deadlines and measures`() throws {
    let items = try items(
      Sheet.document(
        "任务|内容|措施|时限|部门", "甲任务|1. 内容一|先做|2020年6月|校团委", "^|^|后做|2020年9月|学工部"))
    #expect(items.count == 1)
    #expect(items[0].measures.map(\.text) == ["先做", "后做"])
    #expect(items[0].deadline.due == CivilDate("2020-09-30"))
    #expect(items[0].deadline.text == "2020年6月、2020年9月")
    #expect(items[0].departments.lead == ["校团委", "学工部"])
  }

  @Test func `a numbered item in the column of the basis is put back and flagged`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|依据|内容|措施|时限|部门", "6|代表大会|甲|14. 明确召开频次|做|2020年7月|校团委",
        "||15. 规范召开学生代表大会||做|2020年10月|校团委"))
    #expect(items[1].content == "规范召开学生代表大会")
    #expect(items[1].ordinal == "15")
    #expect(items[1].basis == "甲")
    #expect(items[1].flags == [.cellShifted])
  }

  @Test func `a row moved by one column is put back and flagged`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|措施|时限|部门", "1|甲任务|1. 内容一|做|2020年7月|校团委",
        "|2. 内容二的文字|做|2020年10月|学工部|"))
    #expect(items[1].content == "内容二的文字")
    #expect(items[1].deadline.text == "2020年10月")
    #expect(items[1].departments.lead == ["学工部"])
    #expect(items[1].flags == [.cellShifted])
  }

  @Test func `numbers that count items are kept and their cells are not split`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|时限|部门", "1|甲任务|内容一|2020年6月|校团委", "2|甲任务|1. 先做/2. 后做|2020年7月|校团委",
        "3|乙任务|内容三|2020年7月|校团委"))
    #expect(items.map(\.ordinal) == ["1", "2", "3"])
    #expect(items[1].content == "1. 先做\n2. 后做")
  }

  @Test func `a document without table and measures is no plan`() {
    let document = Sheet.document("姓名|电话", "甲|100", before: ["通讯录"])
    #expect(throws: PlanReadError.noPlan(file: "方案.docx", tables: ["姓名｜电话"])) {
      try PlanInterpreter.interpret(document, vocabulary: vocabulary)
    }
  }

  @Test func `other tables are left alone and named`() throws {
    var document = Sheet.document("任务|内容|时限|部门", "甲任务|内容一|2020年6月|校团委")
    document.blocks.insert(.table(Sheet.table(["姓名|电话", "甲|100"])), at: 0)
    let (draft, notes) = try PlanInterpreter.interpret(document, vocabulary: vocabulary)
    #expect(draft.items.count == 1)
    #expect(notes.contains { $0.code == "table-left-alone" && $0.message.contains("姓名") })
  }

  @Test func `lead and supporting columns divide the departments`() throws {
    let items = try items(
      Sheet.document("任务|内容|时限|牵头单位|配合单位", "甲任务|内容一|2020年6月|校团委|学工部、教务处"))
    #expect(
      items[0].departments == DepartmentAssignment(lead: ["校团委"], supporting: ["学工部", "教务处"]))
  }

  @Test func `a missing year is the document's and flagged`() throws {
    let items = try items(
      Sheet.document("任务|内容|时限|部门", "甲任务|内容一|9月底前|校团委", before: ["2020年7月1日"]))
    #expect(items[0].deadline.due == CivilDate("2020-09-30"))
    #expect(items[0].flags == [.yearAssumed])
  }

  @Test(
    .bug(id: "16", "a stored 15 July that is shown as its month was due at the end of it, unsaid"),
    arguments: zip(
      [
        "2020年7月", "2020-07", "7月", "2020年", "2020年7月15日", "2020年7月底前", "2020年7月", "2020年7月",
        "2020年",
      ],
      [
        "2020-07-15", "2020-07-15", "2020-07-15", "2020-07-15", "2020-07-15", "2020-07-15",
        "2020-07-01", "2020-07-31", "2020-01-01",
      ]))
  func `a stored day that is not shown counts and is doubtful`(shown: String, stored: String) throws
  {
    var table = Sheet.table(["序号|改革内容|完成时限|责任单位", "1|修订章程|\(shown)|校团委"])
    table.rows[1].cells[2].date = CivilDate(stored)
    let support = try PlanSupport()
    let plan = try support.imported(
      SourceDocument(
        name: "方案.xlsx",
        blocks: [
          .paragraph(
            SourceParagraph(text: "2020年6月1日", location: .paragraph(file: "方案.xlsx", index: 1))),
          .table(table),
        ]))
    let item = try #require(plan.items.first)
    let isHidden = stored.hasSuffix("07-15") && !shown.hasSuffix("日") && !shown.hasSuffix("底前")
    #expect(item.deadline.text == shown)
    #expect(item.flags.contains(.deadlineAmbiguous) == isHidden)
    let shownDay = shown == "2020年" ? "2020-12-31" : shown.hasSuffix("日") ? stored : "2020-07-31"
    #expect(item.deadline.due?.description == (isHidden ? stored : shownDay))
    guard isHidden else { return }
    let said = plan.findings.first { $0.code == "deadline-ambiguous" }?.message ?? ""
    #expect(said.contains("2020年7月15日") && said.contains("只显示出「\(shown)」"))
  }

  @Test func `a year that a date cell stores and does not show is not trusted`() throws {
    var document = Sheet.document("任务|内容|时限|部门", "甲任务|内容一|9月30日|校团委", before: ["2019年7月1日"])
    guard case .table(var table) = document.blocks[1] else { return }
    table.rows[1].cells[2].date = CivilDate("2020-09-30")
    document.blocks[1] = .table(table)
    let item = try #require(try items(document).first)
    #expect(item.deadline.due == CivilDate("2019-09-30"))
    #expect(item.flags == [.yearAssumed])
  }

  @Test func `passages of the body go to their items`() throws {
    let document = Sheet.document(
      "序号|任务|内容|时限|部门", "1|精简机构|1. 压缩人员规模|2020年6月|校团委", "^|^|2. 撤并部门分流人员|2020年7月|校团委",
      before: ["二、重点任务", "（一）精简机构", "1. 压缩人员规模到四十人。", "2. 撤并重复的部门，", "分流人员。", "三、要求"])
    let items = try items(document)
    #expect(items.map(\.narrative) == ["压缩人员规模到四十人。", "撤并重复的部门，分流人员。"])
  }

  @Test func `a content that a page break split is joined`() throws {
    let items = try items(
      Sheet.document(
        "序号|任务|内容|措施|时限|部门", "1|甲任务|1. 内容一的上半，|做|2020年6月|校团委", "||下半。|||"))
    #expect(items.map(\.content) == ["内容一的上半，下半。"])
  }
}
