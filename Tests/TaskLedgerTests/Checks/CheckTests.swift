import TaskLedger
import Testing

/// Every check on items built by hand.
struct CheckTests {
  static let place = Diagnostic.Location.paragraph(file: "方案.docx", index: 1)
  let id: ClauseID
  let list: TaskList

  init() throws {
    id = try #require(ClauseID.init("3.1"))
    let clause = Clause(
      id: id, content: "优化机构和规模，主席团成员不超过5人",
      deadline: DeadlineLanguage.read("2020年6月", year: nil),
      figures: [Figure(subject: "主席团成员", relation: .atMost, value: 5, unit: "人")],
      duties: [Duty(name: "不设其他职务", groups: [["其他职务", "其他任何职务"], ["不设"]])])
    list = TaskList(
      title: "", documentNumber: "",
      tasks: [ReformTask(number: 3, title: "坚持精简原则", clauses: [clause])])
  }

  func item(
    _ deadline: String = "2020年6月", content: String = "优化机构，不设其他职务",
    measures: [String] = ["修订办法"], departments: [String] = ["校团委"], narrative: String = "",
    flags: Set<FindingCode> = []
  ) -> Item {
    Item(
      id: .clause(id), clause: id, task: 3, taskTitle: "坚持精简原则", ordinal: "7",
      content: content,
      measures: measures.enumerated().map { Measure(number: $0.offset + 1, text: $0.element) },
      deadline: DeadlineLanguage.read(deadline, year: nil),
      departments: DepartmentAssignment(lead: departments), narrative: narrative, flags: flags,
      link: Link(confidence: .certain, reasons: [.text]), location: Self.place)
  }

  func codes(_ items: Item..., issued: String? = nil) -> [String] {
    let plan = PlanHeader(
      title: nil, school: nil, documentNumber: nil, issueDate: issued.flatMap { CivilDate($0) },
      source: "", sourceDigest: "")
    return CheckRegistry.run(in: CheckContext(items: items, list: list, plan: plan)).map(\.code)
  }

  @Test(
    .bug(id: "desk", "a finding of the deadline named the column of the content"),
    arguments: [
      (
        Diagnostic.Location.cell(file: "方案.xlsx", sheet: "任务", reference: "AB12"),
        "方案.xlsx[任务 第12行]", "方案.xlsx[任务!AB12]"
      ),
      (
        .tableCell(file: "方案.docx", table: 2, row: 7, column: 3), "方案.docx[表2 第7行]",
        "方案.docx[表2 第7行第3列]"
      ),
      (.text(file: "方案.csv", line: 5, column: 9), "方案.csv:5", "方案.csv:5:9"),
      (.paragraph(file: "方案.docx", index: 4), "方案.docx[第4段]", "方案.docx[第4段]"),
    ])
  func `what stands in another column is placed at the row`(
    place: Diagnostic.Location, row: String, cell: String
  ) {
    var item = item("2020年7月", flags: [.linkDoubtful])
    item.location = place
    let context = CheckContext(items: [item], list: list, plan: nil)
    let places = Dictionary(
      CheckRegistry.run(in: context).map { ($0.code, $0.location?.description) },
      uniquingKeysWith: { first, _ in first })
    #expect(places["deadline-later"] == row)
    #expect(places["link-doubtful"] == cell)
  }

