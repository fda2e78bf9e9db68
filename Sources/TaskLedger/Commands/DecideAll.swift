/// Decides several commands of one occasion as a whole: all of them, or none.
///
/// Each is decided on the ledger as the ones before leave it; the refusals of all are collected.
///
/// - Throws: ``LedgerRejection`` with the unmet conditions of every refused command.
public func decideAll(
  _ commands: [LedgerCommand], in ledger: Ledger, on occasion: Occasion
) throws(LedgerRejection) -> [LedgerEvent] {
  var ledger = ledger
  var events: [LedgerEvent] = []
  var reasons: [LedgerRejection.Reason] = []
  for command in commands {
    do throws(LedgerRejection) {
      for event in try decide(command, in: ledger, on: occasion) {
        ledger.apply(
          EventEnvelope(
            sequence: ledger.headSequence + 1, recordedAt: Instant(startOf: occasion.today),
            effective: occasion.effective, actor: occasion.actor, event: event))
        events.append(event)
      }
    } catch {
      for reason in error.reasons where !reasons.contains(reason) { reasons.append(reason) }
    }
  }
  if let first = reasons.first { throw LedgerRejection(first, Array(reasons.dropFirst())) }
  return events
}
