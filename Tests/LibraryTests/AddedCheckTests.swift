import TaskLedger
import Testing

/// A school adds a check of its own, as a program outside of this package can: this target sees
/// only what is public.
struct AddedCheckTests {
  static let personMissing = FindingCode.added(
    AddedFindingCode(owner: "qinghe", name: "person-missing"))

  static let check = Check(personMissing) { item, _ in
    guard item.responsiblePerson.isEmpty else { return nil }
    return Diagnostic(
      personMissing, severity: .warning, of: item, message: "\(item.id) 没有写责任人",
      remedy: "商定后补登：\(.revise(item.id, .any, reason: nil))")
  }

  let id: ClauseID

  init() throws { id = try #require(ClauseID(task: 3, number: 1)) }

  func item(person: String) -> Item {
    Item(
      id: .clause(id), clause: id, task: 3, taskTitle: "坚持精简原则", content: "优化机构和规模",
      measures: [Measure(number: 1, text: "修订办法")],
      deadline: DeadlineLanguage.read("2020年6月", year: nil),
      departments: DepartmentAssignment(lead: ["校团委"]), responsiblePerson: person,
      link: Link(confidence: .certain, reasons: [.text]),
      location: .paragraph(file: "方案.docx", index: 1))
  }

  func context(_ item: Item, confirmed: Set<FindingCode> = []) -> CheckContext {
    CheckContext(
      items: [item],
      list: TaskList(
        title: "任务列表", documentNumber: "",
        tasks: [
          ReformTask(
            number: 3, title: "坚持精简原则",
            clauses: [
              Clause(
                id: id, content: "优化机构和规模", deadline: DeadlineLanguage.read("2020年6月", year: nil))
            ])
        ]),
      plan: nil, confirmed: [item.id: confirmed])
  }

  func findings(_ context: CheckContext) -> [Diagnostic] {
    CheckRegistry.run(CheckRegistry.all + [Self.check], in: context)
  }

  @Test func `an added check runs beside the others`() throws {
    let found = findings(context(item(person: "")))
    #expect(found.map(\.code) == ["qinghe.person-missing"])
    let finding = try #require(found.first)
    #expect(finding.item == .clause(id))
    #expect(finding.location == .paragraph(file: "方案.docx", index: 1))
    #expect(finding.remedy?.acts == [.revise(.clause(id), .any, reason: nil)])
    #expect(finding.remedy?.words == "商定后补登：更正 3.1 的条目")
    #expect(findings(context(item(person: "李老师"))).isEmpty)
  }

  @Test func `what an added check finds can be confirmed`() {
    #expect(findings(context(item(person: ""), confirmed: [Self.personMissing])).isEmpty)
  }

  @Test func `a check without a place or an item is made from the parts`() {
    let finding = Diagnostic(
      code: "qinghe.list-late", severity: .note, message: "方案报送晚了", remedy: "向领导小组说明")
    #expect(finding.remedy == Remedy("向领导小组说明"))
    #expect(finding.location == nil)
  }

  @Test func `every name is its own, and names of others have an owner`() {
    for code in FindingCode.allCases {
      #expect(FindingCode(rawValue: code.rawValue) == code)
      #expect(!code.isAdded && !code.rawValue.contains("."))
    }
    #expect(FindingCode(rawValue: "qinghe.person-missing") == Self.personMissing)
    #expect(Self.personMissing.isAdded)
  }

  @Test(arguments: [
    "person-missing", "", ".", "qinghe.", ".person-missing", "qinghe.person.missing",
    "Qinghe.person",
    "qinghe.-person", "qinghe.person-", "qinghe.person--missing", "青禾.person", "qinghe. person",
  ])
  func `a name that is neither known nor owned is refused`(_ name: String) {
    #expect(FindingCode(rawValue: name) == nil)
  }
}
