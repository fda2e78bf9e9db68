import TaskLedger
import Testing

/// What each check says of an item: how much it matters, where it stands, and what is to be done.
///
/// Source: product description, The plan against the list (every conflict is a named check), and Who
/// uses it (the tool says exactly what is missing and never fills it in).
struct CheckRemedyTests {
  /// An item with one thing changed, and what must be found in it.
  struct Row: Sendable, CustomTestStringConvertible {
    var code: FindingCode
    var severity: Diagnostic.Severity
    var edit: @Sendable (inout Item) -> Void
    var said: [String]
    var acts: [Remedy.Act]
    var testDescription: String { code.rawValue + " " + (said.first ?? "") }

    init(
      _ code: FindingCode, _ severity: Diagnostic.Severity = .warning, says said: String...,
      acts: [Remedy.Act], _ edit: @escaping @Sendable (inout Item) -> Void
    ) {
      (self.code, self.severity, self.edit, self.said, self.acts) = (
        code, severity, edit, said, acts
      )
    }
  }

  private static let place = Diagnostic.Location.tableCell(
    file: "方案.docx", table: 1, row: 4, column: 5)

  static let list = TaskList(
    title: "列表", documentNumber: "",
    tasks: [
      ReformTask(
        number: 3, title: "坚持精简原则",
        clauses: [
          Clause(
            id: "3.1", content: "优化机构，主席团成员不超过5人",
            deadline: DeadlineLanguage.read("2020年6月", year: nil),
            figures: [Figure(subject: "主席团成员", relation: .atMost, value: 5, unit: "人")],
            duties: [Duty(name: "名单公示", groups: [["公示"]])]),
          Clause(id: "3.2", content: "提交大会审议", deadline: .blank),
        ])
    ])

  static var item: Item {
    Item(
      id: "3.1", clause: "3.1", task: 3, taskTitle: "坚持精简原则", ordinal: "7", content: "优化机构并公示",
      measures: [Measure(number: 1, text: "修订办法")],
      deadline: DeadlineLanguage.read("2020年6月", year: nil),
      departments: DepartmentAssignment(lead: ["校团委"]),
      link: Link(confidence: .certain, reasons: [.text]), location: place)
  }

  private static func flag(_ code: FindingCode) -> @Sendable (inout Item) -> Void {
    { $0.flags.insert(code) }
  }

  private static func confirm(_ code: FindingCode, _ reason: String?) -> Remedy.Act {
    .confirm("3.1", code, reason: reason)
  }

  private static func dated(_ words: String) -> @Sendable (inout Item) -> Void {
    { $0.deadline = DeadlineLanguage.read(words, year: 2020) }
  }

