import Foundation
package import LedgerStore
package import TaskLedger

/// One run of a command: where the ledger is, what day it is and who acts.
package struct Session {
  /// What the program takes from outside.
  package let environment: Environment
  /// The options of every command.
  package let common: CommonOptions
  /// The day of the clock.
  package let today: CivilDate
  /// The moment entries are recorded at.
  package let recordedAt: Instant

  /// Begins a run.
  package init(_ environment: Environment, _ common: CommonOptions) throws(CommandFailure) {
    self.environment = environment
    self.common = common
    if let day = common.today {
      today = day
      recordedAt = Instant(startOf: day)
    } else {
      recordedAt = environment.now()
      guard let day = recordedAt.civilDate else {
        throw CommandFailure([.clockUnreadable()], status: .usage)
      }
      today = day
    }
  }

  /// A path as the shell would take it: relative to the folder the program was started in.
  package func path(_ path: String) -> String {
    path.hasPrefix("/") ? path : environment.currentFolder + "/" + path
  }

  /// The folder of the ledger, named or found.
  package func folder() throws(CommandFailure) -> LedgerFolder {
    if let named = common.ledger { return LedgerFolder(path: cleaned(path(named))) }
    guard let found = LedgerFolder.found(from: environment.currentFolder) else {
      throw CommandFailure([.ledgerNotFound()], status: .unreadableInput)
    }
    return found
  }

  /// Opens the store of the ledger.
  package func store(for access: LedgerStore.Access) throws(CommandFailure) -> LedgerStore {
    do throws(StoreError) {
      return try LedgerStore(opening: try folderOrThrow(), for: access)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func folderOrThrow() throws(StoreError) -> LedgerFolder {
    do throws(CommandFailure) {
      return try folder()
    } catch {
      throw .ledgerMissing(folder: (environment.currentFolder as NSString).lastPathComponent)
    }
  }

  private func cleaned(_ path: String) -> String {
    // The system is asked first: the path of what is there needs no reading of its words.
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let standard = (path as NSString).standardizingPath
    return standard.isEmpty ? path : standard
  }

  /// The ledger as of a day, with the head of the whole log.
  ///
  /// - Parameters:
  ///   - day: The day to look back to; today without one.
  ///   - keepsEntries: Whether the entries themselves are wanted; a long log fills memory.
  /// - Returns: The ledger and what goes with it.
  /// - Throws: ``CommandFailure`` when there is no ledger or it cannot be read.
  package func snapshot(asOf day: CivilDate? = nil, keepsEntries: Bool = false)
    throws(CommandFailure) -> Snapshot
  {
    let store = try store(for: .reading)
    let asOf = day ?? today
    var entries: [EventEnvelope] = []
    var later = 0
    do throws(StoreError) {
      var first: LogHead?
      if keepsEntries {
        first = try store.forEachEntry { if $0.effective <= asOf { entries.append($0) } }
      }
      let fold = try store.folded(asOf: asOf, through: first?.sequence) { _ in later += 1 }
      let (ledger, head) = (fold.ledger, first ?? fold.head)
      environment.keeper.keep((store, ledger))
      return Snapshot(
        ledger: ledger, entries: entries, asOf: asOf, head: head, later: later,
        folder: store.folder)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Who acts: the option, or `XIAOHAO_ACTOR`; never guessed.
  package func actor(_ options: WritingOptions) throws(CommandFailure) -> String {
    let name = options.actor ?? environment.variable("XIAOHAO_ACTOR") ?? ""
    let cleaned = PrintableText.line(name).trimmingCharacters(in: .whitespaces)
    guard !cleaned.isEmpty else {
      throw CommandFailure([.actorMissing()], status: .usage)
    }
    return cleaned
  }

  /// Decides commands as a whole and appends what they give.
  package func append(
    _ commands: @escaping (Ledger) -> [LedgerCommand], scope: LedgerStore.Scope,
    actor: String, effective: CivilDate? = nil, dryRun: Bool,
    placing staged: [EvidenceVault.StagedFile] = [], in opened: LedgerStore? = nil
  ) throws(CommandFailure) -> AppendReceipt {
    let occasion = Occasion(actor: actor, today: today, effective: effective)
    let store = if let opened { opened } else { try store(for: .writing) }
    do throws(AppendError) {
      return try store.append(
        scope: scope, dryRun: dryRun, recordedAt: recordedAt, occasion: occasion,
        placing: staged
      ) { (ledger) throws(LedgerRejection) in
        try decideAll(commands(ledger), in: ledger, on: occasion)
      }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Prints data.
  package func print(_ text: String) { environment.writeOutput(text) }

  /// Prints messages.
  package func say(_ diagnostics: [Diagnostic]) {
    environment.writeError(DiagnosticPrinter.text(diagnostics))
  }

  /// Prints one line for a person who does not read JSON.
  package func tell(_ line: String) {
    if !common.json { environment.writeOutput(PrintableText.line(line) + "\n") }
  }
}

/// The ledger as of a day.
package struct Snapshot {
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
