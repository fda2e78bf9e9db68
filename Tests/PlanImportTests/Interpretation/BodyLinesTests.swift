import TaskLedger
import Testing

/// Plans in running text: what is an item, and what only stands around items.
struct BodyLinesTests {
  private let support: PlanSupport
  private let head = "青禾学院学生会组织改革实施方案\n青禾党〔2020〕9号\n2020年5月18日\n"
  private let items = """
    1.{1.1}（责任单位：校团委；完成时限：2020年6月）
    2.{1.2}（责任单位：学工部；完成时限：2020年7月）
    3.{2.1}（责任单位：校团委；完成时限：2020年8月）

    """

  init() throws { support = try PlanSupport() }

  private func plan(_ body: String) throws -> PlanSupport.Imported {
    try support.plan(head + body)
  }

  private func expectItems(_ plan: PlanSupport.Imported) throws {
    #expect(try plan.items.map(\.content) == ["1.1", "1.2", "2.1"].map(support.words))
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["校团委"]])
    #expect(plan.items.allSatisfy { $0.responsiblePerson.isEmpty })
  }

  @Test(
    .bug(id: "16", "the signature was glued to the last item, whose day was lost"),
    arguments: [
      "中共青禾学院委员会\n2020年5月18日", "2020年5月20日", "青禾学院学生会改革领导小组办公室\n2020年5月18日印发",
      "（联系人：王丽，电话：2861234）",
    ])
  func `what follows the last item is no part of it`(below: String) throws {
    try expectItems(plan("一、改革任务\n" + items + below))
  }

  @Test func `a heading without a number divides the items`() throws {
    let plan = try plan("一、改革任务\n" + items + "改革运行机制\n4.{2.2}（责任单位：校团委；完成时限：2020年9月）")
    #expect(plan.items.count == 4)
    #expect(plan.items.allSatisfy { !$0.content.contains("改革运行机制") })
    #expect(plan.dues.suffix(2) == ["2020-08-31", "2020-09-30"])
  }

  @Test(
    .bug(id: "16", "the safeguards were read in place of the tasks"),
    arguments: [
      "二、保障措施\n1.加强组织领导。（责任单位：党政办）\n2.加强经费保障。（责任单位：财务处）\n3.加强督查。（责任单位：纪委办）",
      "二、保障措施\n1.高度重视改革工作。\n2.按时报送总结。", "二、工作要求\n1.高度重视改革工作。\n2.按时报送总结。",
      "二、工作措施和要求\n1.高度重视改革工作。\n2.按时报送总结。",
    ])
  func `parts about the work are no work`(part: String) throws {
    try expectItems(plan("一、明确职能定位\n" + items + part))
  }

  @Test func `a short sentence among long ones is an item`() throws {
    let plan = try plan(
      """
      一、改革任务
      （一）{1.1}
      （二）召开学生会改革动员会。
      （三）{2.1}
      （四）{2.2}
      """)
    #expect(plan.items.count == 4)
    #expect(plan.items.dropFirst().first?.content == "召开学生会改革动员会")
  }

  @Test func `a bracket behind a short sentence states who and by when`() throws {
    let plan = try plan(
      """
      一、改革任务
      （一）{1.1}（责任单位：校团委；完成时限：2020年6月）
      （二）召开学生会改革动员会。（责任单位：学工部；完成时限：2020年7月）
      （三）{2.1}（责任单位：校团委；完成时限：2020年8月）
      """)
    #expect(plan.items.count == 3)
    let item = try #require(plan.items.first { $0.content.contains("动员会") })
    #expect(item.deadline.due?.description == "2020-07-31")
    #expect(item.departments.lead == ["学工部"])
  }

  @Test func `headings with nothing below any of them are the items`() throws {
    let plan = try plan(
      "一、改革任务\n（一）召开学生代表大会，选举主席团\n（二）精简学生会机构\n（三）严格干部遴选条件\n（四）加强人员培训")
    #expect(plan.items.map(\.content).count == 4)
    #expect(plan.items.first?.content == "召开学生代表大会，选举主席团")
  }

  @Test(arguments: [
    ["任务1：", "任务2：", "任务3："], ["（1）", "（2）", "（3）"], ["【举措1】", "【举措2】", "【举措3】"],
  ])
  func `items are numbered in many ways`(labels: [String]) throws {
    let clauses = ["{1.1}", "{1.2}", "{2.1}"]
    let body = zip(labels, clauses).map { $0 + $1 }.joined(separator: "\n")
    let plan = try plan("一、改革任务\n" + body)
    #expect(try plan.items.map(\.content) == ["1.1", "1.2", "2.1"].map(support.words))
  }

  @Test func `sentences numbered as headings are the items where there is no heading`() throws {
    let plan = try plan(
      "一、{1.1}由校团委负责，2020年6月底前完成。\n二、{1.2}由学工部负责，2020年7月底前完成。\n三、{2.1}由校团委负责，2020年8月底前完成。")
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31"])
  }

  @Test func `a number right before a month is no decimal`() throws {
    let plan = try plan("一、改革任务\n1.{1.1}\n2.6月中旬，举办改革动员会。\n3.{2.1}")
    #expect(plan.items.count == 3)
    #expect(plan.items.contains { $0.content.contains("举办改革动员会") })
  }

  @Test func `a goal below a heading is kept as a remark`() throws {
    let plan = try plan(
      """
      一、改革任务
      （一）制定推进计划
      工作目标：按期完成。
      工作举措：{1.1}
      责任单位：校团委
      完成时限：2020年6月
      （二）召开动员大会
      工作目标：按期完成。
      工作举措：{1.2}
      责任单位：校团委
      完成时限：2020年7月
      （三）开展全员培训
      工作目标：按期完成。
      工作举措：{2.1}
      责任单位：校团委
      完成时限：2020年8月
      """)
    #expect(plan.items.map(\.content) == ["制定推进计划", "召开动员大会", "开展全员培训"])
    #expect(plan.items.allSatisfy { $0.remark == "工作目标：按期完成。" })
    #expect(plan.items.allSatisfy { $0.measures.count == 1 })
  }

  @Test func `a part with days is work, whatever its name`() throws {
    let plan = try plan(
      "一、明确职能定位\n" + items
        + "二、组织保障\n1.{3.1}（责任单位：党政办；完成时限：2020年9月）\n2.{3.2}（责任单位：财务处；完成时限：2020年10月）\n三、健全权益保障机制\n1.{4.1}\n"
    )
    #expect(plan.items.count == 6)
    #expect(plan.said("part-left-out").isEmpty)
  }

  @Test func `safeguards with days of their own do not take the place of the tasks`() throws {
    let plan = try plan(
      "一、明确职能定位\n" + items + "二、保障措施\n1.将改革经费列入预算。（责任单位：财务处；完成时限：2020年9月）\n")
    #expect(plan.items.count == 4)
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31", "2020-09-30"])
  }

  @Test func `a part that is left out is named`() throws {
    let plan = try plan("一、明确职能定位\n" + items + "二、工作要求\n1.高度重视改革工作。\n2.按时报送总结。")
    #expect(plan.said("part-left-out").map(\.message).contains { $0.contains("工作要求") })
    try expectItems(plan)
  }

  @Test func `lines between items that state who and when are no headings`() throws {
    let plan = try plan(
      "一、改革任务\n1.{1.1}\n责任单位：校团委\n完成时限：2020年6月\n2.{1.2}\n校团委牵头\n3.{2.1}\n2020年8月底前完成\n4.{2.2}\n")
    #expect(plan.items.count == 4)
    #expect(plan.dues.first == "2020-06-30")
  }

  @Test func `a contact within the text is the person of its item`() throws {
    let plan = try plan(
      """
      一、改革任务
      1.{1.1}
      责任单位：校团委
      联系人：王强，电话：2861234
      完成时限：2020年6月
      2.{1.2}
      责任单位：学工部
      完成时限：2020年7月
      3.{2.1}
      责任单位：校团委
      完成时限：2020年8月
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31"])
  }

  @Test func `numbered measures below an item are no items`() throws {
    let plan = try plan(
      "一、改革任务\n1.{1.1}\n措施1：起草。\n措施2：审议。\n责任单位：校团委\n2.{1.2}\n措施1：宣讲。\n3.{2.1}\n措施1：总结。")
    #expect(plan.items.count == 3)
  }

  @Test func `who leads the work is no item`() throws {
    let plan = try plan(
      "一、明确职能定位\n" + items + "二、组织机构\n（一）组长：王强\n（二）副组长：李华\n（三）成员：各部门负责人")
    try expectItems(plan)
  }
}
