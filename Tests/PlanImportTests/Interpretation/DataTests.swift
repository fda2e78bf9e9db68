import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// The tables that staff edit: headings, departments and the list's data.
struct DataTests {
  @Test func `the headings of the repository know the words of the offices`() throws {
    let vocabulary = try HeadingVocabulary.read(PlanSupport.repositoryFile("tasks/headings.md"))
    let expected: [(String, ColumnRole)] = [
      ("序号", .ordinal), ("编号", .ordinal), ("任务", .task), ("工作任务", .task), ("重点任务", .task),
      ("依据", .basis), ("改革内容", .content), ("内容", .content), ("改革举措", .content),
      ("落实措施", .measures), ("具体举措", .measures), ("工作举措", .measures), ("完成时限", .deadline),
      ("时间节点", .deadline), ("完成时间", .deadline), ("实施部门", .departments),
      ("责任部门", .departments), ("责任单位", .departments), ("牵头单位", .lead),
      ("配合单位", .supporting), ("协办单位", .supporting), ("责任领导", .person), ("责任人", .person),
      ("备注", .remark), ("完 成 时 限", .deadline), ("责任部门（单位）", .departments),
      ("完成时限（2020年）", .deadline), ("本校具体举措", .measures),
    ]
    for (heading, role) in expected {
      #expect(vocabulary.role(of: heading) == role, "\(heading)")
    }
    for heading in ["", "电话", "经费", "学习成绩综合排名在本专业前列的学生名单"] {
      #expect(vocabulary.role(of: heading) == nil, "\(heading)")
    }
  }

  @Test func `a document without headings is refused`() {
    #expect(throws: PlanReadError.noPlan(file: "方案.docx")) {
      try HeadingVocabulary.read(Sheet.document("甲|乙", "1|2"))
    }
  }

  @Test func `the departments of the repository know their aliases`() throws {
    let directory = try DepartmentDirectory.read(
      PlanSupport.repositoryFile("tasks/departments.md"))
    for alias in ["学工部", "学生工作部", "党委学生工作部", "学生处"] {
      #expect(directory.canonical(alias) == "学工部")
    }
    for alias in ["校团委", "团委", "院团委"] { #expect(directory.canonical(alias) == "校团委") }
    #expect(directory.canonical("天文台") == nil)
  }

  @Test func `the list of the repository has ten tasks, their clauses and its hand-ins`() throws {
    let list = try PlanSupport().list
    #expect(list.tasks.map(\.clauses.count) == [4, 3, 2, 2, 3, 2, 4, 2, 2, 3])
    #expect(list.documentNumber == "团粤办发〔2020〕14号")
    #expect(list.handIns.map(\.due.description) == ["2020-06-10", "2020-10-15", "2020-10-15"])
    #expect(list.handIns.allSatisfy { $0.forms == ["盖章纸质版", "扫描PDF版"] })
    #expect(list.acceptanceFrom == CivilDate("2020-10-15"))
    #expect(list.clauses.filter { $0.deadline.due == nil }.map(\.id.description) == ["2.3", "9.2"])
    #expect(list.clauses.allSatisfy { !$0.duties.isEmpty })
  }

  @Test func `each clause of the list takes up its own duties`() throws {
    let list = try PlanSupport().list
    let items = list.clauses.map { clause in
      Item(
        id: .clause(clause.id), clause: clause.id, task: clause.id.task, taskTitle: "",
        content: clause.content, link: Link(confidence: .certain, reasons: []),
        location: .paragraph(file: "", index: 1))
    }
    let context = CheckContext(items: items, list: list, plan: nil)
    #expect(CheckRegistry.run([.dutyDropped], in: context).map(\.message) == [])
  }

  @Test func `rows of the list that cannot be read are named`() throws {
    var document = Sheet.document(
      "条款|任务|内容|完成时限", "3.1|精简|压缩规模|2020年6月", "3.1|精简|又是一条|2020年6月")
    document.blocks.append(
      .table(Sheet.table(["条款|对象|关系|数值|单位", "3.1|人员|不超过|40|人", "3.1|人员|大概|四十|人"])))
    document.blocks.append(.table(Sheet.table(["条款|要点|词语", "三|要点|词", "3.1|撤并|撤并、合并；分流"])))
    let support = try PlanSupport()
    let (list, notes) = try TaskListInterpreter.interpret(
      document, vocabulary: support.vocabulary)
    #expect(notes.map(\.code) == Array(repeating: "list-row-unreadable", count: 3))
    let clause = try #require(list.clauses.first)
    #expect(clause.figures == [Figure(subject: "人员", relation: .atMost, value: 40, unit: "人")])
    #expect(clause.duties == [Duty(name: "撤并", groups: [["撤并", "合并"], ["分流"]])])
  }

  @Test func `a table of several items without years takes the document's`() throws {
    let support = try PlanSupport()
    let (list, _) = try TaskListInterpreter.interpret(
      Sheet.document("序号|任务|内容|时限", "1|甲任务|1.做一。/2.做二。|9月/10月", before: ["甲办〔2021〕3号"]),
      vocabulary: support.vocabulary)
    #expect(list.clauses.map(\.id.description) == ["1.1", "1.2"])
    #expect(list.clauses.map { $0.deadline.due?.description } == ["2021-09-30", "2021-10-31"])
  }
}
