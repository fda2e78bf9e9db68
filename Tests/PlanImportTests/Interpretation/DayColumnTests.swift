import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// Of columns that hold days the one is read that says until when; of columns that hold words, the
/// one that says what is to be done.
struct DayColumnTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func plan(_ headings: String, _ days: [String]) throws -> PlanSupport.Imported {
    let rows = days.enumerated().map { "\($0 + 1)|{\(["1.1", "1.2", "2.1"][$0])}|\($1)|校团委" }
    return try support.plan(
      "2020年6月1日\n序号|改革内容|\(headings)|责任单位\n" + rows.joined(separator: "\n"))
  }

  @Test(arguments: [
    "交办日期|要求办结", "交办时间|办结要求", "登记日期|应完成日", "发现时间|办毕日", "下达日期|何时办结", "巡察反馈通报时间|整改截止",
    "受理时间|办结日",
  ])
  func `when something was assigned is no deadline beside when it is due`(headings: String) throws {
    let plan = try plan(
      headings, ["2020年5月20日|2020年6月30日", "2020年5月20日|2020年7月31日", "2020年5月20日|2020年10月31日"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-10-31"])
  }

  @Test(arguments: ["发文日期", "上次反馈日期", "登记日期", "下达日期"])
  func `the only day is no deadline where its heading names another thing`(heading: String) throws {
    let plan = try plan(heading, ["2020年5月20日", "2020年5月20日", "2020年5月20日"])
    #expect(plan.dues == [nil, nil, nil])
    #expect(plan.said("column-unread").contains { $0.message.contains(heading) })
  }

  @Test(arguments: ["交办时限", "整改时限", "办结期限", "督查办结时限"])
  func `a limit is a deadline, whatever it is the limit of`(heading: String) throws {
    let plan = try plan(heading, ["2020年6月30日", "2020年7月31日", "2020年10月31日"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-10-31"])
  }

  @Test func `remarks that are all days are the days where no column is of days`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|责任单位|备注
      1|{1.1}|校团委|2020年6月底前完成
      2|{1.2}|学工部|2020年7月底前完成
      """)
    #expect(plan.dues == ["2020-06-30", "2020-07-31"])
    #expect(plan.items.allSatisfy { $0.flags.contains(.columnInferred) })
    let beside = try support.plan(
      """
      2020年6月1日
      序号|改革内容|完成时限|责任单位|备注
      1|{1.1}|2020年6月|校团委|2020年5月底前报送
      2|{1.2}|2020年7月|学工部|2020年5月底前报送
      """)
    #expect(beside.dues == ["2020-06-30", "2020-07-31"])
    #expect(beside.items.map(\.remark) == ["2020年5月底前报送", "2020年5月底前报送"])
  }

  @Test func `a goal beside a column of tasks that holds the clauses is not the content`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革任务|工作目标|主要举措|完成时限|责任单位
      1|{1.1}|形成制度文件一份并印发|起草|2020年6月|校团委
      2|{1.2}|形成制度文件一份并印发|宣讲|2020年7月|学工部
      3|{2.1}|形成制度文件一份并印发|修订|2020年10月|教务处
      """)
    #expect(plan.ids == ["1.1", "1.2", "2.1"])
    #expect(plan.dues == ["2020-06-30", "2020-07-31", "2020-10-31"])
  }

  @Test(arguments: [
    "青禾学院2026年工作要点", "关于落实重点任务的若干措施", "重点任务分工", "",
  ])
  func `numbered work with days and departments is a plan under any title`(title: String) throws {
    let plan = try support.plan(
      """
      \(title)
      一、党建引领
      1.召开工作会议，部署全年任务。（责任部门：党政办，完成时间：2026年3月）
      2.开展读书班两期。（责任部门：组织部，完成时间：2026年6月底前）
      3.完成课程建设检查。（责任部门：教务处，完成时间：2026年9月）
      """)
    #expect(plan.dues == ["2026-03-31", "2026-06-30", "2026-09-30"])
    #expect(plan.items.map(\.departments.lead) == [["党政办"], ["组织部"], ["教务处"]])
  }

  @Test(arguments: ["青禾学院学生会改革工作总结", "会议情况通报", "专题会议纪要"])
  func `a report with days and departments is no plan`(title: String) throws {
    #expect(throws: PlanReadError.self) {
      try support.plan(
        """
        \(title)
        1.召开工作会议。（责任部门：党政办，完成时间：2026年3月）
        2.开展读书班两期。（责任部门：组织部，完成时间：2026年6月底前）
        3.完成课程建设检查。（责任部门：教务处，完成时间：2026年9月）
        """)
    }
  }

  @Test func `minutes in a table of two columns are no plan`() throws {
    #expect(throws: PlanReadError.self) {
      try support.plan(
        """
        青禾学院党委会会议纪要
        序号|内容
        1|会议听取了学生会工作汇报。（校团委，2020年5月9日）
        2|会议审议了学生会章程。（学工部，2020年5月9日）
        """)
    }
  }

  @Test func `numbered notes without days stay refused under any title`() throws {
    #expect(throws: PlanReadError.self) {
      try support.plan(
        """
        青禾学院2026年工作要点
        1.召开工作会议，部署全年任务。
        2.开展读书班两期。
        3.完成课程建设检查。
        """)
    }
  }
}
