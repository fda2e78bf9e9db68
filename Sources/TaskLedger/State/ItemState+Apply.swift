extension ItemState {
  /// Applies an entry that concerns this item; other entries change nothing.
  mutating func apply(_ entry: EventEnvelope) {
    lastSequence = entry.sequence
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
    case .extensionRefused(let payload):
      answerExtension(.refused(reason: payload.reason), on: entry.effective)
    case .itemRevised(let payload):
      for change in payload.changes { apply(change) }
    case .itemConfirmed(let payload):
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
      let basis = reviewBasis
      rounds[current].closures.append(
        Round.Closure(
          opinion: payload.opinion, actor: entry.actor, on: entry.effective,
          sequence: entry.sequence, reviewed: payload.reviewed, basis: basis))
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
    switch change {
    case .deadline(let deadline):
      if !Self.settles(originalDeadline) || !item.flags.isDisjoint(with: Self.deadlineDoubts) {
        originalDeadline = deadline
      }
      item.deadline = deadline
      item.flags.subtract(Self.deadlineDoubts)
    case .clause(let clause):
      item.clause = clause
      item.link = Link(confidence: .certain, reasons: [.person])
      item.flags.subtract([.linkDoubtful, .itemUnlinked, .rowMisplaced])
    case .content(let content):
      item.content = content
      item.flags.remove(.cellShifted)
    case .measures(let measures):
      item.measures = measures
      item.flags.remove(.measureMissing)
    case .departments(let departments):
      item.departments = departments
      item.flags.subtract([.departmentMissing, .departmentGeneric, .departmentInherited])
    case .responsiblePerson(let name):
      item.responsiblePerson = name
    case .remark(let remark):
      item.remark = remark
    case .ordinal(let ordinal):
      item.ordinal = ordinal
      item.flags.remove(.ordinalDuplicate)
    }
  }

  /// The doubts about a deadline that a correction settles.
  static let deadlineDoubts: Set<FindingCode> = [
    .deadlineMissing, .deadlineInherited, .deadlineUnreadable, .deadlineVague, .yearAssumed,
  ]

  /// Whether a deadline fixes something, so that its day is kept for ever.
  private static func settles(_ deadline: Deadline) -> Bool {
    switch deadline.meaning {
    case .blank, .vague, .unreadable: false
    case .immediate, .date, .range, .dates, .recurring, .ongoing, .event: true
    }
  }

  /// Takes over the words of a corrected plan; history, evidence and the original date stay.
  mutating func replace(with newItem: Item, sequence: Int) {
    if !Self.settles(originalDeadline) { originalDeadline = newItem.deadline }
    item = newItem
    droppedReason = nil
    lastSequence = sequence
  }
}
