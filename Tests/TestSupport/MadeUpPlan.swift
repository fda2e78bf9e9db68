package import TaskLedger

/// One clause of the made-up list and the item that answers it.
private struct MadeUpClause {
  var id: String
  var content: String
  var deadline: String
  var leads: String

  static let titles = [
    "明确职能", "运行机制", "精简机构", "遴选条件", "遴选程序", "代表大会", "从严管理", "述职评议",
    "党委领导", "团委指导",
  ]

  /// Number, content, deadline and leading departments.
  static let all: [MadeUpClause] = """
    1.1/制定推进计划/2020-06-30/校团委
    1.2/召开动员会，讲清目标和时限/2020-07-31/学工部、校团委
    1.3/完成全员培训/2020-09-30/校团委
    1.4/出台实施方案/2020-10-31/党政办
    2.1/写明组织架构/2020-06-30/校团委
    2.2/建立三级联动/2020-06-30/校团委、各系团总支
    2.3/听取同学需求/ongoing/校学生会
    3.1/压减机构和人数/2020-09-30/校团委
    3.2/撤并部门和分流人员/2020-10-31/校团委
    4.1/制定遴选条件/2020-07-31/学工部
    4.2/换届时按条件筛选/2020-10-31/学工部
    5.1/明确主席团产生方式/2020-07-31/校团委
    5.2/明确工作人员遴选程序/2020-07-31/校团委
    5.3/提高候选人代表性/2020-07-31/校学生会
    6.1/明确代表名额/2020-07-31/校团委
    6.2/召开学生代表大会/2020-10-31/校学生会
    7.1/制定从严管理制度/2020-09-30/学工部
    7.2/健全培养机制/2020-09-30/校团委
    7.3/健全约束机制/2020-09-30/学工部
    7.4/修订章程/2020-10-31/校学生会
    8.1/制定评议办法/2020-07-31/校团委
    8.2/建立激励机制/2020-10-31/学工部
    9.1/召开部门联席会议/2020-10-31/党政办
    9.2/定期听取工作汇报/blank/党政办
    10.1/向党委汇报重大事项/2020-10-31/校团委
    10.2/明确专职副书记/2020-08-31/校团委
    10.3/健全活动审核制度/2020-08-31/校团委
    """.split(separator: "\n").map { row in
      let cells = row.split(separator: "/").map(String.init)
      return MadeUpClause(id: cells[0], content: cells[1], deadline: cells[2], leads: cells[3])
    }

  var clause: ClauseID? { ClauseID(id) }

  var due: Deadline {
    switch deadline {
    case "ongoing": Deadline(text: "全年持续推进", meaning: .ongoing(after: nil))
    case "blank": .blank
    default: .until(deadline)
    }
  }
}

extension Deadline {
  /// The end of a month, written as plans write it.
  package static func until(_ day: String) -> Deadline {
    guard let date = CivilDate(day) else { return .blank }
    return Deadline(
      text: "\(date.year)年\(date.month)月",
      meaning: .date(DeadlinePoint(day: date, bound: .within, precision: .month)))
  }
}

extension TaskList {
  /// A made-up list of the size of the real one: 10 tasks, 27 clauses.
  package static let madeUp = TaskList(
    title: "学生会改革任务列表", documentNumber: "示团发〔2020〕1号",
    tasks: MadeUpClause.titles.enumerated().map { place, title in
      ReformTask(
        number: place + 1, title: title,
        clauses: MadeUpClause.all.compactMap { row in
          row.clause.flatMap { id in
            id.task == place + 1
              ? Clause(id: id, content: row.content, deadline: row.due) : nil
          }
        })
    })
}

extension PlanHeader {
  /// The head of the made-up plan.
  package static let madeUp = PlanHeader(
    title: "南岭示范学院学生会改革实施方案", school: "南岭示范学院", documentNumber: "南示院党〔2020〕9号",
    issueDate: CivilDate(year: 2020, month: 5, day: 20), source: "方案.docx",
    sourceDigest: String(repeating: "a", count: 64))
}

extension Item {
  /// The items of the made-up plan, one a clause.
  package static let madeUp: [Item] = MadeUpClause.all.compactMap { row in
    row.clause.map { id in
      Item(
        id: .clause(id), clause: id, task: id.task, taskTitle: MadeUpClause.titles[id.task - 1],
        ordinal: nil, content: row.content,
        measures: [Measure(number: 1, text: row.content + "并留存记录")], deadline: row.due,
        departments: DepartmentAssignment(
          lead: row.leads.split(separator: "、").map(String.init)),
        link: Link(confidence: .certain, reasons: [.ordinal]),
        location: .tableCell(file: "方案.docx", table: 1, row: id.task, column: id.number))
    }
  }
}

extension ItemID {
  /// An item by its number; a test that misspells one fails at once.
  package static func item(_ text: String) throws -> ItemID {
    guard let id = ItemID(text) else { throw LedgerScenario.Misspelt(text: text) }
    return id
  }
}
