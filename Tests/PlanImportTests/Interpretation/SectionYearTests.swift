import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// The year of days without one where a section or a year of study names it.
struct SectionYearTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  @Test(
    .bug(id: "gen4", "days below 2021年任务 were of the year of the plan"),
    arguments: [
      ("2020年任务", "2021年任务"), ("一、2020年度重点工作", "二、2021年度重点工作（1项）"), ("2020年", "2021年"),
    ])
  func `a row that names a year gives it to the rows below it`(first: String, second: String) throws
  {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|完成时限|责任单位
      \(first)*4
      1|{1.1}|9月底前|校团委
      \(second)*4
      2|{1.2}|3月底前|校团委
      3|{1.3}|2020年12月|校团委
      """)
    #expect(plan.dues == ["2020-09-30", "2021-03-31", "2020-12-31"])
    #expect(plan.items[1].flags.contains(.yearAssumed))
    #expect(plan.said("row-left-alone").isEmpty)
  }

  @Test(arguments: ["2021年工作会议确定的任务", "2021年新修订的制度", "2020年6月底前完成的任务"])
  func `a title that says more of a year gives it to nothing`(title: String) throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|完成时限|责任单位
      一、\(title)*4
      1|{1.1}|9月底前|校团委
      """)
    #expect(plan.dues == ["2020-09-30"])
  }

  @Test func `a title of the same kind ends the year, one within it does not`() throws {
    let plan = try support.plan(
      """
      2020年6月1日
      序号|改革内容|完成时限|责任单位
      一、2021年任务*4
      （一）明确职能定位*4
      1|{1.1}|3月底前|校团委
      二、其他任务*4
      2|{1.2}|9月底前|校团委
      """)
    #expect(plan.dues == ["2021-03-31", "2020-09-30"])
  }

  @Test func `a heading of running text that names a year gives it to the items below it`() throws {
    let plan = try support.plan(
      """
      青禾学院学生会深化改革实施方案
      2020年6月1日
      一、2020年任务
      1.{1.1}（校团委，9月底前）
      二、2021年任务
      2.{1.2}（校团委，3月底前）
      3.{1.3}（校团委，4月底前）
      """)
    #expect(plan.dues == ["2020-09-30", "2021-03-31", "2021-04-30"])
  }

  /// A title, the day of the plan, and the days of 12月 and 3月底前 below it.
  struct Study: CustomTestStringConvertible {
    var title: String
    var issued = ""
    var dues: [String]
    var testDescription: String { title + issued }
  }

  @Test(
    .bug(id: "gen4", "3月 of 2020—2021学年 was before the plan's own day"),
    arguments: [
      Study(
        title: "青禾学院2020—2021学年学生会改革实施方案", issued: "2020年9月1日",
        dues: ["2020-12-31", "2021-03-31"]),
      Study(title: "青禾学院2020-2021学年学生会改革实施方案", dues: ["2020-12-31", "2021-03-31"]),
      Study(
        title: "青禾学院2020至2021年学生会改革实施方案", issued: "2020年9月1日",
        dues: ["2020-12-31", "2021-03-31"]),
      // Two whole years: the first such month behind the plan's own day.
      Study(
        title: "青禾学院2020-2021年学生会改革实施方案", issued: "2020年1月5日",
        dues: ["2020-12-31", "2020-03-31"]),
      Study(
        title: "青禾学院2020年学生会改革实施方案", issued: "2020年2月1日",
        dues: ["2020-12-31", "2020-03-31"]),
      // Years that do not follow each other are no year of study.
      Study(
        title: "青禾学院2020—2022年学生会改革实施方案", issued: "2020年2月1日",
        dues: ["2020-12-31", "2020-03-31"]),
    ])
  func `a month of a year of study is of the year to which it belongs`(study: Study) throws {
    for text in [
      "序号|改革内容|完成时限|责任单位\n1|{1.1}|12月|校团委\n2|{1.2}|3月底前|校团委",
      "一、主要任务\n1.{1.1}（校团委，12月底前）\n2.{1.2}（校团委，3月底前）\n3.{1.3}（校团委，3月底前）",
    ] {
      let plan = try support.plan([study.title, study.issued, text].joined(separator: "\n"))
      #expect(plan.dues.prefix(2).compactMap(\.self) == study.dues)
      #expect(plan.items.allSatisfy { $0.flags.contains(.yearAssumed) })
    }
  }
}
