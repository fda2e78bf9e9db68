import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Items of running text: where they begin and end, and what their sentences say.
struct ProseItemTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func plan(_ body: String) throws -> PlanSupport.Imported {
    try support.plan("青禾学院学生会深化改革实施方案\n2020年6月1日\n" + body)
  }

  @Test(.bug(id: "gen4", "the sentence that is the clause was the title of its measure"))
  func `a sentence that answers the list is the content and no title`() throws {
    let plan = try plan(
      """
      一、主要任务
      （一）修订学生会章程，符合章程建设和章程核准指引的要求。出台校级章程。【校团委牵头，学工部配合，2020年6月底前完成】
      （二）建立工作人员约束机制，加强作风建设。开展自查。【学工部牵头，校团委配合，2020年9月完成】
      （三）制定工作人员考核评议办法，组建评议会。印发执行。【校团委牵头，2020年7月完成】
      """)
    #expect(plan.ids == ["7.4", "7.3", "8.1"])
    #expect(plan.items[0].content.hasPrefix("修订学生会章程"))
    #expect(plan.dues == ["2020-06-30", "2020-09-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["校团委"]])
  }

  @Test func `a sentence that is like no clause stays the title of what follows it`() throws {
    let plan = try plan(
      """
      一、主要任务
      （一）把准方向，守住底线。{1.2}（校团委，2020年6月底前）
      （二）夯实基础，激发活力。{1.3}（校团委，2020年9月底前）
      （三）建强队伍，严明纪律。{2.2}（校团委，2020年9月底前）
      """)
    #expect(plan.ids == ["1.2", "1.3", "2.2"])
    #expect(plan.draft.items.map(\.taskTitle) == ["把准方向，守住底线", "夯实基础，激发活力", "建强队伍，严明纪律"])
    #expect(plan.items.allSatisfy { !$0.content.contains("方向") && !$0.content.contains("基础，激") })
  }

  // MARK: - Sentences

  /// What stands behind an item, and what it says.
  struct Tail: CustomTestStringConvertible {
    var words: String
    var lead: [String] = []
    var supporting: [String] = []
    var due: String?
    var testDescription: String { words }
  }

  private static let tails: [Tail] = [
    Tail(words: "2020年6月底前由校团委牵头完成。", lead: ["校团委"], due: "2020-06-30"),
    Tail(words: "由校团委负责，2020年9月底前完成。", lead: ["校团委"], due: "2020-09-30"),
    Tail(words: "由校团委牵头，学工部、教务处配合。", lead: ["校团委"], supporting: ["学工部", "教务处"]),
    Tail(words: "校团委牵头、学工部配合，长期坚持。", lead: ["校团委"], supporting: ["学工部"]),
    Tail(words: "2020年6月底前完成方案制定，9月底前全面完成。", due: "2020-09-30"),
    Tail(words: "力争2020年底前实现全覆盖。", due: "2020-12-31"),
    Tail(words: "每学期至少一次，2020年10月底前落实到位。", due: "2020-10-31"),
    // Days of what is referred to, of what was, and of other work are no deadlines.
    Tail(words: "按照2020年3月会议精神落实。"), Tail(words: "2019年已完成换届，不再安排。"),
    Tail(words: "自2018年学生会成立以来未曾修订。"), Tail(words: "根据2020年4月印发的《通知》办理。"),
    Tail(words: "在2020年3月试点的基础上推开。"), Tail(words: "在2020年5月完成试点的基础上全面推开。"),
    Tail(words: "学工部配合。"),
    // Brackets.
    Tail(words: "（校团委牵头，2020年6月底前完成）。", lead: ["校团委"], due: "2020-06-30"),
    Tail(
      words: "(牵头单位:校团委;配合单位:学工部;完成时限:2020年6月)", lead: ["校团委"], supporting: ["学工部"],
      due: "2020-06-30"),
    Tail(
      words: "【校团委负责，学工部、教务处配合，2020年6月】", lead: ["校团委"], supporting: ["学工部", "教务处"],
      due: "2020-06-30"),
    Tail(words: "（校团委，2020年6月）", lead: ["校团委"], due: "2020-06-30"),
    Tail(words: "（2020年6月，校团委、学工部）", lead: ["校团委", "学工部"], due: "2020-06-30"),
    Tail(words: "（校团委、学工部）", lead: ["校团委", "学工部"]),
    Tail(words: "（牵头单位：校团委　完成时间：6月底前）", lead: ["校团委"], due: "2020-06-30"),
    // Two brackets, in any order.
    Tail(words: "（责任单位：校团委）（完成时限：2020年6月）", lead: ["校团委"], due: "2020-06-30"),
    Tail(words: "（2020年6月底前）（校团委牵头，学工部配合）", lead: ["校团委"], supporting: ["学工部"], due: "2020-06-30"),
    Tail(words: "（见附件3）（校团委、学工部）", lead: ["校团委", "学工部"]),
    // A name that the school knows, behind a whole sentence; other words may be anything.
    Tail(words: "（学工部）", lead: ["学工部"]), Tail(words: "（文艺部）"), Tail(words: "（见附件3）"),
    Tail(words: "（含2020年新入职人员）"),
    Tail(words: "（不少于3次，每次2学时）"),
  ]

  @Test(arguments: tails)
  func `what stands behind an item says who and when, or nothing`(tail: Tail) throws {
    let plan = try plan("一、重点任务\n1.{1.1}\(tail.words)\n2.{1.2}\n3.{1.3}")
    let item = try #require(plan.items.first)
    #expect(item.departments.lead == tail.lead)
    #expect(item.departments.supporting == tail.supporting)
    #expect(item.deadline.due?.description == tail.due)
    let says = tail.due != nil || !tail.lead.isEmpty
    #expect(item.flags.contains(.readFromSentence) == says)
    #expect(item.content.hasPrefix(try support.words("1.1").prefix(12)))
    #expect(plan.items.dropFirst().allSatisfy { $0.departments.all.isEmpty })
  }

  @Test func `a year that a sentence leaves out is assumed and said`() throws {
    let plan = try plan("一、重点任务\n1.{1.1}（校团委，8月底前）\n2.{1.2}\n3.{1.3}")
    #expect(plan.dues.first == "2020-08-31")
    #expect(plan.items.first?.flags.contains(.yearAssumed) == true)
  }

  // MARK: - Measures

  @Test(arguments: [
    ("一是起草方案；二是征求意见；三是印发执行。", 3), ("\n一要起草方案。二要征求意见。", 2), ("\n第一步，起草方案。\n第二步，征求意见。", 2),
    ("首先，起草方案；其次，征求意见；最后，印发执行。", 3), ("\n（1）起草方案。\n（2）征求意见。", 0),
    ("\n落实措施：起草方案，征求意见。", 1), ("不是一件小事。", 0),
  ])
  func `what is numbered within an item is its measures`(words: String, count: Int) throws {
    let item = try #require(plan("一、重点任务\n1.{1.1}\(words)\n2.{1.2}\n3.{1.3}").draft.items.first)
    #expect(item.measures.count == count)
    #expect(item.measures.map(\.number) == Array(0..<count).map { $0 + 1 })
    #expect(item.flags.contains(.measureMissing) == (count == 0))
  }

  // MARK: - Parts and sections

  @Test func `items are those of the part of tasks, with the titles of their sections`() throws {
    let plan = try plan(
      """
      一、总体要求
      1.坚持党的领导，2020年5月底前学习文件。
      二、重点任务
      （一）明确职能定位（校团委牵头，2020年6月底前完成）
      1.{1.1}
      2.{1.2}（学工部，2020年8月）
      （二）改革运行机制
      1.{2.1}
      三、保障措施
      1.加强领导，2020年6月底前成立领导小组。
      附件：任务分工
      1.另一件事情
      """)
    #expect(plan.ids == ["1.1", "1.2", "2.1"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位", "改革运行机制"])
    #expect(plan.draft.items.map(\.taskNumber) == [1, 1, 2])
    #expect(plan.dues == ["2020-06-30", "2020-08-31", nil])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], []])
    #expect(
      plan.items.map { $0.flags.contains(.deadlineInherited) } == [true, false, false])
    #expect(plan.items[0].flags.contains(.departmentInherited))
  }

  @Test func `what stands below an annex is no item`() throws {
    let plan = try plan("一、重点任务\n1.{1.1}\n2.{1.2}\n3.{1.3}\n附件1：学生会章程修订要点\n4.{1.4}")
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
  }

  @Test func `a table of contents is one where most of its lines stand again below`() throws {
    let contents = "一、重点任务……1\n二、组织保障……2\n三、附则……3"
    let body = "一、重点任务\n1.{1.1}\n2.{1.2}\n3.{1.3}\n二、组织保障\n加强领导。"
    let passedOver = try plan(contents + "\n" + body)
    #expect(passedOver.ids == ["1.1", "1.2", "1.3"])
    #expect(passedOver.said("contents-left-out").count == 1)
    let items = try plan(
      "一、重点任务\n1.压缩机构……40\n2.撤并部门……6\n3.精简层级……30\n二、附则\n2.撤并部门的名单另行公布。")
    #expect(items.draft.items.map(\.ordinal) == ["1", "2", "3"])
    #expect(items.said("contents-left-out").isEmpty)
  }

  @Test func `a section without numbers is an item with the words below its title`() throws {
    let plan = try plan(
      """
      一、重点任务
      （一）明确职能定位。{1.1}
      （二）改革运行机制
      {2.1}
      （三）{3.1}
      """)
    #expect(plan.ids == ["1.1", "2.1", "3.1"])
    #expect(plan.draft.items.map(\.ordinal) == ["1", "2", "3"])
    #expect(plan.draft.items.prefix(2).map(\.taskTitle) == ["明确职能定位", "改革运行机制"])
  }

  @Test(arguments: ["（1）|（2）|（3）", "A.|B.|C.", "1）|2）|3）", "Ⅰ.|Ⅱ.|Ⅲ."])
  func `below a section other numbers count its items`(numbers: String) throws {
    let marks = numbers.split(separator: "|").map(String.init)
    let plan = try plan(
      "一、重点任务\n（一）明确职能定位\n\(marks[0]){1.1}\n\(marks[1]){1.2}\n\(marks[2]){1.3}")
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
  }

  @Test func `lines that were broken are one, lines that end are paragraphs`() throws {
    let plan = try plan(
      """
      一、重点任务
      1.修订学生会章程，明确职责
      和组织架构。
      提交大会审议。
      2.{1.2}
      3.{1.3}
      """)
    #expect(plan.draft.items.first?.content == "修订学生会章程，明确职责和组织架构。\n提交大会审议。")
  }

  @Test(.bug(id: "read", "the entries below an item ran together"))
  func `lines that are no running text stay lines of their own`() throws {
    let plan = try plan(
      "一、重点任务\n1.{1.1}（责任单位：校团委；完成时限：2020年6月）\n开展调研\n实地走访\n起草文稿\n2.{1.2}\n3.{1.3}")
    let content = try #require(plan.draft.items.first?.content)
    #expect(content.hasSuffix("开展调研\n实地走访\n起草文稿"), "\(content)")
    #expect(plan.dues.first == "2020-06-30")
  }

  @Test(.bug(id: "read", "every line below an item looked at all lines before it"))
  func `a long run of lines is read once`() throws {
    let names = (0..<4000).map { "第\($0)组，成员（学工部）甲乙丙丁" }.joined(separator: "\n")
    let plan = try plan("一、重点任务\n1.{1.1}\n2.{1.2}\n3.{1.3}\n" + names)
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
  }

  @Test func `two numbered texts are no plan, three are`() throws {
    #expect(throws: PlanReadError.noPlan(file: "方案.docx", tables: [])) {
      try plan("一、重点任务\n1.{1.1}\n2.{1.2}")
    }
    #expect(try plan("一、重点任务\n1.{1.1}\n2.{1.2}\n3.{1.3}").items.count == 3)
  }

  @Test(arguments: [
    "青禾学院学生会改革自评报告", "青禾学院学生会改革工作总结", "青禾学院学生会改革实施方案落实情况汇报", "青禾学院学生会换届通知",
  ])
  func `numbered texts of another document are no plan`(title: String) throws {
    #expect(throws: PlanReadError.noPlan(file: "方案.docx", tables: [])) {
      try support.plan("\(title)\n一、主要任务\n1.{1.1}\n2.{1.2}\n3.{1.3}")
    }
  }

  @Test func `labels above the first item of a section hold for all of it`() throws {
    let plan = try plan(
      """
      一、重点任务
      （一）明确职能定位
      责任单位：校团委
      完成时限：2020年9月
      1.{1.1}
      2.{1.2}
      完成时限：2020年7月
      （二）改革运行机制
      1.{2.1}
      """)
    #expect(plan.dues == ["2020-09-30", "2020-07-31", nil])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["校团委"], []])
    #expect(plan.items[0].flags.isSuperset(of: [.deadlineInherited, .departmentInherited]))
    #expect(!plan.items[1].flags.contains(.deadlineInherited))
  }

  @Test(.bug(id: "import", "labels below the heading of a part were dropped"))
  func `labels below the heading of a part hold for its items, in sections too`() throws {
    let plan = try plan(
      """
      一、重点任务
      责任单位：校团委
      完成时限：2020年9月
      1.{1.1}
      责任人：张三
      2.{1.2}
      （一）改革运行机制（2020年7月底前完成）
      1.{2.1}
      二、保障措施
      1.加强领导。
      """)
    #expect(plan.ids == ["1.1", "1.2", "2.1"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.dues == ["2020-09-30", "2020-09-30", "2020-07-31"])
    #expect(
      plan.items.allSatisfy { $0.flags.isSuperset(of: [.deadlineInherited, .departmentInherited]) })
  }

  @Test func `where an item has such a label they may be the first item's alone`() throws {
    let plan = try plan("一、重点任务\n责任单位：校团委\n1.{1.1}\n责任单位：学工部\n2.{1.2}\n3.{1.3}")
    #expect(plan.items.map(\.departments.lead) == [["学工部"], [], []])
  }

  @Test func `words below the heading of a part are no labels of its items`() throws {
    let plan = try plan("一、重点任务\n由校团委统筹，各系参加。\n责任单位：校团委\n1.{1.1}\n2.{1.2}\n3.{1.3}")
    #expect(plan.items.allSatisfy { $0.departments.all.isEmpty })
  }

  @Test func `how many items say what is said of the whole`() throws {
    let plan = try plan(
      "一、重点任务\n1.{1.1}\n责任单位：校团委\n2.{1.2}\n完成时限：2020年7月\n3.{1.3}\n责任人：张三")
    let said = try #require(plan.said("prose-without-table").first)
    #expect(said.message.contains("3 条"))
    #expect(said.message.contains("1 条的完成时限、1 条的实施部门"), "\(said.message)")
  }
}
