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

  @Test func `the list of an earlier day is the one in force then`() throws {
    let history = try after()
    #expect(history.ledger(asOf: "2020-08-09").list == SampleSchool.list)
    #expect(history.ledger(asOf: "2020-08-10").list == Self.corrected)
  }
}
