import Foundation

/// The rules for gaps, meetings, sealed months and counted figures.
extension Decision {
  /// 差距短板: with words and an owner, numbered from 1 over the whole ledger.
  mutating func decideGap(_ text: String, item: ItemID?, owner: String, due: CivilDate?)
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireList()
    requireText(text, .gap)
    requireText(owner, .owner)
    if let due {
      requireNearDeadline(due)
      require(due >= occasion.effective, .gap(.dueInPast(due: due, effective: occasion.effective)))
    }
    if let item { _ = try liveItem(item) }
    return try events([
      .ledger(
        .gapRaised(
          GapRaised(
            number: (ledger.gaps.map(\.number).max() ?? 0) + 1, text: text, item: item,
            owner: owner, due: due)))
    ])
  }

  /// What became of a gap: once, and not before it was raised.
  mutating func decideGapResolution(of number: Int, resolution: String) throws(LedgerRejection)
    -> [LedgerEvent]
  {
    requireText(resolution, .resolution)
    if let gap = ledger.gaps.first(where: { $0.number == number }) {
      if let day = gap.resolvedOn { refuse(.gap(.alreadyResolved(number, on: day))) }
      require(
        occasion.effective >= gap.raisedOn,
        .gap(.beforeRaised(number, raised: gap.raisedOn, effective: occasion.effective)))
    } else {
      refuse(.gap(.unknown(number, undecided: ledger.undecidedGaps.map(\.number))))
    }
    return try events([.ledger(.gapResolved(GapResolved(number: number, resolution: resolution)))])
  }

  /// 例会: once a month, and never for a month that is sealed or lies behind a sealed one.
  mutating func decideMeeting(of month: CivilMonth) throws(LedgerRejection) -> [LedgerEvent] {
    requireList()
    requireBegun(month)
    requireUnsealed(month)
    if let meeting = ledger.meetings[month], meeting.seal == nil, let day = meeting.openedOn {
      refuse(.meeting(.alreadyOpen(month, on: day)))
    }
    return try events([.ledger(.meetingOpened(month))])
  }

  /// 封存: the month is over and its meeting open, earlier ones are sealed, and the paper rests on
  /// entries that are there and on the last day of the month.
  mutating func decideSeal(
    of month: CivilMonth, through: Int, asOf day: CivilDate, paper: EvidenceDigest
  )
    throws(LedgerRejection) -> [LedgerEvent]
  {
    requireBegun(month)
    requireUnsealed(month)
    if let opened = ledger.meetings[month]?.openedOn {
      require(
        occasion.effective >= opened,
        .meeting(.sealBeforeMeeting(month, opened: opened, effective: occasion.effective)))
    } else if ledger.lastSealedMonth.map({ month > $0 }) ?? true {
      refuse(.meeting(.notOpened(month)))
    }
    let earlier = ledger.openMonths.filter { $0 < month }
    require(earlier.isEmpty, .meeting(.earlierMonthOpen(month, earlier: earlier)))
    require(
      occasion.today > month.lastDay,
      .meeting(.monthNotOver(month, lastDay: month.lastDay, today: occasion.today)))
    require(day == month.lastDay, .meeting(.sealDayOutsideMonth(month, asOf: day)))
    let first = ledger.lastSealSequence ?? 1
    let known = first...max(first, ledger.headSequence)
    require(known.contains(through), .meeting(.sealThroughUnknown(through: through, known: known)))
    return try events([
      .ledger(.monthSealed(MonthSealed(month: month, through: through, asOf: day, paper: paper)))
    ])
  }

  /// 实有: a name, and a value or the reason why it does not apply.
  mutating func decideFact(_ fact: FactRecorded) throws(LedgerRejection) -> [LedgerEvent] {
    var fact = fact
    requireList()
    requireText(fact.name, .factName)
    requireRoom([fact.value, fact.exemption, fact.source])
    require(
      !TextChecks.isBlank(fact.value) || !TextChecks.isBlank(fact.exemption ?? ""),
      .entry(.textMissing(.factValue)))
    if let evidence = fact.evidence {
      require(ledger.holds(evidence), .evidence(.unknown(evidence)))
    }
    if let day = fact.countedOn {
      require(day <= occasion.today, .entry(.dateInFuture(day, today: occasion.today)))
      if day == occasion.effective { fact.countedOn = nil }
    }
    fact.name = recordedName(fact.name.trimmingCharacters(in: .whitespacesAndNewlines))
    if let reason = fact.exemption, let bare = IndicatorWords.exemption(reason) {
      fact.exemption = bare
    }
    if TextChecks.isBlank(fact.exemption ?? "") { fact.exemption = nil }
    if TextChecks.isBlank(fact.source ?? "") { fact.source = nil }
    return try events([.ledger(.factRecorded(fact))])
  }

  /// The name of a figure with the department's union under the name that it has: a union under another
  /// name would be counted twice.
  private func recordedName(_ written: String) -> String {
    let name = FactName(written)
    // What the ledger knows already keeps its name, and what the directory does not know has no other.
    guard let unit = name.unit, ledger.facts[written] == nil,
      let canonical = occasion.directory.canonical(unit)
    else { return written }
    let units = ledger.facts.keys.compactMap { FactName($0).unit }
    if units.contains(unit) { return written }
    let known = units.filter { occasion.directory.isSame($0, unit) }.min()
    let own = known ?? canonical
    // Spaces and width aside.
    if TextFolding.compact(own) == TextFolding.compact(unit) { return written }
    return FactName(name: name.name, unit: own).recorded
  }

  private mutating func requireList() { require(ledger.list != nil, .plan(.listMissing)) }

  private mutating func requireBegun(_ month: CivilMonth) {
    require(
      month <= occasion.today.civilMonth, .meeting(.monthInFuture(month, today: occasion.today)))
  }

  private mutating func requireUnsealed(_ month: CivilMonth) {
    if ledger.meetings[month]?.seal != nil {
      refuse(.meeting(.monthAlreadySealed(month)))
    } else if let last = ledger.lastSealedMonth, month < last {
      refuse(.meeting(.monthOutOfOrder(month, lastSealed: last)))
    }
  }
}
