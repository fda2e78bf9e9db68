import PlanImport
import TaskLedger
import Testing

/// Headings over several columns, columns without a heading, and cells that hold several items.
struct HeadingSpanTests {
  private let support: PlanSupport
  private let head = "青禾学院学生会组织改革实施方案\n2020年5月18日\n"

  init() throws { support = try PlanSupport() }

  private func plan(_ rows: String) throws -> PlanSupport.Imported {
    try support.plan(head + rows)
  }

  @Test(
    .bug(id: "16", "the words of the list were lost beside a band over the other columns"),
    arguments: ["整改落实", "任务落实", "责任落实", "工作安排"])
  func `a band over the columns at the right leaves those at the left their headings`(
    band: String
  ) throws {
    let plan = try plan(
      """
      序号|反馈问题|\(band)*3
      ^|^|整改措施|责任单位|整改时限
      1|{1.1}|梳理流程，编制手册|校团委|2020年6月底前
      2|{1.2}|召开专题会议|学工部|2020年7月底前
      """)
    #expect(plan.items.map(\.ordinal) == ["1", "2"])
    #expect(try plan.items.map(\.content) == [support.words("1.1"), support.words("1.2")])
    #expect(plan.items.map { $0.measures.map(\.text) } == [["梳理流程，编制手册"], ["召开专题会议"]])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }

  @Test(
    .bug(id: "16", "of two days below one unknown heading the start was read as the deadline"),
    arguments: ["起止时间", "推进周期"])
  func `two days below a heading that nobody foresaw are read whole`(heading: String) throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|\(heading)*2
      1|{1.1}|校团委|2020年5月1日|2020年9月30日
      2|{1.2}|学工部|2020年5月1日|2020年10月31日
      """)
    #expect(plan.items.allSatisfy { $0.deadline.due?.description != "2020-05-01" })
    #expect(plan.items.map { $0.deadline.text.contains("2020年5月1日") } == [true, true])
  }

  @Test func `a day that stands in two columns under one heading is read whole`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限*2
      1|{1.1}|校团委|2020年3月|2020年9月底前
      2|{1.2}|学工部|2020年4月|2020年10月底前
      """)
    #expect(plan.dues == ["2020-09-30", "2020-10-31"])
  }

  @Test func `departments in two columns under one heading are all read`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位*2|完成时限
      1|{1.1}|财务处|党政办|2020年6月
      2|{1.2}|学工部||2020年7月
      """)
    #expect(plan.items.map(\.departments.lead) == [["财务处", "党政办"], ["学工部"]])
  }

  @Test func `days below a blank heading belong to those of the heading before it`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|起止时间||联系电话
      1|{1.1}|校团委|2020年3月|2020年9月底前|81234
      2|{1.2}|学工部|2020年4月|2020年10月底前|81235
      """)
    #expect(plan.dues == ["2020-09-30", "2020-10-31"])
  }

  @Test func `words below a blank heading are said, and can be named by their letter`() throws {
    let rows = """
      序号|改革内容||责任单位|完成时限
      1|{1.1}|印发通知，召开会议|校团委|2020年6月
      2|{1.2}|逐一谈话，建立名册|学工部|2020年7月
      """
    let plan = try plan(rows)
    #expect(plan.said("column-unread").contains { $0.message.contains("「C」") })
    #expect(plan.items.allSatisfy { $0.measures.isEmpty })
    var mapping = ColumnMapping()
    try mapping.add("措施=C")
    var text = head + rows
    for clause in ["1.1", "1.2"] {
      text = text.replacing("{\(clause)}", with: try support.words(clause))
    }
    let named = try support.imported(Sheet.lines(text), mapping: mapping)
    #expect(named.items.map { $0.measures.map(\.text) } == [["印发通知，召开会议"], ["逐一谈话，建立名册"]])
  }

  @Test(
    .bug(id: "16", "the measures became the contents, and the problem was left out"),
    arguments: ["薄弱环节", "群众诉求", "隐患描述", "反馈意见", "短板弱项"])
  func `what stands before the measures under an unknown heading is the content`(
    heading: String
  ) throws {
    let plan = try plan(
      """
      序号|\(heading)|整改措施|责任部门|完成时限
      1|水泵老化渗漏|更换增压泵|后勤处|2020年6月
      2|消防通道堆物|清理并张贴标识|保卫处|2020年7月
      3|台账登记不全|补齐三年台账|校团委|2020年8月
      """)
    #expect(plan.items.map(\.content) == ["水泵老化渗漏", "消防通道堆物", "台账登记不全"])
    #expect(
      plan.items.map { $0.measures.map(\.text) } == [["更换增压泵"], ["清理并张贴标识"], ["补齐三年台账"]])
    #expect(plan.said("column-inferred").contains { $0.message.contains(heading) })
  }

  @Test func `two columns named for the measures by a person are read as one`() throws {
    var mapping = ColumnMapping()
    try mapping.add("措施=推进措施一")
    try mapping.add("措施=推进措施二")
    let words = try support.words("1.1")
    let plan = try support.imported(
      Sheet.lines(
        head + """
          序号|改革内容|推进措施一|推进措施二|责任单位|完成时限
          1|\(words)|印发通知|召开会议|校团委|2020年6月
          """), mapping: mapping)
    #expect(plan.items.first?.measures.map(\.text) == ["印发通知", "召开会议"])
  }

  @Test func `columns of work by period are an item a cell, due in their period`() throws {
    let plan = try plan(
      """
      序号|部门|上半年重点工作|下半年重点工作
      1|校团委|{1.1}|{1.2}
      2|学工部|{2.1}|{2.2}
      """)
    #expect(
      try plan.items.map(\.content).sorted()
        == ["1.1", "1.2", "2.1", "2.2"].map(support.words).sorted())
    let due = Dictionary(
      plan.items.map { ($0.content, $0.deadline.due?.description) }, uniquingKeysWith: { $1 })
    #expect(try due[support.words("1.1")] == "2020-06-30")
    #expect(try due[support.words("2.2")] == "2020-12-31")
    #expect(plan.items.allSatisfy { $0.departments.lead.count == 1 })
  }

  @Test func `a row whose cells have a line for each item is as many rows`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限
      1/2|{1.1}/{1.2}|校团委/学工部|2020年6月底前/2020年12月底前
      """)
    #expect(plan.items.map(\.ordinal) == ["1", "2"])
    #expect(plan.dues == ["2020-06-30", "2020-12-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }

  @Test(arguments: [
    "①5月底前；②7月底前", "（1）2020年5月底前（2）2020年7月底前", "1.5月底前/2.7月底前",
  ])
  func `days with numbers of their own go to the items of the cell`(days: String) throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限
      1|①{1.1}；②{1.2}|校团委|\(days)
      """)
    #expect(plan.dues == ["2020-05-31", "2020-07-31"])
  }

  @Test(arguments: [
    "示例|修订财务管理制度|财务处|2020年1月底前", "例|修订财务管理制度|财务处|2020年1月底前",
    "0|如：修订财务管理制度|财务处|2020年1月底前",
  ])
  func `a row that shows how to fill in is no item, and said`(row: String) throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限
      \(row)
      1|{1.1}|校团委|2020年6月
      """)
    #expect(plan.ids == ["1.1"])
    #expect(plan.notes.contains { $0.message.contains("修订财务管理制度") })
  }

  @Test func `a year that the title names for the next one holds`() throws {
    let plan = try support.plan(
      """
      青禾学院2021年重点工作任务分解表
      2020年12月28日
      序号|改革内容|责任单位|完成时限
      1|{1.1}|校团委|6月
      """)
    #expect(plan.dues == ["2021-06-30"])
  }

  @Test func `a bracket that says how a department shares is no part of its name`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限
      1|{1.1}|财务处（按职责分工）、领导小组办公室（设在校团委）|2020年6月
      2|{1.2}|党委组织部.人事处|2020年7月
      """)
    #expect(
      plan.items.map(\.departments.lead) == [["财务处", "领导小组办公室"], ["党委组织部", "人事处"]])
  }

  @Test func `cells that label what they hold are read by their labels`() throws {
    let plan = try plan(
      """
      序号|改革内容|工作职责|完成时限
      1|{1.1}|责任领导：王强/牵头部门：党政办/配合部门：纪委办、组织部|2020年6月
      2|{1.2}|责任领导：李华/牵头部门：财务处/配合部门：人事处|2020年7月
      """)
    #expect(plan.items.map(\.departments.lead) == [["党政办"], ["财务处"]])
    #expect(plan.items.map(\.departments.supporting) == [["纪委办", "组织部"], ["人事处"]])
    #expect(plan.items.map(\.responsiblePerson) == ["王强", "李华"])
  }

  @Test func `kinds that are ticked are no days`() throws {
    let plan = try plan(
      """
      序号|改革内容|整改时限*3|完成时间|责任单位
      ^|^|立行立改|限期整改|长期整改|^|^
      1|{1.1}||√||2020年6月20日|党政办
      2|{1.2}||√||2020年7月20日|后勤处
      """)
    #expect(plan.dues == ["2020-06-20", "2020-07-20"])
  }

  @Test func `a number in a bracket behind a name and a day with dots are found`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会组织改革实施方案
      青禾学院（青禾院发〔2020〕12号）
      2020.5.18
      序号|改革内容|责任单位|完成时限
      1|{1.1}|校团委|6月
      """)
    #expect(plan.draft.documentNumber == "青禾院发〔2020〕12号")
    #expect(plan.draft.issueDate?.description == "2020-05-18")
  }

  @Test func `columns by period beside the contents make no items`() throws {
    let plan = try plan(
      """
      序号|改革内容|上半年工作任务|下半年工作任务|责任单位|完成时限
      1|{1.1}|起草章程|提交审议|校团委|2020年10月
      2|{1.2}|开展调研|印发名册|学工部|2020年11月
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-10-31", "2020-11-30"])
  }

  @Test func `a person beside a department under one heading leads nothing`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位*2|完成时限
      1|{1.1}|校团委|王强|2020年6月
      2|{1.2}|学工部|李华|2020年7月
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.responsiblePerson) == ["王强", "李华"])
  }

  @Test func `a day below a blank heading does not replace the deadline, and is said`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任单位|完成时限||备注
      1|{1.1}|校团委|2020年6月|2020年7月底前|
      2|{1.2}|学工部|2020年7月|2020年8月底前|
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.said("column-unread").contains { $0.message.contains("「E」") })
  }

  @Test func `a year of graduates in a title is no year of the plan`() throws {
    let plan = try support.plan(
      """
      青禾学院2021届毕业生就业工作方案
      2020年11月18日
      序号|改革内容|责任单位|完成时限
      1|{1.1}|校团委|12月底前
      """)
    #expect(plan.dues == ["2020-12-31"])
  }

  @Test func `an item whose measures begin with an example is an item`() throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施|责任单位|完成时限
      1|{1.1}|例如：召开会议|校团委|2020年6月
      2|{1.2}|起草|学工部|2020年7月
      """)
    #expect(plan.ids == ["1.1", "1.2"])
  }
}
