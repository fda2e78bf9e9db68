extension Ledger {
  /// The gaps that nobody has decided yet, in order of number.
  public var undecidedGaps: [Gap] { gaps.filter { $0.resolvedOn == nil } }

  /// The months whose meeting is open and not sealed, from early to late.
  public var openMonths: [CivilMonth] {
    meetings.filter { $0.value.openedOn != nil && $0.value.seal == nil }.map(\.key).sorted()
  }

  /// The sealed months, from early to late.
  public var sealedMonths: [CivilMonth] {
    meetings.filter { $0.value.seal != nil }.map(\.key).sorted()
  }

  /// The last sealed month.
  public var lastSealedMonth: CivilMonth? { sealedMonths.last }

  /// The entry of the latest seal.
  var lastSealSequence: Int? { meetings.values.compactMap(\.sealSequence).max() }

  /// The seal of the last month sealed before a month.
  func seal(before month: CivilMonth) -> MonthSealed? {
    sealedMonths.last { $0 < month }.flatMap { meetings[$0]?.seal }
  }

  /// The state a sealed paper rests on: printing it again gives the same text, whatever was
  /// recorded afterwards.
  public static func folding(
    _ entries: some Sequence<EventEnvelope>, underSeal seal: MonthSealed
  ) -> Ledger {
    entries.reduce(into: Ledger(asOf: seal.asOf)) { if seal.covers($1) { $0.apply($1) } }
  }

  /// The entries that a sealed month does not hold although they count on a day in it, in order.
  ///
  /// They were recorded after the paper was made; they appear in the next month as 补记.
  ///
  /// - Parameters:
  ///   - month: A sealed month; nothing is late for another.
  ///   - entries: The log.
  /// - Returns: The late entries.
  public func lateEntries(
    for month: CivilMonth, among entries: some Sequence<EventEnvelope>
  ) -> [EventEnvelope] {
    guard let seal = meetings[month]?.seal else { return [] }
    return entries.filter {
      month.contains($0.effective) && !seal.covers($0) && $0.event.isSupplement && stillCounts($0)
    }
  }

  /// The supplements (补记) that a month's paper must list, in order: entries that no earlier paper
  /// could hold, although they count on a day before the month.
  ///
  /// Every late entry appears in exactly one later paper: the first that covers it. What was taken
  /// back or made void by then is told nowhere as done.
  ///
  /// - Parameters:
  ///   - month: The month of the paper, sealed or not.
  ///   - entries: The log.
  /// - Returns: The supplements; empty when no earlier month is sealed.
  public func supplements(
    in month: CivilMonth, among entries: some Sequence<EventEnvelope>
  ) -> [EventEnvelope] {
    guard let before = seal(before: month) else { return [] }
    let own = meetings[month]?.seal
    return entries.filter {
      $0.effective <= before.month.lastDay && !before.covers($0) && $0.event.isSupplement
        && own?.covers($0) ?? true && stillCounts($0)
    }
  }

  /// Whether an entry was neither taken back nor, as evidence, made void.
  private func stillCounts(_ entry: EventEnvelope) -> Bool {
    if undone.contains(entry.sequence) { return false }
    guard case .item(let id, .evidenceAttached(let piece)) = entry.event else { return true }
    return self[id]?.evidence.first { $0.evidence.number == piece.number }?.voidReason == nil
  }
}

extension MonthSealed {
  /// Whether the paper of the month rests on an entry.
  public func covers(_ entry: EventEnvelope) -> Bool {
    entry.sequence <= through && entry.effective <= asOf
  }
}

extension LedgerEvent {
  /// Whether the event tells of work, so that a late one is listed as 补记; meetings and their
  /// seals are not.
  var isSupplement: Bool {
    if case .ledger(.meetingOpened) = self { return false }
    if case .ledger(.monthSealed) = self { return false }
    return true
  }
}
