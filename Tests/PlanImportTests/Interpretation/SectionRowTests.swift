import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Rows that head others, repeat the headings, sum up or note something.
struct SectionRowTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  // MARK: - Titles over the rows below

  @Test func `a numbered title is the task of the rows below, and says when and by whom`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      一、明确职能定位*5
      1|{1.1}|起草|2020年6月|校团委
      二、改革运行机制（学工部牵头，2020年8月底前完成）*5
      2|{2.1}|起草||
      3|{2.2}|起草|2020年9月|校团委
      三、精简机构*5
      4|{3.1}|起草||
      """)
    #expect(plan.ids == ["1.1", "2.1", "2.2", "3.1"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "改革运行机制", "改革运行机制", "精简机构"])
    #expect(plan.draft.items.map(\.taskNumber) == [1, 2, 2, 3])
    // What a title says ends with its rows, and a row's own goes before it.
    #expect(plan.dues == ["2020-06-30", "2020-08-31", "2020-09-30", nil])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["校团委"], []])
    #expect(
      plan.items.map { $0.flags.contains(.deadlineInherited) } == [false, true, false, false])
  }

  @Test(.bug(id: "16", "who leads a section was not given to rows that name who supports"))
  func `the lead of a title is given to rows that name only who supports`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|牵头单位|配合单位|完成时限
      一、明确职能定位（牵头单位：校团委）*5
      1|{1.1}||学工部|2020年6月
      2|{1.2}|组织部|学工部|2020年6月
      3|{1.3}||校团委|2020年6月
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["组织部"], []])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], ["学工部"], ["校团委"]])
    #expect(
      plan.items.map { $0.flags.contains(.departmentInherited) } == [true, false, false])
  }

  @Test(.bug(id: "16", "the day below 制表 was an item with a day for a department"))
  func `the days beside 日期 below who made a table are no item`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      改革内容|完成时限|责任单位|备注
      {1.1}|2020年6月|校团委|
      {1.2}|2020年6月|校团委|
      制表|李一|审核|王二
      日期|2020年3月8日|日期|2020年3月9日
      """)
    #expect(plan.ids == ["1.1", "1.2"])
  }

  @Test func `labels behind a title that white space parts keep their own values`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      （一）明确职能定位　责任部门：校团委　完成时限：2020年6月底前*5
      1|{1.1}|起草||
      2|{1.2}|宣讲||
      """)
    #expect(plan.items.map(\.departments.all) == [["校团委"], ["校团委"]])
    #expect(plan.dues == ["2020-06-30", "2020-06-30"])
    #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "明确职能定位"])
  }

  /// A title that gathers rows by their day.
  struct Title: CustomTestStringConvertible {
    var words: String
    var due: String?
    var kind: String
    var testDescription: String { words }
  }

  @Test(arguments: [
    Title(words: "一、立行立改（2项）", kind: "immediate"), Title(words: "三、长期坚持", kind: "ongoing"),
    Title(words: "二、2020年6月底前完成（1项）", due: "2020-06-30", kind: "date"),
    Title(words: "2020年下半年完成的任务", due: "2020-12-31", kind: "date"),
    Title(words: "五、2020年下半年", due: "2020-12-31", kind: "date"),
    Title(words: "四、2020年上半年（2项）", due: "2020-06-30", kind: "date"),
    Title(words: "完成时限：2020年9月底前", due: "2020-09-30", kind: "date"),
    Title(words: "（二）9月底前完成", due: "2020-09-30", kind: "date"),
    Title(words: "第一批：2020年9月30日前", due: "2020-09-30", kind: "date"),
    // The year alone is that of the list, unless all is to be done in it.
    Title(words: "一、2020年", kind: "blank"),
    Title(words: "一、2020年完成的任务", due: "2020-12-31", kind: "date"),
  ])
  func `a title that gathers rows by their day gives it to them`(title: Title) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任单位
      \(title.words)*4
      1|{1.1}|起草|校团委
      2|{1.2}|起草|校团委
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == [title.due, title.due])
    #expect(plan.items.allSatisfy { $0.deadline.kind == title.kind })
    #expect(
      plan.items.allSatisfy { $0.flags.contains(.deadlineInherited) == (title.kind != "blank") })
  }

  @Test(
    .bug(id: "gen4", "the day on which a document was issued was the deadline of a section"),
    arguments: [
      ("2020年3月10日印发", nil), ("2020年3月印发", nil), ("2020年5月9日党委会审议", nil), ("2020年3月10日起施行", nil),
      ("2020年6月底前印发", "2020-06-30"), ("2020年6月底前完成", "2020-06-30"),
    ] as [(String, String?)])
  func `a day of issue behind a title is no deadline of what is below`(
    bracket: String, due: String?
  ) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      一、明确职能定位（\(bracket)）*5
      1|{1.1}|起草||校团委
      """)
    #expect(plan.dues == [due])
  }

  @Test(arguments: ["备注：以上时限均为最迟时限", "本表自印发之日起执行，请各部门对照抓好落实", "由校团委负责解释"])
  func `a line over the row that heads nothing is said`(line: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      \(line)*5
      2|{1.2}|起草||
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-06-30", nil])
    #expect(plan.items.last?.departments.all.isEmpty == true)
    #expect(plan.said("row-left-alone").contains { $0.message.contains(line) })
  }

  @Test(arguments: [
    ("（一）|1、", true), ("一|1", true), ("一、|2", true), ("1|一", false), ("（1）|1", false),
  ])
  func `titles are numbered otherwise than their rows`(numbers: String, areTitles: Bool) throws {
    let (title, row) = (numbers.split(separator: "|")[0], numbers.split(separator: "|")[1])
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      \(title)|明确职能定位|||
      \(row)|{1.1}|起草|2020年6月|校团委
      \(title)|改革运行机制|||
      \(row)|{2.1}|起草|2020年7月|学工部
      """)
    #expect(plan.items.count == (areTitles ? 2 : 4))
    if areTitles {
      #expect(plan.draft.items.map(\.taskTitle) == ["明确职能定位", "改革运行机制"])
    } else {
      #expect(plan.items.filter { $0.flags.contains(.deadlineMissing) }.count == 2)
    }
  }

  // MARK: - Rows that say nothing, or something else

  private func imported(_ row: String) throws -> PlanSupport.Imported {
    try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      \(row)
      2|{1.2}|宣讲|2020年7月|学工部
      """)
  }

  @Test(arguments: [
    "序号|改革内容|落实措施|完成时限|责任单位", "序 号|改革内容|||责任单位", "|改革内容||完成时限|", "1|2|3|4|5", "①|②|③|④|⑤",
    "A|B|C|D|E",
    "（1）|（2）|（3）|（4）|（5）", "栏次|1|2|3|4", "（填写序号）|（条文）|（分点）|（填到月）|（全称）",
  ])
  func `headings, numbers of columns and words on filling in say nothing`(row: String) throws {
    let plan = try imported(row)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items.map(\.measures.count) == [1, 1])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.said("row-left-alone").isEmpty && plan.said("row-without-content").isEmpty)
  }

  @Test(arguments: [
    "合计|2项|||", "|小计：2项|||", "总计2项||||", "共计|||2项|", "填表人：张三||审核人：李四||",
    "制表|张三||填表日期|2020年6月1日", "单位负责人（签字）||||2020年6月1日", "注1：时限为最迟时限||||", "说明：本表一式两份||||",
    "※本表由校团委解释||||", "审核人：||||",
  ])
  func `totals, signatures and notes are said and read no further`(row: String) throws {
    let plan = try imported(row)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.measures.count) == [1, 1])
    #expect(plan.said("row-left-alone").count == 1)
  }

  @Test(arguments: [
    // Items that only begin like such a row.
    "3|合计学生会各类人员并压缩规模|清理|2020年8月|校团委", "3|总计分制度的建立与完善工作|清理|2020年8月|校团委",
    "3|填表人员培训与数据核对工作|清理|2020年8月|校团委", "3|说明学生会职能并公开工作清单|清理|2020年8月|校团委",
    "3|注重学生代表的广泛性和代表性|清理|2020年8月|校团委", "3|盖章文件归档与公开事项清单|清理|2020年8月|校团委",
    "3|制表格、建台账并按月更新|清理|2020年8月|校团委", "1|3|2|4|5",
  ])
  func `an item that begins like such a row is one`(row: String) throws {
    let plan = try imported(row)
    #expect(plan.items.count == 3)
    #expect(plan.said("row-left-alone").isEmpty)
  }

  @Test(arguments: [
    "合计人员并压缩规模|清理|2020年8月|校团委", "填表人员培训与数据核对工作|培训|2020年8月|校团委",
    "注意事项清单的制定与公开|公开|2020年8月|校团委", "说明：学生会职能的公开|公开|2020年8月|校团委",
  ])
  func `where no number stands before it such an item is one too`(row: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      改革内容|落实措施|完成时限|责任单位
      {1.1}|起草|2020年6月|校团委
      \(row)
      {1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.dues == ["2020-06-30", "2020-08-31", "2020-07-31"])
    #expect(plan.said("row-left-alone").isEmpty)
  }

  @Test func `a long numbered line over the row is a remark and no title`() throws {
    let line = "一、" + String(repeating: "本表所列任务由各部门按照职责分工抓好落实，", count: 4)
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      \(line)*5
      2|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.draft.items.map(\.taskTitle) == [nil, nil])
    #expect(plan.said("row-left-alone").count == 1)
  }

  @Test func `Chinese numbers of items do not make titles of those that lack everything`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      一|{1.1}|起草|2020年6月|校团委
      二|修订学生会章程|||
      三|公示工作人员名单|||
      四|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.items.count == 4)
    #expect(plan.draft.items.allSatisfy { $0.taskTitle == nil })
  }

  @Test func `one row with a Chinese number and nothing else is an item`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      二|修订学生会章程|||
      3|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.items.count == 3)
  }

  @Test func `a second line for all above reaches no further than the first`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草||
      以上任务均于2020年8月底前完成*5
      2|{1.2}|宣讲||
      以上任务由学工部牵头，2020年9月底前完成*5
      """)
    #expect(plan.dues == ["2020-08-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [[], ["学工部"]])
    #expect(plan.said("closing-line").count == 2)
  }

  @Test func `rows without a content go on with the item above, or are said`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|2020年6月|校团委
      ||报送||
      ||印发||学工部
      2|||2020年9月|学工部
      3|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items.map { $0.measures.map(\.text) } == [["起草", "报送", "印发"], ["宣讲"]])
    #expect(plan.items.map(\.departments.lead) == [["校团委", "学工部"], ["学工部"]])
    let said = plan.said("row-without-content")
    #expect(said.count == 1)
    #expect(said.first?.message.contains("2020年9月") == true)
  }

  // MARK: - Shifted rows

  @Test func `a row one column to the right or left is put back, flagged`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|任务|改革内容|落实措施|完成时限|责任单位|备注
      1|明确职能定位|{1.1}|起草|2020年6月|校团委|
      |2|明确职能定位|{1.2}|宣讲|2020年7月|学工部
      明确职能定位|{1.3}|报送|2020年8月|教务处||
      4|明确职能定位|{1.4}|起草|2020年9月|校团委|
      """)
    #expect(plan.ids == ["1.1", "1.2", "1.3", "1.4"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31", "2020-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"], ["教务处"], ["校团委"]])
    #expect(plan.items.map { $0.flags.contains(.cellShifted) } == [false, true, true, false])
  }

  @Test func `a day among the departments moves no row that would lose its content`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|完成时限|责任单位
      1|{1.1}|2020年6月|校团委
      2|{1.2}||2020年7月
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items[1].flags.contains(.departmentDoubtful) || plan.dues[1] == "2020-07-31")
    #expect(plan.items[1].content == (try support.words("1.2")))
  }
}
