extension ItemState {
  /// Applies an entry that concerns this item; an entry that is not possible changes nothing.
  ///
  /// - Returns: Whether the entry was possible.
  mutating func apply(_ entry: EventEnvelope) -> Bool {
    guard isPossible(entry.event) else { return false }
    undoMark = mark(before: entry)
    lastSequence = entry.sequence
    if entry.event.changesReviewBasis { basisChangedOn = max(basisChangedOn, entry.effective) }
    if entry.event.touchesReviewBasis { reviseBasis() }
    applyPossible(entry)
    return true
  }

  /// Whether the state the item is in allows an event; the other rules are those of `decide`.
  private func isPossible(_ event: LedgerEvent) -> Bool {
    if let move = event.transition {
      return move.isPossible(from: phase)
        || (phase == .closed && move.curesStaleClosure && isStale)
    }
    return switch event {
    case .evidenceVoided(let payload):
      evidence.contains { $0.evidence.number == payload.number && $0.voidReason == nil }
    case .extensionGranted, .extensionRefused: pendingExtension != nil
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemDropped, .itemRevised, .itemConfirmed, .itemStarted, .progressNoted,
      .evidenceAttached, .closureSubmitted, .itemClosed, .closureReturned, .itemReopened,
      .itemSustained, .itemWithdrawn, .extensionRequested, .gapRaised, .gapResolved,
      .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      true
    }
  }

  private mutating func applyPossible(_ entry: EventEnvelope) {
    switch entry.event {
    case .itemStarted:
      move(.start, on: entry.effective)
      rounds[rounds.count - 1].startedOn = entry.effective
    case .progressNoted(let payload):
      notes.append(ProgressNote(text: payload.text, actor: entry.actor, on: entry.effective))
    case .evidenceAttached(let payload):
      evidence.append(
        AttachedEvidence(
          evidence: payload.evidence, actor: entry.actor, on: entry.effective,
          recordedOn: entry.recordedOn, round: round.number))
      lastEvidenceIndex = max(lastEvidenceIndex, payload.evidence.number.index)
    case .evidenceVoided(let payload):
      for index in evidence.indices where evidence[index].evidence.number == payload.number {
        evidence[index].voidReason = payload.reason
      }
    case .closureSubmitted, .itemClosed, .closureReturned, .itemReopened, .itemSustained,
      .itemWithdrawn:
      applyMove(entry)
    case .extensionRequested(let payload):
      extensions.append(
        Extension(
          until: payload.until, reason: payload.reason, progress: payload.progress,
          actor: entry.actor, on: entry.effective))
    case .extensionGranted(let payload):
      answerExtension(.granted(until: payload.until, basis: payload.basis), on: entry.effective)
      grantedDue = payload.until
    case .extensionRefused(let payload):
      answerExtension(.refused(reason: payload.reason), on: entry.effective)
    case .itemRevised(let payload):
      let before = planned ?? item
      for change in payload.changes { apply(change) }
      planned = before.differs(from: item) ? before : nil
    case .itemConfirmed(let payload):
      for code in payload.codes { confirmed[code] = item.subject(of: code) }
      item.flags.subtract(payload.codes)
    case .itemDropped(let payload):
      droppedReason = payload.reason
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .gapRaised, .gapResolved, .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      break
    }
  }

  private mutating func applyMove(_ entry: EventEnvelope) {
    let current = rounds.count - 1
    switch entry.event {
    case .closureSubmitted(let payload):
      rounds[current].submissions.append(
        Round.Submission(
          summary: payload.summary, unprovedMeasures: payload.unprovedMeasures,
          actor: entry.actor, on: entry.effective))
      move(.submit, on: entry.effective)
    case .itemClosed(let payload):
      // Only the last closure is ever compared; taking it back restores the one before.
      if let last = rounds[current].closures.indices.last {
        rounds[current].closures[last].basis = nil
      }
      rounds[current].closures.append(
        Round.Closure(
          opinion: payload.opinion, actor: entry.actor, on: entry.effective,
          sequence: entry.sequence, reviewed: payload.reviewed, basisRevision: basisRevision))
      move(.close, on: entry.effective)
    case .closureReturned(let payload):
      rounds[current].returns.append(
        Round.Return(reason: payload.reason, actor: entry.actor, on: entry.effective))
      move(.return, on: entry.effective)
    case .itemReopened(let payload):
      rounds.append(
        Round(
          number: round.number + 1, startedOn: entry.effective,
          reopening: Round.Reopening(
            finding: payload.finding, basis: payload.basis, actor: entry.actor,
            on: entry.effective)))
      move(.reopen, on: entry.effective)
    case .itemSustained:
      move(.sustain, on: entry.effective)
    case .itemWithdrawn(let payload):
      withdrawalBasis = payload.basis
      move(.withdraw, on: entry.effective)
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemDropped, .itemRevised, .itemConfirmed, .itemStarted, .progressNoted,
      .evidenceAttached, .evidenceVoided, .extensionRequested, .extensionGranted,
      .extensionRefused, .gapRaised, .gapResolved, .meetingOpened, .monthSealed,
      .factRecorded, .entryUndone:
      break
    }
  }

