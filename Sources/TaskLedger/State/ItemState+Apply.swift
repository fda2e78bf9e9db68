extension ItemState {
  /// The state of an item after the entry that brings it into the ledger.
  ///
  /// - Parameters:
  ///   - item: The item with all its words.
  ///   - entry: The entry.
  ///   - asOf: The day the ledger is looked at; nil for all entries.
  public init(importing item: Item, by entry: EventEnvelope, asOf: CivilDate? = nil) {
    self.init(
      item: item, originalDeadline: item.deadline, lastSequence: entry.sequence,
      lastMoveOn: entry.effective, basisChangedOn: entry.effective, importedOn: entry.effective,
      goesOnSince: entry.effective, asOf: asOf, entries: [entry])
  }

  /// Applies an entry that concerns this item; an entry that is not possible changes nothing.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - entry: The entry that tells it.
  ///   - list: The province's list, which names the task of a clause.
  /// - Returns: Whether the entry was possible.
  mutating func apply(_ event: ItemEvent, by entry: EventEnvelope, list: TaskList?) -> Bool {
    let basis = reviewBasis
    let past = event.isUndoable ? kept(before: entry) : .nothing
    guard takeEffect(of: event, by: entry, list: list) else { return false }
    lastSequence = entry.sequence
    entries.append(entry)
    undoable = past
    noteChange(of: basis, by: entry)
    return true
  }

  /// The state before an entry that can be taken back, without its entries and its own past.
  ///
  /// A state has many parts, so they are set aside and it is copied once, to where it is kept.
  private mutating func kept(before entry: EventEnvelope) -> Undoable {
    let (ownEntries, ownPast) = (entries, undoable)
    entries = []
    undoable = .nothing
    defer { (entries, undoable) = (ownEntries, ownPast) }
    return .entry(entry, before: self)
  }

  /// The one place where events change an item: whether each is possible, and what it does.
  private mutating func takeEffect(
    of event: ItemEvent, by entry: EventEnvelope, list: TaskList?
  ) -> Bool {
    let current = rounds.count - 1
    switch event {
    case .imported(let item):
      let dueBefore = droppedReason == nil ? due : nil
      let deadline = self.item.deadline
      replace(with: item)
      noteRhythm(after: deadline, by: entry)
      noteDeferral(from: dueBefore, reason: PlanPhrases.replanned, superior: nil, by: entry)
    case .dropped(let reason):
      droppedReason = reason
    case .revised(let payload):
      revise(payload, by: entry, list: list)
    case .confirmed(let payload):
      for code in payload.codes { confirmed[code] = item.subject(of: code) }
      item.flags.subtract(payload.codes)
    case .started:
      guard move(.start, on: entry.effective) else { return false }
      rounds[current].startedOn = entry.effective
    case .progressNoted(let text, _):
      notes.append(ProgressNote(text: text, actor: entry.actor, on: entry.effective))
    case .evidenceAttached(let piece):
      evidence.append(
        AttachedEvidence(
          evidence: piece, actor: entry.actor, on: entry.effective,
          recordedOn: entry.recordedOn, round: round.number))
      lastEvidenceIndex = max(lastEvidenceIndex, piece.number.index)
    case .evidenceVoided(let payload):
      let place = evidence.firstIndex {
        $0.evidence.number == payload.number && $0.voidReason == nil
      }
      guard let place else { return false }
      evidence[place].voidReason = payload.reason
    case .closureSubmitted(let payload):
      guard move(.submit, on: entry.effective) else { return false }
      rounds[current].submissions.append(
        Round.Submission(
          summary: payload.summary, unprovedMeasures: payload.unprovedMeasures,
          actor: entry.actor, handedInBy: payload.handedInBy, on: entry.effective))
    case .closed(let payload):
      guard move(.close, on: entry.effective) else { return false }
      rounds[current].close(payload, on: reviewBasis, by: entry)
      staleSince = nil
    case .closureReturned(let reason, _):
      guard move(.return, on: entry.effective) else { return false }
      rounds[current].returns.append(
        Round.Return(reason: reason, actor: entry.actor, on: entry.effective))
    case .reopened(let payload):
      guard move(.reopen, on: entry.effective) else { return false }
      rounds.append(
        Round(
          number: round.number + 1, startedOn: entry.effective,
          reopening: Round.Reopening(
            finding: payload.finding, basis: payload.basis, actor: entry.actor,
            on: entry.effective, due: payload.due)))
      // What was granted belonged to the round before.
      if payload.due != .kept {
        grantedDue = nil
        isGrantedBySuperior = false
      }
    case .sustained:
      guard move(.sustain, on: entry.effective) else { return false }
      rounds[current].sustainedOn.append(entry.effective)
      restrainSustaining()
    case .withdrawn(let basis):
      guard move(.withdraw, on: entry.effective) else { return false }
      withdrawalBasis = basis
    case .extensionRequested(let payload):
      extensions.append(
        Extension(
          until: payload.until, reason: payload.reason, progress: payload.progress,
          actor: entry.actor, on: entry.effective))
    case .extensionGranted(let payload):
      let answer = Extension.Answer.granted(until: payload.until, basis: payload.basis)
      guard answerExtension(answer, on: entry.effective) else { return false }
      extensions[extensions.count - 1].superior = payload.superior
      grantedDue = payload.until
      isGrantedBySuperior = payload.superior != nil
    case .extensionRefused(let reason):
      return answerExtension(.refused(reason: reason), on: entry.effective)
    case .undone(let payload):
      return takeBack(payload.sequence, on: entry.effective)
    }
    return true
  }

  /// Makes a move of the closing machine.
  ///
  /// - Returns: Whether it was possible from where the item stands.
  private mutating func move(_ transition: Transition, on day: CivilDate) -> Bool {
    let curesStaleClosure =
      phase == .closed && transition.curesStaleClosure && staleSince != nil
    guard transition.isPossible(from: phase) || curesStaleClosure else { return false }
    phase = transition.target
    lastMoveOn = day
    return true
  }

  private mutating func answerExtension(_ answer: Extension.Answer, on day: CivilDate) -> Bool {
    guard pendingExtension != nil else { return false }
    extensions[extensions.count - 1].answer = answer
    extensions[extensions.count - 1].answeredOn = day
    return true
  }

  /// Restores what stood before the last entry; numbers of evidence are not used again, and moves
  /// count no earlier than the day of the taking back, so that every look back stays consistent.
  private mutating func takeBack(_ sequence: Int, on day: CivilDate) -> Bool {
    // As of a day before an entry that was dated ahead, there is nothing to take back yet.
    if asOf != nil, !entries.contains(where: { $0.sequence == sequence }) { return true }
    guard case .entry(let last, var before) = undoable, last.sequence == sequence,
      lastSequence == sequence
    else { return false }
    let isMove =
      before.phase != phase || before.round.closures.count != round.closures.count
    if isMove { before.lastMoveOn = max(before.lastMoveOn, day) }
    before.lastEvidenceIndex = lastEvidenceIndex
    before.entries = entries
    before.asOf = asOf
    self = before
    return true
  }
}

