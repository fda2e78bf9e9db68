import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Cells and columns that are what their headings say, whatever stands beside them.
struct ColumnTruthTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func plan(_ rows: String) throws -> PlanSupport.Imported {
    try support.plan("2020年6月1日\n" + rows)
  }

  @Test(
    .bug(id: "16", "a right row was moved by one cell towards the day on which the work began"),
    arguments: ["长期坚持", "立行立改", "每学期", "学代会前", "待定", "持续推进"])
  func `a day of another heading moves no row`(words: String) throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施|责任部门|启动时间|完成时限|备注
      1|{1.1}|起草|校团委|2020年5月1日|2020年6月|
      2|{1.2}|宣讲|校团委|2020年5月1日|\(words)|
      3|{1.3}|宣讲|校团委|2020年5月1日||
      """)
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    #expect(plan.dues[0] == "2020-06-30" && plan.items[2].deadline.meaning == .blank)
    #expect(plan.items[1].deadline.text == words && plan.items[1].ordinal == "2")
    #expect(plan.items.allSatisfy { $0.departments.lead == ["校团委"] })
    #expect(plan.items.allSatisfy { !$0.flags.contains(.cellShifted) })
  }

  @Test(
    .bug(id: "16", "short measures with a day in brackets were taken for a column of days"),
    arguments: ["制定办法（2020年修订）", "召开动员会，2020年6月完成", "起草（2020年5月9日党委会审议）"])
  func `measures with days are measures`(words: String) throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施|完成时限|责任部门
      1|{1.1}|\(words)|2020年6月|校团委
      2|{1.2}|\(words)|2020年7月|校团委
      3|{1.3}|\(words)|2020年8月|校团委
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-08-31"])
    #expect(plan.items.allSatisfy { $0.measures.map(\.text) == [words] })
    #expect(plan.said("column-doubtful").isEmpty)
  }

  @Test(.bug(id: "16", "落实措施及时间安排 was the column of deadlines, and the measures were lost"))
  func `a heading for measures and their days is that of measures`() throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施及时间安排|责任部门
      1|{1.1}|1.起草（2020年5月）；2.报送（2020年6月）。|校团委
      2|{1.2}|1.起草（2020年5月）；2.报送（2020年6月）。|校团委
      """)
    #expect(plan.items.allSatisfy { $0.measures.count == 2 && $0.departments.lead == ["校团委"] })
    #expect(plan.items.allSatisfy { $0.deadline.due == nil })
  }

  @Test(.bug(id: "16", "a table whose contents say all themselves was refused"))
  func `two columns are a plan where the contents say by whom and by when`() throws {
    let plan = try plan(
      """
      序号|改革内容
      1|{1.1}（责任部门：校团委；完成时限：2020年6月）
      2|{1.2}（责任部门：学工部；完成时限：2020年7月）
      """)
    #expect(plan.ids == ["1.1", "1.2"] && plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.allSatisfy { $0.flags.contains(.readFromSentence) })
    #expect(throws: PlanReadError.self) {
      try self.plan("序号|改革内容\n1|{1.1}\n2|{1.2}")
    }
  }

  @Test func `a day that begins the content is read where no column holds days`() throws {
    let plan = try plan(
      """
      序号|改革内容|责任部门
      1|2020年7月底前，{1.1}|校团委
      2|{1.2}|校团委
      """)
    #expect(plan.dues == ["2020-07-31", nil])
    #expect(plan.items[0].content.hasPrefix("2020年7月底前，"))
    #expect(plan.items[0].flags.contains(.readFromSentence))
  }

  @Test(
    .bug(id: "16", "同上，并报备案 stayed as words, and 同上（含教务处） became a name"))
  func `what is the same as above and more takes both`() throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施|完成时限|责任部门
      1|{1.1}|起草并报送|2020年6月|校团委
      2|{1.2}|同上，并报备案|2020年7月|同上（含教务处）
      3|{1.3}|同上|2020年8月|同上
      4|{1.4}|同上级要求对接|2020年8月|学工部
      """)
    let measures = plan.items.map { $0.measures.map(\.text) }
    #expect(measures[1] == ["起草并报送", "并报备案"] && measures[2] == measures[1])
    #expect(measures[3] == ["同上级要求对接"])
    let leads = plan.items.map(\.departments.lead)
    #expect(leads == [["校团委"], ["校团委", "教务处"], ["校团委", "教务处"], ["学工部"]])
    #expect(plan.items[1].flags.isSuperset(of: [.measureInherited, .departmentInherited]))
    #expect(!plan.items[3].flags.contains(.measureInherited))
  }

  @Test(arguments: ["13800001111", "020-34567890", "电话34567890"])
  func `a number of a telephone is no department`(number: String) throws {
    let plan = try plan(
      "序号|改革内容|落实措施|完成时限|责任部门\n1|{1.1}|起草|2020年6月|学工部 \(number)")
    #expect(plan.items.first?.departments.all == ["学工部"])
    #expect(plan.items.first?.flags.contains(.departmentDoubtful) == true)
  }

  @Test(
    .bug(id: "16", "a foot row with words in one column was poured into the last item"),
    arguments: ["||共2条||", "|||共2项|", "||||（共2家）", "||||校团委（章）", "||||2020年6月1日"])
  func `the foot of a table is no part of its last item`(foot: String) throws {
    let plan = try plan(
      """
      序号|改革内容|落实措施|完成时限|责任部门
      1|{1.1}|起草|2020年6月|校团委
      2|{1.2}|宣讲|2020年7月|学工部
      \(foot)
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.last?.measures.map(\.text) == ["宣讲"])
    #expect(plan.items.last?.departments.all == ["学工部"])
    #expect(plan.said("row-left-alone").count == 1)
  }

  @Test func `a row with one more measure or department goes on with the last item`() throws {
    let plan = try plan(
      "序号|改革内容|落实措施|完成时限|责任部门\n1|{1.1}|1.起草|2020年6月|校团委\n||2.盖章报送||\n||||学工部")
    #expect(plan.items.first?.measures.count == 2)
    #expect(plan.items.first?.departments.all == ["校团委", "学工部"])
  }

  @Test(arguments: [("#6.3", nil), ("#6.1", nil), ("#6.5", "2020-06-05"), ("6.3", "2020-06-03")])
  func `a number of month and day may have lost a zero`(words: String, due: String?) throws {
    let plan = try plan(
      "序号|改革内容|落实措施|完成时限|责任部门\n1|{1.1}|起草|\(words)|校团委\n2|{1.2}|起草|2020年6月|校团委")
    #expect(plan.dues.first == due)
  }

  @Test(
    .bug(id: "16", "of two columns of days that of the year or the step before was read"),
    arguments: [
      ("上年度完成时间", "本年度完成时间"), ("去年完成时间", "今年完成时间"), ("初步完成时间", "全部完成时间"),
      ("试点完成时间", "全面完成时间"),
    ])
  func `the column of what is done last is read`(former: String, later: String) throws {
    let plan = try plan(
      """
      序号|改革内容|责任部门|\(former)|\(later)
      1|{1.1}|校团委|2020年3月|2020年6月
      2|{1.2}|学工部|2020年3月|2020年7月
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.said("column-doubtful").count == 1)
  }

  @Test(
    .bug(id: "16", "a bracket of a section's title that is no limit dated all items below it"),
    arguments: ["（2020年5月9日党委会审议）", "（2020年修订）", "（验收时间：2020年10月）", "（省定时限2020年6月）"])
  func `other days in titles are none of the items`(bracket: String) throws {
    let title = "一、明确职能定位\(bracket)"
    let table = try plan(
      "序号|改革内容|落实措施|完成时限|责任部门\n\(title)*5\n1|{1.1}|起草||校团委\n2|{1.2}|起草|2020年6月|校团委")
    #expect(table.dues == [nil, "2020-06-30"])
    let prose = try support.plan(
      "青禾学院学生会深化改革实施方案\n2020年6月1日\n\(title)\n1.{1.1}\n2.{1.2}\(bracket)\n3.{1.3}")
    #expect(prose.dues == [nil, nil, nil])
  }

  @Test(arguments: ["（2020年7月底前完成）", "（校团委牵头，2020年7月）"])
  func `limits in titles hold for the items`(bracket: String) throws {
    let prose = try support.plan(
      "青禾学院学生会深化改革实施方案\n2020年6月1日\n一、明确职能定位\(bracket)\n1.{1.1}\n2.{1.2}\n3.{1.3}")
    #expect(prose.dues == ["2020-07-31", "2020-07-31", "2020-07-31"])
  }
}
