import TaskLedger
import Testing

/// A corrected list takes the place of the one in force, without a new ledger.
struct ListCorrectionTests {
  /// The list with other words for 1.1, another day for 1.2, and 2.2 gone.
  static var corrected: TaskList {
    var list = SampleSchool.list
    list.documentNumber = "省更正〔2020〕2号"
    for task in list.tasks.indices {
      for place in list.tasks[task].clauses.indices {
        switch list.tasks[task].clauses[place].id.description {
        case "1.1": list.tasks[task].clauses[place].content = "更正后的要求"
        case "1.2":
          list.tasks[task].clauses[place].deadline = SampleSchool.deadline("2020-12-31")
        default: break
        }
      }
      list.tasks[task].clauses.removeAll { $0.id.description == "2.2" }
    }
    return list
  }

  private func after(_ reason: String = "更正通知") throws -> History {
    var history = History(Happening.imported + ClosingCommandTests.closed)
    try history.run(
      .correctList(Self.corrected, reason: reason), by: SampleSchool.office, on: "2020-08-10")
    return history
  }

  @Test func `only items of changed clauses become doubtful`() throws {
    let ledger = try after().ledger
    let doubtful = ledger.itemsInOrder.filter { $0.item.flags.contains(.clauseChanged) }
    #expect(doubtful.map(\.id) == ["1.1", "1.2", "2.2"])
    #expect(ledger.list == Self.corrected)
    #expect(ledger["1.1"]?.isSoundlyClosed == true)
    #expect(
      SampleSchool.list.changes(to: Self.corrected).map(\.clause)
        == [nil, "1.1", "1.2", "2.2"])
  }

  @Test func `a look settles the doubt until the list changes again`() throws {
    var history = try after()
    try history.run(
      .confirm("1.1", codes: [.clauseChanged], reason: "已核对"), by: SampleSchool.office,
      on: "2020-08-11")
    #expect(history.ledger["1.1"]?.item.flags.contains(.clauseChanged) == false)
    try history.run(
      .correctList(SampleSchool.list, reason: "再次更正"), by: SampleSchool.office, on: "2020-08-12")
    #expect(history.ledger["1.1"]?.item.flags.contains(.clauseChanged) == true)
  }

  @Test func `taking the last entry back does not take the doubt away`() throws {
    var history = try after()
    let last = try #require(history.ledger["1.1"]?.entries.last)
    try history.run(.undo(last, reason: "有误"), by: last.actor, on: "2020-08-11")
    #expect(history.ledger["1.1"]?.item.flags.contains(.clauseChanged) == true)
  }

  @Test func `it is a reviewer's, with a reason, and the same list is nothing`() throws {
    var history = History.imported
    #expect(throws: LedgerRejection.self) {
      try history.run(
        .correctList(Self.corrected, reason: "更正"), by: SampleSchool.owner, on: "2020-08-10")
    }
    #expect(throws: LedgerRejection.self) {
      try history.run(
        .correctList(Self.corrected, reason: " "), by: SampleSchool.office, on: "2020-08-10")
    }
    let events = try history.run(
      .correctList(SampleSchool.list, reason: "更正"), by: SampleSchool.office, on: "2020-08-10")
    #expect(events == [])
  }

  /// A correction with the clauses of the changes it makes.
  struct Correction: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var clauses: [ClauseID?]
    var change: @Sendable (inout TaskList) -> Void

    init(
      _ description: String, _ clauses: [ClauseID?],
      _ change: @escaping @Sendable (inout TaskList) -> Void
    ) {
      (testDescription, self.clauses, self.change) = (description, clauses, change)
    }
  }

  @Test(
    .bug(id: "list", "a correction of a task's basis alone was taken for the same list"),
    arguments: [
      Correction("nothing", []) { _ in },
      Correction("the title of a task", ["1.1", "1.2", "1.3"]) { $0.tasks[0].title = "另一项任务" },
      Correction("the basis of a task", ["1.1", "1.2", "1.3"]) { $0.tasks[0].basis = "另一份文件" },
      Correction("the basis of another", ["3.1"]) { $0.tasks[2].basis = "另一份文件" },
      Correction("the title", [nil]) { $0.title = "另一张列表" },
      Correction("the number of the document", [nil]) { $0.documentNumber = "省更正〔2020〕2号" },
      Correction("a day of hand-in", [nil]) {
        $0.handIns = [HandIn(due: "2020-10-15", what: "自评报告")]
      },
      Correction("the day of acceptance", [nil]) { $0.acceptanceFrom = "2020-11-01" },
    ])
  func `whatever a correction changes is told`(_ row: Correction) {
    var list = SampleSchool.list
    row.change(&list)
    #expect(SampleSchool.list.changes(to: list).map(\.clause) == row.clauses)
  }

  @Test func `a clause that came or went is told as such, in the order of the clauses`() throws {
    var list = SampleSchool.list
    let gone = list.tasks[0].clauses.remove(at: 1)
    list.tasks[2].clauses.append(
      Clause(id: "3.2", content: "新增的要求", deadline: SampleSchool.deadline("2020-10-31")))
    #expect(SampleSchool.list.changes(to: list) == [.gone(gone.id), .added("3.2")])
  }

  @Test func `the list of an earlier day is the one in force then`() throws {
    let history = try after()
    #expect(history.ledger(asOf: "2020-08-09").list == SampleSchool.list)
    #expect(history.ledger(asOf: "2020-08-10").list == Self.corrected)
  }
}
