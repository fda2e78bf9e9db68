import TaskLedger

/// One sample of every reason for a refusal; the switch makes sure that none is left out.
enum ReasonSamples {
  typealias Reason = LedgerRejection.Reason

  static let all: [Reason] =
    [
      .itemUnknown("1.9", nearest: ["1.1", "1.2"]), .itemUnknown("1.9", nearest: []),
      .itemNotLive("1.1"), .evidenceMissing("1.1", measures: [1, 2]),
      .evidenceMissing("1.1", measures: []), .reviewerIsSubmitter("1.1", actor: "学工部"),
      .actorMayNotReview(actor: "学工部", reviewers: ["领导小组办公室", "校团委"]),
      .dateInFuture("2020-08-02", today: "2020-08-01"),
      .beforeLastMove("1.1", last: "2020-08-01", effective: "2020-07-31"),
      .reviewBasisChanged("1.1"), .closureStands("1.1"),
      .measureUnknown("1.1", measure: 3, count: 2), .evidenceAlreadyAttached("证-1.1-01"),
      .evidenceUnknown("证-1.1-01"), .planAlreadyImported(difference), .itemDuplicate("1.1"),
      .clauseUnknown("3.4", nearest: ["3.1", "2.2"]), .clauseUnknown("3.4", nearest: []),
      .clauseTaken("1.2", by: "1.2"), .nothingToRevise("1.1"), .nothingToConfirm("1.1"),
      .itemNotStanding("1.1"), .extensionTooLate("1.1", due: "2020-07-31"),
      .extensionWithoutDue("2.2"),
      .extensionNotLater("1.1", due: "2020-07-31", until: "2020-07-30"),
      .extensionAlreadyRequested("1.1", until: "2020-08-15"), .extensionNotRequested("1.1"),
      .deadlineNotReadable("1.1", text: "2020年13月"),
      .undoImpossible(sequence: 9), .undoOfOther(sequence: 9, actor: "学工部"),
      .ledgerAlreadyOpened(school: SampleSchool.name), .listMissing,
      .gapUnknown(2, undecided: [1, 3]), .gapUnknown(2, undecided: []),
      .gapAlreadyResolved(1, on: "2020-07-23"),
      .gapBeforeRaised(1, raised: "2020-07-22", effective: "2020-07-21"),
      .gapDueInPast(due: "2020-07-27", effective: "2020-07-28"),
      .meetingAlreadyOpen("2020-07", on: "2020-07-27"), .meetingNotOpened("2020-07"),
      .sealBeforeMeeting("2020-07", opened: "2020-07-27", effective: "2020-07-26"),
      .monthAlreadySealed("2020-07"), .monthOutOfOrder("2020-06", lastSealed: "2020-07"),
      .earlierMonthOpen("2020-09", earlier: ["2020-07", "2020-08"]),
      .monthInFuture("2020-08", today: "2020-07-28"),
      .sealDayOutsideMonth("2020-07", asOf: "2020-08-01"),
      .sealThroughUnknown(through: 9, known: 1...8),
    ]
    + Transition.allCases.flatMap { move in
      Phase.allCases.filter { !move.sources.contains($0) && $0 != .withdrawn }
        .map { .phaseWrong("1.1", move, phase: $0) }
    } + LedgerRejection.RequiredText.allCases.map { .textMissing($0) }

  private static var difference: PlanDifference {
    PlanDifference(
      from: History.imported.ledger,
      to: SampleSchool.items.dropLast() + [SampleSchool.item("1.3", deadline: .blank)])
  }

  /// The name of a reason's kind, written out so that a new kind does not compile without a sample.
  static func kind(_ reason: Reason) -> String {
    switch reason {
    case .itemUnknown: "itemUnknown"
    case .phaseWrong: "phaseWrong"
    case .itemNotLive: "itemNotLive"
    case .textMissing: "textMissing"
    case .evidenceMissing: "evidenceMissing"
    case .reviewerIsSubmitter: "reviewerIsSubmitter"
    case .actorMayNotReview: "actorMayNotReview"
    case .dateInFuture: "dateInFuture"
    case .beforeLastMove: "beforeLastMove"
    case .reviewBasisChanged: "reviewBasisChanged"
    case .closureStands: "closureStands"
    case .measureUnknown: "measureUnknown"
    case .evidenceAlreadyAttached: "evidenceAlreadyAttached"
    case .evidenceUnknown: "evidenceUnknown"
    case .planAlreadyImported: "planAlreadyImported"
    case .itemDuplicate: "itemDuplicate"
    case .clauseUnknown: "clauseUnknown"
    case .clauseTaken: "clauseTaken"
    case .nothingToRevise: "nothingToRevise"
    case .nothingToConfirm: "nothingToConfirm"
    case .itemNotStanding: "itemNotStanding"
    case .extensionTooLate: "extensionTooLate"
    case .deadlineNotReadable: "deadlineNotReadable"
    case .extensionWithoutDue: "extensionWithoutDue"
    case .extensionNotLater: "extensionNotLater"
    case .extensionAlreadyRequested: "extensionAlreadyRequested"
    case .extensionNotRequested: "extensionNotRequested"
    case .undoImpossible: "undoImpossible"
    case .undoOfOther: "undoOfOther"
    case .ledgerAlreadyOpened: "ledgerAlreadyOpened"
    case .listMissing: "listMissing"
    case .gapUnknown: "gapUnknown"
    case .gapAlreadyResolved: "gapAlreadyResolved"
    case .gapBeforeRaised: "gapBeforeRaised"
    case .gapDueInPast: "gapDueInPast"
    case .meetingAlreadyOpen: "meetingAlreadyOpen"
    case .meetingNotOpened: "meetingNotOpened"
    case .sealBeforeMeeting: "sealBeforeMeeting"
    case .monthAlreadySealed: "monthAlreadySealed"
    case .monthOutOfOrder: "monthOutOfOrder"
    case .earlierMonthOpen: "earlierMonthOpen"
    case .monthInFuture: "monthInFuture"
    case .sealDayOutsideMonth: "sealDayOutsideMonth"
    case .sealThroughUnknown: "sealThroughUnknown"
    }
  }

  /// How many kinds of reasons there are, as ``kind(_:)`` counts them.
  static let kindCount = 44
}
