extension Ledger {
  /// Applies one entry; total: an entry that fits nothing is listed in ``unplaced``.
  public mutating func apply(_ entry: EventEnvelope) {
    headSequence = max(headSequence, entry.sequence)
    latestEffective = max(latestEffective ?? entry.effective, entry.effective)
    switch entry.event {
    case .ledgerOpened(let payload):
      school = payload.school
      reviewers = payload.reviewers
    case .reviewersChanged(let payload):
      reviewers = payload.reviewers
    case .listAdopted(let payload):
      list = payload.list
    case .planImported(let payload):
      plan = payload.header
      importedSources.append(payload.header.sourceDigest)
    case .itemImported(let payload):
      importItem(payload.item, entry)
    case .entryUndone(let payload):
      undo(payload, entry)
    case .gapRaised, .gapResolved, .meetingOpened, .monthSealed, .factRecorded:
      applyToOffice(entry)
    case .itemDropped, .itemRevised, .itemConfirmed, .itemStarted, .progressNoted,
      .evidenceAttached, .evidenceVoided, .closureSubmitted, .itemClosed, .closureReturned,
      .itemReopened, .itemSustained, .itemWithdrawn, .extensionRequested, .extensionGranted,
      .extensionRefused:
      let isPlaced =
        entry.event.item.flatMap { id in items.update(id) { $0.apply(entry) } } ?? false
      if !isPlaced { unplaced.append(entry.sequence) }
      if case .itemRevised(let payload) = entry.event {
        followClause(of: payload.item)
        settleFigures(of: payload.item)
      }
    }
  }

  /// Lets the task of an item follow the clause it answers.
  private mutating func followClause(of id: ItemID) {
    let list = list
    _ = items.update(id) { state in
      guard let clause = state.item.clause, state.item.task != clause.task else { return }
      state.item.task = clause.task
      if let title = list?.task(clause.task)?.title { state.item.taskTitle = title }
    }
  }

  /// Drops the flag of figures that differ once a correction made them agree.
  private mutating func settleFigures(of id: ItemID) {
    guard let list, self[id]?.item.flags.contains(.figureConflict) ?? false else { return }
    _ = items.update(id) { state in
      if FigureConflicts.first(in: state.item, list: list) == nil {
        state.item.flags.remove(.figureConflict)
      }
    }
  }

  private mutating func importItem(_ item: Item, _ entry: EventEnvelope) {
    if items.contains(item.id) {
      _ = items.update(item.id) { $0.replace(with: item, by: entry) }
    } else {
      items.insert(ItemState(importing: item, sequence: entry.sequence, on: entry.effective))
    }
  }

  private mutating func undo(_ payload: EntryUndone, _ entry: EventEnvelope) {
    let isTakenBack = items.update(payload.item) { $0.takeBack(payload.sequence, by: entry) }
    guard isTakenBack ?? false else {
      unplaced.append(entry.sequence)
      return
    }
    undone.append(payload.sequence)
  }

  private mutating func applyToOffice(_ entry: EventEnvelope) {
    switch entry.event {
    case .gapRaised(let payload):
      gaps.append(
        Gap(
          number: payload.number, text: payload.text, item: payload.item, owner: payload.owner,
          due: payload.due, raisedOn: entry.effective))
    case .gapResolved(let payload):
      guard let index = gaps.firstIndex(where: { $0.number == payload.number }) else {
        unplaced.append(entry.sequence)
        return
      }
      gaps[index].resolution = payload.resolution
      gaps[index].resolvedOn = entry.effective
    case .meetingOpened(let payload):
      meetings[payload.month, default: Meeting()].openedOn = entry.effective
    case .monthSealed(let payload):
      meetings[payload.month, default: Meeting()].seal = payload
      meetings[payload.month]?.sealSequence = entry.sequence
    case .factRecorded(let payload):
      let fact = Fact(
        value: payload.value, evidence: payload.evidence, exemption: payload.exemption,
        on: payload.countedOn ?? entry.effective, actor: entry.actor, source: payload.source)
      let earlier = facts[payload.name]?.lastIndex { $0.on <= fact.on }
      facts[payload.name, default: []].insert(fact, at: earlier.map { $0 + 1 } ?? 0)
    case .ledgerOpened, .reviewersChanged, .listAdopted, .planImported, .itemImported,
      .entryUndone, .itemDropped, .itemRevised, .itemConfirmed, .itemStarted, .progressNoted,
      .evidenceAttached, .evidenceVoided, .closureSubmitted, .itemClosed, .closureReturned,
      .itemReopened, .itemSustained, .itemWithdrawn, .extensionRequested, .extensionGranted,
      .extensionRefused:
      unplaced.append(entry.sequence)
    }
  }
}
