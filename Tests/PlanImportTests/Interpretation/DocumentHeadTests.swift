import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// What a document says of itself: the boundaries of its title, school, number and day.
struct DocumentHeadTests {
  private let support: PlanSupport

  init() throws { support = try PlanSupport() }

  private func draft(_ lines: String...) throws -> PlanDraft {
    try support.plan(
      """
      \(lines.joined(separator: "\n"))

      序号|改革内容|落实措施|完成时限|责任单位
      1|{1.1}|起草|6月底前|校团委
      """
    ).draft
  }

  // MARK: - Day of issue

  @Test(
    arguments: [
      // A line below a signature counts before any other.
      (["2020年5月1日", "中共青禾学院委员会", "2020年6月1日"], "2020-06-01"),
      (["2020年5月1日", "青禾学院（公章）", "2020年6月1日"], "2020-06-01"),
      (["2020年5月1日", "其他的一行", "2020年6月1日"], "2020-05-01"),
      // The day behind a signature on one line.
      (["2020年5月1日", "共青团青禾学院委员会（盖章） 2020年6月1日"], "2020-06-01"),
      (["青禾学院学生会2020年6月1日"], "2020-06-01"),
      // The imprint at the end, where nothing else is.
      (["青禾学院党政办公室 2020年6月2日印发"], "2020-06-02"),
      (["2020年5月1日", "青禾学院党政办公室 2020年6月2日印发"], "2020-05-01"),
      (["青禾学院党政办公室 2020年6月2日印制"], "2020-06-02"),
      (["青禾学院党政办公室2020年6月2日印发　校对：张三"], "2020-06-02"),
      (["校对：张三　青禾学院党政办公室2020年6月2日印发"], "2020-06-02"),
      (["发布时间：2020-05-19 09:30　浏览：12"], "2020-05-19"), (["成文日期：2020年5月19日"], "2020-05-19"),
      (["完成日期：2020年5月19日"], nil),
      // The day of the meeting that passed it is none.
      (["经党委会议审议通过", "2020年5月1日", "正文"], nil),
      (["会议时间", "2020年5月1日", "2020年6月1日"], "2020-06-01"),
      // Months, periods and limits are no day of issue.
      (["2020年6月"], nil), (["2020年6月1日前"], nil), (["2020年6月1日起"], nil),
      (["2020年6月1日至6月30日"], nil), (["2020年6月31日"], nil), (["本方案自2020年6月1日起施行"], nil),
      (["二〇二〇年六月一日"], "2020-06-01"), (["二○二○年六月一日"], "2020-06-01"), (["2020-06-01"], "2020-06-01"),
    ] as [([String], String?)])
  func `the day of issue`(lines: [String], day: String?) throws {
    let text = lines.joined(separator: "\n")
    #expect(try draft(text).issueDate?.description == day)
  }

  @Test(
    arguments: [
      // The year of a deadline without one: of the day of issue, else of the number, else of the title.
      (["青禾学院学生会改革实施方案（2019年）", "青院团〔2020〕3号", "2021年3月1日"], "2021-06-30"),
      (["青禾学院学生会改革实施方案（2019年）", "青院团〔2020〕3号"], "2020-06-30"),
      (["青禾学院学生会改革实施方案（2019年）"], "2019-06-30"),
      (["青禾学院学生会改革实施方案"], nil),
    ] as [([String], String?)])
  func `the year that deadlines lack is the document's own`(lines: [String], due: String?) throws {
    let text = lines.joined(separator: "\n")
    let item = try #require(draft(text).items.first)
    #expect(item.deadline.due?.description == due)
    #expect(item.flags.contains(.yearAssumed) == (due != nil))
  }

  // MARK: - Number

