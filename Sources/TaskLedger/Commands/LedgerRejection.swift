/// Why a command was refused by a rule: every unmet condition at once.
///
/// Invariant: `reasons` is not empty.
public struct LedgerRejection: Error, Sendable, Hashable {
  /// The unmet conditions, in the order of the rules.
  public let reasons: [Reason]

  /// Creates a rejection from its first reason and the others.
  public init(_ first: Reason, _ others: [Reason] = []) {
    reasons = [first] + others
  }

  /// One unmet condition, with its facts.
  public enum Reason: Sendable, Hashable {
    /// The ledger has no such item; the nearest known.
    case itemUnknown(ItemID, nearest: [ItemID])
    /// The item is in a state from which the move is not possible.
    case phaseWrong(ItemID, Transition, phase: Phase)
    /// The item was withdrawn or is gone from the plan.
    case itemNotLive(ItemID)
    /// A text that must be given is empty; what it is.
    case textMissing(RequiredText)
    /// There is no evidence for the item.
    case evidenceMissing(ItemID, measures: [Int])
    /// The reviewer is the one who applied.
    case reviewerIsSubmitter(ItemID, actor: String)
    /// The actor may not review; who may.
    case actorMayNotReview(actor: String, reviewers: [String])
    /// The entry would count on a day after today.
    case dateInFuture(CivilDate, today: CivilDate)
    /// The move would lie before the item's last move.
    case beforeLastMove(ItemID, last: CivilDate, effective: CivilDate)
    /// The digest given is not that of what stands for review.
    case reviewBasisChanged(ItemID)
    /// The closure still stands; there is nothing to review.
    case closureStands(ItemID)
    /// The item has no such measure; how many it has.
    case measureUnknown(ItemID, measure: Int, count: Int)
    /// The same file is already attached for the same purpose.
    case evidenceAlreadyAttached(EvidenceNumber)
    /// There is no such evidence, or it is already void.
    case evidenceUnknown(EvidenceNumber)
    /// A plan is already there, and the new one differs.
    case planAlreadyImported(PlanDifference)
    /// The plan has two items with the same id.
    case itemDuplicate(ItemID)
    /// The list has no such clause; the nearest known.
    case clauseUnknown(ClauseID, nearest: [ClauseID])
    /// The clause is already answered by another item.
    case clauseTaken(ClauseID, by: ItemID)
    /// Nothing was given to correct.
    case nothingToRevise(ItemID)
    /// There is no doubt left to confirm.
    case nothingToConfirm(ItemID)
    /// The item does not go on without an end.
    case itemNotStanding(ItemID)
    /// More time must be asked for before the due day.
    case extensionTooLate(ItemID, due: CivilDate)
    /// The item has no due day to extend.
    case extensionWithoutDue(ItemID)
    /// The new date is not after the old one.
    case extensionNotLater(ItemID, due: CivilDate, until: CivilDate)
    /// A request already awaits an answer.
    case extensionAlreadyRequested(ItemID, until: CivilDate)
    /// No request awaits an answer.
    case extensionNotRequested(ItemID)
    /// The words given for a deadline cannot be read.
    case deadlineNotReadable(ItemID, text: String)
    /// The entry is not the last one of its item, or cannot be taken back.
    case undoImpossible(sequence: Int)
    /// The entry was made by somebody else.
    case undoOfOther(sequence: Int, actor: String)
    /// The ledger was already opened.
    case ledgerAlreadyOpened(school: String)
    /// No provincial list has been adopted.
    case listMissing
    /// There is no such gap; those that are still undecided.
    case gapUnknown(Int, undecided: [Int])
    /// The gap was already resolved.
    case gapAlreadyResolved(Int, on: CivilDate)
    /// A gap would be resolved on a day before it was raised.
    case gapBeforeRaised(Int, raised: CivilDate, effective: CivilDate)
    /// A gap would be due before the day it is raised.
    case gapDueInPast(due: CivilDate, effective: CivilDate)
    /// The meeting of the month is already open.
    case meetingAlreadyOpen(CivilMonth, on: CivilDate)
    /// The meeting of the month was not opened.
    case meetingNotOpened(CivilMonth)
    /// The month would be sealed on a day before its meeting was opened.
    case sealBeforeMeeting(CivilMonth, opened: CivilDate, effective: CivilDate)
    /// The month is sealed and stays as it is.
    case monthAlreadySealed(CivilMonth)
    /// A later month is already sealed; the last one.
    case monthOutOfOrder(CivilMonth, lastSealed: CivilMonth)
    /// Earlier meetings are still open and must be sealed first.
    case earlierMonthOpen(CivilMonth, earlier: [CivilMonth])
    /// The month has not begun.
    case monthInFuture(CivilMonth, today: CivilDate)
    /// The paper of a month would look at a day outside of it.
    case sealDayOutsideMonth(CivilMonth, asOf: CivilDate)
    /// The paper would rest on entries that are not there, or leave out some of the last seal.
    case sealThroughUnknown(through: Int, known: ClosedRange<Int>)
  }

  /// The texts a command can ask for.
  public enum RequiredText: String, Sendable, Hashable, CaseIterable {
    /// Who acts.
    case actor
    /// The school's name.
    case school
    /// The statement of completion.
    case summary
    /// The reviewer's opinion.
    case opinion
    /// A reason.
    case reason
    /// A finding.
    case finding
    /// A basis.
    case basis
    /// A note of progress.
    case note
    /// Who may review.
    case reviewers
    /// The words of an item.
    case content
    /// The words of a measure.
    case measure
    /// The words of a gap.
    case gap
    /// Who must mend a gap.
    case owner
    /// What became of a gap.
    case resolution
    /// The name of a counted figure.
    case factName
    /// A counted figure, or the reason why it does not apply.
    case factValue
  }
}
