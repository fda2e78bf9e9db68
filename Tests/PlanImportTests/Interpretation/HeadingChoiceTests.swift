import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Which column holds what, where headings are odd, doubled, hidden or contradicted by their cells.
struct HeadingChoiceTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  // MARK: - Several columns of days

  /// Two headings over 2020年6月 and 2020年9月, and the day that holds.
  struct Days: CustomTestStringConvertible {
    var headings: String
    var due: String?
    var testDescription: String { headings }
  }

  @Test(arguments: [
    Days(headings: "省定完成时限|完成时限", due: "2020-09-30"),
    Days(headings: "完成时限|实际完成时间", due: "2020-06-30"),
    Days(headings: "开始时间|完成时间", due: "2020-09-30"), Days(headings: "完成时间|启动时间", due: "2020-06-30"),
    Days(headings: "完成时限|调整后完成时限", due: "2020-09-30"),
    Days(headings: "变更后完成时限|完成时限", due: "2020-06-30"),
    Days(headings: "原定完成时限|完成时限", due: "2020-09-30"),
    Days(headings: "系级完成时限|完成时限", due: "2020-09-30"),
    Days(headings: "上级完成时限|系级完成时限", due: "2020-06-30"),
    Days(headings: "完成时限|完成时限", due: "2020-06-30"),
  ])
  func `of two columns of days the school's own that holds now is read`(days: Days) throws {
    let plan = try support.plan(
      """
      序号|改革内容|\(days.headings)|责任单位
      1|{1.1}|2020年6月|2020年9月|校团委
      2|{1.2}|2020年6月|2020年9月|学工部
      """)
    #expect(plan.dues == [days.due, days.due])
    // What was passed over is said in one way or the other.
    #expect(!plan.said("column-unread").isEmpty || !plan.said("column-doubtful").isEmpty)
  }

  @Test func `a hidden column of days gives way, and is read where it is the only one`() throws {
    func plan(_ headings: String, _ cells: String) throws -> PlanSupport.Imported {
      var document = Sheet.document(
        "序号|改革内容|\(headings)", "1|\(try support.words("1.1"))|\(cells)",
        "2|\(try support.words("1.2"))|\(cells)")
      guard case .table(var table) = document.blocks[0] else {
        throw PlanReadError.noPlan(file: "")
      }
      table.hiddenColumns = [2]
      document.blocks[0] = .table(table)
      return try support.imported(document)
    }
    #expect(
      try plan("完成时限|完成时间|责任单位", "2020年6月|2020年9月|校团委").dues == ["2020-09-30", "2020-09-30"])
    #expect(try plan("完成时限|责任单位", "2020年6月|校团委").dues == ["2020-06-30", "2020-06-30"])
  }

  // MARK: - Headings of two rows

  @Test(arguments: [
    ("责任分工*2", "牵头|配合"), ("责任单位*2", "牵头单位|配合单位"), ("分工*2", "主责部门|协办部门"), ("部门*2", "主办|参与"),
  ])
  func `below a heading for departments lead and support are told`(above: String, below: String)
    throws
  {
    let plan = try support.plan(
      """
      序号|改革内容|完成时限|\(above)
      ^|^|^|\(below)
      1|{1.1}|2020年6月|校团委|学工部
      2|{1.2}|2020年7月|学工部|教务处、校团委
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["教务处", "校团委"]])
  }

  @Test func `a first row of an item is no second row of the heading`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      2|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.ids == ["1.1", "1.2"])
  }

  @Test func `rows above the headings are no items and may name the list`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会改革任务清单*5
      2020年6月1日*5
      填报单位：校团委*3|联系电话：2345678*2
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|7月底前|校团委
      2|{1.2}|宣讲|8月底前|学工部
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-07-31", "2020-08-31"])
  }

  // MARK: - Two columns of one name

  @Test(arguments: [
    ("任务|任务", "明确职能定位|{1.1}"), ("工作任务|重点任务", "明确职能定位|{1.1}"),
  ])
  func `of two columns named tasks the second holds the contents`(headings: String, cells: String)
    throws
  {
    let plan = try support.plan(
      """
      序号|\(headings)|完成时限|责任单位
      1|\(cells)|2020年6月|校团委
      """)
    #expect(plan.ids == ["1.1"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位"])
  }

  @Test func `a task alone is the content where something is to be done by a day`() throws {
    let plan = try support.plan("序号|工作任务|完成时限|责任单位\n1|{1.1}|2020年6月|校团委\n2|{1.2}|2020年7月|学工部")
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
  }

  @Test func `two columns named departments are lead and support`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|完成时限|责任部门|责任单位
      1|{1.1}|2020年6月|校团委|学工部
      2|{1.2}|2020年6月|学工部|校团委
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["校团委"]])
  }

  @Test func `what was replaced is left, whichever column it stands in`() throws {
    for headings in ["原责任部门|现责任部门", "责任部门|原责任部门"] {
      let isFirst = headings.hasPrefix("原")
      let plan = try support.plan(
        """
        序号|改革内容|完成时限|\(headings)
        1|{1.1}|2020年6月|\(isFirst ? "总务处|校团委" : "校团委|总务处")
        2|{1.2}|2020年6月|\(isFirst ? "总务处|学工部" : "学工部|总务处")
        """)
      #expect(plan.items.map(\.departments.all) == [["校团委"], ["学工部"]])
    }
  }

  @Test func `of two columns for measures the one that is called so is read`() throws {
    for headings in ["落实情况安排|落实措施", "落实措施|落实情况安排"] {
      let cells = headings.hasPrefix("落实措施") ? "起草办法|按月推进" : "按月推进|起草办法"
      let plan = try support.plan(
        "序号|改革内容|\(headings)|完成时限|责任单位\n1|{1.1}|\(cells)|2020年6月|校团委")
      #expect(plan.items.first?.measures.map(\.text) == ["起草办法"])
      #expect(plan.said("column-doubtful").count == 1)
    }
  }

  @Test func `a column of departments is none of persons, whatever it is called`() throws {
    let plan = try support.plan(
      """
      序号|改革内容|完成时限|责任单位|具体承办人员
      1|{1.1}|2020年6月|校团委|教务处
      2|{1.2}|2020年6月|学工部|组织部
      """)
    #expect(plan.items.allSatisfy { $0.responsiblePerson.isEmpty })
    #expect(plan.said("column-unread").contains { $0.message.contains("「具体承办人员」") })
  }

  // MARK: - Columns that say how the work stands

  @Test(arguments: ["完成情况", "工作进展", "目前状态", "佐证材料", "自评得分", "验收情况", "联系电话"])
  func `a column that says how the work stands is not what is to be done`(heading: String) throws {
    let plan = try support.plan(
      """
      序号|改革内容|\(heading)|完成时限|责任单位
      1|{1.1}|（1）已完成起草。（2）已报送审定。|2020年6月|校团委
      2|{1.2}|（1）已完成宣讲。（2）已报送总结。|2020年7月|学工部
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items.allSatisfy { $0.measures.isEmpty })
    #expect(plan.said("column-unread").contains { $0.message.contains("「\(heading)」") })
  }

  // MARK: - A person's word

  @Test(arguments: [
    (["时限=D"], "2020-09-30"), (["时限=整改日"], "2020-09-30"), (["时限=C"], "2020-06-30"),
    (["时限 = 整 改 日"], "2020-09-30"), (["时限=C", "时限=D"], "2020-09-30"), (["时限=d"], "2020-09-30"),
  ])
  func `a column is named by its letter or its heading, the last word holds`(
    words: [String], due: String
  ) throws {
    var mapping = ColumnMapping()
    for word in words { try mapping.add(word) }
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|完成时限|整改日|责任单位", "1|\(try support.words("1.1"))|2020年6月|2020年9月|校团委"),
      mapping: mapping)
    #expect(plan.dues == [due])
    #expect(plan.draft.columns.map(\.ground) == [.person])
    #expect(plan.said("column-doubtful").isEmpty)
  }

  @Test func `one column cannot hold two things: the last that was said of it holds`() throws {
    var mapping = ColumnMapping()
    try mapping.add("时限=C")
    try mapping.add("部门=C")
    #expect(mapping.entries.map(\.role) == [.departments])
  }

  @Test(arguments: ["", "=C", "时限=", "时限", "  = "])
  func `half an entry is none`(words: String) {
    #expect(throws: ColumnMapping.Fault.incomplete(words)) {
      var mapping = ColumnMapping()
      try mapping.add(words)
    }
  }

  @Test func `what was kept of earlier imports stays where this one says nothing of it`() throws {
    var mapping = ColumnMapping([
      ColumnMapping.Entry(role: .deadline, column: "整改日", isKept: true),
      ColumnMapping.Entry(role: .person, column: "挂点领导", isKept: true),
    ])
    try mapping.add("部门=E")
    let plan = try support.imported(
      Sheet.document(
        "序号|改革内容|完成时限|整改日|主办", "1|\(try support.words("1.1"))|2020年6月|2020年9月|校团委"),
      mapping: mapping)
    #expect(plan.dues == ["2020-09-30"])
    // The column of persons is not in this document: it is no error, and it is kept.
    let kept = mapping.keeping(plan.draft.columns)
    #expect(kept.filter { $0.ground == .person }.map(\.role) == [.deadline, .departments, .person])
  }

  // MARK: - Vocabulary

  @Test func `of a word given twice the first role holds, and marks in it say nothing`() {
    let vocabulary = HeadingVocabulary([
      ("时限", .deadline), ("时限", .remark), ("", .person), ("改革内容", .content),
    ])
    #expect(vocabulary.role(of: "时限") == .deadline)
    #expect(vocabulary.role(of: " 时 限：") == .deadline)
    #expect(vocabulary.role(of: "★时限①") == .deadline)
    #expect(vocabulary.role(of: "时限（2020年）") == .deadline)
    // A longer heading ends with a known one of four characters, and is no sentence.
    #expect(vocabulary.role(of: "本校改革内容") == .content)
    #expect(vocabulary.role(of: "我校的完成时限") == nil)
    #expect(vocabulary.role(of: "改革内容说明") == nil)
    #expect(vocabulary.role(of: "十一个字以上的很长的改革内容") == nil)
    #expect(vocabulary.role(of: "（改革内容）") == nil)
    #expect(vocabulary.role(of: "") == nil)
  }
}
