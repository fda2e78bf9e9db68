import TaskLedger
import Testing

/// A closure stands only for what was reviewed.
struct StaleClosureTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var happening: Happening
    var isStale: Bool
  }

  static func plan(_ edit: (inout Item) -> Void) -> Happening {
    var item = SampleSchool.items[0]
    edit(&item)
    return Happening(
      .imported(item), on: "2020-07-26", by: SampleSchool.office)
  }

  static func change(_ name: String, _ isStale: Bool, _ happening: Happening) -> Change {
    Change(testDescription: name, happening: happening, isStale: isStale)
  }

  static func revision(_ name: String, _ isStale: Bool, _ value: ItemChange) -> Change {
    change(name, isStale, .revised("1.1", "2020-07-26", value))
  }

  static let changes: [Change] = [
    revision("content", true, .content("改写")),
    revision("deadline", true, .deadline(SampleSchool.deadline("2020-08-31"))),
    revision(
      "words of the deadline", true,
      .deadline(Deadline(text: "7月底", meaning: SampleSchool.deadline("2020-07-31").meaning))),
    revision("measures", true, .measures([Measure(number: 1, text: "措施1")])),
    revision("clause", true, .clause("3.1")),
    revision("no clause", true, .clause(nil)),
    revision("departments", false, .departments(DepartmentAssignment(lead: ["校团委"]))),
    revision("person", false, .responsiblePerson("李老师")),
    revision("remark", false, .remark("见附件")),
    revision("ordinal", false, .ordinal("9")),
    change("new evidence", true, .attached("证-1.1-02", "2020-07-26", digest: "b")),
    change(
      "new evidence dated back", true,
      .attached("证-1.1-02", "2020-05-06", digest: "b", recordedOn: "2020-07-26")),
    change("void evidence", true, .voided("证-1.1-01", "2020-07-26")),
    change("a note", false, .noted("1.1", "2020-07-26")),
    change("a corrected plan with other words", true, plan { $0.content = "改写" }),
    change("a corrected plan with another remark", false, plan { $0.remark = "见附件" }),
    change(
      "a corrected plan with another deadline", true,
      plan { $0.deadline = SampleSchool.deadline("2020-08-31") }),
    change("a corrected plan with other measures", true, plan { $0.measures.removeLast() }),
    change(
      "a granted extension", true,
      Happening(
        .item("1.1", .extensionGranted(ExtensionGranted(until: "2020-08-31", basis: "例会"))),
        on: "2020-07-26", by: SampleSchool.office)),
  ]

  @Test(arguments: changes)
  func `a change after the closure makes it stale, counted as open, and is cured by a review`(
    _ change: Change
  ) throws {
    var history = History(
      Happening.imported + ClosingCommandTests.ready + [.asked("1.1", until: "2020-08-31")]
        + [.submitted("1.1"), .closed("1.1")])
    #expect(history.ledger["1.1"]?.isSoundlyClosed == true)

    history.record(change.happening)
    let state = try #require(history.ledger["1.1"])
    #expect(history.ledger.unplaced == [])
    #expect(state.isStale == change.isStale)
    #expect(state.isSoundlyClosed == !change.isStale)
    #expect(state.phase == .closed)
    let tally = Tally([ItemOnDay(state, on: "2020-07-26", handInDay: nil)])
    #expect(tally.closed == (change.isStale ? 0 : 1))
    let onDay = ItemOnDay(state, on: "2020-07-26", handInDay: nil)
    #expect(onDay.status == (change.isStale ? .stale : .closed))
    #expect(onDay.missing.contains(.newReview) == change.isStale)
    if change.isStale { #expect(ItemOnDay(state, on: "2020-12-31", handInDay: nil).light != .blue) }

    guard change.isStale else { return }
    if state.validEvidence.isEmpty {
      history.record(.attached("证-1.1-02", "2020-07-27", digest: "e"))
    }
    try history.run(
      .close("1.1", opinion: "复核同意"), by: SampleSchool.office, on: "2020-07-28")
    #expect(history.ledger["1.1"]?.isSoundlyClosed == true)
    #expect(history.ledger["1.1"]?.round.closures.map(\.on) == ["2020-07-24", "2020-07-28"])
  }

  @Test func `a closure that is stale is not counted as late`() throws {
    var history = History(
      Happening.imported + ClosingCommandTests.ready
        + [.submitted("1.1", "2020-08-01"), .closed("1.1", "2020-08-02")])
    func onDay() throws -> ItemOnDay {
      ItemOnDay(try #require(history.ledger["1.1"]), on: "2020-08-03", handInDay: nil)
    }
    #expect(try onDay().isClosedLate)
    history.record(.revised("1.1", "2020-08-03", .content("改写")))
    #expect(try !onDay().isClosedLate)
    #expect(try onDay().isOverdue)
  }

  @Test func `a change that is taken back leaves the closure standing`() throws {
    var history = History(Happening.imported + ClosingCommandTests.stale)
    #expect(history.ledger["1.1"]?.isStale == true)
    history.record(
      .undone("1.1", history.entries.count, "2020-07-26", by: SampleSchool.owner))
    #expect(history.ledger["1.1"]?.isSoundlyClosed == true)
  }

  @Test func `text cannot pass for another line of what was reviewed`() throws {
    var history = History.imported
    history.record(.revised("1.2", "2020-07-22", .content("甲\nstatement 3:乙")))
    let one = try #require(history.ledger["1.2"]?.reviewBasis)
    history.record(.revised("1.2", "2020-07-22", .content("甲")))
    #expect(history.ledger["1.2"]?.reviewBasis != one)
    #expect(one.text.contains("content 19:甲\nstatement 3:乙"))
  }

  @Test func `the task follows the clause`() throws {
    var history = History.imported
    history.record(.revised("1.1", "2020-07-22", .clause("3.1")))
    #expect(history.ledger["1.1"]?.item.task == 3)
    #expect(history.ledger["1.1"]?.item.taskTitle == "精简机构")
    #expect(history.ledger["1.1"]?.item.link.reasons == [.person])
  }
}
