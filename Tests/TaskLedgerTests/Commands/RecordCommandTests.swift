import TaskLedger
import Testing

/// The rules for notes, evidence, corrections, confirmations and taking back.
struct RecordCommandTests {
  static let office = SampleSchool.office

  static func attached(_ number: EvidenceNumber, _ file: NewEvidence) -> LedgerEvent {
    .item(number.item, .evidenceAttached(SampleSchool.evidence(number, file)))
  }

  static let evidence: [Scenario] = [
    Scenario(
      "note progress", when: .note("1.1", text: "召开推进会"),
      then: .events([.item("1.1", .progressNoted(text: "召开推进会"))])),
    Scenario(
      "a note of 2000 characters", when: .note("1.1", text: String(repeating: "长", count: 2000)),
      then: .events([
        .item("1.1", .progressNoted(text: String(repeating: "长", count: 2000)))
      ])),
    Scenario(
      "a longer one", when: .note("1.1", text: String(repeating: "长", count: 2001)),
      then: .refused([.entry(.textTooLong(.note, count: 2001))])),
    Scenario(
      "a note of nothing on a withdrawn item names both", given: [.withdrawn("1.1")],
      when: .note("1.1", text: "\u{FEFF}\n"),
      then: .refused([.item(.notLive("1.1")), .entry(.textMissing(.note))])),
    Scenario(
      "a back-dated note is welcome", when: .note("1.1", text: "召开推进会"), on: "2020-05-06",
      today: "2020-07-28",
      then: .events([.item("1.1", .progressNoted(text: "召开推进会"))])),
    Scenario(
      "attach the first piece", when: .attach("1.1", SampleSchool.file("a", measure: 2)),
      then: .events([attached("证-1.1-01", SampleSchool.file("a", measure: 2))])),
    Scenario(
      "the same file for another measure", given: [.attached("证-1.1-01", measure: 1)],
      when: .attach("1.1", SampleSchool.file("a", measure: 2)),
      then: .events([attached("证-1.1-02", SampleSchool.file("a", measure: 2))])),
    Scenario(
      "the same file for the same measure", given: [.attached("证-1.1-01", measure: 1)],
      when: .attach("1.1", SampleSchool.file("a", measure: 1)),
      then: .refused([.evidence(.alreadyAttached("证-1.1-01"))])),
    Scenario(
      "the same file after it was voided gets a new number",
      given: [.attached("证-1.1-01", measure: 1), .voided("证-1.1-01", "2020-07-23")],
      when: .attach("1.1", SampleSchool.file("a", measure: 1)),
      then: .events([attached("证-1.1-02", SampleSchool.file("a", measure: 1))])),
    Scenario(
      "a number that was taken back is not used again",
      given: [
        .attached("证-1.1-01"), .undone("1.1", 9, "2020-07-23", by: SampleSchool.owner),
      ],
      when: .attach("1.1", SampleSchool.file("b")),
      then: .events([attached("证-1.1-02", SampleSchool.file("b"))])),
    Scenario(
      "an unknown measure and a document from the future name both",
      when: .attach("1.1", SampleSchool.file("a", measure: 3, date: "2020-07-29")),
      then: .refused([
        .evidence(.measureUnknown("1.1", measure: 3, count: 2)),
        .entry(.dateInFuture("2020-07-29", today: "2020-07-28")),
      ])),
    Scenario(
      "void a piece", given: [.attached("证-1.1-01")],
      when: .voidEvidence("证-1.1-01", reason: "盖章不清"),
      then: .events([
        .item("1.1", .evidenceVoided(EvidenceVoided(number: "证-1.1-01", reason: "盖章不清")))
      ])),
    Scenario(
      "void what is not there without reason names both",
      when: .voidEvidence("证-1.1-01", reason: ""),
      then: .refused([.evidence(.unknown("证-1.1-01")), .entry(.textMissing(.reason))])),
    Scenario(
      "void a piece twice",
      given: [.attached("证-1.1-01"), .voided("证-1.1-01", "2020-07-23")],
      when: .voidEvidence("证-1.1-01", reason: "盖章不清"),
      then: .refused([.evidence(.unknown("证-1.1-01"))])),
    Scenario(
      "void a piece before it counts", given: [.attached("证-1.1-01", "2020-07-22")],
      when: .voidEvidence("证-1.1-01", reason: "盖章不清"), on: "2020-07-21",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-22", effective: "2020-07-21"))
      ])),
  ]

  static func revision(_ id: ItemID, _ changes: ItemChange...) -> LedgerEvent {
    .item(id, .revised(ItemRevised(changes: changes, reason: "核对原文")))
  }

  static let revisions: [Scenario] = [
    Scenario(
      "correct a deadline",
      when: .revise(
        "2.2", changes: [.deadline(SampleSchool.deadline("2020-09-30"))], reason: "核对原文"),
      then: .events([revision("2.2", .deadline(SampleSchool.deadline("2020-09-30")))])),
    Scenario(
      "correct nothing without reason names both", when: .revise("2.2", changes: [], reason: ""),
      then: .refused([.item(.nothingToRevise("2.2")), .entry(.textMissing(.reason))])),
    Scenario(
      "the words of an item are never blanked",
      when: .revise("1.1", changes: [.content(" ")], reason: "核对原文"),
      then: .refused([.entry(.textMissing(.content))])),
    Scenario(
      "link to a free clause",
      when: .revise("1.1", changes: [.clause("3.1")], reason: "核对原文"),
      then: .events([revision("1.1", .clause("3.1"))])),
    Scenario(
      "link to a clause that another item answers",
      when: .revise("S1", changes: [.clause("1.2")], reason: "核对原文"),
      then: .refused([.plan(.clauseTaken("1.2", by: "1.2"))])),
    Scenario(
      "link to the clause of a withdrawn item", given: [.withdrawn("1.2")],
      when: .revise("S1", changes: [.clause("1.2")], reason: "核对原文"),
      then: .events([revision("S1", .clause("1.2"))])),
    Scenario(
      "link to a clause that the list does not have",
      when: .revise("1.1", changes: [.clause("3.4")], reason: "核对原文"),
      then: .refused([.plan(.clauseUnknown("3.4", nearest: ["3.1", "2.2", "2.1"]))])),
    Scenario(
      "confirm all doubts", when: .confirm("1.2", codes: nil, reason: "核对原件"),
      then: .events([
        .item(
          "1.2",
          .confirmed(ItemConfirmed(codes: [.cellShifted, .deadlineInherited], reason: "核对原件")))
      ])),
    Scenario(
      "confirm by code leaves the others",
      when: .confirm("1.2", codes: [.cellShifted, .yearAssumed], reason: "核对原件"),
      then: .events([
        .item("1.2", .confirmed(ItemConfirmed(codes: [.cellShifted], reason: "核对原件")))
      ])),
    Scenario(
      "confirm what is not doubtful without reason names both",
      when: .confirm("1.1", codes: nil, reason: ""),
      then: .refused([.item(.nothingToConfirm("1.1")), .entry(.textMissing(.reason))])),
  ]

  @Test(arguments: evidence)
  func `notes and evidence follow their rules`(_ row: Scenario) { row.check() }

  @Test(arguments: revisions)
  func `corrections and confirmations follow their rules`(_ row: Scenario) { row.check() }
}
