extension Ledger {
  /// Decides a command, numbers the entries it gives, and applies them.
  ///
  ///     let entries = try ledger.record(.start(id), on: occasion, at: now)
  ///
  /// A program that keeps a log stores the entries returned; folding them gives this ledger again.
  ///
  /// - Parameters:
  ///   - command: What somebody wants to do.
  ///   - occasion: Who acts, and on which civil date.
  ///   - recordedAt: The moment of the recording.
  /// - Returns: The entries, numbered on from the last one applied; empty when there is nothing to do.
  /// - Throws: ``LedgerRejection`` naming each unmet condition; the ledger is then as it was.
  @discardableResult
  public mutating func record(
    _ command: LedgerCommand, on occasion: Occasion, at recordedAt: Instant
  ) throws(LedgerRejection) -> [EventEnvelope] {
    let events = try decide(command, in: self, on: occasion)
    let entries = EventEnvelope.numbering(
      events, after: headSequence, recordedAt: recordedAt, effective: occasion.effective,
      actor: occasion.actor)
    for entry in entries { apply(entry) }
    return entries
  }
}

extension EventEnvelope {
  /// Numbers events that are recorded together.
  ///
  /// - Parameters:
  ///   - events: The events, in order.
  ///   - last: The number of the last entry before them; 0 when there is none.
  ///   - recordedAt: When they are recorded.
  ///   - effective: The day on which they count.
  ///   - actor: Who made them.
  /// - Returns: The entries.
  public static func numbering(
    _ events: [LedgerEvent], after last: Int, recordedAt: Instant, effective: CivilDate,
    actor: String
  ) -> [EventEnvelope] {
    let name = PrintableText.line(actor)
    return events.enumerated().map { index, event in
      EventEnvelope(
        sequence: last + 1 + index, recordedAt: recordedAt, effective: effective, actor: name,
        event: event.printable)
    }
  }
}
