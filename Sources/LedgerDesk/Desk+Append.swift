import LedgerStore
package import TaskLedger

/// What an act recorded.
package struct Receipt: Sendable {
  /// The entries as they are in the log; empty when there was nothing to record.
  package var entries: [EventEnvelope]
  /// The ledger after them.
  package var ledger: Ledger
  /// The evidence whose damaged or missing file was put back; nothing is recorded of it.
  package var restored: [EvidenceNumber] = []
}

extension Desk {
  /// Decides commands as a whole and appends what they give.
  ///
  /// - Parameters:
  ///   - commands: The commands, given the ledger; asked again when the log has moved on.
  ///   - items: The items the decision needs to read; nil for the whole log.
  ///   - clerk: Who acts.
  ///   - moment: When.
  ///   - effective: The day the entries count on; today without one.
  ///   - dryRun: Whether to decide without appending.
  /// - Returns: What was recorded.
  /// - Throws: ``DeskError``; ``DeskError/Kind/overtaken`` when only what others appended meanwhile
  ///   is against it.
  package func append(
    _ commands: (Ledger) -> [LedgerCommand], concerning items: Set<ItemID>? = nil,
    by clerk: Clerk, at moment: Moment, effective: CivilDate? = nil, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    try append(
      commands, concerning: items, by: clerk, at: moment, effective: effective, dryRun: dryRun,
      placing: [], in: try store(for: .writing))
  }

  /// The same with evidence to move into its place once the decision is made, in an open store;
  /// `counting` names the day on which an entry counts that has one of its own.
  func append(
    _ commands: (Ledger) -> [LedgerCommand], concerning items: Set<ItemID>? = nil,
    by clerk: Clerk, at moment: Moment, effective: CivilDate? = nil, dryRun: Bool,
    placing staged: [EvidenceVault.StagedFile] = [], in store: LedgerStore,
    counting: (LedgerEvent, Ledger) -> CivilDate? = { _, _ in nil }
  ) throws(DeskError) -> Receipt {
    var occasion = moment.occasion(of: clerk.name, effective: effective)
    occasion.departments = try schoolData.departments()
    do throws(AppendError) {
      let receipt = try store.append(
        scope: items.map { .items($0) } ?? .whole, dryRun: dryRun, recordedAt: moment.recordedAt,
        occasion: occasion, placing: staged, counting: counting
      ) { (ledger) throws(LedgerRejection) in
        try decideAll(commands(ledger), in: ledger, on: occasion)
      }
      return Receipt(entries: receipt.entries, ledger: receipt.ledger)
    } catch {
      throw DeskError(error)
    }
  }

  /// Takes back an entry that nothing followed yet (撤回).
  ///
  /// - Throws: ``DeskError`` when there is no such entry or a rule refuses.
  package func undo(
    _ sequence: Int, reason: String, by clerk: Clerk, at moment: Moment, dryRun: Bool
  ) throws(DeskError) -> Receipt {
    let store = try store(for: .writing)
    let entries = try DeskError.ofStore { () throws(StoreError) in try store.entries() }
    guard let entry = entries.first(where: { $0.sequence == sequence }) else {
      throw DeskError([.entryUnknown(sequence)], kind: .refused)
    }
    return try append(
      { _ in [.undo(entry, reason: reason)] }, by: clerk, at: moment, dryRun: dryRun, in: store)
  }
}
