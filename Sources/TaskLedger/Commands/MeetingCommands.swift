import Foundation

/// The rules for gaps, meetings, sealed months and counted figures.
extension RuleSheet {
  /// 差距短板: with words and an owner, numbered from 1 over the whole ledger.
  func decideGap(_ text: String, item: ItemID?, owner: String, due: CivilDate?)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireList()
    requireText(text, .gap)
    requireText(owner, .owner)
    if let due {
      require(due >= occasion.effective, .gapDueInPast(due: due, effective: occasion.effective))
    }
    if let item { _ = try liveItem(item) }
    return try events([
      .gapRaised(
        GapRaised(
          number: (ledger.gaps.map(\.number).max() ?? 0) + 1, text: text, item: item,
          owner: owner, due: due))
    ])
  }

  /// What became of a gap: once, and not before it was raised.
  func decideGapResolution(of number: Int, resolution: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireText(resolution, .resolution)
    if let gap = ledger.gaps.first(where: { $0.number == number }) {
      if let day = gap.resolvedOn { refuse(.gapAlreadyResolved(number, on: day)) }
      require(
        occasion.effective >= gap.raisedOn,
        .gapBeforeRaised(number, raised: gap.raisedOn, effective: occasion.effective))
    } else {
      refuse(.gapUnknown(number, undecided: ledger.undecidedGaps.map(\.number)))
    }
    return try events([.gapResolved(GapResolved(number: number, resolution: resolution))])
  }

  /// 例会: once a month, and never for a month that is sealed or lies behind a sealed one.
  func decideMeeting(of month: CivilMonth) throws(LedgerRejection) -> [LedgerEvent] {
    requireList()
    requireBegun(month)
    requireUnsealed(month)
    if let meeting = ledger.meetings[month], meeting.seal == nil, let day = meeting.openedOn {
      refuse(.meetingAlreadyOpen(month, on: day))
    }
    return try events([.meetingOpened(MeetingOpened(month: month))])
  }

  /// 封存: the month's meeting is open, earlier ones are sealed, and the paper rests on entries
  /// that are there and on a day of the month.
  func decideSeal(of month: CivilMonth, through: Int, asOf day: CivilDate, paper: EvidenceDigest)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireBegun(month)
    requireUnsealed(month)
    if let opened = ledger.meetings[month]?.openedOn {
      require(
        occasion.effective >= opened,
        .sealBeforeMeeting(month, opened: opened, effective: occasion.effective))
    } else {
      refuse(.meetingNotOpened(month))
    }
    let earlier = ledger.openMonths.filter { $0 < month }
    require(earlier.isEmpty, .earlierMonthOpen(month, earlier: earlier))
    require(month.contains(day), .sealDayOutsideMonth(month, asOf: day))
    require(day <= occasion.today, .dateInFuture(day, today: occasion.today))
    let first = ledger.lastSealSequence ?? 1
    let known = first...max(first, ledger.headSequence)
    require(known.contains(through), .sealThroughUnknown(through: through, known: known))
    return try events([
      .monthSealed(MonthSealed(month: month, through: through, asOf: day, paper: paper))
    ])
  }

  /// 实有: a name, and a value or the reason why it does not apply.
  func decideFact(_ fact: FactRecorded) throws(LedgerRejection) -> [LedgerEvent] {
    var fact = fact
    requireList()
    requireText(fact.name, .factName)
    require(
      !TextChecks.isBlank(fact.value) || !TextChecks.isBlank(fact.exemption ?? ""),
      .textMissing(.factValue))
    if let evidence = fact.evidence {
      let isThere = ledger[evidence.item]?.validEvidence.contains { $0.number == evidence }
      require(isThere ?? false, .evidenceUnknown(evidence))
    }
    if let day = fact.countedOn {
      require(day <= occasion.today, .dateInFuture(day, today: occasion.today))
      if day == occasion.effective { fact.countedOn = nil }
    }
    fact.name = fact.name.trimmingCharacters(in: .whitespacesAndNewlines)
    if TextChecks.isBlank(fact.exemption ?? "") { fact.exemption = nil }
    if TextChecks.isBlank(fact.source ?? "") { fact.source = nil }
    return try events([.factRecorded(fact)])
  }

  private func requireList() { require(ledger.list != nil, .listMissing) }

  private func requireBegun(_ month: CivilMonth) {
    require(
      month <= occasion.today.civilMonth, .monthInFuture(month, today: occasion.today))
  }

  private func requireUnsealed(_ month: CivilMonth) {
    if ledger.meetings[month]?.seal != nil {
      refuse(.monthAlreadySealed(month))
    } else if let last = ledger.lastSealedMonth, month < last {
      refuse(.monthOutOfOrder(month, lastSealed: last))
    }
  }
}
