import TaskLedger
import Testing

/// Items find their clauses by words, task and number, in and out of order.
struct LinkerTests {
  static let place = Diagnostic.Location.paragraph(file: "方案.docx", index: 1)

  static func list() throws -> TaskList {
    func clause(_ id: String, _ content: String) throws -> Clause {
      Clause(id: try #require(ClauseID(id)), content: content, deadline: .blank)
    }
    return TaskList(
      title: "列表", documentNumber: "",
      tasks: [
        ReformTask(
          number: 1, title: "明确职能定位",
          clauses: [
            try clause("1.1", "制定并报送改革推进计划，逐条写明工作举措与完成时限"),
            try clause("1.2", "举办校级改革动员会或培训会，讲清改革目标、改革任务和改革时限"),
          ]),
        ReformTask(
          number: 2, title: "坚持精简原则",
          clauses: [
            try clause("2.1", "制定工作指引，优化两级学生会机构和规模，不设置其他任何职务"),
            try clause("2.2", "做好学生会原有部门的撤并和人员的分流，以项目化方式招募志愿者"),
          ]),
        ReformTask(
          number: 3, title: "明确遴选条件",
          clauses: [
            try clause("3.1", "制定工作指引，写明工作人员的条件：共产党员或共青团员，学业优良"),
            try clause("3.2", "利用学生会换届、人员招新等机会，把好资格入口关，自然更替"),
          ]),
      ])
  }

  static func draft(
    _ content: String, task: String? = nil, number: Int? = nil, ordinal: String? = nil,
    basis: String = ""
  ) -> ItemDraft {
    ItemDraft(
      ordinal: ordinal, taskNumber: number, taskTitle: task, basis: basis, content: content,
      location: place)
  }

  static let all = [
    draft("制定并报送改革推进计划，提出工作举措和完成时限", task: "明确职能定位", ordinal: "1"),
    draft("举办动员会，明确改革目标、改革任务和改革时限", task: "明确职能定位", ordinal: "2"),
    draft("优化两级学生会机构和规模，不设其他任何职务", task: "坚持精简原则", ordinal: "3", basis: "精简"),
    draft("做好原有部门的撤并和人员分流，项目化招募志愿者", task: "坚持精简原则", ordinal: "4"),
    draft("写明工作人员条件：共产党员或共青团员，学业优良", task: "明确遴选条件", ordinal: "5", basis: "遴选"),
    draft("利用换届、招新的机会把好资格入口关", task: "明确遴选条件", ordinal: "6"),
  ]

  func ids(_ drafts: [ItemDraft]) throws -> [String] {
    try Linker.link(PlanDraft(items: drafts), to: Self.list()).map(\.id.description)
  }

  @Test func `a whole plan is linked in order and without doubt`() throws {
    let items = try Linker.link(PlanDraft(items: Self.all), to: Self.list())
    #expect(items.map(\.id.description) == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"])
    #expect(items.allSatisfy { $0.flags.isEmpty && $0.link.confidence != .doubtful })
    #expect(items[0].link.reasons == [.text, .task, .ordinal, .order])
    #expect(items[0].taskTitle == "明确职能定位")
  }

  @Test func `a missing clause leaves the others where they are`() throws {
    for gap in Self.all.indices {
      var drafts = Self.all
      drafts.remove(at: gap)
      var expected = ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
      expected.remove(at: gap)
      #expect(try ids(drafts) == expected)
    }
  }

  @Test func `an item of the school's own becomes S1 and is flagged`() throws {
    for place in 0...Self.all.count {
      var drafts = Self.all
      drafts.insert(Self.draft("举办话剧节和毕业作品展", task: "校园文化"), at: place)
      let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
      #expect(items[place].id == .own(1))
      #expect(items[place].flags == [.itemUnlinked])
      #expect(items.filter { $0.clause != nil }.count == 6)
    }
  }

  @Test func `swapped tasks are linked out of order and not misplaced`() throws {
    let drafts = Array(Self.all[4...]) + Array(Self.all[..<4])
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
    #expect(items.map(\.id.description) == ["3.1", "3.2", "1.1", "1.2", "2.1", "2.2"])
    #expect(!items.contains { $0.flags.contains(.rowMisplaced) })
  }

  @Test func `a row under another task is linked by its words and flagged`() throws {
    var drafts = Self.all
    drafts[3].taskTitle = "明确遴选条件"
    drafts[3].basis = "遴选"
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
    #expect(items[3].id.description == "2.2")
    #expect(items[3].flags == [.rowMisplaced])
    #expect(items[3].task == 2)
    #expect(items[3].taskTitle == "坚持精简原则")
    #expect(items[3].basis == "精简")
    #expect(items.filter { $0.flags.contains(.rowMisplaced) }.count == 1)
  }

  @Test func `a number printed twice is flagged at both items`() throws {
    var drafts = Self.all
    drafts[2].ordinal = "2"
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
    #expect(
      items.map { $0.flags.contains(.ordinalDuplicate) } == [
        false, true, true, false, false, false,
      ])
  }

