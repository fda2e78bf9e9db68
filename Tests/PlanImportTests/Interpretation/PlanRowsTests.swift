import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// What rows and cells of a plan's table mean.
struct PlanRowsTests {
  let support: PlanSupport
  static let head = "序号|任务|改革内容|落实措施|完成时限|实施部门"

  init() throws { support = try PlanSupport() }

  private func imported(_ rows: [String]) throws -> PlanSupport.Imported {
    try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(rows))]))
  }

  private func row(_ number: Int, _ clause: String, _ rest: String) throws -> String {
    "\(number)|明确职能定位|\(try support.words(clause))|起草|\(rest)"
  }

  @Test(arguments: [
    "1|2|3|4|5|6", "甲|乙|丙|丁|戊|己", "填表人：张三||审核人：李四||填表日期：2020年6月1日|", "合计||共2项|||",
    "注：以上时限以印发日为准|||||", "（以下空白）|||||", "图例|★重点任务|▲牵头|△配合||", "……|……|……|……|……|……",
    "部门意见：　　签字：|||分管领导意见：　　签字：||",
    "序号|任务|改革内容|落实措施|完成时限|实施部门",
  ])
  func `rows that are no items neither become items nor change numbers`(row words: String) throws {
    let plan = try imported(
      [Self.head, words, row(1, "1.1", "2020年6月|校团委"), row(2, "1.2", "2020年7月|校团委"), words])
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map(\.ordinal) == ["1", "2"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.ordinalDuplicate) })
  }

  @Test func `numbers that begin again in every table are no duplicates`() throws {
    let document = try SourceDocument(
      name: "方案.docx",
      blocks: [
        .paragraph(
          SourceParagraph(text: "任务一：明确职能定位", location: .paragraph(file: "方案.docx", index: 1))),
        .table(
          Sheet.table([
            "序号|改革内容|落实措施|完成时限|实施部门", "1|\(support.words("1.1"))|起草|2020年6月|校团委",
            "2|\(support.words("1.2"))|起草|2020年6月|校团委",
          ])),
        .paragraph(
          SourceParagraph(text: "任务二：改革运行机制", location: .paragraph(file: "方案.docx", index: 2))),
        .table(
          Sheet.table([
            "序号|改革内容|落实措施|完成时限|实施部门", "1|\(support.words("2.1"))|起草|2020年6月|校团委",
            "2|\(support.words("2.2"))|起草|2020年6月|校团委",
          ])),
      ])
    let plan = try support.imported(document)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1", "2.2"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.ordinalDuplicate) })
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位", "改革运行机制", "改革运行机制"])
  }

  /// Three items in one cell, beside deadlines in two rows or in two lines of one cell.
  @Test func `fewer deadlines than items are doubtful in one cell, not in rows of their own`()
    throws
  {
    let contents = try ["10.1", "10.2", "10.3"].enumerated()
      .map { "\($0 + 24). \(try support.words($1))" }.joined(separator: " ")
    let apart = try imported([
      Self.head, "10|加强团委具体指导|\(contents)||2020年10月|校团委", "||||2020年8月|学工部",
    ])
    #expect(
      apart.items.map { $0.deadline.due?.description } == [
        "2020-10-31", "2020-08-31", "2020-08-31",
      ])
    #expect(apart.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["学工部"]])
    let inherited: Set<FindingCode> = [.deadlineInherited, .departmentInherited]
    #expect(apart.items.map { $0.flags.intersection(inherited) } == [[], [], inherited])
    let lines = try imported([
      Self.head, "10|加强团委具体指导|\(contents)||2020年10月\n2020年8月|校团委",
    ])
    #expect(lines.items.map { $0.flags.contains(.deadlineInherited) } == [false, true, true])
  }

  @Test func `merged cells are inherited and flagged for every role`() throws {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限|实施部门|配合部门|责任人|备注",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月|校团委|学工部|张三|按季报",
      "2|^|\(support.words("1.2"))|^|^|^|教务处|^|^",
    ])
    let item = try #require(plan.items.last)
    #expect(item.deadline.due?.description == "2020-06-30")
    #expect(item.departments.lead == ["校团委"])
    #expect(item.departments.supporting == ["教务处"])
    #expect(item.responsiblePerson == "张三")
    #expect(item.remark == "按季报")
    #expect(
      item.flags.isSuperset(of: [
        .deadlineInherited, .departmentInherited, .measureInherited, .personInherited,
        .remarkInherited,
      ]))
    #expect(plan.items[0].flags.isDisjoint(with: [.departmentInherited, .personInherited]))
  }

  @Test func `a blank lead beside those who support is missing`() throws {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限|实施部门|配合部门",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月||学工部",
    ])
    #expect(plan.items[0].flags.contains(.departmentMissing))
    #expect(
      plan.findings.contains { $0.code == "department-missing" && $0.message.contains("学工部") })
  }

  @Test(arguments: ["选择一项", "待定", "××部门", "____", "XX部门", "单击此处输入文字", "（待定）"])
  func `a place kept for a department is none`(words: String) throws {
    let plan = try imported([Self.head, row(1, "1.1", "2020年6月|\(words)")])
    #expect(plan.items[0].departments.all.isEmpty)
    #expect(plan.items[0].flags.contains(.departmentMissing))
  }

  @Test(arguments: ["2020年9月", "张三", "按要求做好相关工作"])
  func `what does not look like a department is flagged`(words: String) throws {
    let plan = try imported([Self.head, row(1, "1.1", "2020年6月|\(words)")])
    #expect(plan.items[0].flags.contains(.departmentDoubtful))
  }

  @Test func `a list of departments in brackets is divided and flagged`() throws {
    let plan = try imported([Self.head, row(1, "1.1", "2020年6月|校团委（学工部、教务处）")])
    #expect(plan.items[0].departments.all == ["校团委", "学工部", "教务处"])
    #expect(plan.items[0].flags.contains(.departmentDoubtful))
  }

  @Test(arguments: ["学工部（处）", "总务处（校安办）", "各学院（系）", "学院（系）团委", "校学生会", "相关部门", "马克思主义学院", "图书馆"])
  func `ordinary names are not flagged`(words: String) throws {
    let plan = try imported([Self.head, row(1, "1.1", "2020年6月|\(words)")])
    #expect(!plan.items[0].flags.contains(.departmentDoubtful))
    #expect(plan.items[0].departments.all == [words])
  }

  @Test(arguments: ["同上", "同前", "（同上）", "〃", "同上。"])
  func `the same takes the words above`(words: String) throws {
    let plan = try imported([
      Self.head, row(1, "1.1", "2020年6月|校团委"), row(2, "1.2", "\(words)|\(words)"),
    ])
    #expect(plan.items[1].deadline.due?.description == "2020-06-30")
    #expect(plan.items[1].departments.lead == ["校团委"])
    #expect(plan.items[1].flags.isSuperset(of: [.deadlineInherited, .departmentInherited]))
  }

  @Test func `radicals that look like characters are read as them`() throws {
    let plan = try imported([
      "序号|任务|改革内容|落实措施|完成时限|实施部⻔", row(1, "1.1", "2020年6⽉|校团委、学⼯部"),
    ])
    #expect(plan.items[0].deadline.due?.description == "2020-06-30")
    #expect(plan.items[0].departments.lead == ["校团委", "学工部"])
  }

  @Test func `of two lists that say the same the school's own is read and both are named`() throws {
    func table(_ deadline: String, _ department: String) throws -> SourceDocument.Block {
      .table(
        Sheet.table([
          Self.head, try row(1, "1.1", "\(deadline)|\(department)"),
          try row(2, "1.2", "\(deadline)|\(department)"),
        ]))
    }
    func line(_ text: String) -> SourceDocument.Block {
      .paragraph(SourceParagraph(text: text, location: .paragraph(file: "方案.docx", index: 1)))
    }
    let plan = try support.imported(
      SourceDocument(
        name: "方案.docx",
        blocks: [
          line("附件1 院级学生会改革任务列表"), table("2020年12月", "各系团委"), line("附件2 校级学生会改革任务列表"),
          table("2020年6月", "校团委"),
        ]))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.allSatisfy { $0.deadline.due?.description == "2020-06-30" })
    let note = try #require(plan.notes.first { $0.code == "plans-several" })
    #expect(note.message.contains("院级") && note.message.contains("校级"))
  }

  @Test func `of sheets of two years the newer is read`() throws {
    func sheet(_ name: String, _ clause: String, _ deadline: String) throws -> SourceDocument.Block
    {
      var table = Sheet.table([Self.head, try row(1, clause, "\(deadline)|校团委")])
      table.name = name
      return .table(table)
    }
    let plan = try support.imported(
      SourceDocument(
        name: "台账.xlsx",
        blocks: [sheet("2020年任务", "1.1", "2020年6月"), sheet("2019年任务", "1.2", "2019年6月")]))
    #expect(plan.items.map(\.id.description) == ["1.1"])
    #expect(plan.notes.contains { $0.code == "plans-several" && $0.message.contains("2019年任务") })
  }

  @Test(arguments: [
    ("2019年任务", "1.2"), ("2019", "1.2"), ("2020年任务", "1.1"),
  ])
  func `of several plans a person names the one to be read`(name: String, item: String) throws {
    func sheet(_ name: String, _ clause: String, _ deadline: String) throws -> SourceDocument.Block
    {
      var table = Sheet.table([Self.head, try row(1, clause, "\(deadline)|校团委")])
      table.name = name
      return .table(table)
    }
    let document = SourceDocument(
      name: "台账.xlsx",
      blocks: [
        try sheet("2020年任务", "1.1", "2020年6月"), try sheet("2019年任务", "1.2", "2019年6月"),
      ])
    var mapping = ColumnMapping()
    mapping.table = name
    let plan = try support.imported(document, mapping: mapping)
    #expect(plan.items.map(\.id.description) == [item])
    #expect(plan.notes.contains { $0.code == "plans-several" && $0.message.contains("指明了其中一份") })
    mapping.table = "2018"
    #expect(
      throws: PlanReadError.tableUnknown(
        file: "台账.xlsx", table: "2018", known: ["2020年任务", "2019年任务"])
    ) {
      try support.imported(document, mapping: mapping)
    }
  }
}
