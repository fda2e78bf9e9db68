import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Columns are known by what they hold, and a person has the last word.
struct ColumnInferenceTests {
  let support: PlanSupport

  init() throws { support = try PlanSupport() }

  /// A plan of three clauses under headings of any words; `order` names the columns.
  private func plan(_ headings: String, columns: String = "NTCMDW") throws -> SourceDocument {
    let rows = try [
      ("1.1", "2020年6月", "校团委"), ("1.2", "2020年7月底前", "学工部、校团委"), ("2.1", "2020年10月", "教务处"),
    ].enumerated().map { index, row in
      let cells: [Character: String] = [
        "N": "\(index + 1)", "T": index < 2 ? "明确职能定位" : "改革运行机制",
        "C": try support.words(row.0), "M": "（1）起草办法。（2）征求意见。", "D": row.1, "W": row.2,
        "P": "张三", "S": "正在推进，已完成初稿",
      ]
      return columns.compactMap { cells[$0] }.joined(separator: "|")
    }
    return SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table([headings] + rows))])
  }

  @Test func `who leads, takes part and answers is known by parts of odd headings`() throws {
    let table = Sheet.table([
      "序号|怎么干|干什么|何时干完|主抓部门|协作部门|挂帅领导",
      "1|（1）起草。（2）报送。|\(try support.words("1.1"))|2020年6月|校团委|教务处|王书记",
      "2|（1）宣讲。（2）培训。|\(try support.words("1.2"))|2020年7月|学工部|教务处|李校长",
    ])
    let plan = try support.imported(SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.allSatisfy { $0.departments.supporting == ["教务处"] })
    #expect(plan.items.map(\.responsiblePerson) == ["王书记", "李校长"])
    #expect(plan.items.allSatisfy { $0.measures.count == 2 && $0.flags.contains(.columnInferred) })
  }

  @Test func `a sheet named by a department is that department's`() throws {
    var table = Sheet.table([
      "序号|改革内容|落实措施|完成时限", "1|\(try support.words("1.1"))|起草|2020年6月",
      "2|\(try support.words("1.2"))|宣讲|2020年7月",
    ])
    table.name = "校团委"
    let plan = try support.imported(SourceDocument(name: "方案.xlsx", blocks: [.table(table)]))
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"]])
    #expect(plan.items.allSatisfy { $0.flags.contains(.departmentInherited) })
  }

  @Test func `numbered measures with days in them stay measures`() throws {
    let table = Sheet.table([
      "序号|任务|改革内容|落实措施|实施部门",
      "1|明确职能定位|\(try support.words("1.1"))|（1）起草（6月10日前）；（2）报送（6月30日前）|校团委",
      "2|明确职能定位|\(try support.words("1.2"))|（1）起草（6月10日前）；（2）报送（7月31日前）|学工部",
    ])
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(table)]))
    #expect(plan.items.allSatisfy { $0.measures.count == 2 })
  }

  @Test(arguments: [
    "序号|任务|改革条款|落实措施|完成时限|实施部门", "序号|任务|改革内容|整改办法|办结日|经办方", "序号|工作板块|提升要点|怎么做|啥时候|谁来办",
    "编号|哪个方面|改什么|怎么办|何时改完|谁来改",
    "甲|乙|丙|丁|戊|己",
  ])
  func `headings nobody foresaw give the clauses their days and departments`(
    headings: String
  ) throws {
    let plan = try support.imported(plan(headings))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1"])
    #expect(
      plan.items.map { $0.deadline.due?.description } == ["2020-06-30", "2020-07-31", "2020-10-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部", "校团委"], ["教务处"]])
    #expect(plan.items.allSatisfy { $0.measures.count == 2 })
  }

  @Test func `what content decided is flagged with the heading, the role and how to confirm`()
    throws
  {
    let plan = try support.imported(plan("序号|任务|改革条款|落实措施|办结日|实施部门"))
    #expect(plan.items.allSatisfy { $0.flags.contains(.columnInferred) })
    let note = try #require(plan.notes.first { $0.message.contains("办结日") })
    #expect(note.code == "column-inferred")
    #expect(note.message.contains("时限"))
    #expect(
      plan.draft.columns.map(\.column) == ["改革条款", "办结日"].sorted(by: >)
        || plan.draft.columns.count == 2)
    let finding = try #require(plan.findings.first { $0.code == "column-inferred" })
    #expect(finding.message.contains("「办结日」") || finding.message.contains("「改革条款」"))
  }

  @Test func `what a person says settles a column and takes the flag away`() throws {
    var mapping = ColumnMapping()
    try mapping.add("时限=办结日")
    try mapping.add("内容＝C")
    let plan = try support.imported(plan("序号|任务|改革条款|落实措施|办结日|实施部门"), mapping: mapping)
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2", "2.1"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.columnInferred) })
    #expect(plan.draft.columns.allSatisfy { $0.ground == .person })
  }

  @Test func `a column that is not there is an error with the headings that are`() throws {
    var mapping = ColumnMapping()
    try mapping.add("时限=整改时限")
    #expect(throws: PlanReadError.self) {
      try support.imported(plan("序号|任务|改革内容|落实措施|完成时限|实施部门"), mapping: mapping)
    }
  }

  @Test(arguments: [("时限", ColumnMapping.Fault.incomplete("时限")), ("日子=C", .roleUnknown("日子"))])
  func `words that are no entry are refused`(words: String, fault: ColumnMapping.Fault) {
    #expect(throws: fault) {
      var mapping = ColumnMapping()
      try mapping.add(words)
    }
  }

  @Test func `two columns of days without a word to tell them are asked about`() throws {
    let rows = try [
      "序号|任务|改革内容|落实措施|一档|二档|实施部门",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月|2020年8月|校团委",
      "2|明确职能定位|\(support.words("1.2"))|起草|2020年7月|2020年9月|校团委",
    ]
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(rows))]))
    #expect(plan.items.allSatisfy { $0.deadline.meaning == .blank })
    let note = try #require(plan.notes.first { $0.code == "column-doubtful" })
    #expect(note.message.contains("一档") && note.message.contains("二档"))
  }

  @Test func `a heading that its cells contradict gives way to what they hold`() throws {
    let plan = try support.imported(
      plan("序号|任务|改革内容|落实措施|实施部门|完成时限", columns: "NTCMDW"))
    #expect(plan.items.first?.deadline.due?.description == "2020-06-30")
    #expect(plan.items.first?.departments.lead == ["校团委"])
  }

  @Test func `the adjusted day wins over the one first set and both are named`() throws {
    let rows = try [
      "序号|任务|改革内容|落实措施|原定完成时限|调整后完成时限|实施部门",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月|2020年9月|校团委",
      "2|明确职能定位|\(support.words("1.2"))|起草|2020年6月|2020年8月|校团委",
    ]
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(rows))]))
    #expect(plan.items.map { $0.deadline.due?.description } == ["2020-09-30", "2020-08-31"])
    let note = try #require(plan.notes.first { $0.code == "column-doubtful" })
    #expect(note.message.contains("原定") && note.message.contains("调整后"))
  }

  @Test(arguments: ["责任单位及责任人", "落实部门（责任人）", "负责部门/人员"])
  func `one column for departments and persons is divided`(heading: String) throws {
    let rows = try [
      "序号|任务|改革内容|落实措施|完成时限|\(heading)",
      "1|明确职能定位|\(support.words("1.1"))|起草|2020年6月|校团委 张三",
      "2|明确职能定位|\(support.words("1.2"))|起草|2020年7月|学工部、教务处（李四）",
    ]
    let plan = try support.imported(
      SourceDocument(name: "方案.docx", blocks: [.table(Sheet.table(rows))]))
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部", "教务处"]])
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "李四"])
  }

  @Test func `no table of a plan is refused with the tables that are there`() throws {
    let document = SourceDocument(
      name: "名单.docx", blocks: [.table(Sheet.table(["序号|姓名|职务", "1|张三|部长"]))])
    let error = #expect(throws: PlanReadError.self) { try support.imported(document) }
    #expect(error?.diagnostic.message.contains("姓名") ?? false)
  }

  @Test(.bug(id: "16", "a column whose heading its cells contradict was lost without a word"))
  func `a column that its cells contradict and nobody takes up is said to be unread`() throws {
    let plan = try PlanSupport().imported(
      Sheet.document(
        "序号|改革内容|落实措施|责任单位|完成时限", "1|修订学生会章程并报校党委审批|教务处|校团委|2020年6月",
        "2|压缩学生会机构和工作人员规模|学工部|校团委|2020年7月"))
    #expect(plan.items.allSatisfy { $0.measures.isEmpty })
    #expect(plan.notes.contains { $0.code == "column-unread" && $0.message.contains("「落实措施」") })
  }

  @Test func `titles under a heading for contents are said to be taken for tasks`() throws {
    let support = try PlanSupport()
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|上级条款原文|责任单位|完成时限", "1|做计划|\(try support.words("1.1"))|校团委|2020年7月",
        "2|开大会|\(try support.words("1.2"))|学工部|2020年8月"))
    #expect(plan.items.map(\.id.description) == ["1.1", "1.2"])
    let said = plan.notes.filter { $0.code == "column-inferred" }.map(\.message).joined()
    #expect(said.contains("「改革内容」一栏按内容认作「任务」"))
    #expect(said.contains("「上级条款原文」一栏按内容认作「内容」"))
  }
}