  @Test(
    arguments: [
      ("青院团〔2020〕3号", "青院团〔2020〕3号"), ("青院团[2020]3号", "青院团[2020]3号"),
      ("青院团（2020）12号", "青院团（2020）12号"), ("青院团【2020】3号", "青院团【2020】3号"),
      ("青院 团 〔 2020 〕 3 号", "青院团〔2020〕3号"), ("青院团〔2020〕3号 签发人：张三", "青院团〔2020〕3号"),
      ("文号：青院团〔2020〕3号", "青院团〔2020〕3号"), ("（青院团〔2020〕3号）", "青院团〔2020〕3号"),
      ("青院团〔20〕3号", nil), ("〔2020〕3号", nil), ("青院团〔2020〕号", nil), ("青院团〔2020〕123456号", nil),
      ("关于转发省团发〔2020〕3号文件的通知", nil), ("转发省团发〔2020〕3号", nil), ("青院转〔2020〕3号", "青院转〔2020〕3号"),
      ("青院团〔二〇二〇〕三号", nil), ("青院团2020第3号", nil), ("依据文件：青院团〔2020〕3号", nil),
      ("根据上级通知要求，结合我校实际情况，参照有关单位做法，青院团〔2020〕3号同时废止", nil),
    ] as [(String, String?)])
  func `a document number has issuer, year in brackets and serial`(line: String, number: String?)
    throws
  {
    #expect(try draft(line).documentNumber == number)
  }

  @Test func `of two numbers the first is the document's, and a label goes before`() throws {
    #expect(
      try draft("青院团〔2020〕3号", "正文", "省团发〔2019〕9号").documentNumber == "青院团〔2020〕3号")
    #expect(
      try draft("省团发〔2019〕9号", "文号：青院团〔2020〕3号").documentNumber == "青院团〔2020〕3号")
  }

  // MARK: - Title

  @Test(
    arguments: [
      ("青禾学院学生会深化改革实施方案（试行）", "青禾学院学生会深化改革实施方案（试行）"),
      ("青禾学院学生会改革任务清单（2020年）", "青禾学院学生会改革任务清单（2020年）"),
      ("青禾学院学生会改革台账", "青禾学院学生会改革台账"),
      ("关于印发《青禾学院学生会改革实施方案》的通知", "青禾学院学生会改革实施方案"),
      ("现将《青禾学院学生会改革实施方案》印发给你们", "青禾学院学生会改革实施方案"),
      ("制定青禾学院学生会改革实施方案。", nil), ("一、制定实施方案", nil), ("附件1：任务清单", nil),
      ("青禾学院学生会改革自评报告", nil), ("关于印发《青禾学院章程》的通知", nil),
    ] as [(String, String?)])
  func `a title names a plan and ends with it`(line: String, title: String?) throws {
    #expect(try draft(line).title == title)
  }

  @Test func `the title itself goes before the one that is quoted above it`() throws {
    #expect(
      try draft("关于印发《青禾学院学生会改革实施方案》的通知", "青禾学院学生会深化改革实施方案").title
        == "青禾学院学生会深化改革实施方案")
  }

  @Test(
    arguments: [
      ("青禾学院", "学生会深化改革实施方案", "青禾学院学生会深化改革实施方案", "青禾学院"),
      ("青禾学院文件", "学生会深化改革实施方案", "学生会深化改革实施方案", "青禾学院"),
      ("某学院", "学生会深化改革实施方案", "学生会深化改革实施方案", nil),
      ("各二级学院", "学生会深化改革实施方案", "学生会深化改革实施方案", nil),
    ] as [(String, String, String, String?)])
  func `a title below the name of the school`(
    above: String, line: String, title: String, school: String?
  ) throws {
    let draft = try draft(above, line)
    #expect(draft.title == title)
    #expect(draft.school == school)
  }

  // MARK: - What is said of it

  @Test func `what is missing of number and day is said, each once`() throws {
    func codes(_ line: String) throws -> [String] {
      try support.plan("\(line)\n\n序号|改革内容|完成时限|责任单位\n1|{1.1}|2020年6月|校团委").notes.map(\.code)
    }
    #expect(
      try codes("正文").filter { $0.hasSuffix("-missing") && $0 != "column-missing" } == [
        "document-number-missing", "issue-date-missing",
      ])
    #expect(try !codes("青院团〔2020〕3号").contains("document-number-missing"))
    #expect(try !codes("2020年6月1日").contains("issue-date-missing"))
  }
}
