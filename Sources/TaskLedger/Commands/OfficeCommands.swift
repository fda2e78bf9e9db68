/// The rules for what the office itself records: its texts, what meetings decide, reminders.
extension Decision {
  /// 文稿: by the office, with words in it; a task's text for a task of the list. The same text again
  /// adds nothing.
  mutating func decideText(_ text: TextRecorded) throws(LedgerRejection) -> [LedgerEvent] {
    requireOffice()
    require(ledger.list != nil, .plan(.listMissing))
    var text = text
    text.paragraphs.removeAll { TextChecks.isBlank($0) }
    require(!text.paragraphs.isEmpty, .entry(.textMissing(.officeText)))
    if case .task(let number) = text.part, let list = ledger.list {
      require(
        list.task(number) != nil,
        .meeting(.taskUnknown(number, known: list.tasks.map(\.number))))
    }
    if reasons.isEmpty, ledger.texts[text.part]?.paragraphs == text.paragraphs { return [] }
    return try events([.ledger(.textRecorded(text))])
  }

  /// 议定事项: at an open meeting, with an owner, numbered from 1 within the month.
  mutating func decideAtMeeting(
    _ month: CivilMonth, item: ItemID?, text: String, owner: String, due: CivilDate?
  ) throws(LedgerRejection) -> [LedgerEvent] {
    requireOffice()
    requireText(text, .decision)
    requireText(owner, .owner)
    requireOpenMeeting(month)
    if let due {
      require(due >= occasion.effective, .gap(.dueInPast(due: due, effective: occasion.effective)))
    }
    if let item { _ = try liveItem(item) }
    let number = (ledger.meetings[month]?.decisions.map(\.decided.number).max() ?? 0) + 1
    return try events([
      .ledger(
        .meetingDecided(
          MeetingDecided(
            month: month, number: number, item: item, text: text,
            owner: occasion.directory.canonical(owner) ?? owner, due: due)))
    ])
  }

  /// 落实情况: of a decision that was made, and not before it was.
  mutating func decideSettling(_ month: CivilMonth, number: Int, result: String)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireText(result, .resolution)
    let decisions = ledger.meetings[month]?.decisions ?? []
    if let decision = decisions.first(where: { $0.decided.number == number }) {
      require(
        occasion.effective >= decision.on,
        .meeting(
          .settledBeforeDecision(
            month, number, decided: decision.on, effective: occasion.effective)))
    } else {
      refuse(.meeting(.decisionUnknown(month, number, known: decisions.map(\.decided.number))))
    }
    return try events([
      .ledger(
        .decisionSettled(DecisionSettled(month: month, number: number, result: result)))
    ])
  }

  /// 出席: of an open meeting, at least one name.
  mutating func decideAttendance(_ month: CivilMonth, names: [String]) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireOffice()
    requireOpenMeeting(month)
    let names = names.filter { !TextChecks.isBlank($0) }
    requireRoom(names)
    require(!names.isEmpty, .entry(.textMissing(.member)))
    return try events([
      .ledger(.meetingAttended(MeetingAttended(month: month, names: names)))
    ])
  }

  /// 督办: about items that still count, numbered from 1 over the whole ledger.
  mutating func decideReminder(
    to department: String, _ kind: ReminderSent.Kind, items: [ItemID], due: CivilDate
  ) throws(LedgerRejection) -> [LedgerEvent] {
    requireOffice()
    requireText(department, .department)
    require(due >= occasion.effective, .gap(.dueInPast(due: due, effective: occasion.effective)))
    for item in items { _ = try liveItem(item) }
    let number = (ledger.reminders.map(\.sent.number).max() ?? 0) + 1
    return try events([
      .ledger(
        .reminderSent(
          ReminderSent(
            number: number, department: department, kind: kind, items: items, due: due)))
    ])
  }

  /// 回复: to a reminder that was sent, and not before it was.
  mutating func decideAnswer(to number: Int, text: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireText(text, .answer)
    if let reminder = ledger.reminders.first(where: { $0.sent.number == number }) {
      require(
        occasion.effective >= reminder.on,
        .meeting(
          .answeredBeforeReminder(number, sent: reminder.on, effective: occasion.effective)))
    } else {
      refuse(.meeting(.reminderUnknown(number, known: ledger.reminders.map(\.sent.number))))
    }
    return try events([
      .ledger(.reminderAnswered(ReminderAnswered(number: number, text: text)))
    ])
  }

  /// The office: a reviewer, or a member of its role.
  private mutating func requireOffice() {
    let isOffice =
      ledger.member(named: occasion.actor).map {
        $0.isActive && !$0.roles.allSatisfy { $0 == .owner || $0 == .leader }
      } ?? false
    if !isOffice { requireReviewer() }
  }

  private mutating func requireOpenMeeting(_ month: CivilMonth) {
    let meeting = ledger.meetings[month]
    if meeting?.seal != nil {
      refuse(.meeting(.monthAlreadySealed(month)))
    } else if meeting?.openedOn == nil {
      refuse(.meeting(.notOpened(month)))
    }
  }
}
