extension Ledger {
  /// Applies one entry; total: an entry that fits nothing is listed in ``unplaced``.
  public mutating func apply(_ entry: EventEnvelope) {
    headSequence = max(headSequence, entry.sequence)
    latestEffective = max(latestEffective ?? entry.effective, entry.effective)
    let isPlaced =
      switch entry.event {
      case .item(let id, let event): apply(event, to: id, by: entry)
      case .ledger(let event):
        apply(event, by: entry)
      }
    if case .ledger = entry.event {
      latestOfWhole = max(latestOfWhole ?? entry.effective, entry.effective)
    }
    if !isPlaced { unplaced.append(entry.sequence) }
  }

  private mutating func apply(_ event: ItemEvent, to id: ItemID, by entry: EventEnvelope) -> Bool {
    let list = list
    let isPlaced = items.update(id) { $0.apply(event, by: entry, list: list) }
    if case .undone(let payload) = event, isPlaced == true {
      undone.append(payload.sequence)
      latestEffective = itemsInOrder.flatMap(\.entries)
        .filter { !undone.contains($0.sequence) }.map(\.effective).max()
        .map { max($0, latestOfWhole ?? $0) }
    }
    if case .imported(let item) = event, isPlaced == nil {
      items.insert(ItemState(importing: item, by: entry, asOf: asOf))
      return true
    }
    return isPlaced ?? false
  }

  /// The one place where events change the ledger as a whole.
  private mutating func apply(_ event: LedgerEventKind, by entry: EventEnvelope) -> Bool {
    switch event {
    case .opened(let payload):
      school = payload.school
      reviewers = payload.reviewers
    case .reviewersChanged(let payload):
      reviewers = payload.reviewers
    case .listAdopted(let list):
      adopt(list)
    case .listCorrected(let payload):
      correct(to: payload.list)
    case .planImported(let header):
      plan = header
      importedSources.append(header.sourceDigest)
    case .gapRaised(let payload):
      gaps.append(
        Gap(
          number: payload.number, text: payload.text, item: payload.item, owner: payload.owner,
          due: payload.due, raisedOn: entry.effective))
    case .gapResolved(let payload):
      guard let index = gaps.firstIndex(where: { $0.number == payload.number }) else {
        return false
      }
      gaps[index].resolution = payload.resolution
      gaps[index].resolvedOn = entry.effective
    case .meetingOpened(let month):
      meetings[month, default: Meeting()].openedOn = entry.effective
    case .monthSealed(let payload):
      meetings[payload.month, default: Meeting()].seal = payload
      meetings[payload.month]?.sealSequence = entry.sequence
    case .factRecorded(let payload):
      let fact = Fact(
        value: payload.value, evidence: payload.evidence, exemption: payload.exemption,
        on: payload.countedOn ?? entry.effective, recordedOn: entry.recordedOn,
        actor: entry.actor, source: payload.source)
      let earlier = facts[payload.name]?.lastIndex { $0.on <= fact.on }
      facts[payload.name, default: []].insert(fact, at: earlier.map { $0 + 1 } ?? 0)
    case .indicatorExempted(let payload):
      let key = IndicatorExemption(indicator: payload.indicator, unit: payload.unit)
      exemptions[key] = payload.reason
    case .memberAdded(let payload):
      add(payload, on: entry.effective)
    case .memberRetired(let name):
      guard members[name] != nil else { return false }
      members[name]?.retiredOn = entry.effective
    case .textRecorded(let payload):
      texts[payload.part] = OfficeText(
        paragraphs: payload.paragraphs, source: payload.source, digest: payload.digest,
        on: entry.effective, actor: entry.actor)
    case .meetingDecided, .decisionSettled, .meetingAttended:
      return applyMeeting(event, on: entry.effective)
    case .reminderSent(let payload):
      reminders.append(Reminder(sent: payload, on: entry.effective))
    case .reminderAnswered(let payload):
      guard let place = reminders.firstIndex(where: { $0.sent.number == payload.number }) else {
        return false
      }
      reminders[place].answer = payload.text
      reminders[place].answeredOn = entry.effective
    }
    return true
  }

  /// What was decided at a meeting, by whom, and what became of it.
  private mutating func applyMeeting(_ event: LedgerEventKind, on day: CivilDate) -> Bool {
    switch event {
    case .meetingDecided(let payload):
      meetings[payload.month, default: Meeting()].decisions.append(
        MeetingDecision(decided: payload, on: day))
    case .decisionSettled(let payload):
      guard
        let place = meetings[payload.month]?.decisions.firstIndex(where: {
          $0.decided.number == payload.number
        })
      else { return false }
      meetings[payload.month]?.decisions[place].result = payload.result
      meetings[payload.month]?.decisions[place].settledOn = day
    case .meetingAttended(let payload):
      var meeting = meetings[payload.month] ?? Meeting()
      for name in payload.names where !meeting.attendance.contains(name) {
        meeting.attendance.append(name)
      }
      meetings[payload.month] = meeting
    default: return false
    }
    return true
  }

  /// A corrected list: the items of changed clauses are doubtful until somebody has looked.
  private mutating func adopt(_ list: TaskList) {
    self.list = list
    listNumbers.append(list.documentNumber)
  }

  private mutating func correct(to list: TaskList) {
    let changed = Set(self.list?.changes(to: list).compactMap(\.clause) ?? [])
    adopt(list)
    for id in itemsInOrder.compactMap({ $0.item.clause.map(changed.contains) == true ? $0.id : nil }
    ) {
      items.update(id) { $0.doubtClause() }
    }
  }

  /// Registers a person, or gives one a further department or role.
  private mutating func add(_ payload: MemberAdded, on day: CivilDate) {
    var member =
      members[payload.name]
      ?? Member(name: payload.name, departments: [], roles: [], addedOn: day)
    if !member.departments.contains(payload.department) {
      member.departments.append(payload.department)
    }
    if !member.roles.contains(payload.role) { member.roles.append(payload.role) }
    member.retiredOn = nil
    members[payload.name] = member
  }
}
