import Foundation
package import LedgerStore
package import PlanImport
package import TaskLedger

/// Where the office's work is done: one ledger, and what the work needs from outside.
///
/// A value for as long as somebody likes: each act is told who acts and when, reads the ledger as
/// it is then, and returns what came of it. Nothing is printed, and no folder is the current one.
package struct Desk: Sendable {
  /// The folder of the ledger; nil when none is known, for work that needs none.
  package var folder: LedgerFolder?
  /// Where pandoc and LibreOffice are looked for.
  package var programs: ExternalPrograms
  /// The program and its version, as backups and submissions name it.
  package var programVersion: String

  /// Creates a desk.
  package init(folder: LedgerFolder?, programs: ExternalPrograms, programVersion: String) {
    self.folder = folder
    self.programs = programs
    self.programVersion = programVersion
  }

  /// The folder of the ledger, for work that needs one.
  package func requiredFolder() throws(DeskError) -> LedgerFolder {
    guard let folder else { throw DeskError([.ledgerNotFound()], kind: .unreadableInput) }
    return folder
  }

  /// Opens the store of the ledger.
  package func store(for access: LedgerStore.Access) throws(DeskError) -> LedgerStore {
    let folder = try requiredFolder()
    return try DeskError.ofStore { () throws(StoreError) in
      try LedgerStore(opening: folder, for: access)
    }
  }

  /// The ledger as of a day, with the head of the whole log.
  ///
  /// - Parameters:
  ///   - asOf: The day to look back to.
  ///   - keepsEntries: Whether the entries themselves are wanted; a long log fills memory.
  /// - Returns: The ledger and what goes with it.
  /// - Throws: ``DeskError`` when there is no ledger or it cannot be read.
  package func snapshot(asOf: CivilDate, keepsEntries: Bool = false) throws(DeskError) -> Snapshot {
    let store = try store(for: .reading)
    var entries: [EventEnvelope] = []
    var later = 0
    do throws(StoreError) {
      var first: LogHead?
      if keepsEntries {
        first = try store.forEachEntry { if $0.effective <= asOf { entries.append($0) } }
      }
      let fold = try store.folded(asOf: asOf, through: first?.sequence) { _ in later += 1 }
      return Snapshot(
        ledger: fold.ledger, entries: entries, asOf: asOf, head: first ?? fold.head, later: later,
        folder: store.folder)
    } catch {
      throw DeskError(error)
    }
  }

  /// Decides commands as a whole and appends what they give.
  ///
  /// - Parameters:
  ///   - commands: The commands, given the ledger; asked again when the log has moved on.
  ///   - scope: What the decision needs to read.
  ///   - clerk: Who acts.
  ///   - moment: When.
  ///   - effective: The day the entries count on; today without one.
  ///   - dryRun: Whether to decide without appending.
  ///   - staged: Evidence to move into its place once the decision stands.
  ///   - opened: The store, when it is open already.
  /// - Returns: The entries, and the ledger after them.
  /// - Throws: ``DeskError``; ``DeskError/Kind/overtaken`` when only what others appended meanwhile
  ///   stands against it.
  package func append(
    _ commands: (Ledger) -> [LedgerCommand], scope: LedgerStore.Scope = .whole,
    by clerk: Clerk, at moment: Moment, effective: CivilDate? = nil, dryRun: Bool,
    placing staged: [EvidenceVault.StagedFile] = [], in opened: LedgerStore? = nil
  ) throws(DeskError) -> AppendReceipt {
    let occasion = Occasion(actor: clerk.name, today: moment.today, effective: effective)
    let store = if let opened { opened } else { try store(for: .writing) }
    do throws(AppendError) {
      return try store.append(
        scope: scope, dryRun: dryRun, recordedAt: moment.recordedAt, occasion: occasion,
        placing: staged
      ) { (ledger) throws(LedgerRejection) in
        try decideAll(commands(ledger), in: ledger, on: occasion)
      }
    } catch {
      throw DeskError(error)
    }
  }
}

/// The ledger as of a day.
package struct Snapshot: Sendable {
  /// The state.
  package var ledger: Ledger
  /// The entries that count, when they were asked for.
  package var entries: [EventEnvelope]
  /// The day.
  package var asOf: CivilDate
  /// The head of the whole log.
  package var head: LogHead
  /// How many entries count only after the day.
  package var later: Int
  /// Where the ledger is.
  package var folder: LedgerFolder
}
