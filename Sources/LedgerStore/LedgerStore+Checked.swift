import Foundation
import GRDB
package import TaskLedger

/// A log that was folded while its chain was held against its digests.
package struct CheckedFold: Sendable {
  /// The ledger as of the day.
  package var ledger: Ledger
  /// The digest of the first entry.
  package var origin = EventChain.origin
  /// The head of the whole log.
  package var head = LogHead(sequence: 0, digest: EventChain.origin)
  /// The entries that count only after the day, in order.
  package var later: [EventEnvelope] = []
  /// All entries in order, when they were asked for.
  package var entries: [EventEnvelope] = []
  /// The digest of each entry in order, when they were asked for.
  package var digests: [String] = []
  private let keepsEntries: Bool

  init(asOf day: CivilDate, keepsEntries: Bool) {
    ledger = Ledger(asOf: day)
    self.keepsEntries = keepsEntries
  }

  /// Takes in the next entry, given its fields as they are stored.
  ///
  /// - Throws: ``StoreError/chainBroken(file:sequence:)`` where it does not continue the chain or is not
  ///   what its digest says.
  mutating func take(
    _ entry: EventEnvelope, previous: String, digest: String, computed: String, file: String,
    asOf day: CivilDate
  ) throws {
    guard entry.sequence == head.sequence + 1, previous == head.digest, computed == digest else {
      throw StoreError.chainBroken(file: file, sequence: entry.sequence)
    }
    if head.sequence == 0 { origin = digest }
    head = LogHead(sequence: entry.sequence, digest: digest)
    if entry.effective <= day {
      ledger.apply(entry)
    } else {
      later.append(entry)
    }
    if keepsEntries {
      entries.append(entry)
      digests.append(digest)
    }
  }
}

extension LedgerStore {
  /// Folds the log as of a day and checks its chain on the way; evidence is not read.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - last: The last entry that is read; nil for the head.
  ///   - keepsEntries: Whether all entries and digests are kept beside the fold.
  /// - Returns: The fold.
  /// - Throws: ``StoreError`` at the first entry that is not as it should be.
  package func checkedFold(
    asOf day: CivilDate, through last: Int? = nil, keepsEntries: Bool = false
  ) throws(StoreError) -> CheckedFold {
    let file = folder.database
    return try read { db in
      var fold = CheckedFold(asOf: day, keepsEntries: keepsEntries)
      var reader = EntryReader()
      try StoredRow.forEach(
        "SELECT \(EntryReader.columns), previous, digest FROM event WHERE sequence <= ? "
          + "ORDER BY sequence",
        arguments: [last ?? Int.max], in: db
      ) { row in
        let entry = try reader.entry(row)
        let fields = [row.bytes(6), nil] + (1...5).map { row.bytes($0) }
        try fold.take(
          entry, previous: row.text(6) ?? "", digest: row.text(7) ?? "",
          computed: EventChain.digest(of: fields, sequence: entry.sequence), file: file,
          asOf: day)
        return true
      }
      return fold
    }
  }

  /// Folds exported entries as of a day and checks their chain on the way.
  ///
  /// - Parameters:
  ///   - lines: The entries as ``exportedEvents()`` writes them, one a line.
  ///   - file: What messages name.
  ///   - day: The day.
  ///   - keepsEntries: Whether all entries and digests are kept beside the fold.
  /// - Returns: The fold.
  /// - Throws: ``StoreError`` at the first line that is no entry or not as it should be.
  package static func checkedFold(
    ofLines lines: some Sequence<Substring>, file: String, asOf day: CivilDate,
    keepsEntries: Bool = false
  ) throws(StoreError) -> CheckedFold {
    try translated(file) {
      var fold = CheckedFold(asOf: day, keepsEntries: keepsEntries)
      for line in lines where !line.isEmpty {
        let number = fold.head.sequence + 1
        guard let stored = StoredEntry(line: line), let recordedAt = Instant(stored.recordedAt),
          let effective = CivilDate(stored.effective)
        else { throw StoreError.entryUnreadable(sequence: number, detail: "line") }
        guard let name = LedgerEvent.Name(rawValue: stored.type) else {
          throw StoreError.entryTypeUnknown(sequence: number, type: stored.type)
        }
        guard let event = try? LedgerEvent(name: name, payload: stored.payload) else {
          throw StoreError.entryUnreadable(sequence: number, detail: stored.type)
        }
        let computed = EventChain.digest(
          previous: stored.previous, sequence: stored.sequence, recordedAt: stored.recordedAt,
          effective: stored.effective, actor: stored.actor, type: stored.type,
          payload: stored.payload)
        try fold.take(
          EventEnvelope(
            sequence: stored.sequence, recordedAt: recordedAt, effective: effective,
            actor: stored.actor, event: event),
          previous: stored.previous, digest: stored.digest, computed: computed, file: file,
          asOf: day)
      }
      return fold
    }
  }
}