  static let deadlines: [Row] = [
    Row(
      .deadlineLater, .error, says: "「2020年9月」", "「2020年6月」", "晚 92 天",
      acts: [.revise("3.1", .deadline("2020年6月"), reason: "与任务列表一致")], dated("2020年9月")),
    Row(
      .deadlineLater, .error, says: "晚 1 天",
      acts: [.revise("3.1", .deadline("2020年6月"), reason: "与任务列表一致")], dated("2020年7月1日前")),
    // What goes on after its day still does so on the list's day.
    Row(
      .deadlineLater, .error, says: "晚 184 天",
      acts: [.revise("3.1", .deadline("2020年6月，并长期坚持"), reason: "与任务列表一致")],
      dated("2020年底前，并长期坚持")),
    Row(
      .deadlineMissing, .error, says: "没有写完成时限", "任务列表的时限为「2020年6月」",
      acts: [.revise("3.1", .deadline("2020年6月"), reason: nil)]
    ) { $0.deadline = .blank },
    Row(
      .deadlineMissing, .error, says: "任务列表的时限也未载明",
      acts: [.revise("3.1", .deadline(nil), reason: nil)]
    ) {
      $0.deadline = .blank
      $0.clause = "3.2"
    },
    Row(
      .deadlineMissing, says: "暂按句中的「2020年6月」登记", acts: [confirm(.deadlineMissing, "时限以正文为准")],
      flag(.readFromSentence)),
    Row(
      .deadlineUnreadable, .error, says: "「2020年13月」无法识别",
      acts: [.revise("3.1", .deadline(nil), reason: nil)], dated("2020年13月")),
    Row(
      .deadlineVague, says: "「尽快」没有日期", acts: [.revise("3.1", .deadline("2020年6月"), reason: nil)],
      dated("尽快")),
    Row(
      .deadlineVague, says: "「学代会召开前」没有日期",
      acts: [.revise("3.1", .deadline("2020年6月"), reason: nil)], dated("学代会召开前")),
    Row(
      .deadlineAmbiguous, says: "按 2020-06-30 读", acts: [confirm(.deadlineAmbiguous, "时限无误")],
      dated("2020年6月前")),
    Row(
      .deadlineInherited, says: "「2020年6月」沿用自", acts: [confirm(.deadlineInherited, "时限与上一条相同")],
      flag(.deadlineInherited)),
    Row(
      .yearAssumed, says: "没有写年份", "2020-06-30", acts: [confirm(.yearAssumed, "年份无误")],
      flag(.yearAssumed)),
  ]