  @Test func `a sound item has no findings`() { #expect(codes(item()).isEmpty) }

  @Test(arguments: [
    ("2020年6月", [String]()), ("2020年5月", []), ("2020年7月", ["deadline-later"]),
    ("2020年6月30日前", []), ("2020年7月1日前", ["deadline-later"]), ("", ["deadline-missing"]),
    ("适时", ["deadline-vague"]), ("春节前", ["deadline-vague"]),
    ("方案印发后15个工作日内", ["deadline-vague"]), ("2020年七一前", ["deadline-later"]),
    ("2020年六一儿童节前", []), ("新楼启用后再说", ["deadline-unreadable"]), ("全年持续推进", []),
    ("2020年5月、2020年8月", ["deadline-later"]),
  ])
  func `a deadline is held against the province's`(words: String, expected: [String]) {
    #expect(codes(item(words)) == expected)
  }

  @Test func `an event is not asked about where the list itself names one`() throws {
    var bound = list
    bound.tasks[0].clauses[0].deadline = DeadlineLanguage.read("提交下一次学代会审议", year: nil)
    let context = CheckContext(items: [item("学代会召开前")], list: bound, plan: nil)
    #expect(CheckRegistry.run(in: context).isEmpty)
  }

  @Test func `working days say what is missing to count them`() throws {
    let context = CheckContext(items: [item("方案印发后15个工作日内")], list: list, plan: nil)
    let found = try #require(CheckRegistry.run(in: context).first)
    #expect(found.message.contains("法定节假日"))
    #expect(found.message.contains("任务列表的时限为「2020年6月」"))
  }

  @Test func `a deadline before the day of issue is found, one on the day is not`() {
    #expect(codes(item(), issued: "2020-07-19") == ["deadline-before-issue"])
    #expect(codes(item(), issued: "2020-06-30").isEmpty)
  }

  @Test func `an item without departments or measures is found`() {
    #expect(codes(item(departments: [])) == ["department-missing"])
    #expect(codes(item(departments: ["校团委", "相关部门"])) == ["department-generic"])
    #expect(codes(item(measures: []), item()) == ["measure-missing"])
    #expect(codes(item(measures: [])).isEmpty)
  }

  @Test func `a clause without an item is found once a plan is there`() {
    #expect(codes() == ["clause-missing"])
    let nothing = CheckContext(items: [], list: list, plan: nil)
    #expect(CheckRegistry.run(in: nothing).isEmpty)
  }

  @Test func `a dropped duty is found, and said when the body has it`() throws {
    #expect(codes(item(content: "优化机构")) == ["duty-dropped"])
    #expect(codes(item(content: "优化机构", measures: ["不设其他任何职务"])).isEmpty)
    let context = CheckContext(
      items: [item(content: "优化机构", narrative: "不设其他任何职务。")], list: list, plan: nil)
    let finding = try #require(CheckRegistry.run([.dutyDropped], in: context).first)
    #expect(finding.message.contains("只在方案正文里"))
  }

  @Test func `a duty of which one word group is missing is dropped, whichever it is`() {
    #expect(codes(item(content: "优化机构，其他职务另行规定")) == ["duty-dropped"])
    #expect(codes(item(content: "优化机构，不设顾问")) == ["duty-dropped"])
  }

  @Test(arguments: [
    ("10月前", ["deadline-later", "deadline-ambiguous"]), ("2020年6月前", ["deadline-ambiguous"]),
    ("2020年6月底前", []), ("2020年6月30日（星期一）前", ["deadline-ambiguous"]),
    ("2020年6月30日（星期二）前", []),
  ])
  func `a deadline that may be meant otherwise is found`(words: String, expected: [String]) {
    var plan = item()
    plan.deadline = DeadlineLanguage.read(words, year: 2020)
    #expect(codes(plan) == expected)
    let flags = ImportFlags.apply(to: [plan], list: list)[0].flags
    #expect(flags.contains(.deadlineAmbiguous) == expected.contains("deadline-ambiguous"))
  }

  @Test(arguments: [
    (Figure.Relation.atLeast, 50, nil as Int?, 40, true), (.atLeast, 50, nil, 60, false),
    (.atMost, 5, nil, 7, true), (.atMost, 5, nil, 4, false), (.exactly, 5, nil, 4, true),
    (.exactly, 5, nil, 6, true), (.about, 5, nil, 50, false),
  ])
  func `a figure is beyond the province's on the side that it bounds`(
    relation: Figure.Relation, allowed: Int, upper: Int?, own: Int, isBeyond: Bool
  ) {
    let words =
      switch relation {
      case .atLeast: "主席团成员不少于\(own)人"
      case .atMost: "主席团成员不超过\(own)人"
      case .exactly: "主席团成员设\(own)人"
      case .about: "主席团成员约\(own)人"
      case .between: "主席团成员\(own)-\(own + 1)人"
      }
    let clause = Clause(
      id: id, content: "优化机构", deadline: .blank,
      figures: [
        Figure(subject: "主席团成员", relation: relation, value: allowed, upper: upper, unit: "人")
      ])
    let list = TaskList(
      title: "", documentNumber: "",
      tasks: [ReformTask(number: 3, title: "坚持精简原则", clauses: [clause])])
    let flags = ImportFlags.apply(to: [item(measures: [words])], list: list)[0].flags
    #expect(flags.contains(.figureConflict) == isBeyond)
  }

  @Test(arguments: [
    (20, 30, false), (19, 30, true), (20, 31, true), (22, 28, false), (20, 28, false),
    (22, 30, false),
  ])
  func `a range is beyond the province's on either side`(low: Int, high: Int, isBeyond: Bool) {
    let clause = Clause(
      id: id, content: "优化机构", deadline: .blank,
      figures: [
        Figure(subject: "主席团成员", relation: .between, value: 20, upper: 30, unit: "人")
      ])
    let list = TaskList(
      title: "", documentNumber: "",
      tasks: [ReformTask(number: 3, title: "坚持精简原则", clauses: [clause])])
    let plan = item(measures: ["主席团成员\(low)-\(high)人"])
    let flags = ImportFlags.apply(to: [plan], list: list)[0].flags
    #expect(flags.contains(.figureConflict) == isBeyond)
  }

  @Test(arguments: [
    FindingCode.deadlineInherited, .departmentInherited, .measureInherited, .rowMisplaced,
    .cellShifted, .ordinalDuplicate, .yearAssumed, .itemUnlinked, .linkDoubtful,
  ])
  func `what import flagged is reported until it is confirmed`(code: FindingCode) {
    #expect(codes(item(flags: [code])) == [code.rawValue])
    #expect(codes(item()).isEmpty)
  }

  @Test func `checks run by name`() throws {
    let check = try #require(CheckRegistry.check(named: "deadline-missing"))
    let context = CheckContext(items: [item("", departments: [])], list: list, plan: nil)
    #expect(CheckRegistry.run([check], in: context).map(\.code) == ["deadline-missing"])
    #expect(CheckRegistry.check(named: "no-such") == nil)
  }

  @Test func `figures that differ between body and table are flagged and found`() throws {
    let plan = item(
      content: "优化机构，不设其他职务", measures: ["校级学生会工作人员不超过40人"],
      narrative: "校级学生会工作人员不超过60人。")
    let flagged = ImportFlags.apply(to: [plan], list: list)
    #expect(flagged[0].flags == [.figureConflict])
    let finding = try #require(
      CheckRegistry.run(in: CheckContext(items: flagged, list: list, plan: nil)).first)
    #expect(finding.code == "figure-conflict")
    #expect(finding.message.contains("40") && finding.message.contains("60"))
  }

