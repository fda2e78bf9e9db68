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
    var phase: Phase
    var lastMoveOn: CivilDate
    var basisChangedOn: CivilDate
    var grantedDue: CivilDate?
    var startedOn: CivilDate?
    var counts: Counts
    /// What few entries change; empty for the others, so that a mark stays small.
    var rare: [Rare]
  }

  /// What stood before an entry of the few kinds that change more than lists and moves.
  struct Rare: Sendable, Hashable {
    var item: Item?
    var originalDeadline: Deadline?
    /// The item as the plan gave it, beside the item.
    var planned: Item?
    /// The confirmed flags, when the entry confirms some.
    var confirmed: [FindingCode: Item.Subject]?
    /// The evidence, when the entry corrects what the index says of it.
    var evidence: [AttachedEvidence] = []
    var voided: EvidenceNumber?
    var lastExtension: Extension?
    /// What the closure before stood on, when the entry closes the item again.
    var closureBasis: ReviewBasis?
  }

  /// How long the lists of an item's history were.
  struct Counts: Sendable, Hashable {
    var notes: Int32
    var evidence: Int32
    var extensions: Int32
    var rounds: Int32
    var submissions: Int32
    var returns: Int32
    var closures: Int32
  }

  private func rareParts(before event: LedgerEvent) -> [Rare] {
    switch event {
    case .itemRevised(let payload):
      [
        Rare(
          item: item, originalDeadline: originalDeadline, planned: planned,
          evidence: payload.changes.contains(where: \.concernsEvidence) ? evidence : [])
      ]
    case .itemConfirmed: [Rare(item: item, planned: planned, confirmed: confirmed)]
    case .evidenceVoided(let payload): [Rare(voided: payload.number)]
    case .extensionGranted, .extensionRefused: [Rare(lastExtension: extensions.last)]
    case .itemClosed:
      rounds[rounds.count - 1].closures.last?.basis.map { [Rare(closureBasis: $0)] } ?? []
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemDropped, .itemStarted, .progressNoted, .evidenceAttached, .closureSubmitted,
      .closureReturned, .itemReopened, .itemSustained, .itemWithdrawn, .extensionRequested,
      .gapRaised, .gapResolved, .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      []
    }
  }

  /// The mark before an entry; nil for what comes with a plan and is taken back by importing.
  func mark(before entry: EventEnvelope) -> UndoMark? {
    switch entry.event {
    case .itemImported, .itemDropped: return nil
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemRevised,
      .itemConfirmed, .itemStarted, .progressNoted, .evidenceAttached, .evidenceVoided,
      .closureSubmitted, .itemClosed, .closureReturned, .itemReopened, .itemSustained,
      .itemWithdrawn, .extensionRequested, .extensionGranted, .extensionRefused, .gapRaised,
      .gapResolved, .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      break
    }
    let last = rounds.count - 1
    return UndoMark(
      sequence: entry.sequence, actor: entry.actor, effective: entry.effective,
      isMove: entry.event.transition != nil,
      changesReviewBasis: entry.event.changesReviewBasis, phase: phase, lastMoveOn: lastMoveOn,
      basisChangedOn: basisChangedOn, grantedDue: grantedDue,
      startedOn: rounds[last].startedOn,
      counts: Counts(
        notes: Int32(notes.count), evidence: Int32(evidence.count),
        extensions: Int32(extensions.count), rounds: Int32(rounds.count),
        submissions: Int32(rounds[last].submissions.count),
        returns: Int32(rounds[last].returns.count),
        closures: Int32(rounds[last].closures.count)),
      rare: rareParts(before: entry.event))
  }

  /// Restores what stood before the last entry; numbers of evidence are not used again, and moves
  /// count no earlier than the day of the taking back, so that every look back stays consistent.
  ///
  /// - Returns: Whether the entry could be taken back.
  mutating func takeBack(_ sequence: Int, by entry: EventEnvelope) -> Bool {
    guard let mark = undoMark, mark.sequence == sequence, lastSequence == sequence else {
      return false
    }
    reviseBasis()
    let rare = mark.rare.first
    if let before = rare?.item {
      item = before
      planned = rare?.planned
    }
    if let before = rare?.originalDeadline { originalDeadline = before }
    if let before = rare?.confirmed { confirmed = before }
    phase = mark.phase
    // A withdrawn item takes no move, so only the withdrawal itself can be taken back.
    if phase != .withdrawn { withdrawalBasis = nil }
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
    let rare = mark.rare.first
    notes.removeLast(notes.count - Int(counts.notes))
    evidence.removeLast(evidence.count - Int(counts.evidence))
    if let before = rare?.evidence, !before.isEmpty { evidence = before }
    if let voided = rare?.voided {
      for index in evidence.indices where evidence[index].evidence.number == voided {
        evidence[index].voidReason = nil
      }
    }
    extensions.removeLast(extensions.count - Int(counts.extensions))
    if let last = rare?.lastExtension { extensions[extensions.count - 1] = last }
    rounds.removeLast(rounds.count - Int(counts.rounds))
    rounds[rounds.count - 1].restore(to: counts, startedOn: mark.startedOn, rare?.closureBasis)
  }
}

extension Round {
  fileprivate mutating func restore(
    to counts: ItemState.Counts, startedOn day: CivilDate?, _ basis: ReviewBasis?
  ) {
    startedOn = day
    submissions.removeLast(submissions.count - Int(counts.submissions))
    returns.removeLast(returns.count - Int(counts.returns))
    closures.removeLast(closures.count - Int(counts.closures))
    if let basis, !closures.isEmpty { closures[closures.count - 1].basis = basis }
  }
}
