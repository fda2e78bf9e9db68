package import LedgerStore
package import TaskLedger

/// What the page needs besides the acts that all front ends share: it keeps the ledger between
/// requests, takes files as they come, and has accounts of its own.
extension Desk {
  /// The head of the log: what tells whether somebody wrote since.
  package func head() throws(DeskError) -> LogHead {
    let store = try store(for: .reading)
    return try DeskError.ofStore { () throws(StoreError) in try store.head() }
  }

  /// The head of the log for who asks again and again.
  package func logWatch() throws(DeskError) -> LogWatch { LogWatch(try requiredFolder()) }

  /// The folder of the ledger, beside which certificates and accounts are kept.
  package func ledgerFolder() throws(DeskError) -> LedgerFolder { try requiredFolder() }

  /// Opens the accounts of the page.
  package func accounts() throws(DeskError) -> AccountStore {
    let folder = try requiredFolder()
    return try DeskError.ofStore { () throws(StoreError) in try AccountStore(opening: folder) }
  }

  /// Where evidence goes that comes piece by piece, with the school's limit.
  package func evidenceVault() throws(DeskError) -> EvidenceVault {
    var vault = EvidenceVault(folder: try requiredFolder())
    vault.sizeLimit = try schoolData.settings().evidenceLimit
    return vault
  }

  /// The acceptance indicators with their answers by the figures of a ledger, as papers show them.
  package func indicatorAnswers(in ledger: Ledger) throws(DeskError) -> [IndicatorAnswer] {
    let profile = try schoolData.profile()
    return try schoolData.indicators().answers(by: FactSheet(ledger)).map {
      $0.naming(profile, planTitled: ledger.plan?.title ?? "")
    }
  }

  /// Decides commands as a whole and appends what they give, with evidence that is already staged;
  /// `items` are those the decision needs to read, nil for the whole log.
  ///
  /// - Throws: ``DeskError`` as for every append.
  package func append(
    _ commands: (Ledger) -> [LedgerCommand], concerning items: Set<ItemID>?, by clerk: Clerk,
    at moment: Moment, placing staged: [EvidenceVault.StagedFile]
  ) throws(DeskError) -> Receipt {
    try append(
      commands, concerning: items, by: clerk, at: moment, dryRun: false, placing: staged,
      in: try store(for: .writing))
  }
}

extension Snapshot {
  /// The head of the whole log.
  package var logHead: LogHead { head }
}
