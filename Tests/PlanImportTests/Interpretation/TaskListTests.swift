import OfficeFiles
import PlanImport
import TaskLedger
import Testing

/// A list from above: its clauses, and what its notice wants handed in.
struct TaskListTests {
  private let vocabulary: HeadingVocabulary

  init() throws { vocabulary = try PlanSupport().vocabulary }

  private func list(_ text: String, isOwn: Bool = false) throws -> (
    list: TaskList, notes: [Diagnostic]
  ) {
    let (list, notes) = try TaskListInterpreter.interpret(
      Sheet.lines(text, name: "通知.docx"), vocabulary: vocabulary, isOwn: isOwn)
    return (list, notes)
  }

  /// The list of a notice with some lines below its table.
  private func notice(_ lines: String) throws -> TaskList {
    try list(
      """
      示团发〔2021〕5号
      序号|任务|改革内容|完成时限
      1|明确职能|修订学生会章程|2021年6月
      2|精简机构|压缩工作人员规模|2021年9月
      \(lines)
      """
    ).list
  }

  @Test(
    .bug(id: "16", "a column of groups was left out of a list, and all tasks were one"),
    arguments: ["工作板块", "领域", "维度", "模块"])
  func `tasks below groups are what is to be done`(heading: String) throws {
    let (list, _) = try list(
      """
      序号|\(heading)|重点任务|责任单位|完成时限
      1|党建引领|召开年度工作会议，部署全年重点任务。|党政办|2026年3月
      2|党建引领|开展主题教育读书班不少于2期。|组织部|2026年6月
      3|教学改革|修订人才培养方案。|教务处|2026年9月
      4|教学改革|建设一流课程5门。|教务处|2026年9月
      """, isOwn: true)
    #expect(list.tasks.map(\.title) == ["党建引领", "教学改革"])
    #expect(list.clauses.map(\.id.description) == ["1.1", "1.2", "2.1", "2.2"])
  }

  @Test func `a column that is left out of a list is said`() throws {
    let (_, notes) = try list(
      "序号|任务|改革内容|完成时限|佐证\n1|明确职能|修订学生会章程|2021年6月|文件\n2|精简机构|压缩工作人员规模|2021年9月|文件")
    #expect(notes.filter { $0.code == "column-unread" }.map { $0.message.contains("佐证") } == [true])
  }

  // MARK: - What is handed in

  @Test func `papers, day, forms and recipients`() throws {
    let list = try notice(
      "四、请各校于6月10日前制定并报送实施方案及任务分解表至团省委学校部。一式两份，报送盖章纸质版和扫描PDF版。同时报送省教育厅，抄送市团委。")
    #expect(list.handIns.map(\.due.description) == ["2021-06-10", "2021-06-10"])
    #expect(list.handIns.map(\.what) == ["实施方案", "任务分解表"])
    #expect(list.handIns.allSatisfy { $0.forms == ["盖章纸质版", "扫描PDF版"] })
    #expect(list.handIns.allSatisfy { $0.recipients == ["团省委学校部", "同时报送省教育厅"] })
  }

  @Test func `each day has its papers, and the next year is named`() throws {
    let list = try notice(
      "2021年6月10日前报送实施方案至团省委学校部。2022年1月15日前报送自评报告。")
    #expect(list.handIns.map(\.due.description) == ["2021-06-10", "2022-01-15"])
    #expect(list.handIns.map(\.what) == ["实施方案", "自评报告"])
    #expect(list.handIns.allSatisfy { $0.recipients == ["团省委学校部"] })
  }

  @Test func `a longer form is not named a second time by its part`() throws {
    let list = try notice("6月10日前报送实施方案至团省委学校部。报盖章纸质版。")
    #expect(list.handIns.first?.forms == ["盖章纸质版"])
  }

  @Test(arguments: [
    "各校要按时报送有关材料。", "6月10日前完成整改。", "6月31日前报送实施方案至团省委学校部。", "6月10日前报送至团省委。",
  ])
  func `without a day, papers or a request there is nothing to hand in`(line: String) throws {
    #expect(try notice(line).handIns.isEmpty)
  }

  @Test(
    arguments: [
      ("10月15日起，团省委将逐校开展验收。", "2021-10-15"), ("团省委将于2021年10月20日至11月20日组织验收。", "2021-10-20"),
      ("10月15日前报送自评报告，10月20日起组织验收。", "2021-10-20"),
      ("报送至团省委后，10月20日起组织验收。", "2021-10-20"), ("验收工作另行通知。", nil), ("10月中旬起组织验收。", nil),
    ] as [(String, String?)])
  func `the day from which schools are inspected`(line: String, day: String?) throws {
    let list = try notice(line)
    #expect(list.acceptanceFrom?.description == day)
    #expect(list.handIns.isEmpty)
  }

  @Test func `full-width figures and white space are days too`() throws {
    let list = try notice("请于 ６ 月 １０ 日前报送实施方案至团省委学校部。")
    #expect(list.handIns.map(\.due.description) == ["2021-06-10"])
  }

  // MARK: - Clauses

