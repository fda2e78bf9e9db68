/// The rules for notes, evidence and corrections.
extension Decision {
  mutating func decideNote(on id: ItemID, text: String, source: String?) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    // 无 is no progress: nothing would come alive by it.
    require(!SheetWords.isNothing(text), .entry(.textMissing(.note)))
    requireRoom(text, .note)
    let (actor, day) = (occasion.actor, occasion.effective)
    // A cell that is read again is known by its sheet.
    if source == nil, state.repeatedNote(text, by: actor, on: day) != nil {
      return try events([])
    }
    return try events([.item(id, .progressNoted(text: text, source: source))])
  }

  /// 佐证: numbered in order; the same file twice for the same purpose is refused.
  mutating func decideAttachment(to id: ItemID, _ new: NewEvidence) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(id)
    if let measure = new.measure {
      require(
        state.item.measures.contains { $0.number == measure },
        .evidence(.measureUnknown(id, measure: measure, count: state.item.measures.count)))
    }
    requireRoom([new.caption, new.documentNumber, new.original, new.group])
    if let date = new.date {
      require(date <= occasion.today, .entry(.dateInFuture(date, today: occasion.today)))
    }
    if let twin = state.twin(of: new.digest, for: new.measure) {
      refuse(
        .evidence(
          .alreadyAttached(
            twin.evidence.number,
            earlierRound: twin.round < state.round.number ? twin.round : nil)))
    }
    return try events(
      EvidenceNumber(item: id, index: state.lastEvidenceIndex + 1).map { number in
        [
          .item(
            id,
            .evidenceAttached(
              Evidence(
                number: number, digest: new.digest, fileName: new.fileName,
                byteCount: new.byteCount, mediaType: new.mediaType, measure: new.measure,
                caption: new.caption, documentNumber: new.documentNumber, date: new.date,
                pages: new.pages, original: new.original, group: new.group,
                source: new.source)))
        ]
      } ?? [])
  }

  mutating func decideVoiding(of number: EvidenceNumber, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    let state = try liveItem(number.item)
    if let piece = state.evidence.first(where: {
      $0.evidence.number == number && $0.voidReason == nil
    }) {
      requireNotBefore(piece.on, state.id)
    } else {
      refuse(.evidence(.unknown(number)))
    }
    requireText(reason, .reason)
    return try events([
      .item(number.item, .evidenceVoided(EvidenceVoided(number: number, reason: reason)))
    ])
  }

  /// 更正: a reason and at least one change; the words stay, and a clause must exist and be free.
  ///
  /// A deadline that moves later, or goes, is more time: only a reviewer gives it.
  mutating func decideRevision(
    of id: ItemID, changes: [ItemChange], reason: String, superior: String?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    require(!changes.isEmpty, .item(.nothingToRevise(id)))
    requireRoom([superior])
    requireText(reason, .reason)
    for case .content(let content) in changes { requireText(content, .content) }
    for change in changes { requireRoom(change.freeTexts) }
    for case .measures(let measures) in changes
    where measures.contains(where: { TextChecks.isBlank($0.text) }) {
      refuse(.entry(.textMissing(.measure)))
    }
    for case .deadline(let deadline) in changes where deadline.meaning == .unreadable {
      refuse(.item(.deadlineNotReadable(id, text: deadline.text)))
    }
    for case .deadline(let deadline) in changes where deadline.meaning != .unreadable {
      requireMayMove(state, to: deadline, superior: superior)
    }
    for case .deadline(let deadline) in changes { requireNearDeadline(deadline.due) }
    for case .evidence(let correction) in changes {
      let isThere = state.validEvidence.contains { $0.number == correction.number }
      require(isThere, .evidence(.unknown(correction.number)))
    }
    for case .clause(let clause?) in changes {
      guard let list = ledger.list else {
        refuse(.plan(.listMissing))
        break
      }
      require(
        list.clause(clause) != nil,
        .plan(.clauseUnknown(clause, nearest: list.nearestClauses(to: clause))))
      requireFree(clause, for: id)
    }
    return try events([
      .item(
        id,
        .revised(ItemRevised(changes: changes, reason: reason, superior: named(superior))))
    ])
  }

  mutating func decideConfirmation(
    of id: ItemID, codes: Set<FindingCode>?, reason: String
  ) throws(LedgerRejection) -> [LedgerEvent] {
    let state = try liveItem(id)
    // What somebody else's check finds is no flag of the import, and can be confirmed all the same.
    let confirmed =
      codes.map { $0.filter { $0.isAdded || state.item.flags.contains($0) } } ?? state.item.flags
    require(!confirmed.isEmpty, .item(.nothingToConfirm(id)))
    requireText(reason, .reason)
    return try events([
      .item(
        id,
        .confirmed(
          ItemConfirmed(codes: confirmed.sorted { $0.rawValue < $1.rawValue }, reason: reason)))
    ])
  }

  /// A clause is answered by one item that counts.
  private mutating func requireFree(_ clause: ClauseID, for id: ItemID) {
    if let other = ledger.liveItems.first(where: { $0.item.clause == clause && $0.id != id }) {
      refuse(.plan(.clauseTaken(clause, by: other.id)))
    }
  }

  /// Taking back: one's own last entry of an item, when nothing came after it.
  mutating func decideUndo(of entry: EventEnvelope, reason: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    guard let id = entry.event.item else {
      refuse(.item(.undoImpossible(sequence: entry.sequence)))
      return try events([])
    }
    let state = try knownItem(id)
    requireText(reason, .reason)
    if case .entry(let last, before: let before) = state.undoable,
      last.sequence == entry.sequence, state.lastSequence == entry.sequence
    {
      // Another item may have taken over the clause since it was withdrawn or linked elsewhere.
      if before.isLive, let clause = before.item.clause { requireFree(clause, for: id) }
      // It may count before the entry it takes back: one with a mistyped day could not be taken back
      // before that day.
      require(
        TextChecks.isSameName(last.actor, occasion.actor),
        .item(.undoOfOther(sequence: entry.sequence, actor: last.actor)))
    } else if case .item(_, .closed) = entry.event, state.phase == .closed {
      refuse(.item(.undoImpossible(sequence: entry.sequence, closed: id)))
    } else {
      refuse(.item(.undoImpossible(sequence: entry.sequence)))
    }
    return try events([
      .item(id, .undone(EntryUndone(sequence: entry.sequence, reason: reason)))
    ])
  }
}

extension TaskList {
  /// The clauses nearest to an unknown id.
  func nearestClauses(to id: ClauseID) -> [ClauseID] {
    clauses.map { (id.distance(to: $0.id).0, id.distance(to: $0.id).1, $0.id) }
      .sorted(by: <).prefix(3).map(\.2)
  }
}
