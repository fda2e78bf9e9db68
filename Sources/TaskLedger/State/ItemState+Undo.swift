/// Taking back the last entry of an item (撤回): the state before it is restored from a mark, so
/// that folding never copies a history.
extension ItemState {
  /// What stood before the last entry, as far as an entry can change it.
  struct UndoMark: Sendable, Hashable {
    var sequence: Int
    var actor: String
    var effective: CivilDate
    var isMove: Bool
    var changesReviewBasis: Bool
    /// The item before, when the entry changes it.
    var item: [Item]
    var originalDeadline: Deadline
    var phase: Phase
    var withdrawalBasis: String?
    var lastMoveOn: CivilDate
    var basisChangedOn: CivilDate
    var grantedDue: CivilDate?
    var voided: EvidenceNumber?
    var lastExtension: Extension?
    var startedOn: CivilDate?
    var counts: Counts
  }

  /// How long the lists of an item's history were.
  struct Counts: Sendable, Hashable {
    var notes: Int
    var evidence: Int
    var extensions: Int
    var rounds: Int
    var submissions: Int
    var returns: Int
    var closures: Int
  }

  /// The mark before an entry; nil for what comes with a plan and is taken back by importing.
  func mark(before entry: EventEnvelope) -> UndoMark? {
    var changed: [Item] = []
    var voided: EvidenceNumber?
    switch entry.event {
    case .itemRevised, .itemConfirmed: changed = [item]
    case .evidenceVoided(let payload): voided = payload.number
    case .itemImported, .itemDropped: return nil
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemStarted,
      .progressNoted, .evidenceAttached, .closureSubmitted, .itemClosed, .closureReturned,
      .itemReopened, .itemSustained, .itemWithdrawn, .extensionRequested, .extensionGranted,
      .extensionRefused, .gapRaised, .gapResolved, .meetingOpened, .monthSealed,
      .factRecorded, .entryUndone:
      break
    }
    let last = rounds[rounds.count - 1]
    return UndoMark(
      sequence: entry.sequence, actor: entry.actor, effective: entry.effective,
      isMove: entry.event.transition != nil,
      changesReviewBasis: entry.event.changesReviewBasis, item: changed,
      originalDeadline: originalDeadline, phase: phase, withdrawalBasis: withdrawalBasis,
      lastMoveOn: lastMoveOn, basisChangedOn: basisChangedOn, grantedDue: grantedDue,
      voided: voided, lastExtension: extensions.last, startedOn: last.startedOn,
      counts: Counts(
        notes: notes.count, evidence: evidence.count, extensions: extensions.count,
        rounds: rounds.count, submissions: last.submissions.count,
        returns: last.returns.count, closures: last.closures.count))
  }

  /// Restores what stood before the last entry; numbers of evidence are not used again, and moves
  /// count no earlier than the day of the taking back, so that every look back stays consistent.
  ///
  /// - Returns: Whether the entry could be taken back.
  mutating func takeBack(_ sequence: Int, by entry: EventEnvelope) -> Bool {
    guard let mark = undoMark, mark.sequence == sequence, lastSequence == sequence else {
      return false
    }
    if let before = mark.item.first { item = before }
    originalDeadline = mark.originalDeadline
    phase = mark.phase
    withdrawalBasis = mark.withdrawalBasis
    lastMoveOn = mark.isMove ? max(mark.lastMoveOn, entry.effective) : mark.lastMoveOn
    basisChangedOn =
      mark.changesReviewBasis ? max(mark.basisChangedOn, entry.effective) : mark.basisChangedOn
    grantedDue = mark.grantedDue
    restoreLists(to: mark)
    lastSequence = entry.sequence
    undoMark = nil
    return true
  }

  private mutating func restoreLists(to mark: UndoMark) {
    let counts = mark.counts
    notes.removeLast(notes.count - counts.notes)
    evidence.removeLast(evidence.count - counts.evidence)
    for index in evidence.indices where evidence[index].evidence.number == mark.voided {
      evidence[index].voidReason = nil
    }
    extensions.removeLast(extensions.count - counts.extensions)
    if let last = mark.lastExtension { extensions[extensions.count - 1] = last }
    rounds.removeLast(rounds.count - counts.rounds)
    let current = rounds.count - 1
    rounds[current].startedOn = mark.startedOn
    rounds[current].submissions.removeLast(
      rounds[current].submissions.count - counts.submissions)
    rounds[current].returns.removeLast(rounds[current].returns.count - counts.returns)
    rounds[current].closures.removeLast(rounds[current].closures.count - counts.closures)
  }
}