  static let others: [Row] = [
    Row(
      .departmentMissing, says: "没有写实施部门",
      acts: [.revise("3.1", .departments, reason: nil), .updatePlan]
    ) { $0.departments = DepartmentAssignment() },
    Row(
      .departmentMissing, says: "只写了配合部门「学工部、教务处」",
      acts: [.revise("3.1", .departments, reason: nil), .updatePlan]
    ) { $0.departments = DepartmentAssignment(supporting: ["学工部", "教务处"]) },
    Row(
      .departmentGeneric, says: "写作「相关部门」、「各单位」，",
      acts: [.revise("3.1", .departments, reason: nil), confirm(.departmentGeneric, nil)]
    ) { $0.departments = DepartmentAssignment(lead: ["校团委", "相关部门"], supporting: ["各单位"]) },
    Row(
      .departmentInherited, says: "「校团委」沿用自", acts: [confirm(.departmentInherited, "部门与上一条相同")],
      flag(.departmentInherited)),
    Row(
      .departmentDoubtful, says: "不像部门名称",
      acts: [
        .revise("3.1", .departments, reason: nil), confirm(.departmentDoubtful, "部门名称无误"),
      ], flag(.departmentDoubtful)),
    Row(
      .dutyDropped, says: "「名单公示」", acts: [.updatePlan]
    ) { $0.content = "优化机构" },
    Row(
      .dutyDropped, says: "「名单公示」，只在方案正文里提到", acts: [.updatePlan]
    ) {
      $0.content = "优化机构"
      $0.narrative = "名单应予公示。"
    },
    Row(
      .linkDoubtful, says: "「优化机构并公示」", "「优化机构，主席团成员不超过5人」",
      acts: [confirm(.linkDoubtful, "对应无误"), .revise("3.1", .clause(nil), reason: nil)],
      flag(.linkDoubtful)),
    Row(
      .itemUnlinked, says: "本校自定条目",
      acts: [.revise("3.1", .clause(nil), reason: nil), confirm(.itemUnlinked, nil)],
      flag(.itemUnlinked)),
    Row(
      .rowMisplaced, says: "归入任务 3「坚持精简原则」", acts: [confirm(.rowMisplaced, "归入任务 3")],
      flag(.rowMisplaced)),
    Row(
      .cellShifted, says: "相邻的栏", acts: [confirm(.cellShifted, "内容已归位")], flag(.cellShifted)),
    Row(
      .ordinalDuplicate, says: "原编号 7 与其他条目重复",
      acts: [confirm(.ordinalDuplicate, "编号重复，以条款号为准")], flag(.ordinalDuplicate)),
    Row(
      .clauseChanged, says: "条款 3.1", acts: [confirm(.clauseChanged, "已对照更正后的条款核对")],
      flag(.clauseChanged)),
    Row(
      .personInherited, says: "责任人「李老师」", acts: [confirm(.personInherited, "责任人与上一条相同")]
    ) {
      $0.responsiblePerson = "李老师"
      $0.flags = [.personInherited]
    },
    Row(
      .remarkInherited, says: "备注「见附件」", acts: [confirm(.remarkInherited, "备注与上一条相同")]
    ) {
      $0.remark = "见附件"
      $0.flags = [.remarkInherited]
    },
    Row(
      .measureInherited, says: "沿用自上一条", acts: [confirm(.measureInherited, "措施无误")],
      flag(.measureInherited)),
    Row(
      .measureInherited, says: "写作「同第2项」，没有找到所指的条目", acts: [confirm(.measureInherited, "措施无误")]
    ) {
      $0.measures = [Measure(number: 1, text: "同第2项")]
      $0.flags = [.measureInherited]
    },
    Row(
      .readFromSentence, says: "完成时限「2020年6月」、实施部门「校团委」是从句子里读出的",
      acts: [confirm(.readFromSentence, "与原文一致")]
    ) { $0.flags = [.readFromSentence] },
    Row(
      .readFromSentence, says: "实施部门「校团委」、责任人「李老师」是从句子里读出的",
      acts: [confirm(.readFromSentence, "与原文一致")]
    ) {
      $0.responsiblePerson = "李老师"
      $0.deadline = .blank
      $0.flags = [.readFromSentence]
    },
    Row(
      .figureConflict, says: "方案附表写「主席团成员不超过7人」，任务列表条款写「主席团成员不超过5人」",
      acts: [confirm(.figureConflict, "数值以党委审定的为准")]
    ) {
      $0.measures = [Measure(number: 1, text: "主席团成员不超过7人")]
      $0.flags = [.figureConflict]
    },
    Row(
      .figureConflict, says: "方案正文写「校学生会工作人员60人左右」，方案附表写「校学生会工作人员40人左右」",
      acts: [confirm(.figureConflict, "数值以党委审定的为准")]
    ) {
      $0.content = "优化机构并公示，校学生会工作人员40人左右"
      $0.narrative = "校级学生会工作人员60人左右。"
      $0.flags = [.figureConflict]
    },
    Row(
      .figureConflict, says: "内容写「校学生会工作人员20至30人」，落实措施写「校学生会工作人员20至35人」",
      acts: [confirm(.figureConflict, "数值以党委审定的为准")]
    ) {
      $0.content = "优化机构并公示，校学生会工作人员为20至30人"
      $0.measures = [Measure(number: 1, text: "校学生会工作人员为20至35人")]
      $0.flags = [.figureConflict]
    },
    Row(
      .proofreading, .note, says: "半角标点", acts: [.revise("3.1", .content, reason: "改正文字")]
    ) { $0.content = "优化机构,并公示" },
    Row(
      .proofreading, .note, says: "半角标点", acts: [.revise("3.1", .measure, reason: "改正文字")]
    ) { $0.measures = [Measure(number: 1, text: "修订办法,印发")] },
    Row(.proofreading, .note, says: "半角标点", acts: [.updatePlan]) { $0.taskTitle = "坚持,精简" },
  ]

