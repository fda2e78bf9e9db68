import TaskLedger

/// One sample of every reason for a refusal; the switch makes sure that none is left out.
enum ReasonSamples {
  typealias Reason = LedgerRejection.Reason

  static let all: [Reason] =
    [
      .item(.unknown("1.9", nearest: ["1.1", "1.2"])), .item(.unknown("1.9", nearest: [])),
      .item(.notLive("1.1")), .evidence(.missing("1.1", measures: [1, 2])),
      .evidence(.missing("1.1", measures: [])),
      .review(.reviewerIsSubmitter("1.1", actor: "学工部", submitter: "学生处")),
      .entry(.actorMayNotReview(actor: "学工部", reviewers: ["领导小组办公室", "校团委"])),
      .entry(.dateInFuture("2020-08-02", today: "2020-08-01")),
      .entry(.textTooLong(.note, count: 2001)),
      .entry(.dateFarOff("2202-07-28", after: "2020-08-01")),
      .item(.beforeLastMove("1.1", last: "2020-08-01", effective: "2020-07-31")),
      .review(
        .reviewBasisChanged(
          "1.1", ReviewChange(parts: [.content, .evidence], entries: [12, 15]), now: code)),
      .review(.reviewCodeUnknown("1.1", given: .code(code), now: code)),
      .review(.closureStands("1.1")),
      .evidence(.measureUnknown("1.1", measure: 3, count: 2)),
      .evidence(.alreadyAttached("证-1.1-01")),
      .evidence(.unknown("证-1.1-01")), .plan(.alreadyImported(difference)),
      .plan(.itemDuplicate("1.1")),
      .plan(.clauseUnknown("3.4", nearest: ["3.1", "2.2"])),
      .plan(.clauseUnknown("3.4", nearest: [])),
      .plan(.clauseTaken("1.2", by: "1.2")), .item(.nothingToRevise("1.1")),
      .item(.nothingToConfirm("1.1")),
      .item(.notStanding("1.1")), .extension(.tooLate("1.1", due: "2020-07-31")),
      .extension(.withoutDue("2.2")),
      .extension(.notLater("1.1", due: "2020-07-31", until: "2020-07-30")),
      .extension(.alreadyRequested("1.1", until: "2020-08-15")), .extension(.notRequested("1.1")),
      .item(.deadlineNotReadable("1.1", text: "2020年13月")),
      .item(.undoImpossible(sequence: 9)), .item(.undoOfOther(sequence: 9, actor: "学工部")),
      .plan(.ledgerAlreadyOpened(school: SampleSchool.name)), .plan(.listMissing),
      .gap(.unknown(2, undecided: [1, 3])), .gap(.unknown(2, undecided: [])),
      .gap(.alreadyResolved(1, on: "2020-07-23")),
      .gap(.beforeRaised(1, raised: "2020-07-22", effective: "2020-07-21")),
      .gap(.dueInPast(due: "2020-07-27", effective: "2020-07-28")),
      .meeting(.alreadyOpen("2020-07", on: "2020-07-27")), .meeting(.notOpened("2020-07")),
      .meeting(.sealBeforeMeeting("2020-07", opened: "2020-07-27", effective: "2020-07-26")),
      .meeting(.monthAlreadySealed("2020-07")),
      .meeting(.monthOutOfOrder("2020-06", lastSealed: "2020-07")),
      .meeting(.earlierMonthOpen("2020-09", earlier: ["2020-07", "2020-08"])),
      .meeting(.monthInFuture("2020-08", today: "2020-07-28")),
      .meeting(.sealDayOutsideMonth("2020-07", asOf: "2020-08-01")),
      .meeting(.sealThroughUnknown(through: 9, known: 1...8)),
      .meeting(.decisionUnknown("2020-07", 3, known: [1, 2])),
      .meeting(
        .settledBeforeDecision("2020-07", 2, decided: "2020-07-28", effective: "2020-07-27")),
      .meeting(.answeredBeforeReminder(1, sent: "2020-07-28", effective: "2020-07-27")),
      .member(.retiredBeforeAdded("张伟", added: "2020-07-21", effective: "2020-07-20")),
      .meeting(.reminderUnknown(4, known: [1])), .meeting(.taskUnknown(12, known: [1, 2])),
      .meeting(.monthNotOver("2020-07", lastDay: "2020-07-31", today: "2020-07-28")),
      .item(.basisNotDocument("1.1", basis: "口头同意")),
      .item(.dueBeforeGoingOn("2.1", due: "2020-08-31")),
      .item(.roundDueInPast("1.1", due: "2020-07-01", on: "2020-07-28")),
      .extension(
        .revisionDefers(
          "1.1", due: "2020-07-31", until: "2020-12-31", actor: "学工部",
          reviewers: ["领导小组办公室"])),
      .extension(
        .revisionDefers(
          "1.1", due: "2020-07-31", until: nil, actor: "学工部", reviewers: ["领导小组办公室"])),
      .extension(
        .superiorMissing(
          "1.1", until: "2020-12-31", list: "2020-06-30", handIn: "2020-10-15", isRequest: true)),
      .extension(
        .superiorMissing(
          "1.1", until: "2020-12-31", list: "2020-06-30", handIn: "2020-10-15", isRequest: false)),
      .member(.unknownActor("学工布", nearest: ["学工部"])), .member(.unknownActor("某某", nearest: [])),
      .member(.unknown("张韦", nearest: ["张伟"])), .member(.unknown("张韦", nearest: [])),
      .member(.alreadyThere("张伟", department: "学工部", role: .owner)),
      .member(.starredIndicator("1")), .member(.notExempt("6")),
    ]
    + Transition.allCases.flatMap { move in
      Phase.allCases.filter { !move.sources.contains($0) && $0 != .withdrawn }
        .map { .item(.phaseWrong("1.1", move, phase: $0)) }
    } + RequiredText.allCases.map { .entry(.textMissing($0)) }