extension ItemState {
  /// Notes what a change of what a reviewer reviews means for later moves and for a closure.
  private mutating func noteChange(of before: ReviewBasis, by entry: EventEnvelope) {
    let now = reviewBasis
    let parts = before.parts(unlike: now)
    if !parts.isEmpty, parts != [.statement] {
      basisChangedOn = max(basisChangedOn, entry.effective)
    }
    guard let closure else {
      staleSince = nil
      return
    }
    if closure.basis == now {
      staleSince = nil
    } else if staleSince == nil {
      staleSince = entry.recordedOn
    }
    if validEvidenceCount == 0 { rounds[rounds.count - 1].hasLackedEvidence = true }
  }

  /// Flags that the clause which the item answers has changed; an earlier confirmation no longer
  /// holds.
  mutating func doubtClause() {
    confirmed[.clauseChanged] = nil
    item.flags.insert(.clauseChanged)
    // Taking the last entry back does not take the doubt away.
    if case .entry(let entry, before: var before) = undoable {
      before.doubtClause()
      undoable = .entry(entry, before: before)
    }
  }

  /// An item with a due day is closed first and goes on by itself afterwards: one that was sustained
  /// before that rule, or got a day later, reads as 推进中.
  private mutating func restrainSustaining() {
    if phase == .ongoing, due != nil { phase = .inProgress }
  }

