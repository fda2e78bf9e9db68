import Foundation
import GRDB
package import TaskLedger

/// What an append did.
package struct AppendReceipt: Sendable, Hashable {
  /// The entries as they stand in the log; empty when there was nothing to do.
  package var entries: [EventEnvelope]
  /// The ledger after them.
  package var ledger: Ledger
  /// The head after them.
  package var head: LogHead
}

/// Why an append did not happen.
package enum AppendError: Error, Sendable, Hashable {
  /// A rule refused it.
  case refused(LedgerRejection)
  /// A rule refused it because of what others appended since the caller looked.
  case overtaken(LedgerRejection, by: [EventEnvelope])
  /// The store cannot go on.
  case store(StoreError)
}

extension LedgerStore {
  /// Decides and appends in one immediate, durable transaction.
  ///
  /// The decision is made on the log as it is inside the transaction, so two writers never lose an
  /// entry. With a scope of items only their entries are read; what is refused then is decided again on
  /// the whole log, which alone counts.
  ///
  /// - Parameters:
  ///   - scope: What the decision needs.
  ///   - dryRun: Whether to decide without appending.
  ///   - recordedAt: The moment of the recording.
  ///   - occasion: Who acts, and on which day it counts.
  ///   - staged: Evidence to move into its place once the decision stands.
  ///   - counting: The day on which an entry counts when that is not the occasion's; nil where it is.
  ///   - decision: The command, given the ledger; called again when the log has moved on.
  /// - Returns: The entries, and the ledger and head after them.
  /// - Throws: ``AppendError`` when a rule refuses, another writer was faster or the disk refuses.
  package func append(
    scope: Scope = .whole, dryRun: Bool = false, recordedAt: Instant, occasion: Occasion,
    placing staged: [EvidenceVault.StagedFile] = [],
    counting: (LedgerEvent, Ledger) -> CivilDate? = { _, _ in nil },
    _ decision: (Ledger) throws(LedgerRejection) -> [LedgerEvent]
  ) throws(AppendError) -> AppendReceipt {
    let vault = EvidenceVault(folder: folder, onStep: onStep)
    do {
      let seen = try queue.read(Self.head)
      let receipt = try queue.inTransactionReturning { db in
        onStep(.transactionBegun)
        let head = try Self.head(in: db)
        var ledger = try Self.folded(scope, in: db)
        func number(_ events: [LedgerEvent]) -> [EventEnvelope] {
          var entries = EventEnvelope.numbering(
            events, after: head.sequence, recordedAt: recordedAt, effective: occasion.effective,
            actor: occasion.actor)
          for place in entries.indices {
            if let day = counting(entries[place].event, ledger) { entries[place].effective = day }
          }
          return entries
        }
        var events: [LedgerEvent] = []
        var rejection: LedgerRejection?
        do throws(LedgerRejection) { events = try decision(ledger) } catch { rejection = error }
        if rejection != nil, scope != .whole {
          // The entries of some items may know too little, and their refusal says too little.
          ledger = try Self.folded(.whole, in: db)
          rejection = nil
          do throws(LedgerRejection) { events = try decision(ledger) } catch { rejection = error }
        }
        if let rejection { throw try Self.refusal(rejection, since: seen, decision, in: db) }
        let entries = number(events)
        if dryRun || events.isEmpty {
          for entry in entries { ledger.apply(entry) }
          return AppendReceipt(entries: entries, ledger: ledger, head: head)
        }
        onStep(.decided)
        for file in staged { try vault.place(file) }
        var last = head
        for entry in entries {
          last = try Self.insert(entry, after: last, in: db)
          onStep(.entryWritten)
          ledger.apply(entry)
        }
        onStep(.committing)
        return AppendReceipt(entries: entries, ledger: ledger, head: last)
      }
      if receipt.head != seen {
        onStep(.committed)
        try checkKept(receipt.head)
      }
      return receipt
    } catch let error as AppendError {
      throw error
    } catch {
      throw .store(Self.storeError(from: error, file: folder.database))
    }
  }

  /// Reads again what was committed: only what is there is acknowledged.
  private func checkKept(_ head: LogHead) throws {
    let kept = try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [head.sequence])
    }
    guard kept == head.digest else { throw StoreError.entryNotKept(sequence: head.sequence) }
  }

  /// A refusal on the whole log, told apart from a lost race: the same command would have been
  /// accepted on the log as the caller saw it.
  private static func refusal(
    _ rejection: LedgerRejection, since seen: LogHead,
    _ decision: (Ledger) throws(LedgerRejection) -> [LedgerEvent], in db: Database
  ) throws -> AppendError {
    let all = try entries(.whole, in: db)
    let news = all.filter { $0.sequence > seen.sequence }
    guard !news.isEmpty else { return .refused(rejection) }
    let before = Ledger.folding(all.filter { $0.sequence <= seen.sequence })
    do {
      _ = try decision(before)
      return .overtaken(rejection, by: news)
    } catch {
      return .refused(rejection)
    }
  }

  static func insert(_ entry: EventEnvelope, after head: LogHead, in db: Database) throws
    -> LogHead
  {
    let payload = try entry.event.encodedPayload()
    let digest = EventChain.digest(
      previous: head.digest, sequence: entry.sequence, recordedAt: entry.recordedAt.description,
      effective: entry.effective.description, actor: entry.actor,
      type: entry.event.name.rawValue, payload: payload)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO event
          (sequence, recordedAt, effective, actor, type, item, payload, previous, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: [
        entry.sequence, entry.recordedAt.description, entry.effective.description, entry.actor,
        entry.event.name.rawValue, entry.event.item?.description, payload, head.digest, digest,
      ])
    return LogHead(sequence: entry.sequence, digest: digest)
  }
}

extension DatabaseQueue {
  /// Runs a body in one immediate transaction and returns its result; any error rolls back.
  func inTransactionReturning<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try writeWithoutTransaction { db in
      var result: Result?
      try db.inTransaction(.immediate) {
        result = try body(db)
        return .commit
      }
      guard let result else { preconditionFailure("the transaction ran without its body") }
      return result
    }
  }
}