  private static let code = ReviewCode(of: "a")

  private static var difference: PlanDifference {
    PlanDifference(
      from: History.imported.ledger,
      to: SampleSchool.items.dropLast() + [SampleSchool.item("1.3", deadline: .blank)])
  }

  /// The name of a reason's kind, written out so that a new kind does not compile without a sample.
  static func kind(_ reason: Reason) -> String {
    switch reason {
    case .item(.unknown): "itemUnknown"
    case .item(.phaseWrong): "phaseWrong"
    case .item(.notLive): "itemNotLive"
    case .entry(.textMissing): "textMissing"
    case .evidence(.missing): "evidenceMissing"
    case .review(.reviewerIsSubmitter): "reviewerIsSubmitter"
    case .entry(.actorMayNotReview): "actorMayNotReview"
    case .entry(.dateInFuture): "dateInFuture"
    case .entry(.textTooLong): "textTooLong"
    case .entry(.dateFarOff): "dateFarOff"
    case .item(.beforeLastMove): "beforeLastMove"
    case .review(.reviewBasisChanged): "reviewBasisChanged"
    case .review(.reviewCodeUnknown): "reviewCodeUnknown"
    case .review(.closureStands): "closureStands"
    case .evidence(.measureUnknown): "measureUnknown"
    case .evidence(.alreadyAttached): "evidenceAlreadyAttached"
    case .evidence(.unknown): "evidenceUnknown"
    case .plan(.alreadyImported): "planAlreadyImported"
    case .plan(.itemDuplicate): "itemDuplicate"
    case .plan(.clauseUnknown): "clauseUnknown"
    case .plan(.clauseTaken): "clauseTaken"
    case .item(.basisNotDocument): "basisNotDocument"
    case .item(.nothingToRevise): "nothingToRevise"
    case .item(.nothingToConfirm): "nothingToConfirm"
    case .item(.notStanding): "itemNotStanding"
    case .extension(.tooLate): "extensionTooLate"
    case .item(.deadlineNotReadable): "deadlineNotReadable"
    case .extension(.withoutDue): "extensionWithoutDue"
    case .extension(.notLater): "extensionNotLater"
    case .extension(.alreadyRequested): "extensionAlreadyRequested"
    case .extension(.notRequested): "extensionNotRequested"
    case .item(.undoImpossible): "undoImpossible"
    case .item(.undoOfOther): "undoOfOther"
    case .plan(.ledgerAlreadyOpened): "ledgerAlreadyOpened"
    case .plan(.listMissing): "listMissing"
    case .gap(.unknown): "gapUnknown"
    case .gap(.alreadyResolved): "gapAlreadyResolved"
    case .gap(.beforeRaised): "gapBeforeRaised"
    case .gap(.dueInPast): "gapDueInPast"
    case .meeting(.alreadyOpen): "meetingAlreadyOpen"
    case .meeting(.notOpened): "meetingNotOpened"
    case .meeting(.sealBeforeMeeting): "sealBeforeMeeting"
    case .meeting(.monthAlreadySealed): "monthAlreadySealed"
    case .meeting(.monthOutOfOrder): "monthOutOfOrder"
    case .meeting(.earlierMonthOpen): "earlierMonthOpen"
    case .meeting(.monthInFuture): "monthInFuture"
    case .meeting(.sealDayOutsideMonth): "sealDayOutsideMonth"
    case .meeting(.sealThroughUnknown): "sealThroughUnknown"
    case .meeting(.monthNotOver): "monthNotOver"
    case .meeting(.decisionUnknown): "decisionUnknown"
    case .meeting(.settledBeforeDecision): "settledBeforeDecision"
    case .meeting(.reminderUnknown): "reminderUnknown"
    case .meeting(.answeredBeforeReminder): "answeredBeforeReminder"
    case .meeting(.taskUnknown): "taskUnknown"
    case .item(.dueBeforeGoingOn): "dueBeforeGoingOn"
    case .item(.roundDueInPast): "roundDueInPast"
    case .extension(.revisionDefers): "revisionDefers"
    case .extension(.superiorMissing): "superiorMissing"
    case .member(.unknownActor): "unknownActor"
    case .member(.unknown): "memberUnknown"
    case .member(.alreadyThere): "memberAlreadyThere"
    case .member(.retiredBeforeAdded): "retiredBeforeAdded"
    case .member(.starredIndicator): "starredIndicator"
    case .member(.notExempt): "notExempt"
    }
  }

  /// How many kinds of reasons there are, as ``kind(_:)`` counts them.
  static let kindCount = 64
}