  @Test func `figures beyond the province's are found`() throws {
    let flagged = ImportFlags.apply(to: [item(measures: ["主席团成员不超过7人"])], list: list)
    #expect(flagged[0].flags == [.figureConflict])
    let within = ImportFlags.apply(to: [item(measures: ["主席团成员不超过5人"])], list: list)
    #expect(within[0].flags.isEmpty)
  }

  @Test func `a conflict is reported while its flag stands, the first of several`() throws {
    let plan = item(
      measures: ["校级学生会工作人员不超过40人", "校级学生会主席团成员不超过5人"],
      narrative: "校级学生会工作人员不超过60人。校级学生会主席团成员不超过7人。")
    #expect(codes(plan).isEmpty)
    let flagged = ImportFlags.apply(to: [plan], list: list)
    let context = CheckContext(items: flagged, list: list, plan: nil)
    let found = CheckRegistry.run([.figureConflict], in: context)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("60") == true)
    #expect(found.first?.message.contains("7人") == false)
  }

  @Test func `measures that go beyond the content are found`() {
    let plan = item(content: "校级学生会工作人员不超过40人，不设其他职务", measures: ["校级学生会工作人员不超过60人"])
    #expect(ImportFlags.apply(to: [plan], list: list)[0].flags == [.figureConflict])
  }

  @Test func `what stands once in papers is proofread once`() throws {
    let other = try #require(ClauseID.init("3.2"))
    var first = item()
    first.taskTitle = "坚持「精简」原则"
    first.basis = "依据「甲」文件"
    var second = first
    second.id = .clause(other)
    second.clause = other
    second.content = "改写「内容」"
    let context = CheckContext(items: [first, second], list: list, plan: nil)
    let found = CheckRegistry.run([.proofreading], in: context)
    func words(_ item: Item) -> String {
      found.filter { $0.item == item.id }.map(\.message).joined()
    }
    #expect(words(first).contains("精简") && words(first).contains("甲"))
    #expect(words(second).contains("内容"))
    #expect(!words(second).contains("精简") && !words(second).contains("甲"))
  }

  @Test func `what concerns the whole plan stands before what concerns an item`() throws {
    let own = FindingCode.added(AddedFindingCode(owner: "qinghe", name: "plan-unsigned"))
    let whole = Check(own) { _ in
      [Diagnostic(code: own.rawValue, severity: .warning, message: "方案没有落款")]
    }
    let context = CheckContext(items: [item(""), item("", departments: [])], list: list, plan: nil)
    for checks in [[whole, .deadlineMissing], [.deadlineMissing, whole]] {
      #expect(
        CheckRegistry.run(checks, in: context).map(\.code)
          == [own.rawValue, "deadline-missing", "deadline-missing"])
    }
  }

  @Test func `flags of a check that no longer holds are cleared, others stay`() {
    let before = item(flags: [.deadlineMissing, .departmentGeneric, .deadlineInherited])
    #expect(ImportFlags.apply(to: [before], list: list)[0].flags == [.deadlineInherited])
  }

  @Test func `findings stand in the order of the clauses`() throws {
    let other = try #require(ClauseID.init("1.2"))
    var first = item("")
    first.id = .clause(other)
    first.clause = other
    let context = CheckContext(items: [item("适时"), first], list: list, plan: nil)
    #expect(
      CheckRegistry.run(in: context).map { "\($0.item?.description ?? "") \($0.code)" }
        == ["1.2 deadline-missing", "3.1 deadline-vague"])
  }
}
