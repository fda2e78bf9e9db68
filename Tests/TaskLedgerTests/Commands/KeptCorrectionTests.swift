import TaskLedger
import Testing

/// What a person corrected stays when a corrected plan is imported that says nothing else about it.
struct KeptCorrectionTests {
  private static let id: ItemID = "1.2"
  private let agreed = SampleSchool.deadline("2020-09-30")

  /// 1.2 with an agreed deadline and departments, against a plan that says 2020-10-31.
  private func corrected() throws -> History {
    var history = History.imported
    try history.run(
      .revise(
        Self.id,
        changes: [
          .deadline(agreed), .departments(DepartmentAssignment(lead: [SampleSchool.other])),
        ], reason: "例会商定"), by: SampleSchool.office, on: "2020-07-21")
    return history
  }

  private func plan(_ change: (inout [Item]) -> Void) -> [Item] {
    var items = SampleSchool.items
    change(&items)
    return items
  }

  /// Imports a plan as the command does.
  private func imported(
    _ items: [Item], into history: History, _ digest: Character, on day: CivilDate
  ) throws -> History {
    var history = history
    let kept = history.ledger.keepingDecisions(in: items)
    try history.run(
      .importPlan(SampleSchool.header(digest), items: kept, update: true),
      by: SampleSchool.office, on: day)
    return history
  }

  @Test(.bug(id: "desk", "importing a corrected plan silently took corrections back"))
  func `a correction elsewhere in the plan takes no correction back`() throws {
    let history = try corrected()
    let items = plan {
      $0[0].remark = "见附件"
      $0[1].remark = "见附件"
    }
    let kept = history.ledger.keepingDecisions(in: items)
    let difference = PlanDifference(from: history.ledger, to: kept)
    #expect(difference.changed.map(\.item) == ["1.1", Self.id])
    #expect(difference.changed.map(\.fields) == [[.remark], [.remark]])
    let after = try imported(items, into: history, "e", on: "2020-07-25")
    let state = try #require(after.ledger[Self.id])
    #expect(state.item.deadline == agreed)
    #expect(state.item.departments.lead == [SampleSchool.other])
    #expect(state.item.remark == "见附件")
    #expect(state.originalDue == history.ledger[Self.id]?.originalDue)
    // Doubts about the deadline were settled by the correction, the one about the content was not.
    #expect(state.item.flags == [.cellShifted])
    // And again with the next plan.
    let next = try imported(plan { $0[1].remark = "见附件二" }, into: after, "d", on: "2020-07-26")
    #expect(next.ledger[Self.id]?.item.deadline == agreed)
  }

  @Test func `what was kept is told`() throws {
    let history = try corrected()
    let kept = history.ledger.corrections(keptIn: plan { $0[0].remark = "见附件" })
    #expect(kept == [PlanDifference.Change(item: Self.id, fields: [.deadline, .departments])])
    #expect(History.imported.ledger.corrections(keptIn: SampleSchool.items) == [])
  }

  @Test func `a plan that says something new about it goes before`() throws {
    let history = try corrected()
    let later = SampleSchool.deadline("2020-11-30")
    let after = try imported(plan { $0[1].deadline = later }, into: history, "e", on: "2020-07-25")
    let state = try #require(after.ledger[Self.id])
    #expect(state.item.deadline == later)
    #expect(state.item.departments.lead == [SampleSchool.other])
    // The correction of the deadline is over: the plan's own word counts from here.
    let back = try imported(SampleSchool.items, into: after, "d", on: "2020-07-26")
    #expect(back.ledger[Self.id]?.item.deadline == SampleSchool.items[1].deadline)
  }

  @Test(
    arguments: [
      (.ordinal("9"), .ordinal), (.content("改写"), .content),
      (.measures([Measure(number: 1, text: "另一项措施")]), .measures), (.deadline(.blank), .deadline),
      (.departments(DepartmentAssignment(lead: ["宣传部"])), .departments),
      (.responsiblePerson("李老师"), .responsiblePerson), (.remark("见附件"), .remark),
    ] as [(ItemChange, PlanDifference.Field)])
  func `whichever field was corrected is kept, the others are the plan's`(
    change: ItemChange, field: PlanDifference.Field
  ) throws {
    var history = History.imported
    try history.run(
      .revise(Self.id, changes: [change], reason: "例会商定"), by: SampleSchool.office,
      on: "2020-07-21")
    let items = plan {
      $0[1].narrative = "正文一段"
      if field != .remark { $0[1].remark = "方案的备注" }
    }
    let kept = history.ledger.keepingDecisions(in: items)
    let changed = PlanDifference.Change(item: Self.id, fields: [.remark])
    #expect(
      PlanDifference(from: history.ledger, to: kept).changed == (field == .remark ? [] : [changed]))
    #expect(kept[1].narrative == "正文一段")
  }

  @Test func `a clause that a person set is kept while the words of the item stay`() throws {
    var history = History.imported
    try history.run(
      .revise("S1", changes: [.clause("3.1")], reason: "核对"), by: SampleSchool.office,
      on: "2020-07-21")
    var items = plan { $0[4].flags = [.itemUnlinked] }
    let kept = try #require(history.ledger.keepingDecisions(in: items).last)
    #expect(kept.clause == "3.1" && kept.task == 3 && kept.taskTitle == "精简机构")
    #expect(kept.link.reasons == [.person] && kept.flags == [])
    items[4].content = "另一件事"
    let changed = try #require(history.ledger.keepingDecisions(in: items).last)
    #expect(changed.clause == nil && changed.task == 0 && changed.flags == [.itemUnlinked])
    let untouched = try #require(History.imported.ledger.keepingDecisions(in: items).first)
    #expect(untouched == items[0])
  }

  @Test func `a correction that was taken back leaves nothing to keep`() throws {
    var history = try corrected()
    let last = try #require(history.entries.last)
    try history.run(.undo(last, reason: "写错"), by: SampleSchool.office, on: "2020-07-22")
    #expect(history.ledger.corrections(keptIn: SampleSchool.items) == [])
    #expect(PlanDifference(from: history.ledger, to: SampleSchool.items).isEmpty)
  }

  @Test(.bug(id: "desk", "correcting measures or figures left their flags"))
  func `correcting a field settles the doubts about it`() throws {
    var items = SampleSchool.items
    items[0].flags = [.measureInherited, .figureConflict]
    items[0].measures = [Measure(number: 1, text: "工作人员不超过40人")]
    items[0].narrative = "工作人员不超过60人。"
    var history = History(
      Happening.opened + [
        Happening(
          .imported(items[0]), on: SampleSchool.importDay,
          by: SampleSchool.office)
      ])
    try history.run(
      .revise(
        "1.1", changes: [.measures([Measure(number: 1, text: "工作人员不超过60人")])], reason: "统一"),
      by: SampleSchool.office, on: "2020-07-21")
    #expect(history.ledger["1.1"]?.item.flags == [])
  }
}