  @Test(arguments: deadlines + others)
  func `a finding says what is wrong, how much it matters and what is to be done`(row: Row) throws {
    var item = Self.item
    row.edit(&item)
    let context = CheckContext(items: [item], list: Self.list, plan: nil)
    let check = try #require(CheckRegistry.check(named: row.code.rawValue))
    let findings = CheckRegistry.run([check], in: context)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.code == row.code.rawValue)
    #expect(finding.severity == row.severity)
    #expect(finding.item == "3.1")
    for words in row.said { #expect(finding.message.contains(words), "\(finding.message)") }
    #expect(finding.remedy?.acts == row.acts)
    let place = try #require(finding.location?.description)
    #expect(place.hasPrefix("方案.docx[表1 第4行"))
    // The sound item has none of it.
    let sound = CheckContext(items: [Self.item], list: Self.list, plan: nil)
    #expect(CheckRegistry.run([check], in: sound) == [])
    // A person's confirmation silences this one and no other.
    let confirmed = CheckContext(
      items: [item], list: Self.list, plan: nil, confirmed: ["3.1": [row.code]])
    #expect(CheckRegistry.run([check], in: confirmed) == [])
    let elsewhere = CheckContext(
      items: [item], list: Self.list, plan: nil, confirmed: ["3.2": [row.code]])
    #expect(CheckRegistry.run([check], in: elsewhere) == findings)
  }

  @Test func `what is due before the plan was issued names both days`() throws {
    let plan = PlanHeader(
      title: nil, school: nil, documentNumber: nil, issueDate: "2020-07-19", source: "",
      sourceDigest: "")
    let context = CheckContext(items: [Self.item], list: Self.list, plan: plan)
    let finding = try #require(CheckRegistry.run([.deadlineBeforeIssue], in: context).first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("2020-06-30") && finding.message.contains("2020-07-19"))
    #expect(finding.remedy?.acts == [.revise("3.1", .deadline(nil), reason: nil)])
    let undated = PlanHeader(
      title: nil, school: nil, documentNumber: nil, issueDate: nil, source: "", sourceDigest: "")
    #expect(
      CheckRegistry.run(
        [.deadlineBeforeIssue], in: CheckContext(items: [Self.item], list: Self.list, plan: undated)
      )
        == [])
  }

  @Test func `a clause without an item is the list's, and named by its beginning`() throws {
    let context = CheckContext(items: [Self.item], list: Self.list, plan: nil)
    let findings = CheckRegistry.run([.clauseMissing], in: context)
    #expect(findings.map(\.item) == ["3.2"])
    let finding = try #require(findings.first)
    #expect(finding.severity == .error && finding.location == nil)
    #expect(finding.message.contains("「提交大会审议」"))
    #expect(
      finding.remedy?.acts == [.updatePlan, .revise(nil, .clause("3.2"), reason: nil)])
  }

  @Test func `a column that was inferred is asked about once for all items that rest on it`() throws
  {
    var first = Self.item
    first.flags = [.columnInferred]
    var second = first
    (second.id, second.clause) = ("3.2", "3.2")
    let plan = PlanHeader(
      title: nil, school: nil, documentNumber: nil, issueDate: nil, source: "", sourceDigest: "",
      columns: [
        ColumnReading(column: "何时", role: .deadline, ground: .content),
        ColumnReading(column: "内容", role: .content, ground: .person),
      ])
    func found(_ confirmed: [ItemID: Set<FindingCode>]) -> [Diagnostic] {
      CheckRegistry.run(
        [.columnInferred],
        in: CheckContext(items: [first, second], list: Self.list, plan: plan, confirmed: confirmed))
    }
    let findings = found([:])
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("「何时」一栏按内容认作「时限」，涉及 2 条") == true, "\(findings)")
    #expect(
      findings.first?.remedy?.acts == [
        .nameColumn(.deadline, column: "何时"),
        .confirm("3.1", .columnInferred, reason: "栏目无误"),
      ])
    #expect(found(["3.1": [.columnInferred]]).first?.message.contains("涉及 1 条") == true)
    #expect(
      found(["3.1": [.columnInferred]]).first?.remedy?.acts.last
        == .confirm("3.2", .columnInferred, reason: "栏目无误"))
    #expect(found(["3.1": [.columnInferred], "3.2": [.columnInferred]]) == [])
  }
}
