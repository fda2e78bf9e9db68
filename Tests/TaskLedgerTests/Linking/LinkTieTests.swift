import TaskLedger
import Testing

/// Which clause an item meets when several are as near, and what is near to none.
///
/// Source: product description, The plan against the list (a clause with no item, an item with no
/// clause); a weak link is made but flagged, never silent.
struct LinkTieTests {
  private static let words = "召开学生代表大会，选举主席团成员，审议工作报告和章程"
  private static let other = "开展业务培训，每名工作人员至少参加一次党团课教育"

  private static func list(_ tasks: [(title: String, clauses: [String])]) throws -> TaskList {
    TaskList(
      title: "列表", documentNumber: "",
      tasks: try tasks.enumerated().map { task, part in
        ReformTask(
          number: task + 1, title: part.title,
          clauses: try part.clauses.enumerated().map { place, content in
            Clause(
              id: try #require(ClauseID(task: task + 1, number: place + 1)), content: content,
              deadline: .blank)
          })
      })
  }

  private static func linked(_ drafts: [ItemDraft], to list: TaskList) -> [String] {
    Linker.link(PlanDraft(items: drafts), to: list).map(\.id.description)
  }

  @Test func `of two clauses in the same words the first is taken first`() throws {
    let list = try Self.list([("代表大会", [Self.words, Self.words])])
    #expect(Self.linked([LinkerTests.draft(Self.words)], to: list) == ["1.1"])
    #expect(
      Self.linked([LinkerTests.draft(Self.words), LinkerTests.draft(Self.words)], to: list)
        == ["1.1", "1.2"])
  }

  @Test func `of two clauses in the same words the item's task decides`() throws {
    let list = try Self.list([("代表大会", [Self.words]), ("制度建设", [Self.words])])
    #expect(Self.linked([LinkerTests.draft(Self.words, task: "制度建设")], to: list) == ["2.1"])
    #expect(Self.linked([LinkerTests.draft(Self.words, task: "代表大会")], to: list) == ["1.1"])
    #expect(Self.linked([LinkerTests.draft(Self.words, number: 2)], to: list) == ["2.1"])
  }

  @Test func `of two clauses in the same words the printed number decides`() throws {
    let list = try Self.list([("代表大会", [Self.words, Self.words])])
    #expect(Self.linked([LinkerTests.draft(Self.words, ordinal: "1.2")], to: list) == ["1.2"])
    #expect(Self.linked([LinkerTests.draft(Self.words, ordinal: "2")], to: list) == ["1.2"])
    #expect(Self.linked([LinkerTests.draft(Self.words, ordinal: "1")], to: list) == ["1.1"])
  }

  @Test
  func `of two items in the same words the first is linked and the other is the school's own`()
    throws
  {
    let list = try Self.list([("代表大会", [Self.words])])
    let drafts = [LinkerTests.draft(Self.words), LinkerTests.draft(Self.words)]
    let items = Linker.link(PlanDraft(items: drafts), to: list)
    #expect(Set(items.map(\.id.description)) == ["1.1", "S1"])
    #expect(items.count { $0.flags.contains(.itemUnlinked) } == 1)
  }

  @Test func `words count more than a task of the same title`() throws {
    let list = try Self.list([("代表大会", [Self.words]), ("业务培训", [Self.other])])
    let items = Linker.link(
      PlanDraft(items: [LinkerTests.draft(Self.other, task: "代表大会")]), to: list)
    #expect(items.map(\.id.description) == ["2.1"])
    #expect(items[0].flags == [.rowMisplaced])
  }

  @Test func `what is near to nothing is the school's own, without clause and task of the list`()
    throws
  {
    let list = try Self.list([("代表大会", [Self.words]), ("业务培训", [Self.other])])
    let draft = LinkerTests.draft("举办校园歌手大赛", task: "文艺活动", number: 7, ordinal: "28")
    let items = Linker.link(PlanDraft(items: [draft]), to: list)
    let item = try #require(items.first)
    #expect(item.id == "S1" && item.clause == nil && item.flags == [.itemUnlinked])
    #expect(item.task == 7 && item.taskTitle == "文艺活动" && item.ordinal == "28")
    #expect(item.link == Link(confidence: .doubtful, reasons: []))
  }

  @Test func `what the plan says of an item is kept whatever it is linked to`() throws {
    var draft = LinkerTests.draft(Self.words, task: "代表大会", ordinal: "3", basis: "章程")
    draft.measures = [Measure(number: 1, text: "公示名单")]
    draft.deadline = SampleSchool.deadline("2020-09-30")
    draft.departments = DepartmentAssignment(lead: ["校团委"], supporting: ["学工部"])
    draft.responsiblePerson = "李老师"
    draft.remark = "见附件"
    draft.narrative = "正文"
    draft.flags = [.deadlineInherited]
    for list in [try Self.list([("代表大会", [Self.words])]), try Self.list([("其他", [Self.other])])] {
      let items = Linker.link(PlanDraft(items: [draft]), to: list)
      let item = try #require(items.first)
      #expect(item.content == Self.words && item.measures == draft.measures)
      #expect(item.deadline == draft.deadline && item.departments == draft.departments)
      #expect(item.responsiblePerson == "李老师" && item.remark == "见附件")
      #expect(item.narrative == "正文" && item.basis == "章程" && item.ordinal == "3")
      #expect(item.flags.contains(.deadlineInherited) && item.location == draft.location)
    }
  }
}
