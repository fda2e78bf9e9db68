import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Rules of reading hold for what they were made for, and not for what stands beside it.
struct NarrowRuleTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func prose(_ body: String) throws -> PlanSupport.Imported {
    try support.plan("青禾学院学生会深化改革实施方案\n2020年6月1日\n" + body)
  }

  // MARK: - Running text

  @Test func `labels without a colon keep who leads and who takes part apart`() throws {
    let plan = try prose(
      """
      1.修订学生会章程，报学代会审议。牵头部门校团委、配合部门学工部。
      2.召开动员会，印发学习手册。牵头部门学工部，配合部门教务处。
      3.修订机构设置文件。
      """)
    #expect(plan.items.first?.departments.supporting.contains("校团委") == false)
    #expect(plan.items[1].departments.lead == ["学工部"])
    #expect(plan.items[1].departments.supporting == ["教务处"])
  }

  @Test(arguments: ["2020年7月15日前上报工作总结。", "2020年6月30日前报送总结。", "2020年6月底前完成自查。"])
  func `a step below a heading is no deadline of what follows`(line: String) throws {
    let plan = try prose(
      """
      （一）明确职能定位
      \(line)
      1.修订学生会章程，报学代会审议。
      2.召开动员会，印发学习手册。
      3.修订机构设置文件。
      """)
    #expect(plan.dues.allSatisfy { $0 == nil })
  }

  @Test func `a line that says nothing but when and who holds for what follows`() throws {
    let plan = try prose(
      """
      （一）明确职能定位
      本部分任务由校团委牵头，2020年6月底前完成。
      1.修订学生会章程，报学代会审议。
      2.召开动员会，印发学习手册。
      3.修订机构设置文件。
      """)
    #expect(plan.dues == ["2020-06-30", "2020-06-30", "2020-06-30"])
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
  }

  @Test(
    arguments: [
      ("（校团委，2020—2021学年第一学期）", "2021-01-31"), ("（校团委，2020年9月完成修订）", "2020-09-30"),
      ("（校团委，2019—2020学年）", nil), ("（2020年5月9日党委会审议）", nil), ("（2020年修订）", nil),
    ] as [(String, String?)])
  func `a bracket behind an item dates it where it is a limit`(bracket: String, due: String?) throws
  {
    let plan = try prose(
      """
      1.修订学生会章程\(bracket)。
      2.召开动员会，印发学习手册（学工部，2020年7月底前）。
      3.修订机构设置文件（学工部，2020年8月底前）。
      """)
    #expect(plan.dues == [due, "2020-07-31", "2020-08-31"])
  }

  @Test(arguments: [
    "青禾学院学生会工作总结（2020年）", "学生会工作简报", "在动员会上的讲话", "党委会议议定事项", "专题会议记录",
  ])
  func `what tells of work is no plan, whatever days it names`(title: String) throws {
    #expect(throws: PlanReadError.self) {
      try support.plan(
        """
        \(title)
        1.修订章程，2020年6月5日前完成，由校团委牵头。
        2.召开动员会，2020年7月5日前完成，由学工部牵头。
        3.修订文件，2020年8月5日前完成，由教务处牵头。
        """)
    }
  }

  // MARK: - Tables

  @Test(
    arguments: [
      ("原定6月底前，因学生未返校延期至9月底前", "2020-09-30"),
      ("原定2020年6月底前，因疫情未能开学，调整为2020年9月底前", "2020-09-30"),
      ("2020年6月底前，因特殊时期调整为2020年9月底前", "2020-09-30"),
      // A later day for those who are late moves nobody else's.
      ("逾期未完成的延期至9月底", nil), ("6月底前，确需延期的延至9月底", nil),
    ] as [(String, String?)])
  func `a reason moves the day, and a condition does not`(words: String, due: String?) throws {
    #expect(try support.item(dueBy: words).deadline.due?.description == due)
  }

  @Test(
    arguments: [
      ("=2020-12-20~Dec-20", "2020-12-31"), ("=2020-12-15~Dec-20", "2020-12-31"),
      ("=2020-12-20~20-Dec-20", "2020-12-20"), ("=2020-12-20~12月20日", "2020-12-20"),
    ])
  func `the figures beside an English month are those of the year`(cell: String, due: String) throws
  {
    #expect(try support.item(dueBy: cell).deadline.due?.description == due)
  }

  @Test func `work that begins with a word of forms is work`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      改革内容|完成时限|责任单位
      {1.1}|2020年6月底前|校团委
      审核：各学院学生会干部候选人名单|2020年7月底前|校团委
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
  }

  @Test(arguments: ["2019年9月|", "2019年9月|每系报一名联络员"])
  func `remarks of which some are days stay remarks`(cells: String) throws {
    let remarks = cells.split(separator: "|", omittingEmptySubsequences: false)
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|责任单位|备注
      1|{1.1}|校团委|\(remarks[0])
      2|{1.2}|学工部|\(remarks[1])
      3|{2.1}|教务处|
      4|{2.2}|校团委|
      """)
    #expect(plan.dues.allSatisfy { $0 == nil })
    #expect(plan.items.first?.remark == "2019年9月")
  }

  @Test func `a list of new tasks is no newer version`() throws {
    func list(_ due: String) -> String {
      "序号|改革内容|完成时限|责任单位\n1|{1.1}|\(due)|校团委\n2|{1.2}|\(due)|校团委\n"
    }
    let plan = try support.plan(
      "重点任务清单\n" + list("2020年6月") + "创新任务清单\n" + list("2020年9月"))
    #expect(plan.dues == ["2020-06-30", "2020-06-30"])
  }

  @Test(
    arguments: [
      ("督查事项完成时间|自查完成时间", ["2020-06-30", "2020-07-31"]),
      ("交办日期|督查办结时限", ["2020-08-31", "2020-08-31"]),
    ])
  func `the end of what was inspected is a deadline`(headings: String, dues: [String]) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|\(headings)|责任单位
      1|{1.1}|2020年6月30日|2020年8月31日|校团委
      2|{1.2}|2020年7月31日|2020年8月31日|学工部
      """)
    #expect(plan.dues == dues)
  }

  @Test func `rows that go on from the one above do not pile up`() throws {
    let rows = (2...40).map { "\($0)|第\($0)项工作，内容与别的都不同|同上，并报第\($0)处备案|2020年6月|校团委" }
    let plan = try support.plan(
      "2020年6月1日\n序号|改革内容|落实措施|完成时限|责任单位\n1|{1.1}|起草办法|2020年6月|校团委\n"
        + rows.joined(separator: "\n"))
    #expect(plan.items.dropFirst().allSatisfy { $0.measures.count == 2 })
    #expect(plan.items.last?.measures.map(\.text) == ["起草办法", "并报第40处备案"])
  }
}
