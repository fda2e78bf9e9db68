import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Columns beside each other: what stands in one is not taken for another's, and one heading over
/// several names all of them.
struct NeighbourColumnTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private static let undated = [
    "长期坚持", "立行立改", "每学期", "常态化推进", "按上级要求", "学代会前", "持续推进", "每月25日前", "待定", "适时",
  ]

  @Test(arguments: undated, ["启动时间", "交办日期", "开始时间"])
  func `a day without its date stays in its row beside when the work began`(
    words: String, heading: String
  ) throws {
    let behind = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|责任部门|\(heading)|完成时限|备注
      1|{1.1}|起草，报送|校团委|2020年5月1日|2020年6月30日|
      2|{1.2}|召开动员会，印发手册|学工部|2020年5月1日|\(words)|
      """)
    #expect(behind.ids == ["1.1", "1.2"])
    let item = try #require(behind.items.last)
    #expect(item.deadline.text == words)
    #expect(item.deadline.due == nil)
    #expect(item.departments.lead == ["学工部"])
    #expect(item.ordinal == "2")
    #expect(!item.flags.contains(.cellShifted))
    let before = try support.plan(
      """
      2020年6月1日
      序号|改革内容|\(heading)|完成时限|责任部门|备注
      1|{1.1}|2020年5月1日|2020年6月30日|校团委|
      2|{1.2}|2020年5月1日|\(words)|学工部|
      """)
    #expect(before.ids == ["1.1", "1.2"])
    #expect(before.items.map(\.deadline.text) == ["2020年6月30日", words])
  }

  @Test(arguments: ["起止时间", "计划时间", "推进周期", "完成时限"])
  func `one heading over the first and the last day names both`(heading: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|\(heading)*2|责任部门
      1|{1.1}|起草|2020年5月1日|2020年6月30日|校团委
      2|{1.2}|宣讲|2020年5月1日|2020年7月31日|学工部
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
  }

  @Test(arguments: ["责任单位及责任人", "责任部门及负责人", "责任单位、责任人"])
  func `one heading over departments and persons names both`(heading: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|\(heading)*2|完成时限
      1|{1.1}|起草|校团委|张三|2020年6月
      2|{1.2}|宣讲|学工部|李四|2020年7月
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.responsiblePerson) == ["张三", "李四"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
  }

  @Test func `one heading over those who lead and those who take part names both`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|牵头及配合单位*2|完成时限
      1|{1.1}|起草|校团委|教务处|2020年6月
      2|{1.2}|宣讲|学工部|教务处|2020年7月
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], ["学工部"]])
    #expect(plan.items.map(\.departments.supporting) == [["教务处"], ["教务处"]])
  }

  @Test(arguments: ["", "|"])
  func `two lists beside each other under the same headings are two`(gap: String) throws {
    let head = "序号|改革内容|完成时限|责任部门"
    let plan = try support.plan(
      """
      2020年6月1日
      \(head)|\(gap)\(head)
      1|{1.1}|2020年6月|校团委|\(gap)3|{2.1}|2020年10月|教务处
      2|{1.2}|2020年7月|学工部|\(gap)4|{2.2}|2020年11月|校团委
      """)
    #expect(plan.ids == ["1.1", "1.2", "2.1", "2.2"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-10-31", "2020-11-30"])
    #expect(plan.items.allSatisfy { $0.measures.isEmpty })
  }

  @Test(arguments: [
    "上年度完成时间|本年度完成时间", "去年完成时间|今年完成时间", "初步完成时间|全部完成时间", "试点完成时间|全面完成时间",
    "整改进展情况及完成时间|整改时限",
  ])
  func `of two days the one that still holds is read`(headings: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|落实措施|\(headings)|责任部门
      1|{1.1}|起草|2020年5月1日|2020年6月30日|校团委
      2|{1.2}|宣讲|2020年5月1日|2020年7月31日|学工部
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
  }

  @Test(arguments: [
    "（一）重点任务*6", "一、重点任务*6", "重点任务*6", "（一）改革任务*6", "一、改革内容*6", "一、工作任务（4项）*6", "一、重点任务|||||",
  ])
  func `a title of a section below the headings is no second row of them`(title: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|任务|改革内容|落实措施|完成时限|责任部门
      \(title)
      1|明确职能定位|{1.1}|起草|2020年6月|校团委
      2|明确职能定位|{1.2}|宣讲|2020年7月|学工部
      """)
    #expect(plan.ids == ["1.1", "1.2"])
    #expect(plan.items.map(\.ordinal) == ["1", "2"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.allSatisfy { !$0.flags.contains(.columnInferred) })
  }

  @Test(arguments: ["落实措施", "主要举措"])
  func `measures that end with a day stay measures`(heading: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|\(heading)|完成时限|责任部门
      1|{1.1}|制定推进计划（2020年5月底前）|2020年6月|校团委
      2|{1.2}|召开动员会，2020年6月完成|2020年7月|学工部
      3|{2.1}|修订章程（2020年9月）|2020年10月|教务处
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-10-31"])
    #expect(plan.items.map(\.measures.count) == [1, 1, 1])
  }

  @Test(arguments: ["1.5", "2", "12.5"])
  func `a figure below its own heading is no day of a row that was shifted`(figure: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|具体举措|牵头单位|经费（万元）|完成时限
      1|{1.1}|修订细则。|校团委|2|2020年6月底前
      2|{1.2}|出台办法。|校团委|\(figure)|
      3|{1.3}|完成选配。|组织部|8|2020年10月底前
      """)
    #expect(plan.ids == ["1.1", "1.2", "1.3"])
    let item = try #require(plan.items.dropFirst().first)
    #expect(item.deadline.due == nil && !item.flags.contains(.cellShifted))
    #expect(item.flags.contains(.deadlineMissing))
    #expect(item.departments.lead == ["校团委"])
  }

  @Test(arguments: ["监督单位", "督办部门", "指导单位"])
  func `those who watch are no department beside those who lead`(heading: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|牵头单位|配合单位|\(heading)|完成时限
      1|{1.1}|校团委|学工部|纪委办公室|2020年6月底前
      2|{1.2}|||纪委办公室|2020年9月底前
      3|{1.3}|组织部|校团委|纪委办公室|2020年10月底前
      """)
    #expect(plan.items.map(\.departments.lead) == [["校团委"], [], ["组织部"]])
    #expect(plan.items.map(\.departments.supporting) == [["学工部"], [], ["校团委"]])
    #expect(plan.items.dropFirst().first?.flags.contains(.departmentMissing) == true)
    // Alone it is asked about.
    let alone = try support.plan(
      """
      2020年6月1日
      序号|改革内容|\(heading)|完成时限
      1|{1.1}|校团委|2020年6月底前
      2|{1.2}|学工部|2020年9月底前
      3|{1.3}|组织部|2020年10月底前
      """)
    #expect(alone.items.first?.departments.lead == ["校团委"])
    #expect(alone.items.first?.flags.contains(.columnInferred) == true)
  }
}
