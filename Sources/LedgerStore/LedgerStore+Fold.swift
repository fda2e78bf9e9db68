import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Reads every entry in order, all of one moment, without keeping them.
  ///
  /// Decoding costs far more than anything a body does, so a long log is decoded on all cores;
  /// the body is called by one thread at a time and in the order of the log.
  ///
  /// - Parameter body: Called with each entry.
  /// - Returns: The head of the log as it was read.
  /// - Throws: ``StoreError`` when an entry cannot be read, or what the disk says.
  package func forEachEntry(
    _ body: (EventEnvelope) -> Void
  ) throws(StoreError) -> LogHead {
    try Self.translated(folder.database) {
      try queue.read { db in
        let head = try Self.head(in: db)
        try forEachEntry(after: 0, through: head.sequence, in: db, body)
        return head
      }
    }
  }

  /// The fold of the log as of a day, with the head of the whole log.
  ///
  /// A long log is not read from its start when there is a kept fold that holds nothing after the
  /// day.
  ///
  /// - Parameters:
  ///   - day: The day; nil for all entries.
  ///   - last: The last entry that counts; nil for the head.
  ///   - later: Called with each entry that counts only after the day, in order.
  /// - Returns: The ledger, and the head of the whole log.
  /// - Throws: ``StoreError`` when an entry cannot be read, or what the disk says.
  package func folded(
    asOf day: CivilDate? = nil, through last: Int? = nil,
    later: (EventEnvelope) -> Void = { _ in }
  ) throws(StoreError) -> (ledger: Ledger, head: LogHead) {
    try Self.translated(folder.database) {
      try queue.read { db in
        let head = try Self.head(in: db)
        let last = min(last ?? head.sequence, head.sequence)
        let isKept = readsKeptFold && last >= longLog
        let kept = isKept ? try keptFold(asOf: day, through: last, in: db) : nil
        var ledger = kept ?? Ledger()
        let start = ledger.headSequence
        try forEachEntry(after: start, through: last, in: db) { entry in
          if day.map({ entry.effective <= $0 }) ?? true {
            ledger.apply(entry)
          } else {
            later(entry)
          }
        }
        return (ledger, head)
      }
    }
  }

  func forEachEntry(
    after first: Int, through last: Int, in db: Database,
    _ body: (EventEnvelope) -> Void
  ) throws {
    guard last > first else { return }
    let readers = last - first < longLog ? 1 : Self.readers
    if readers == 1 {
      var reader = EntryReader()
      try Self.forEachEntry(in: (first + 1)...last, db, &reader, body)
    } else {
      // The log only grows and this access keeps writers out, so every reader sees the same.
      try decodeOnAllCores((first + 1)...last, readers: readers, body)
    }
  }

  /// How many read a long log; more would wait for the disk. Asking for the number of cores reads
  /// files of the system, so a short log does not.
  private static var readers: Int { min(8, ProcessInfo.processInfo.activeProcessorCount) }
  /// How many entries a reader decodes before it waits for its turn.
  private static let stretch = 1024

  private func decodeOnAllCores(
    _ all: ClosedRange<Int>, readers: Int, _ body: (EventEnvelope) -> Void
  ) throws {
    let turns = Turns(count: (all.count + Self.stretch - 1) / Self.stretch)
    let database = folder.database
    withoutActuallyEscaping(body) { body in
      // One thread at a time calls it, see Turns.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: readers) { _ in
        do {
          let own = try DatabaseQueue(
            path: database, configuration: Self.configuration(for: .reading))
          try own.read { db in
            var reader = EntryReader()
            while let turn = turns.take() {
              let first = all.lowerBound + turn * Self.stretch
              var entries: [EventEnvelope] = []
              entries.reserveCapacity(Self.stretch)
              try Self.forEachEntry(
                in: first...min(all.upperBound, first + Self.stretch - 1), db, &reader
              ) { entries.append($0) }
              turns.wait(for: turn) { for entry in entries { body(entry) } }
            }
          }
        } catch {
          turns.fail(error)
        }
      }
    }
    if let failure = turns.failure { throw failure }
  }

  private static func forEachEntry(
    in range: ClosedRange<Int>, _ db: Database, _ reader: inout EntryReader,
    _ body: (EventEnvelope) -> Void
  ) throws {
    try StoredRow.forEach(
      "SELECT \(EntryReader.columns) FROM event WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
      arguments: [range.lowerBound, range.upperBound], in: db
    ) { row in
      body(try reader.entry(row))
      return true
    }
  }
}

/// Hands out pieces of work that are prepared side by side and finished one after the other.
///
/// Sendable because everything that changes is read and written under the condition's lock.
private final class Turns: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private var taken = 0
  private var finished = 0
  private var fault: (any Error)?

  init(count: Int) { self.count = count }

  /// The error of the first piece that failed.
  var failure: (any Error)? { condition.withLock { fault } }

  /// The next piece; nil when there is none, or one has failed.
  func take() -> Int? {
    condition.withLock {
      guard fault == nil, taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }

  /// Finishes a piece once all before it are finished; not at all when one has failed.
  func wait(for turn: Int, _ finish: () -> Void) {
    condition.lock()
    while finished < turn, fault == nil { condition.wait() }
    if fault == nil {
      finish()
      finished += 1
      condition.broadcast()
    }
    condition.unlock()
  }

  /// Stops the work; the pieces not yet finished never are.
  func fail(_ error: any Error) {
    condition.withLock {
      if fault == nil { fault = error }
      condition.broadcast()
    }
  }
}