  /// Keeps that a due day was moved later or taken away.
  private mutating func noteDeferral(
    from before: CivilDate?, reason: String, superior: String?, by entry: EventEnvelope
  ) {
    guard let before, due.map({ $0 > before }) ?? true else { return }
    deferrals.append(
      Deferral(
        from: before, until: due, reason: reason, actor: entry.actor, on: entry.effective,
        superior: superior))
  }

  /// Keeps since when the item goes on or recurs.
  private mutating func noteRhythm(after before: Deadline, by entry: EventEnvelope) {
    let now = item.deadline
    let isNew =
      now.meaning.isRecurring
      ? !before.meaning.isRecurring
      : now.isOngoing && !before.isOngoing && !before.meaning.isRecurring
    if isNew { goesOnSince = entry.effective }
  }

  private mutating func revise(
    _ payload: ItemRevised, by entry: EventEnvelope, list: TaskList?
  ) {
    let before = planned ?? item
    let (dueBefore, deadlineBefore) = (due, item.deadline)
    for change in payload.changes {
      apply(change)
      // The same day in other words leaves the grant, and what stays in force keeps its document.
      if case .deadline = change, payload.superior != nil || grantedDue == nil {
        isGrantedBySuperior = payload.superior != nil
      }
    }
    noteDeferral(from: dueBefore, reason: payload.reason, superior: payload.superior, by: entry)
    noteRhythm(after: deadlineBefore, by: entry)
    restrainSustaining()
    planned = before.differs(from: item) ? before : nil
    // The task follows the clause.
    if let clause = item.clause, item.task != clause.task {
      item.task = clause.task
      if let title = list?.task(clause.task)?.title { item.taskTitle = title }
    }
    // The flag of figures that differ goes once a correction made them agree.
    if let list, item.flags.contains(.figureConflict),
      FigureConflicts.first(in: item, list: list) == nil
    {
      item.flags.remove(.figureConflict)
    }
  }

  private mutating func apply(_ change: ItemChange) {
    defer { if let field = change.planField { item.flags.subtract(field.doubts) } }
    switch change {
    case .deadline(let deadline):
      moveDeadline(to: deadline)
      // A corrected day is that of the round that is open.
      if rounds[rounds.count - 1].reopening != nil {
        rounds[rounds.count - 1].reopening?.due = .kept
      }
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
    if deadline.due != item.deadline.due {
      grantedDue = nil
      isGrantedBySuperior = false
    }
    item.deadline = deadline
  }

  /// Takes over the words of a corrected plan; history, evidence and the original date stay.
  private mutating func replace(with newItem: Item) {
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
    restrainSustaining()
    droppedReason = nil
  }
}

extension ItemEvent {
  /// Whether it can be taken back; what comes with a plan is taken back by importing.
  fileprivate var isUndoable: Bool {
    switch self {
    case .imported, .dropped, .undone: false
    case .revised, .confirmed, .started, .progressNoted, .evidenceAttached, .evidenceVoided,
      .closureSubmitted, .closed, .closureReturned, .reopened, .sustained, .withdrawn,
      .extensionRequested, .extensionGranted, .extensionRefused:
      true
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