  @Test func `numbers that begin again in every task are no duplicates`() throws {
    var drafts = Self.all
    for index in drafts.indices { drafts[index].ordinal = index % 2 == 0 ? "1" : "2" }
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list())
    #expect(!items.contains { $0.flags.contains(.ordinalDuplicate) })
  }

  @Test func `a printed clause id links words of the school's own`() throws {
    let items = try Linker.link(
      PlanDraft(items: [
        Self.draft("机构压缩到位，规模达到省定标准", number: 2, ordinal: "2.1")
      ]), to: Self.list())
    #expect(items.map(\.id.description) == ["2.1"])
  }

  @Test func `a weak link is made but flagged`() throws {
    let items = try Linker.link(
      PlanDraft(items: [Self.draft("压缩规模，不再另外设岗", task: "坚持精简原则", ordinal: "3")]),
      to: Self.list())
    #expect(items.map(\.id.description) == ["2.1"])
    #expect(items[0].flags == [.linkDoubtful])
    #expect(items[0].link.confidence == .doubtful)
  }

  /// A text of a hundred pairs of characters of which the first so many stand in `clauseText`.
  private static func text(sharing pairs: Int, from start: Int = 0) -> String {
    func words(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(range.compactMap { Unicode.Scalar(0x4E00 + $0) }))
    }
    return words(start..<start + pairs + 1) + words(start + 1_000..<start + 1_100 - pairs)
  }

  private static func list(_ contents: String...) throws -> TaskList {
    let clauses = try contents.enumerated().map { index, content in
      Clause(
        id: try #require(ClauseID(task: 1, number: index + 1)), content: content, deadline: .blank)
    }
    return TaskList(
      title: "列表", documentNumber: "",
      tasks: [ReformTask(number: 1, title: "任务", clauses: clauses)])
  }

  @Test(arguments: [(43, false), (44, true)])
  func `an item is linked in order from the threshold on`(pairs: Int, isInOrder: Bool) throws {
    // 0.65 × 0.43 is below 0.28, 0.65 × 0.44 above.
    let items = try Linker.link(
      PlanDraft(items: [Self.draft(Self.text(sharing: pairs))]),
      to: Self.list(Self.text(sharing: 100)))
    #expect(items[0].link.reasons.contains(.order) == isInOrder)
  }

  @Test(arguments: [("1", true), ("2", true), ("3", false), (nil as String?, false)])
  func `the number beside the clause's own helps a little`(ordinal: String?, isLinked: Bool) throws
  {
    // 0.65 × 0.38 is below 0.28, with half of a tenth above, and too little to link out of order.
    let items = try Linker.link(
      PlanDraft(items: [Self.draft(Self.text(sharing: 38), ordinal: ordinal)]),
      to: Self.list(Self.text(sharing: 100)))
    #expect((items[0].clause != nil) == isLinked)
  }

  @Test func `of what is left over the closest is linked first`() throws {
    let first = Self.text(sharing: 100)
    let second = Self.text(sharing: 100, from: 3_000)
    // The order keeps the second clause; the first is left for the two items behind it.
    let drafts = [
      Self.draft(second), Self.draft(Self.text(sharing: 50)), Self.draft(Self.text(sharing: 90)),
    ]
    let items = try Linker.link(PlanDraft(items: drafts), to: Self.list(first, second))
    #expect(items.map(\.id.description) == ["1.2", "S1", "1.1"])
    let swapped = [drafts[0], drafts[2], drafts[1]]
    let others = try Linker.link(PlanDraft(items: swapped), to: Self.list(first, second))
    #expect(others.map(\.id.description) == ["1.2", "1.1", "S1"])
  }

  @Test func `no clause is linked twice`() throws {
    let items = try Linker.link(PlanDraft(items: Self.all + Self.all), to: Self.list())
    #expect(items.compactMap(\.clause).count == 6)
    #expect(Set(items.map(\.id)).count == 12)
  }

  @Test func `an empty plan and an empty list link nothing`() throws {
    let list = try Self.list()
    #expect(Linker.link(PlanDraft(), to: list).isEmpty)
    let empty = TaskList(title: "", documentNumber: "", tasks: [])
    #expect(Linker.link(PlanDraft(items: Self.all), to: empty).allSatisfy { $0.clause == nil })
  }
}
