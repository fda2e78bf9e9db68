import TaskLedger
import Testing

/// Taking back one's own last entry of an item.
struct UndoCommandTests {
  /// One kind of entry that can be taken back, after what it needs.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var given: [Happening]
    var last: Happening

    init(_ description: String, given: [Happening] = [], last: Happening) {
      testDescription = description
      self.given = given
      self.last = last
    }
  }

  static let rows: [Row] = [
    Row("a start", last: .started("1.1")),
    Row("a note", last: .noted("1.1", "2020-07-22")),
    Row("evidence", last: .attached("证-1.1-01")),
    Row(
      "a voiding", given: [.attached("证-1.1-01"), .attached("证-1.1-02", digest: "b")],
      last: .voided("证-1.1-01", "2020-07-24")),
    Row("an application", given: ClosingCommandTests.ready, last: .submitted("1.1")),
    Row("a closure", given: ClosingCommandTests.submitted, last: .closed("1.1")),
    Row("a return", given: ClosingCommandTests.submitted, last: .returned("1.1")),
    Row("a reopening", given: ClosingCommandTests.closed, last: .reopened("1.1")),
    Row(
      "a closure of what was stale", given: ClosingCommandTests.stale,
      last: .closed("1.1", "2020-07-26")),
    Row("a standing", given: [.started("2.1")], last: .sustained("2.1")),
    Row("a withdrawal", given: [.started("1.1")], last: .withdrawn("1.1")),
    Row("a request", last: .asked("1.1", until: "2020-08-15")),
    Row(
      "a grant", given: [.asked("1.1", until: "2020-08-15")],
      last: .granted("1.1", until: "2020-08-15")),
    Row("a refusal", given: [.asked("1.1", until: "2020-08-15")], last: .refused("1.1")),
    Row(
      "a correction",
      given: [.asked("1.1", until: "2020-08-15"), .granted("1.1", until: "2020-08-15")],
      last: .revised(
        "1.1", "2020-07-25", .deadline(SampleSchool.deadline("2020-09-30")), .clause("3.1"),
        .content("改写"))),
    Row(
      "a confirmation",
      last: Happening(
        .item("1.2", .confirmed(ItemConfirmed(codes: [.cellShifted], reason: "核对原件"))),
        on: "2020-07-22", by: SampleSchool.owner)),
  ]

  @Test(arguments: rows)
  func `undo returns to the state before`(_ row: Row) throws {
    var history = History.imported
    for happening in row.given { history.record(happening) }
    let id = try #require(row.last.event.item)
    let before = try #require(history.ledger[id])
    history.record(row.last)
    let entry = try #require(history.entries.last)
    try history.run(.undo(entry, reason: "录入有误"), by: row.last.by, on: row.last.on)

    let after = try #require(history.ledger[id])
    #expect(Visible(after) == Visible(before))
    #expect(history.ledger.undone == [entry.sequence])
    #expect(history.ledger.unplaced == [])
    // What was stale is struck off still, by the closing before.
    var closed: ItemID?
    if case .item(_, .closed) = entry.event, after.phase == .closed { closed = id }
    let refusal = LedgerRejection(.item(.undoImpossible(sequence: entry.sequence, closed: closed)))
    #expect(throws: refusal) {
      try history.run(.undo(entry, reason: "录入有误"), by: row.last.by, on: row.last.on)
    }
  }

  static let refusals: [Scenario] = [
    Scenario(
      "of another's entry", given: [.started("1.1")],
      when: undo(9, .started("1.1")), by: SampleSchool.other,
      then: .refused([.item(.undoOfOther(sequence: 9, actor: SampleSchool.owner))])),
    Scenario(
      "of another's entry that claims to be one's own", given: [.started("1.1")],
      when: undo(9, .started("1.1", by: SampleSchool.other)), by: SampleSchool.other,
      then: .refused([.item(.undoOfOther(sequence: 9, actor: SampleSchool.owner))])),
    Scenario(
      "of an entry that others followed",
      given: [.started("1.1"), .noted("1.1", "2020-07-22")], when: undo(9, .started("1.1")),
      then: .refused([.item(.undoImpossible(sequence: 9))])),
    Scenario(
      "of an entry of the whole ledger", when: undo(3, Happening.imported[2]),
      by: SampleSchool.office, then: .refused([.item(.undoImpossible(sequence: 3))])),
    Scenario(
      "of an import", when: undo(4, Happening.imported[3]), by: SampleSchool.office,
      then: .refused([.item(.undoImpossible(sequence: 4))])),
    Scenario(
      "of a gap on an item", given: [.gap(1, "2020-07-22", item: "1.1")],
      when: undo(9, .gap(1, "2020-07-22", item: "1.1")), by: SampleSchool.office,
      then: .refused([.item(.undoImpossible(sequence: 9))])),
    Scenario(
      "of a drop by a corrected plan", given: [.dropped("1.1")],
      when: undo(9, .dropped("1.1")), by: SampleSchool.office,
      then: .refused([.item(.undoImpossible(sequence: 9))])),
    Scenario(
      "without reason, also before the entry counts", given: [.started("1.1")],
      when: undo(9, .started("1.1"), reason: ""), on: "2020-07-20", today: "2020-07-28",
      then: .refused([.entry(.textMissing(.reason))])),
  ]

  /// An item whose clause another one took over does not come back to it.
  static let takenOver: [Scenario] = [
    Scenario(
      "of a withdrawal", given: [.withdrawn("1.2"), .revised("S1", "2020-07-26", .clause("1.2"))],
      when: undo(9, .withdrawn("1.2")), by: SampleSchool.office,
      then: .refused([.plan(.clauseTaken("1.2", by: "S1"))])),
    Scenario(
      "of a correction of the clause",
      given: [
        .revised("1.2", "2020-07-25", .clause("3.1")), .revised("S1", "2020-07-26", .clause("1.2")),
      ], when: undo(9, .revised("1.2", "2020-07-25", .clause("3.1"))),
      then: .refused([.plan(.clauseTaken("1.2", by: "S1"))])),
    Scenario(
      "of a withdrawal whose clause is free again",
      given: [
        .withdrawn("1.2"), .revised("S1", "2020-07-26", .clause("1.2")),
        .withdrawn("S1", "2020-07-27"),
      ], when: undo(9, .withdrawn("1.2")), by: SampleSchool.office,
      then: .events([.item("1.2", .undone(EntryUndone(sequence: 9, reason: "录入有误")))])),
    Scenario(
      "of a note on an item that no longer counts",
      given: [
        .dropped("1.2"), .noted("1.2", "2020-07-25"), .revised("S1", "2020-07-26", .clause("1.2")),
      ], when: undo(10, .noted("1.2", "2020-07-25")),
      then: .events([.item("1.2", .undone(EntryUndone(sequence: 10, reason: "录入有误")))])),
  ]

  @Test(
    .bug(id: "clause", "a withdrawal that was taken back left two items on one clause"),
    arguments: takenOver)
  func `a clause stays with the one item that answers it`(_ row: Scenario) { row.check() }

  @Test(arguments: refusals)
  func `undo is refused`(_ row: Scenario) { row.check() }

  @Test func `after an undo no move counts before the day of the undo`() {
    Scenario(
      "a closure dated before an undo",
      given: ClosingCommandTests.closed + [
        .undone("1.1", 12, "2020-07-27", by: SampleSchool.office)
      ],
      when: .close("1.1", opinion: "同意销号"), by: SampleSchool.office,
      on: "2020-07-26", today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-27", effective: "2020-07-26"))
      ])
    ).check()
  }

  static func undo(_ sequence: Int, _ happening: Happening, reason: String = "录入有误")
    -> LedgerCommand
  {
    .undo(
      EventEnvelope(
        sequence: sequence, recordedAt: Instant(startOf: happening.on),
        effective: happening.on, actor: happening.by, event: happening.event),
      reason: reason)
  }

  /// What a reader sees of an item; the numbers of entries and the days that guard the order of
  /// moves go on.
  struct Visible: Hashable {
    var item: Item
    var originalDeadline: Deadline
    var due: CivilDate?
    var phase: Phase
    var rounds: [Round]
    var evidence: [ItemState.AttachedEvidence]
    var notes: [ItemState.ProgressNote]
    var extensions: [ItemState.Extension]
    var withdrawalBasis: String?
    var reviewBasis: ReviewBasis
    var isStale: Bool

    init(_ state: ItemState) {
      item = state.item
      originalDeadline = state.originalDeadline
      due = state.due
      phase = state.phase
      rounds = state.rounds
      evidence = state.evidence
      notes = state.notes
      extensions = state.extensions
      withdrawalBasis = state.withdrawalBasis
      reviewBasis = state.reviewBasis
      isStale = state.isStale
    }
  }
}