  @Test func `tasks keep their printed numbers, clauses count within them`() throws {
    let (list, notes) = try list(
      """
      示团发〔2021〕5号
      序号|任务|改革内容|完成时限
      1|明确职能|1.修订学生会章程。/2.压缩工作内容。|2021年6月/2021年7月
      3|精简机构|压缩工作人员规模|2021年9月
      ^|^|撤并工作部门|
      """)
    #expect(notes.isEmpty)
    #expect(list.tasks.map(\.number) == [1, 3])
    #expect(list.tasks.map(\.title) == ["明确职能", "精简机构"])
    #expect(list.clauses.map(\.id.description) == ["1.1", "1.2", "3.1", "3.2"])
    #expect(
      list.clauses.map { $0.deadline.due?.description } == [
        "2021-06-30", "2021-07-31", "2021-09-30", nil,
      ])
    #expect(list.documentNumber == "示团发〔2021〕5号")
  }

  @Test func `tasks without numbers are counted, one that comes again is the same`() throws {
    let (list, _) = try list(
      """
      示团发〔2021〕5号
      任务|改革内容|完成时限
      明确职能|修订学生会章程|2021年6月
      精简机构|压缩工作人员规模|2021年9月
      明确职能|压缩工作内容|2021年9月
      """)
    #expect(list.tasks.map(\.number) == [1, 2])
    #expect(list.clauses.map(\.id.description) == ["1.1", "1.2", "2.1"])
    #expect(list.tasks.first?.clauses.map(\.content) == ["修订学生会章程", "压缩工作内容"])
  }

  @Test func `the numbers of clauses are kept, in order, and none stands twice`() throws {
    let (list, notes) = try list(
      """
      示团发〔2021〕5号
      条款|任务|改革内容|完成时限
      2.3|精简机构|撤并工作部门|2021年6月
      1.1|明确职能|修订学生会章程|2021年6月
      2.1|精简机构|压缩工作人员规模|2021年6月
      1.1|明确职能|另一条内容|2021年6月
      """)
    #expect(list.clauses.map(\.id.description) == ["1.1", "2.1", "2.3"])
    #expect(notes.map(\.code) == ["list-row-unreadable"])
    #expect(notes.first?.message.contains("另一条内容") == true)
  }

  @Test func `a merged deadline is that of its first clause alone, and said`() throws {
    let (list, notes) = try list(
      """
      示团发〔2021〕5号
      序号|任务|改革内容|完成时限
      1|明确职能|修订学生会章程|2021年6月
      2|精简机构|压缩工作人员规模|^
      """)
    #expect(list.clauses.map { $0.deadline.due?.description } == ["2021-06-30", nil])
    #expect(notes.map(\.code) == ["list-deadline-merged"])
  }

  // MARK: - Plan or list

  @Test(arguments: [
    // Two of three rows name departments: a plan, but where papers are asked for.
    (["校团委", "学工部", ""], "", true, false), (["校团委", "", ""], "", false, true),
    (["校团委", "学工部", "", "", ""], "", false, true),
    (["校团委", "学工部", "教务处"], "6月10日前报送实施方案至团省委学校部。", false, true), (["", "", ""], "", false, false),
  ])
  func `rows that name departments make a plan of it`(
    departments: [String], line: String, isPlan: Bool, isDoubtful: Bool
  ) throws {
    let rows = zip(1..., departments).map { "\($0)|明确职能|第\($0)件改革事项的内容|2021年6月|\($1)" }
    let text = """
      示团发〔2021〕5号
      序号|任务|改革内容|完成时限|责任部门
      \(rows.joined(separator: "\n"))
      \(line)
      """
    if isPlan {
      #expect(
        throws: PlanReadError.planInsteadOfList(
          file: "通知.docx", school: nil, assigned: 2, rows: 3)
      ) { try list(text) }
      // A list of the school's own says who does what.
      #expect(try list(text, isOwn: true).list.clauses.count == 3)
    } else {
      let (list, notes) = try list(text)
      #expect(list.clauses.count == departments.count)
      #expect(notes.contains { $0.code == "list-doubtful" } == isDoubtful)
    }
  }

  @Test func `facts beside the clauses count before the words of the notice`() throws {
    let (list, _) = try list(
      """
      示团发〔2020〕5号
      项目|内容
      文号|示团办〔2021〕9号
      年份|2021
      验收起始|10月15日

      条款|任务|改革内容|完成时限
      1.1|明确职能|修订学生会章程|6月

      截止|材料|形式|报送至
      6月10日|实施方案|纸质版、电子版|团省委
      月底|另一份|纸质版|团省委
      """)
    #expect(list.documentNumber == "示团办〔2021〕9号")
    #expect(list.acceptanceFrom == CivilDate("2021-10-15"))
    #expect(list.clauses.map { $0.deadline.due?.description } == ["2021-06-30"])
    #expect(list.handIns.map(\.due.description) == ["2021-06-10"])
    #expect(list.handIns.first?.forms == ["纸质版", "电子版"])
    #expect(list.handIns.first?.recipients == ["团省委"])
  }

  @Test(arguments: [
    ("40", "不超过", true), ("20-30", "范围", true), ("20至30", "范围", true), ("20-30", "不超过", false),
    ("20", "范围", false), ("10-20-30", "范围", false), ("四十", "不超过", false), ("40", "大约在", false),
  ])
  func `a figure has one number, a range two`(value: String, relation: String, isRead: Bool) throws
  {
    let (list, notes) = try list(
      """
      示团发〔2020〕5号
      条款|任务|改革内容|完成时限
      1.1|明确职能|工作人员不超过60人|2020年6月

      条款|对象|关系|数值|单位
      1.1|工作人员|\(relation)|\(value)|人
      """)
    #expect(list.clauses.first?.figures.count == (isRead ? 1 : 0))
    #expect(notes.map(\.code) == (isRead ? [] : ["list-row-unreadable"]))
  }
}
