import TaskLedger
import Testing

/// What a person confirmed stays confirmed while what it is about stays the same.
struct ConfirmedDoubtTests {
  private static let other: ItemID = "1.2"

  /// 1.2 has two flags, 2.2 one; all are confirmed.
  private static let history = confirmed()

  private static func confirmed() -> History {
    var history = History.imported
    for id: ItemID in ["1.2", "2.2"] {
      _ = try? history.run(
        .confirm(id, codes: nil, reason: "与原件一致"), by: SampleSchool.office, on: "2020-07-21")
    }
    return history
  }

  /// The items of a corrected plan, as the import flags them again.
  private func again(_ change: (inout Item) -> Void) throws -> Item {
    var items = SampleSchool.items
    change(&items[1])
    return try #require(
      Self.history.ledger.keepingDecisions(in: items).first { $0.id == Self.other })
  }

  @Test(.bug(id: "desk", "a confirmed doubt came back when another column was corrected"))
  func `a correction elsewhere in the row brings no confirmed doubt back`() throws {
    #expect(Self.history.ledger[Self.other]?.item.flags == [])
    #expect(try again { $0.remark = "见附件" }.flags == [])
    #expect(
      try again { $0.location = .tableCell(file: "方案.docx", table: 1, row: 9, column: 3) }
        .flags == [])
  }

  @Test func `a doubt comes back when what it is about changed`() throws {
    #expect(
      try again { $0.deadline = SampleSchool.deadline("2020-11-30") }.flags == [.deadlineInherited])
    #expect(try again { $0.content = "另一件事" }.flags == [.cellShifted])
    #expect(try again { $0.flags.insert(.departmentInherited) }.flags == [.departmentInherited])
  }

  @Test func `a confirmation that was taken back confirms nothing`() throws {
    var history = Self.history
    let last = try #require(history.entries.last)
    try history.run(
      .undo(last, reason: "点错了"), by: SampleSchool.office, on: "2020-07-22")
    #expect(history.ledger["2.2"]?.item.flags == [.deadlineMissing])
    #expect(history.ledger["2.2"]?.confirmedCodes == [])
    let items = history.ledger.keepingDecisions(in: SampleSchool.items)
    #expect(items.first { $0.id == "2.2" }?.flags == [.deadlineMissing])
  }

  @Test func `what somebody else's check finds is confirmed until the item changes`() throws {
    let code = FindingCode.added(AddedFindingCode(owner: "qinghe", name: "person-missing"))
    let check = Check(code) { item, _ in
      Diagnostic(code, severity: .warning, of: item, message: "\(item.id) 没有写责任人")
    }
    var history = History.imported
    func isFound() throws -> Bool {
      CheckRegistry.run([check], in: try #require(history.ledger.checkContext))
        .contains { $0.item == Self.other }
    }
    #expect(try isFound())
    try history.run(
      .confirm(Self.other, codes: [code], reason: "部门负责人即责任人"), by: SampleSchool.office,
      on: "2020-07-22")
    #expect(history.ledger[Self.other]?.confirmedCodes == [code])
    #expect(try !isFound())
    try history.run(
      .revise(Self.other, changes: [.content("另一件事")], reason: "核对原文"),
      by: SampleSchool.office, on: "2020-07-23")
    #expect(try isFound())
  }

  @Test(.bug(id: "desk", "confirmed doubts of some checks stayed in the list of findings"))
  func `no check lists what a person confirmed`() throws {
    func codes(_ history: History) throws -> [String] {
      CheckRegistry.run(
        [.deadlineMissing, .deadlineInherited], in: try #require(history.ledger.checkContext)
      )
      .map(\.code)
    }
    #expect(try codes(.imported) == ["deadline-inherited", "deadline-missing"])
    #expect(try codes(Self.history) == [])
    // Another blank is another fact: the words that were confirmed are gone.
    var revised = Self.history
    try revised.run(
      .revise("2.2", changes: [.deadline(Deadline(text: "适时", meaning: .vague))], reason: "改写"),
      by: SampleSchool.office, on: "2020-07-22")
    #expect(revised.ledger["2.2"]?.confirmedCodes == [])
  }
}