  /// Counts a change of what a reviewer reviews that is about to be made, and keeps what the last
  /// closure rests on before the first.
  mutating func reviseBasis() {
    let (current, last) = (rounds.count - 1, rounds[rounds.count - 1].closures.count - 1)
    if last >= 0, rounds[current].closures[last].basisRevision == basisRevision,
      rounds[current].closures[last].basis == nil
    {
      rounds[current].closures[last].basis = standingBasis
    }
    basisRevision += 1
  }

  private mutating func move(_ transition: Transition, on day: CivilDate) {
    phase = transition.target
    lastMoveOn = day
  }

  private mutating func answerExtension(_ answer: Extension.Answer, on day: CivilDate) {
    guard !extensions.isEmpty else { return }
    extensions[extensions.count - 1].answer = answer
    extensions[extensions.count - 1].answeredOn = day
  }

  private mutating func apply(_ change: ItemChange) {
    defer { if let field = change.planField { item.flags.subtract(field.doubts) } }
    switch change {
    case .deadline(let deadline): moveDeadline(to: deadline)
    case .clause(let clause):
      item.clause = clause
      item.link = Link(confidence: .certain, reasons: [.person])
    case .content(let content): item.content = content
    case .measures(let measures): item.measures = measures
    case .departments(let departments): item.departments = departments
    case .responsiblePerson(let name): item.responsiblePerson = name
    case .remark(let remark): item.remark = remark
    case .ordinal(let ordinal): item.ordinal = ordinal
    case .evidence(let correction):
      for index in evidence.indices where evidence[index].evidence.number == correction.number {
        evidence[index].evidence.apply(correction)
      }
    }
  }

  /// Whether a deadline fixes something, so that its day is kept for ever.
  private static func settles(_ deadline: Deadline) -> Bool {
    switch deadline.meaning {
    case .blank, .vague, .unreadable: false
    case .immediate, .date, .range, .dates, .recurring, .ongoing, .event: true
    }
  }

  /// Takes a corrected deadline: the first one stays the original unless it was doubtful, and a
  /// day that moves supersedes what was granted on the old one.
  private mutating func moveDeadline(to deadline: Deadline) {
    if !Self.settles(originalDeadline)
      || !item.flags.isDisjoint(with: PlanDifference.Field.deadline.doubts)
    {
      originalDeadline = deadline
    }
    if deadline.due != item.deadline.due { grantedDue = nil }
    item.deadline = deadline
  }

  /// Takes over the words of a corrected plan; history, evidence and the original date stay.
  mutating func replace(with newItem: Item, by entry: EventEnvelope) {
    reviseBasis()
    planned = planned.flatMap { words in
      // What a correction says is kept; everything else is the plan's own word now.
      var next = newItem
      for field in words.fields(unlike: item) where field.isEqual(newItem, item) {
        field.copy(from: words, to: &next)
      }
      return next.differs(from: newItem) ? next : nil
    }
    moveDeadline(to: newItem.deadline)
    item = newItem
    droppedReason = nil
    lastSequence = entry.sequence
    basisChangedOn = max(basisChangedOn, entry.effective)
    undoMark = nil
  }
}

extension LedgerEvent {
  /// The move of the closing machine that the event makes, or nil.
  var transition: Transition? {
    switch self {
    case .itemStarted: .start
    case .closureSubmitted: .submit
    case .itemClosed: .close
    case .closureReturned: .return
    case .itemReopened: .reopen
    case .itemSustained: .sustain
    case .itemWithdrawn: .withdraw
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemDropped, .itemRevised, .itemConfirmed, .progressNoted, .evidenceAttached,
      .evidenceVoided, .extensionRequested, .extensionGranted, .extensionRefused, .gapRaised,
      .gapResolved, .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      nil
    }
  }

  /// Whether the event may change what a reviewer reviews, the statement included.
  var touchesReviewBasis: Bool {
    switch self {
    case .itemStarted, .progressNoted, .itemClosed, .itemConfirmed, .itemDropped,
      .extensionRequested, .extensionRefused:
      false
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .itemRevised, .evidenceAttached, .evidenceVoided, .closureSubmitted, .closureReturned,
      .itemReopened, .itemSustained, .itemWithdrawn, .extensionGranted, .gapRaised,
      .gapResolved, .meetingOpened, .monthSealed, .factRecorded, .entryUndone:
      true
    }
  }

  /// Whether the event may change what a reviewer reviews, beside the statement.
  var changesReviewBasis: Bool {
    switch self {
    case .itemImported, .itemRevised, .evidenceAttached, .evidenceVoided, .extensionGranted:
      true
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemDropped,
      .itemConfirmed, .itemStarted, .progressNoted, .closureSubmitted, .itemClosed,
      .closureReturned, .itemReopened, .itemSustained, .itemWithdrawn, .extensionRequested,
      .extensionRefused, .gapRaised, .gapResolved, .meetingOpened, .monthSealed,
      .factRecorded, .entryUndone:
      false
    }
  }
}

extension Evidence {
  /// Takes over what a correction names.
  fileprivate mutating func apply(_ correction: EvidenceCorrection) {
    if let pages = correction.pages { self.pages = pages }
    if let original = correction.original { self.original = original }
    if let caption = correction.caption { self.caption = caption }
    if let number = correction.documentNumber { documentNumber = number }
  }
}
