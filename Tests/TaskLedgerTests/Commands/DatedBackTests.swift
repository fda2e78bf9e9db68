import TaskLedger
import Testing

/// What rests on another entry counts no earlier than it, so that no look back finds an answer without
/// its question.
///
/// Source: product description, The closing machine (back-dated with `--on`) and Days and counts (a
/// month's paper looks back at its last day).
struct DatedBackTests {
  static let office = SampleSchool.office
  static let meeting: Happening = .meeting("2020-07", "2020-07-22")
  static let decided = Happening(
    .ledger(
      .meetingDecided(
        MeetingDecided(
          month: "2020-07", number: 1, item: nil, text: "月底前公示", owner: "学工部", due: nil))),
    on: "2020-07-22", by: office)
  static let reminded = Happening(
    .ledger(
      .reminderSent(
        ReminderSent(
          number: 1, department: "学工部", kind: .urging, items: ["1.1"], due: "2020-08-10"))),
    on: "2020-07-22", by: office)
  static let joined = Happening(
    .ledger(.memberAdded(MemberAdded(name: "张伟", department: "学工部", role: .owner))),
    on: "2020-07-22", by: office)

  /// An entry that rests on another of 2020-07-22, with what is said when it counts the day before.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var given: [Happening]
    var command: LedgerCommand
    var reason: LedgerRejection.Reason
  }

  static let rows: [Row] = [
    Row(
      testDescription: "what became of a decision", given: [meeting, decided],
      command: .settleDecision("2020-07", number: 1, result: "已公示"),
      reason: .meeting(
        .settledBeforeDecision("2020-07", 1, decided: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "the reply to a reminder", given: [reminded],
      command: .answerReminder(number: 1, text: "本周补齐"),
      reason: .meeting(
        .answeredBeforeReminder(1, sent: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "a member leaves", given: [joined], command: .retireMember(name: "张伟"),
      reason: .member(
        .retiredBeforeAdded("张伟", added: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "what became of a gap", given: [.gap(1, "2020-07-22")],
      command: .resolveGap(number: 1, resolution: "已公示"),
      reason: .gap(.beforeRaised(1, raised: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "evidence is declared void", given: [.attached("证-1.1-01", "2020-07-22")],
      command: .voidEvidence("证-1.1-01", reason: "盖章不清"),
      reason: .item(.beforeLastMove("1.1", last: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "more time is granted",
      given: [.asked("1.1", until: "2020-08-15", "2020-07-22")],
      command: .grantExtension("1.1", basis: "例会决定"),
      reason: .item(.beforeLastMove("1.1", last: "2020-07-22", effective: "2020-07-21"))),
    Row(
      testDescription: "more time is refused",
      given: [.asked("1.1", until: "2020-08-15", "2020-07-22")],
      command: .refuseExtension("1.1", reason: "理由不足"),
      reason: .item(.beforeLastMove("1.1", last: "2020-07-22", effective: "2020-07-21"))),
  ]

  private static func history(_ row: Row) -> History {
    row.given.reduce(.imported) { $0.after($1) }
  }

  @Test(
    .bug(
      id: "look-back",
      "a decision was settled before it was made, and no paper of the time could place it"),
    arguments: rows)
  func `the day before it is refused`(_ row: Row) {
    var history = Self.history(row)
    #expect(throws: LedgerRejection(row.reason)) {
      try history.run(row.command, by: Self.office, on: "2020-07-21", today: "2020-07-28")
    }
  }

  @Test(arguments: rows)
  func `the day itself is right, and every look back places all entries`(_ row: Row) throws {
    for day: CivilDate in ["2020-07-22", "2020-07-23"] {
      var history = Self.history(row)
      try history.run(row.command, by: Self.office, on: day, today: "2020-07-28")
      for lookBack: CivilDate in ["2020-07-20", "2020-07-21", "2020-07-22", "2020-07-28"] {
        #expect(history.ledger(asOf: lookBack).unplaced == [], "\(lookBack)")
      }
    }
  }
}
